"""Fixtures of the sync tests: a young person, an adviser, a stranger, and both kinds of database."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import make_settings
from tests.support.care import Care, make_care
from tests.support.places import Place, PostgresPlace, SqlitePlace
from tests.support.postgres import Cluster
from webapp import create_app
from webapp.core.db import get_db
from webapp.upkeep.migrate import upgrade


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    cluster = Cluster()
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "sqlite":
        return SqlitePlace(tmp_path)
    return PostgresPlace(request.getfixturevalue("cluster"), f"t{uuid.uuid4().hex}")


@pytest.fixture
def placed_app(place: Place, tmp_path: Path) -> Iterator[Flask]:
    """The app on SQLite and then on PostgreSQL."""
    app = create_app(make_settings(tmp_path, place.url))
    with app.app_context():
        upgrade(get_db())
        yield app
        get_db().engine.dispose()


@pytest.fixture
def care(app: Flask) -> Care:
    return make_care(app)
