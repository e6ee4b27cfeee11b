"""The people of these tests, on SQLite and then on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.marked import TODAY
from webapp.core import clock


@pytest.fixture
def app(either_app: Flask) -> Flask:
    """A migrated app; overrides the shared fixture so that each test here runs on both databases."""
    return either_app


@pytest.fixture
def on_one_day() -> Iterator[None]:
    """The server's clock stands still on the day that the marked records tell of."""
    with clock.fixed(TODAY):
        yield
