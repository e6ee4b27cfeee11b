"""The people of these tests, on SQLite and then on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import make_settings
from webapp import create_app
from webapp.core.db import get_db
from webapp.upkeep.migrate import upgrade


@pytest.fixture(params=["sqlite", "postgresql"])
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """A migrated app; overrides the shared fixture so that each test here runs on both databases."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    app = create_app(make_settings(tmp_path, url))
    with app.app_context():
        upgrade(get_db())
        yield app
        get_db().engine.dispose()
