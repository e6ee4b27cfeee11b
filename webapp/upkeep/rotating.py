"""`flask keys rotate`: everything that the settings' keys close is closed anew under the newest of them.

Space keys are few bytes each, so what people wrote is never touched. Batch by batch, each its own transaction: it may
be killed at any moment and run again, and servers that know both keys notice nothing.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, LargeBinary, Select, func, literal, select, update
from sqlalchemy.orm import Session

from ..core.crypto import KEY_ID_BYTES, SealBroken, get_crypto
from ..core.db import Base, Database

BATCH = 100
# Rows that somebody holds just now are passed over, and asked for again in another round.
ROUNDS = 10
PAUSE_SECONDS = 0.5


@dataclass
class Progress:
    """How many values were closed anew by this run, how many wait still, and how many no key of ours opens."""

    done: int = 0
    left: int = 0
    lost: int = 0


def closed_columns() -> Iterator[Column[Any]]:
    """Every column that the settings' keys close, as the tables' owners have marked them."""
    for table in Base.metadata.sorted_tables:
        yield from (column for column in table.columns if "by-settings" in column.info)


def count_left(db: Session) -> int:
    """How many values an older key closed."""
    return sum(
        db.scalar(select(func.count()).select_from(_older(column).subquery())) or 0 for column in closed_columns()
    )


def rotate(database: Database, say: Callable[[Progress], None]) -> Progress:
    """Close everything under the newest key; `say` hears after each batch how far it is.

    What is left at the end was held by others all the while, or is written by a server that has other settings.
    """
    progress = Progress()
    for turn in range(ROUNDS):
        if turn:
            time.sleep(PAUSE_SECONDS)
        progress.lost = 0
        with database.read() as db:
            progress.left = count_left(db)
        for column in closed_columns():
            _rotate_column(database, column, progress, say)
        with database.read() as db:
            progress.left = count_left(db)
        if progress.left <= progress.lost:
            break
    return progress


def _rotate_column(
    database: Database, column: Column[Any], progress: Progress, say: Callable[[Progress], None]
) -> None:
    last: uuid.UUID | None = None
    while True:
        with database.write() as db:
            last, count = _batch(db, column, last, progress)
        if not count:
            return
        say(progress)


def _batch(
    db: Session, column: Column[Any], after: uuid.UUID | None, progress: Progress
) -> tuple[uuid.UUID | None, int]:
    """Close the next few values anew; gives the last row's key, and how many rows were looked at."""
    key = _key_of(column.table)
    query = _older(column).order_by(key).limit(BATCH).with_for_update(skip_locked=True)
    rows = db.execute(query if after is None else query.where(key > after)).all()
    for row_id, closed in rows:
        try:
            anew = get_crypto().close_anew(_where(column, row_id), closed)
        except SealBroken:
            progress.lost += 1
            continue
        # Only if it is still what was read: SQLite ignores the lock that PostgreSQL took.
        same = key == row_id, column == closed
        db.execute(update(column.table).where(*same).values({column: anew}))
        progress.done += 1
        progress.left -= 1
    return (rows[-1][0] if rows else after), len(rows)


def _older(column: Column[Any]) -> Select[uuid.UUID, bytes]:
    named = func.substr(column, 1, KEY_ID_BYTES, type_=LargeBinary)
    newest = literal(get_crypto().newest_key, LargeBinary)
    return select(_key_of(column.table), column).where(column.is_not(None), named != newest)


def _key_of(table: Any) -> Column[Any]:
    (key,) = table.primary_key.columns
    found: Column[Any] = key
    return found


def _where(column: Column[Any], row_id: uuid.UUID) -> str:
    return column.info["by-settings"] or f"{column.table.name}.{column.name}:{row_id}"
