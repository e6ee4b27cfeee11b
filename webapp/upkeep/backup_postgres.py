"""Backup and restore on PostgreSQL: `pg_dump` and `pg_restore`, in the custom format.

`pg_restore` only turns the file into a script here. The script fills a schema of its own, in a transaction of ours;
there the data is checked and brought up to date, and then takes the place of the live rows, all in one transaction.
The live tables stay: a reader that began before must see the old rows, where after a DROP it would see none at all.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Connection, MetaData, Table, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from ..core.db import Database
from .migrate import LOCK_NUMBER, upgrade_within
from .restored import Live, NotABackup, check_revision, settle, who_is_live

DAMAGED = "This backup is damaged."
LIVE = "public"
STAGED = "footing_restore"


class BackupFailed(Exception):
    """PostgreSQL could not do it. The text says why."""


def dump(database: Database, target: Path) -> None:
    """Write the data of one moment to `target`. Raises `BackupFailed`."""
    address = "--dbname=" + database.url.set(drivername="postgresql", password=None).render_as_string()
    command = ["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}", address]
    done = subprocess.run(command, env=_environment(database), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise BackupFailed(done.stderr.strip())


def replace(database: Database, path: Path) -> None:
    """Put `path`'s data in the place of the live data. Raises `NotABackup` or `BackupFailed` with nothing changed."""
    with database.engine.connect() as connection:
        try:
            _stop_writers(connection)
        except OperationalError as error:
            raise BackupFailed("The database is too busy just now. Try again, or stop Footing first.") from error
        try:
            # Asked only now that nobody can write, so that nothing that ends in these seconds comes back.
            _stage(connection, path, who_is_live(database))
            _take_the_place(connection)
            connection.commit()
        except (SQLAlchemyError, psycopg.Error) as error:
            raise NotABackup(DAMAGED) from error
        finally:
            # The script has changed settings of this connection; it must not go back to the others.
            connection.invalidate()


def _stop_writers(connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK_NUMBER})
    upgrade_within(connection)
    names = ", ".join(_name(connection, LIVE, table) for table in _tables(connection))
    connection.exec_driver_sql(f"LOCK TABLE {names} IN EXCLUSIVE MODE")


def _stage(connection: Connection, path: Path, live: Live) -> None:
    connection.exec_driver_sql(f"CREATE SCHEMA {STAGED}")
    _play(connection, path)
    connection.exec_driver_sql(f"SET search_path TO {STAGED}")
    check_revision(connection)
    settle(connection, live)


def _take_the_place(connection: Connection) -> None:
    tables = _tables(connection)
    for table in reversed(tables):
        connection.exec_driver_sql(f"DELETE FROM {_name(connection, LIVE, table)}")  # noqa: S608 - quoted names
    for table in tables:
        columns = ", ".join(_quote(connection, column.name) for column in table.columns)
        source, goal = _name(connection, STAGED, table), _name(connection, LIVE, table)
        connection.exec_driver_sql(f"INSERT INTO {goal} ({columns}) SELECT {columns} FROM {source}")  # noqa: S608
    connection.exec_driver_sql(f"DROP SCHEMA {STAGED} CASCADE")


def _tables(connection: Connection) -> list[Table]:
    """The tables on the present search path, those that others point at first."""
    found = MetaData()
    found.reflect(connection)
    return found.sorted_tables


def _name(connection: Connection, schema: str, table: Table) -> str:
    return f"{schema}.{_quote(connection, table.name)}"


def _quote(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote(name)


def _play(connection: Connection, path: Path) -> None:
    command = ["pg_restore", "--no-owner", "--no-privileges", "--file=-", str(path)]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
    ) as tool:
        assert tool.stdout is not None  # noqa: S101 - asked for above; this is for the type checker
        run_script(connection.connection.cursor(), tool.stdout)
    if tool.returncode:
        raise NotABackup(DAMAGED)


def run_script(cursor: Any, lines: Iterable[str]) -> None:
    """Run what `pg_restore` writes, in the other schema: statements, and the rows of each `COPY … FROM stdin;`."""
    statement: list[str] = []
    rest = iter(lines)
    for line in rest:
        if line.startswith("COPY ") and line.rstrip().endswith("FROM stdin;"):
            with cursor.copy(_moved(line)) as copy:
                for row in rest:
                    if row == "\\.\n":
                        break
                    copy.write(row)
        # Lines with a backslash are for the psql tool alone; two dashes begin a comment.
        elif not line.startswith(("\\", "--")):
            statement.append(line)
            if line.rstrip().endswith(";"):
                cursor.execute(_moved("".join(statement)))
                statement.clear()


def _moved(statement: str) -> str:
    return statement.replace(f"{LIVE}.", f"{STAGED}.")


def _environment(database: Database) -> dict[str, str]:
    # A password among the arguments could be read in the list of processes.
    password = database.url.password
    return {**os.environ, "PGPASSWORD": str(password)} if password else dict(os.environ)
