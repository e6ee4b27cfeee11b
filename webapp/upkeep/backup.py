"""Backup and restore of all data, one file each way, while the servers may be running.

A backup holds everything in the database and none of the keys: without the wrapping keys of the settings, what people
wrote in it cannot be read. Keep the two in different places.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.db import Database
from . import backup_postgres, backup_sqlite
from .restored import NotABackup, who_is_live

SQLITE_MARK = b"SQLite format 3\x00"
POSTGRES_MARK = b"PGDMP"


def make_backup(database: Database, path: Path) -> None:
    """Write all data as it is at one moment to `path` (mode 0600), which appears only when it is whole.

    Raises `OSError` when the file cannot be written, `BackupFailed` when PostgreSQL's own tool fails.
    """
    with _beside(path) as unfinished:
        if database.sqlite:
            backup_sqlite.dump(database, unfinished)
        else:
            backup_postgres.dump(database, unfinished)
        unfinished.chmod(0o600)
        unfinished.replace(path)


def restore_backup(database: Database, path: Path) -> None:
    """Replace all data by what `path` holds, brought to the newest shape, in one transaction and a new epoch.

    Raises `NotABackup`, with nothing changed, when the file is no backup, is damaged, belongs to the other kind of
    database or to a newer Footing, or needs keys that the settings do not have.
    """
    with path.open("rb") as file:
        mark = file.read(len(SQLITE_MARK))
    if mark == SQLITE_MARK:
        _needs(database.sqlite, "SQLite")
        backup_sqlite.replace(database, path, who_is_live(database))
    elif mark.startswith(POSTGRES_MARK):
        _needs(not database.sqlite, "PostgreSQL")
        backup_postgres.replace(database, path)
    else:
        raise NotABackup("This file is not a backup of Footing.")


def _needs(right: bool, kind: str) -> None:
    if not right:
        raise NotABackup(f"This is a backup of a {kind} database, and FOOTING_DATABASE_URL names another kind.")


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(descriptor)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
