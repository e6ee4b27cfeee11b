"""A young person, her adviser and a stranger, for each test; for some of them on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask

from tests.support.care import Care, make_care
from webapp.core import clock


@pytest.fixture(autouse=True)
def _on_one_day() -> Iterator[None]:
    """Everybody joins, asks and answers on one Sunday: due days are counted from the day on which a request arrives."""
    with clock.fixed(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def care(app: Flask) -> Care:
    return make_care(app)


@pytest.fixture
def either_care(either_app: Flask) -> Care:
    return make_care(either_app)
