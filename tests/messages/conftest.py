"""A young person, her adviser and a stranger, on one working day, for each test; for some on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from flask import Flask

from tests.support.care import Care, make_care

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


@pytest.fixture
def either_care(either_app: Flask) -> Care:
    return make_care(either_app)
