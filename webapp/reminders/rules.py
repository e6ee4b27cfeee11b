"""On which days a reminder comes, when each is due and when it is pointless, and what cannot be. Pure decisions.

All days and times are those that the clocks in London show: a daily reminder at nine comes at nine, before and after
the clocks change. The moments follow from them only at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import count, takewhile

from ..core.ages import MONTHS_A_YEAR, birthday, months_after
from ..core.london import instant, wall


class Every(StrEnum):
    """How often a reminder comes again."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


MAX_TEXT = 300
MAX_TEMPLATE = 64
# A repeat ends a year after its first day at the latest; a reminder begins in ten years at the latest.
LONGEST_REPEAT = MONTHS_A_YEAR
FARTHEST = 10 * MONTHS_A_YEAR
# After the day that follows it, a reminder that quiet hours held back is no longer of use.
STAYS = timedelta(days=2)
# Notices are put so far ahead, and the next ones when no more than this is left of them.
AHEAD = timedelta(days=35)
LEFT = timedelta(days=14)


@dataclass(frozen=True)
class Repeat:
    """Comes again, up to a last day, which it always has."""

    every: Every
    until: date


@dataclass(frozen=True)
class Plan:
    """When a reminder comes: a day, a time (None: for the whole day), and whether it comes again."""

    day: date
    at: time | None
    repeat: Repeat | None = None

    def days(self) -> Iterator[date]:
        """Every day on which it comes, in order. A month that lacks the day has it on its last day."""
        if self.repeat is None:
            return iter((self.day,))
        every, until = self.repeat.every, self.repeat.until
        return takewhile(lambda day: day <= until, (_after(self.day, every, number) for number in count()))


@dataclass(frozen=True)
class Coming:
    """One time that a reminder comes: its day, when it is due, and from when on it is pointless."""

    on: date
    due: datetime
    until: datetime


@dataclass(frozen=True)
class Batch:
    """What to put now, the last day that is dealt with then, and when to put the next ones (None: that was all)."""

    put: tuple[Coming, ...]
    upto: date | None
    again: datetime | None


def trouble(plan: Plan, said: datetime) -> tuple[str, str] | None:
    """What is wrong with a plan that was made at a moment: the field and a plain sentence; None when it is right."""
    today, repeat = wall(said)[0], plan.repeat
    if plan.day < today or (plan.at is not None and instant(plan.day, plan.at) <= said):
        return "day", "This day or time is over. Choose a later one."
    if plan.day > months_after(today, FARTHEST):
        return "day", "This is too far away. Choose a day in the next 10 years."
    if repeat is not None and repeat.until < plan.day:
        return "repeat", "The last day is before the first one."
    if repeat is not None and repeat.until > months_after(plan.day, LONGEST_REPEAT):
        return "repeat", "A reminder can come again for a year at most. Choose an earlier last day."
    return None


def comings(plan: Plan) -> Iterator[Coming]:
    """Every time that it comes, in order.

    Each stays of use to the end of the day after it, but never beyond the next: nobody gets two of the same at once.
    """
    days = list(plan.days())
    for on, following in zip(days, [*days[1:], None], strict=True):
        end = instant(on + STAYS, None)
        if following is not None:
            end = min(end, instant(following, plan.at))
        yield Coming(on, instant(on, plan.at), end)


def next_batch(plan: Plan, put_upto: date | None, moment: datetime) -> Batch:
    """What to put at a moment, when all days up to `put_upto` are dealt with (None: none is).

    That is always the next one, however far away, and all in the weeks ahead. What is pointless by now is left out, and
    what is late but still of use is due now.
    """
    put: list[Coming] = []
    for one in comings(plan):
        if put_upto is not None and one.on <= put_upto:
            continue
        if put and one.due > moment + AHEAD:
            # At the latest when the last of these is out, so that the next one is always there.
            return Batch(tuple(put), put_upto, min(one.due - LEFT, put[-1].due))
        put_upto = one.on
        if one.until > moment:
            put.append(replace(one, due=max(one.due, moment)))
    return Batch(tuple(put), put_upto, None)


def _after(first: date, every: Every, number: int) -> date:
    if every is Every.MONTH:
        return months_after(first, number)
    return first + number * timedelta(days=7 if every is Every.WEEK else 1)


@dataclass(frozen=True)
class Milestone:
    """A birthday on which the law changes something."""

    age: int
    day: date


# Children Act 1989 ss 23A-24D and Sch 2: what begins or ends at each of these.
AGES = (16, 17, 18, 21, 24, 25)
# Longer than anybody's plan looks ahead, and than a worker should ever stand still.
MILESTONE_AHEAD = timedelta(days=60)
# Children Act 1989 s 23CZA: Staying Put ends at 21, and a plan for it should begin half a year before.
STAYING_PUT_ENDS = 21
STAYING_PUT_PLAN = 6


def milestones(born: date, first: date, last: date) -> list[Milestone]:
    """Those of somebody born on a day that fall between two days, both included."""
    reached = [Milestone(age, birthday(born, age)) for age in AGES]
    return [one for one in reached if first <= one.day <= last]
