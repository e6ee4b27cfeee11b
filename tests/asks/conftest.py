"""One day for every test here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from webapp.core import clock


@pytest.fixture(autouse=True)
def _on_one_day() -> Iterator[None]:
    """Everybody joins, asks and answers on one Sunday: due days are counted from the day on which a request arrives."""
    with clock.fixed(datetime(2026, 11, 22, 9, tzinfo=UTC)):
        yield
