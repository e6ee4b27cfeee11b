"""Backup and restore on SQLite, through its own backup interface in both directions.

The live file is never swapped for another: servers hold it open, and its write-ahead log belongs to it. Copying the
restored pages into it is one ordinary write transaction: a reader sees all of the old data or all of the new.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from ..core.db import BUSY_TIMEOUT_MS, Database
from .restored import Live, NotABackup, check_revision, settle

DAMAGED = "This backup is damaged."


def dump(database: Database, target: Path) -> None:
    """Copy the live data to `target` as one plain file that needs no log beside it."""
    with closing(_open(_live_file(database))) as live, closing(_open(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def replace(database: Database, path: Path, live: Live) -> None:
    """Put `path`'s data in the place of the live data. Raises `NotABackup` with nothing changed."""
    target = _live_file(database)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".restore-") as folder:
        staged = Path(folder) / "staged.sqlite3"
        _check_length(path)
        shutil.copyfile(path, staged)
        _prepare(staged, live)
        with closing(_open(staged)) as source, closing(_open(target)) as goal:
            source.backup(goal)


def _check_length(path: Path) -> None:
    # The file format, section 1.3: the page size stands at byte 16 (1 means 65536), the number of pages at byte 28.
    with path.open("rb") as file:
        head = file.read(32)
    page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    if path.stat().st_size != pages * (65_536 if page == 1 else page):
        raise NotABackup(DAMAGED)


def _prepare(staged: Path, live: Live) -> None:
    database = Database(f"sqlite:///{staged}")
    try:
        with database.engine.connect() as connection:
            connection.execution_options(footing_begin="BEGIN IMMEDIATE")
            if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
                raise NotABackup(DAMAGED)
            check_revision(connection)
            settle(connection, live)
            connection.commit()
    except DatabaseError as error:
        raise NotABackup(DAMAGED) from error
    finally:
        database.engine.dispose()


def _live_file(database: Database) -> Path:
    return Path(str(database.url.database))


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000)
