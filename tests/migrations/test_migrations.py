"""Migrations go up, down and up again on both databases, also on rows that are there, and end where the models are."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text

from webapp import features
from webapp.core.db import Base, Database
from webapp.core.guards import Role
from webapp.people.models import Account
from webapp.settings import ROOT
from webapp.spaces.models import Member, MemberRole, Space
from webapp.upkeep.migrate import downgrade, known_revisions, upgrade

MOMENT = datetime(2026, 11, 22, 9, 14, 3, 120_000, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    for feature in features.NAMES:
        if (ROOT / "webapp" / feature / "models.py").is_file():
            import_module(f"webapp.{feature}.models")
    url = (
        f"sqlite:///{tmp_path / 'm.sqlite3'}"
        if request.param == "sqlite"
        else request.getfixturevalue("empty_postgres_url")
    )
    database = Database(url)
    yield database
    database.engine.dispose()


def tables(database: Database) -> set[str]:
    return set(inspect(database.engine).get_table_names()) - {"alembic_version"}


def shape(database: Database) -> dict[str, list[tuple[str, str, bool]]]:
    seen = inspect(database.engine)
    return {
        table: sorted((column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(table))
        for table in tables(database)
    }


def add_rows(database: Database) -> tuple[uuid.UUID, uuid.UUID]:
    account, space = uuid.uuid4(), uuid.uuid4()
    with database.write() as db:
        db.add(Account(id=account, role=Role.YOUNG_PERSON, council="rutland", name="Zoë 🙂", created_at=MOMENT))
        db.flush()
        db.add(
            Space(id=space, council="rutland", birthday=MOMENT.date(), seq=0, wrapped_key=b"\0\xff", created_at=MOMENT)
        )
        db.flush()
        db.add(Member(space_id=space, account_id=account, role=MemberRole.YOUNG_PERSON, since=MOMENT))
    return account, space


def test_up_down_up(database: Database) -> None:
    upgrade(database)
    first = shape(database)
    assert set(first) == set(Base.metadata.tables)
    downgrade(database, "base")
    assert tables(database) == set()
    upgrade(database)
    assert shape(database) == first


def test_the_head_is_what_the_models_say(database: Database) -> None:
    upgrade(database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_up_again_changes_nothing(database: Database) -> None:
    upgrade(database)
    account, space = add_rows(database)
    upgrade(database)
    with database.read() as db:
        found = db.scalars(select(Account)).one()
        assert (found.id, found.name, found.created_at) == (account, "Zoë 🙂", MOMENT)
        assert db.scalars(select(Space)).one().id == space


def test_one_step_down_and_up_on_rows_that_are_there(database: Database) -> None:
    """Each step, from the newest down to the first that has people and spaces, on a database in use."""
    upgrade(database)
    account, _ = add_rows(database)
    order = sorted(known_revisions())
    for below in reversed(order[1:-1]):
        downgrade(database, below)
        upgrade(database)
        with database.read() as db:
            assert db.scalars(select(Account.id)).all() == [account]
            assert len(db.scalars(select(Member)).all()) == 1


def test_people_without_spaces_survive_the_later_steps(database: Database) -> None:
    upgrade(database)
    downgrade(database, "0001_people")
    with database.write() as db:
        db.add(Account(role=Role.ADVISER, council="merton", name="Sam", email="sam@merton.example", created_at=MOMENT))
    upgrade(database)
    with database.read() as db:
        assert db.scalars(select(Account.email)).all() == ["sam@merton.example"]
        assert db.execute(text("SELECT count(*) FROM space")).scalar() == 0


def test_one_line_of_history_in_the_order_of_the_names() -> None:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.set_main_option("version_locations", str(ROOT / "migrations"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert len(scripts.get_heads()) == 1
    revisions = [script.revision for script in scripts.walk_revisions()][::-1]
    assert revisions == sorted(revisions)
    files = sorted(path.stem for path in (ROOT / "migrations").glob("[0-9]*.py"))
    assert revisions == files
