"""Maya with her adviser Sam, on one Sunday, for each test; for some of them on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import make_settings
from tests.support.care import make_care
from webapp import create_app
from webapp.core import clock
from webapp.core.db import get_db
from webapp.upkeep.migrate import upgrade

from .team import Team, make_team

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_one_day() -> Iterator[None]:
    with clock.fixed(NOW):
        yield


@pytest.fixture(params=["sqlite", "postgresql"])
def team(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Team]:
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    app = create_app(make_settings(tmp_path, url))
    with app.app_context():
        upgrade(get_db())
        yield make_team(make_care(app))
        get_db().engine.dispose()
