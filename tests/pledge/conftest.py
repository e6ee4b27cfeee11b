"""Maya, her adviser and a stranger on a day in the autumn of 2026; for some tests on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import make_settings
from tests.support.care import Care, make_care
from webapp import create_app
from webapp.core import clock
from webapp.core.db import get_db
from webapp.upkeep.migrate import upgrade

from .rating import RATED


@pytest.fixture(autouse=True)
def autumn() -> Iterator[None]:
    """The season runs, whatever the real date."""
    with clock.fixed(RATED):
        yield


@pytest.fixture
def care(autumn: None, app: Flask) -> Care:
    return make_care(app)


@pytest.fixture(params=["sqlite", "postgresql"])
def either_care(autumn: None, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Care]:
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    app = create_app(make_settings(tmp_path, url))
    with app.app_context():
        upgrade(get_db())
        yield make_care(app)
        get_db().engine.dispose()
