"""One day for every test here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from webapp.core import clock

from .rating import RATED


@pytest.fixture(autouse=True)
def autumn() -> Iterator[None]:
    """The season runs, whatever the real date."""
    with clock.fixed(RATED):
        yield
