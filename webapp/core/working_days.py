"""England's working days: what an answer is due by, and the days on which no council answers.

Source: Banking and Financial Dealings Act 1971, section 1 and Schedule 1, with the days that were proclaimed under it;
Good Friday and Christmas Day are holidays by common law. The `holidays` package keeps the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

LONDON = ZoneInfo("Europe/London")
SATURDAY = 5


def england_bank_holidays(years: Iterable[int]) -> frozenset[date]:
    """Every bank holiday of these calendar years that is a weekday: the substitute day when one falls on a weekend."""
    return frozenset().union(*(_of_year(year) for year in years))


def add_working_days(day: date, count: int, holidays: AbstractSet[date]) -> date:
    """The `count`-th working day after `day`, which itself is not counted; `day` when the count is 0.

    `holidays` must hold those of every year that is passed through.
    """
    left = count
    while left > 0:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY and day not in holidays
    return day


def london_day(moment: datetime) -> date:
    """The calendar day that it is in London at an aware moment."""
    return moment.astimezone(LONDON).date()


@lru_cache(maxsize=64)
def _of_year(year: int) -> frozenset[date]:
    return frozenset(day for day in country_holidays("GB", subdiv="ENG", years=year) if day.weekday() < SATURDAY)
