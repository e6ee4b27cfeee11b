"""What deleted rows leave behind in the database's own files, cleared away after an erasure.

SQLite overwrites what is deleted (`secure_delete`), but its log still has the old pages. PostgreSQL leaves deleted rows
where they are; a plain VACUUM gives their room away without overwriting it, so the small tables that hold keys and
accounts are written anew. Without the key, sealed words that are left in other tables open nowhere.
"""

from __future__ import annotations

import contextlib

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from ..core.db import BUSY_TIMEOUT_MS, Database
from ..spaces.models import Space
from ..spaces.names import account_table

# Nobody else should wait long for this: whoever reads or writes goes first, and the worker tries again.
WAIT_MS = 1000


def clear_away(database: Database) -> None:
    """Clear the files. Where somebody still reads from before the erasure, nothing happens, and no error comes."""
    with contextlib.suppress(SQLAlchemyError), database.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        if database.sqlite:
            _empty_the_log(connection)
        else:
            _write_anew(connection)


def _empty_the_log(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA busy_timeout={WAIT_MS}")
    try:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")


def _write_anew(connection: Connection) -> None:
    connection.exec_driver_sql("VACUUM")
    connection.exec_driver_sql(f"SET lock_timeout = {WAIT_MS}")
    try:
        connection.exec_driver_sql(f"VACUUM FULL {Space.__tablename__}, {account_table().name}")
    finally:
        connection.exec_driver_sql("RESET lock_timeout")
