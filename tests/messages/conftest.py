"""A young person, her adviser and a stranger, on one working day, for each test; for some on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from flask import Flask

from tests.conftest import make_settings
from tests.support.care import Care, make_care
from webapp import create_app
from webapp.core.db import get_db
from webapp.upkeep.migrate import upgrade

# A Monday morning, in winter time.
TODAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today() -> Iterator[time_machine.Traveller]:
    """It is the same moment until a test moves it."""
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def care(app: Flask) -> Care:
    return make_care(app)


@pytest.fixture(params=["sqlite", "postgresql"])
def either_care(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Care]:
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    app = create_app(make_settings(tmp_path, url))
    with app.app_context():
        upgrade(get_db())
        yield make_care(app)
        get_db().engine.dispose()
