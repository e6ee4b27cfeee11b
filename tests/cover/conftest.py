"""Maya with her adviser Sam, on one Sunday, for each test; for some of them on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask

from tests.support.care import make_care
from webapp.core import clock

from .team import Team, make_team

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_one_day() -> Iterator[None]:
    with clock.fixed(NOW):
        yield


@pytest.fixture
def team(either_app: Flask) -> Team:
    return make_team(make_care(either_app))
