"""Ages, birthdays and months, as the law counts them. Pure."""

from __future__ import annotations

import calendar
from datetime import date

MONTHS_A_YEAR = 12


def birthday(born: date, age: int) -> date:
    """The day on which somebody reaches an age, at its very start (Family Law Reform Act 1969 s9).

    Who was born on 29 February reaches it on 1 March of a year without that day.
    """
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age_on(born: date, day: date) -> int:
    """Age in whole years on a day; negative before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last day of the month where it has no such day."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
