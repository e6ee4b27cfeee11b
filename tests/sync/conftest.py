"""Both kinds of database for the tests of sync, which copy them away and put them back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import make_settings
from tests.support.apps import running
from tests.support.places import Place, PostgresPlace, SqlitePlace


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "sqlite":
        return SqlitePlace(tmp_path)
    return PostgresPlace(request.getfixturevalue("cluster"), request.getfixturevalue("postgres_name"))


@pytest.fixture
def placed_app(place: Place, tmp_path: Path) -> Iterator[Flask]:
    """The app on SQLite and then on PostgreSQL."""
    with running(make_settings(tmp_path, place.url)) as app:
        yield app
