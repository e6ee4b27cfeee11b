"""Two statements that SQLite and PostgreSQL each say in their own way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from ..core.db import Base


def insert_new(db: Session, model: type[Base], rows: Sequence[dict[str, Any]]) -> bool:
    """Insert the rows that break no unique constraint; the others are there already and stay as they are.

    Gives whether it is certain that every row was inserted.
    """
    postgres = db.get_bind().dialect.name == "postgresql"
    insert = postgresql.insert(model.__table__) if postgres else sqlite.insert(model.__table__)  # type: ignore[arg-type]
    return not rows or db.connection().execute(insert.on_conflict_do_nothing(), rows).rowcount == len(rows)


def not_held(db: Session, query: Select[Any]) -> Select[Any]:
    """The query, locking its rows and passing over those that another worker holds. SQLite has one writer anyway."""
    return query.with_for_update(skip_locked=True) if db.get_bind().dialect.name == "postgresql" else query
