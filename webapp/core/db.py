"""The database: one engine for each app, and two ways in, to read and to write.

SQLite is the embedded default (WAL, full sync, a busy timeout); PostgreSQL runs the same code. A write takes the
database's writer place at its start on SQLite (`BEGIN IMMEDIATE`), so that it never fails half-way for a lock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from sqlalchemy import DateTime, Engine, MetaData, create_engine, event
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.types import TypeDecorator

BUSY_TIMEOUT_MS = 15_000
# What is deleted is overwritten with zeros: an erasure must leave neither words nor keys in the file.
PRAGMAS = (
    "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", f"busy_timeout={BUSY_TIMEOUT_MS}",
)  # fmt: skip
_EXTENSION = "footing-database"


class Base(DeclarativeBase):
    """The parent of every table. Names of constraints are fixed, so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database. Raises `ValueError` for a time without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Database:
    """One engine, with `write()` and `read()`."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        if self.sqlite and self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        self.engine: Engine = create_engine(self.url, pool_pre_ping=not self.sqlite)
        if self.sqlite:
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction that may write: committed at the end, rolled back whole on any exception."""
        with self._sessions() as session, session.begin():
            session.connection(execution_options={"footing_begin": "BEGIN IMMEDIATE"})
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One transaction that only reads: a single snapshot on SQLite; never commits."""
        with self._sessions() as session:
            options: dict[str, Any] = {"footing_begin": "BEGIN"}
            if not self.sqlite:
                # All collections of one answer must come from one moment, or a row between two reads is skipped.
                options["isolation_level"] = "REPEATABLE READ"
            session.connection(execution_options=options)
            yield session
            session.rollback()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # SQLAlchemy, not the driver, says when a transaction begins.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("footing_begin", "BEGIN"))


def install(app: Flask, database: Database) -> None:
    """Hang the database on the app; `get_db()` finds it again."""
    app.extensions[_EXTENSION] = database


def get_db() -> Database:
    """The database of the current app."""
    database: Database = current_app.extensions[_EXTENSION]
    return database
