"""One day for every test here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from webapp.core import clock


@pytest.fixture(autouse=True)
def _on_one_day() -> Iterator[None]:
    """Everybody plans on one Sunday, 22 November 2026: what is over and what is to come are counted from it."""
    with clock.fixed(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        yield
