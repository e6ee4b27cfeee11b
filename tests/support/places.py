"""A database for a test, on SQLite or PostgreSQL, that can be copied away and put back as if nothing had happened."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Protocol

from webapp.core.db import Database

from .postgres import Cluster


class Place(Protocol):
    """Where a test's database lives. The app's connections must be closed around `keep` and `put_back`."""

    url: str

    def keep(self, name: str) -> None:
        """Copy the database away under a name."""

    def put_back(self, name: str) -> None:
        """Replace the database by the copy of that name."""


class SqlitePlace:
    """A file, and copies of it beside it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "test.sqlite3"
        self.url = f"sqlite:///{self._file}"

    def keep(self, name: str) -> None:
        """Copy by SQLite's own backup, which also takes what is still in the write-ahead log."""
        source, target = sqlite3.connect(self._file), sqlite3.connect(self._copy(name))
        source.backup(target)
        source.close()
        target.close()

    def put_back(self, name: str) -> None:
        """Copy the file back, without the log of the one it replaces."""
        for ending in ("-wal", "-shm"):
            self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
        shutil.copyfile(self._copy(name), self._file)

    def _copy(self, name: str) -> Path:
        return self._file.with_name(f"{name}.copy")


class PostgresPlace:
    """A database that is there in the private cluster, and copies of it made as templates."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self._cluster, self._name = cluster, name
        self.url = cluster.url(name)

    def keep(self, name: str) -> None:
        """Copy the database by using it as a template."""
        self._cluster.drop(self._copy(name))
        self._cluster.create(self._copy(name), template=self._name)

    def put_back(self, name: str) -> None:
        """Drop the database and make it anew from the copy."""
        self._cluster.drop(self._name)
        self._cluster.create(self._name, template=self._copy(name))

    def _copy(self, name: str) -> str:
        return f"{self._name}_{name}"


def keep(database: Database, place: Place, name: str) -> None:
    """Copy the app's database away."""
    database.engine.dispose()
    place.keep(name)


def put_back(database: Database, place: Place, name: str) -> None:
    """Put a copy in the place of the app's database."""
    database.engine.dispose()
    place.put_back(name)
