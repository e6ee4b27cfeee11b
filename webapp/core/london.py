"""The clock on the wall in London, and the moments that it shows. Dates are kept as the wall clock says them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MIDNIGHT = time(0)


def instant(day: date, at: time | None) -> datetime:
    """The moment (UTC) at which clocks in London show `at` on `day`; without `at`, the start of the day.

    An hour that happens twice is the first one. In the hour that does not happen, the clock has moved on: 01:30 on the
    day of the change is 02:30 by the clock.
    """
    wall = datetime.combine(day, at or MIDNIGHT, LONDON)
    return wall.astimezone(UTC)


def wall(moment: datetime) -> tuple[date, time]:
    """The day and the time that clocks in London show at a moment (aware)."""
    local = moment.astimezone(LONDON)
    return local.date(), local.time().replace(tzinfo=None)
