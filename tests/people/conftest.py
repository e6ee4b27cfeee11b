"""Fixtures of the tests about people."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.sync.conftest import place, placed_app

from .people import Team, make_team

__all__ = ["place", "placed_app"]


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team()


@pytest.fixture
def placed_team(placed_app: Flask) -> Team:
    """The same people on SQLite and then on PostgreSQL: for what two requests at once could break."""
    return make_team()
