"""Who stands where in a space: the adviser, whoever covers, the council's duty list. Pure decisions on moments in UTC.

The adviser of a space stays in it while away. Somebody stands in for an adviser who is away: the one whom they named,
or the one whom that one named when away too, and so on. Where this leads to nobody, or in a circle, and where there is
no adviser at all, the advisers on duty who are not away stand in. When there is not even one of them, a manager of the
council can still look, online and with a reason (`webapp/spaces/looks.py`).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ..core.london import instant, wall
from ..deliveries.rules import Quiet, in_working_hours

ONE_DAY = timedelta(days=1)
# Leave of more than a year is a new adviser's time, not a cover's; and nobody plans further ahead than this.
LONGEST_AWAY = timedelta(days=366)
FURTHEST_AHEAD = timedelta(days=731)
MAX_TIMES = 30
# Two working days: long enough to read and answer, and then it is the adviser's alone again.
PASSED_ON_FOR = timedelta(hours=16)


@dataclass(frozen=True, order=True)
class Span:
    """An account's time in a place: from a moment until just before another (None: no end is known)."""

    account: uuid.UUID
    since: datetime
    until: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        """Whether it lasts at this moment."""
        return self.since <= moment and (self.until is None or moment < self.until)


@dataclass(frozen=True, order=True)
class Away(Span):
    """A time in which an account is away, and whom they named to cover.

    One that has ended is away for ever, and one that has not joined until it joins.
    """

    cover: uuid.UUID | None = None


@dataclass(frozen=True)
class World:
    """What decides who stands in one space: its advisers, who of the council is away or on duty, and when.

    Of a person's times away at one moment the last one says who covers. `passed_on` holds the times in which a message
    that nobody had read was passed on to the duty list.
    """

    advisers: tuple[Span, ...] = ()
    away: tuple[Away, ...] = ()
    duty: tuple[Span, ...] = ()
    passed_on: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True)
class Standing:
    """Who may read a space at one moment. `at_work` is false when all of them are away: then a manager must look."""

    adviser: uuid.UUID | None
    cover: frozenset[uuid.UUID]
    at_work: bool


def standing(world: World, moment: datetime) -> Standing:
    """Who stands where in the space at a moment. The adviser is never among those who cover."""
    away = {time.account: time.cover for time in world.away if time.holds(moment)}
    adviser = next((span.account for span in world.advisers if span.holds(moment)), None)
    on_duty = frozenset(span.account for span in world.duty if span.holds(moment) and span.account not in away)
    stand_in = follow(adviser, away)
    cover = on_duty if stand_in is None else frozenset({stand_in})
    if any(since <= moment < until for since, until in world.passed_on):
        cover |= on_duty
    return Standing(adviser, cover - {adviser}, at_work=bool(cover))


def follow(adviser: uuid.UUID | None, away: dict[uuid.UUID, uuid.UUID | None]) -> uuid.UUID | None:
    """The adviser, or who stands in at the end of the chain of covers; None when it leads nowhere or in a circle."""
    met = set()
    while adviser is not None and adviser in away:
        if adviser in met:
            return None
        met.add(adviser)
        adviser = away[adviser]
    return adviser


def covers(world: World, start: datetime) -> list[Span]:
    """The times from `start` on in which somebody covers the space, each person's in whole pieces, in order."""
    begun: dict[uuid.UUID, datetime] = {}
    spans = []
    for moment in _changes(world, start):
        now = standing(world, moment).cover
        spans += [Span(account, begun.pop(account), moment) for account in list(begun) if account not in now]
        begun |= {account: moment for account in now if account not in begun}
    spans += [Span(account, since) for account, since in begun.items()]
    return sorted(spans, key=lambda span: (span.since, span.account))


def _changes(world: World, start: datetime) -> list[datetime]:
    """`start`, and every later moment at which somebody may come or go."""
    return sorted({start, *(moment for moment in _ends(world) if moment > start)})


def _ends(world: World) -> Iterator[datetime]:
    for span in (*world.advisers, *world.away, *world.duty):
        yield span.since
        if span.until is not None:
            yield span.until
    for since, until in world.passed_on:
        yield from (since, until)


def away_span(since: date, until: date) -> tuple[datetime, datetime]:
    """The moments of being away from the first day to the last one, both whole days in London."""
    return instant(since, None), instant(until + ONE_DAY, None)


def away_trouble(since: date, until: date, today: date, others: Iterable[tuple[date, date]]) -> tuple[str, str] | None:
    """The field that is wrong and a plain sentence about it, or None. `others` are the person's other times away.

    `since` may lie in the past only for a time that has begun: that is the caller's to know.
    """
    if until < since:
        return "until", "The last day is before the first day."
    if until < today:
        return "until", "The last day is in the past."
    if until - since > LONGEST_AWAY:
        return "until", "That is more than a year. Ask your manager to hand over instead."
    if until - today > FURTHEST_AHEAD:
        return "until", "That is too far ahead."
    if any(since <= last and first <= until for first, last in others):
        return "since", "You are away on some of these days already. Change that time instead."
    return None


def worked_off(start: datetime, hours: timedelta, rest: Quiet, holidays: AbstractSet[date]) -> datetime:
    """The moment at which so many working hours of a council have passed since `start`.

    `rest` lasts from when it closes until it opens. `holidays` must hold the bank holidays of every year that is passed
    through.
    """
    moment, left = in_working_hours(start, rest, holidays), hours
    while (room := instant(wall(moment)[0], rest.start) - moment) < left:
        moment, left = in_working_hours(moment + room, rest, holidays), left - room
    return moment + left
