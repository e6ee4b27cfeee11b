"""One working day, for every test here until it moves the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

# A Monday morning, in winter time.
TODAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today() -> Iterator[time_machine.Traveller]:
    """It is the same moment until a test moves it."""
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller
