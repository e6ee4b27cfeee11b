"""Migrations: to the newest at start, or back to a named one. Two starts at once do not race."""

from __future__ import annotations

from collections.abc import Callable

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from ..core.db import Database
from ..settings import ROOT

# Any fixed number: it only has to be the same for every start of Footing on one PostgreSQL.
LOCK_NUMBER = 7_214_001
MIGRATIONS = ROOT / "migrations"


def upgrade(database: Database) -> None:
    """Bring the database to the newest shape. Safe to call at every start; does nothing when it is there."""
    _run(database, lambda config: command.upgrade(config, "head"))


def downgrade(database: Database, revision: str) -> None:
    """Take the database back to `revision` ("base" for nothing at all). Loses what the newer shape held."""
    _run(database, lambda config: command.downgrade(config, revision))


def upgrade_within(connection: Connection) -> None:
    """The same as `upgrade`, inside the caller's transaction: nothing is committed here."""
    command.upgrade(_config(connection), "head")


def known_revisions() -> frozenset[str]:
    """The names of every migration that this version of Footing has."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _run(database: Database, action: Callable[[Config], None]) -> None:
    with database.engine.connect() as connection:
        config = _config(connection)
        _take_turn(database, connection)
        action(config)
        connection.commit()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    # A folder of its own for env.py: beside the migrations, alembic would take it for one of them.
    config.set_main_option("script_location", str(MIGRATIONS / "environment"))
    config.set_main_option("version_locations", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _take_turn(database: Database, connection: Connection) -> None:
    if database.sqlite:
        connection.execution_options(footing_begin="BEGIN IMMEDIATE")
        connection.execute(text("SELECT 1"))
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK_NUMBER})
