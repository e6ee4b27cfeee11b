"""A row in every table there is, made from the tables' own shapes: what a new feature keeps is in it by itself."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, String, Table, Text, Time, Uuid, select
from sqlalchemy.orm import Session
from sqlalchemy.types import BigInteger, TypeEngine

from webapp.core.db import Base, UtcDateTime

Row = dict[str, Any]
Rows = dict[str, Row]
# There is one of these, made by a migration.
GLOBAL = frozenset({"server_state"})
MOMENT = datetime(2026, 11, 22, 9, tzinfo=UTC)

_MAKERS: list[tuple[type[TypeEngine[Any]], Callable[[Column[Any]], Any]]] = [
    (Uuid, lambda column: uuid.uuid4()),
    (UtcDateTime, lambda column: MOMENT),
    (Boolean, lambda column: True),
    (BigInteger, lambda column: 1),
    (Integer, lambda column: secrets.randbelow(2**31)),
    (Date, lambda column: date(2026, 11, 22)),
    (Time, lambda column: time(9)),
    (LargeBinary, lambda column: secrets.token_bytes(min(getattr(column.type, "length", None) or 40, 40))),
    (Text, lambda column: secrets.token_hex(8)),
    (String, lambda column: secrets.token_hex(16)[: getattr(column.type, "length", None) or 16]),
]


def add_everything(db: Session, given: Rows) -> Rows:
    """Insert a row into every table, pointing at each other; those `given` are there already. All of them, by table."""
    rows = dict(given)
    for table in Base.metadata.sorted_tables:
        if table.name not in GLOBAL and table.name not in rows:
            rows[table.name] = _row(table, rows)
            db.execute(table.insert().values(rows[table.name]))
    return rows


def row_of(db: Session, table: str, row_id: uuid.UUID) -> Row:
    """A row that is there, by its id."""
    it = Base.metadata.tables[table]
    return dict(db.execute(select(it).where(it.c.id == row_id)).one()._mapping)


def is_there(db: Session, table: str, row: Row) -> bool:
    """Whether a row is still there, known by its primary key."""
    it = Base.metadata.tables[table]
    return db.execute(select(it).where(*(column == row[column.name] for column in it.primary_key))).first() is not None


def _row(table: Table, rows: Rows) -> Row:
    return {column.name: _value(column, rows) for column in table.columns}


def _value(column: Column[Any], rows: Rows) -> Any:
    for key in column.foreign_keys:
        target = key.column
        # A table that points at itself: the first row of a thread answers nothing.
        return None if target.table is column.table else rows[target.table.name][target.name]
    for kind, make in _MAKERS:
        if isinstance(column.type, kind):
            return make(column)
    raise AssertionError(f"no way to make a {column.type!r} for {column}: add one here")
