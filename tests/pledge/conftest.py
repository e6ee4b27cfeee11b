"""Maya, her adviser and a stranger on a day in the autumn of 2026; for some tests on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.care import Care, make_care
from webapp.core import clock

from .rating import RATED


@pytest.fixture(autouse=True)
def autumn() -> Iterator[None]:
    """The season runs, whatever the real date."""
    with clock.fixed(RATED):
        yield


@pytest.fixture
def care(autumn: None, app: Flask) -> Care:
    return make_care(app)


@pytest.fixture
def either_care(autumn: None, either_app: Flask) -> Care:
    return make_care(either_app)
