"""Pure decisions about when and how somebody is told: plans, quiet hours, working hours, waiting before another try.

Everything is said in London's wall clock and worked out to moments (UTC).
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from ..core.london import instant, wall

STEPS = ("-28d", "-14d", "-7d", "-3d", "-2d", "-1d", "morning", "-2h", "-1h")
DEFAULT_PLAN = ("-14d", "-3d", "morning")
STEP = re.compile(r"-(?P<count>\d+)(?P<unit>[dh])")
# Steps of whole days, and the morning of the day, are told at this time unless quiet hours move them.
DAY_STEP_AT = time(9)
MORNING_AT = time(8)
# A date this early would be over before a morning's reminder helped: it is told on the evening before.
EARLY = time(9)
EVENING_AT = time(18)

QUIET_FROM, QUIET_TO = time(21), time(8)
SATURDAY = 5

# How plain a notification's words are.
PLAINEST, SAYS_KIND = "plainest", "says_kind"

# How long a delivery is one worker's. When that worker dies, another one finds it due after the lease.
LEASE = timedelta(seconds=120)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
LONGEST_ASKED_WAIT = timedelta(hours=6)
# After a day of tries a delivery is parked.
GIVE_UP_AFTER = timedelta(days=1)


@dataclass(frozen=True)
class Quiet:
    """Hours of the wall clock in which a person is told nothing; none when both are the same."""

    start: time = QUIET_FROM
    end: time = QUIET_TO

    def holds(self, at: time) -> bool:
        """Whether this time of day is quiet."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


def after_quiet(moment: datetime, quiet: Quiet) -> datetime:
    """The moment itself when it is not quiet; otherwise the end of the quiet hours that it lies in."""
    while quiet.holds(wall(moment)[1]):
        day, at = wall(moment)
        end = instant(day if at < quiet.end else day + timedelta(days=1), quiet.end)
        if end <= moment:
            # An hour that happens twice: this is its second time round.
            end = moment + (_since_midnight(quiet.end) - _since_midnight(at))
        moment = end
    return moment


def in_working_hours(moment: datetime, rest: Quiet, holidays: AbstractSet[date]) -> datetime:
    """The moment itself within a council's working hours; otherwise the next time that it opens.

    `rest` lasts from when the council closes until it opens. `holidays` must hold the bank holidays of the year of
    `moment` and of the next one.
    """
    day, at = wall(moment)
    if _works(day, holidays) and not rest.holds(at):
        return moment
    if at >= rest.end:
        day += timedelta(days=1)
    while not _works(day, holidays):
        day += timedelta(days=1)
    return instant(day, rest.end)


def step_moment(step: str, day: date, at: time | None) -> datetime:
    """When a step of a plan is due, for a date on `day` at a time (None: all day), before quiet hours.

    Raises `ValueError` for what is no step.
    """
    if step == "morning":
        if at is not None and at < EARLY:
            return instant(day - timedelta(days=1), EVENING_AT)
        return instant(day, MORNING_AT)
    match = STEP.fullmatch(step)
    if match is None:
        raise ValueError(f"not a step of a plan: {step}")
    count = int(match["count"])
    if match["unit"] == "d":
        return instant(day - timedelta(days=count), DAY_STEP_AT)
    return instant(day, at or MORNING_AT) - timedelta(hours=count)


def over_at(day: date, at: time | None) -> datetime:
    """From when on a reminder of the date is pointless: its time, or the end of the day when it has none."""
    return instant(day, at) if at is not None else instant(day + timedelta(days=1), None)


def steps_to_come(plan: Sequence[str], day: date, at: time | None, now: datetime) -> list[tuple[str, datetime]]:
    """The steps of a plan that lie ahead, each with its moment. Hours before a date need a time, and are left out."""
    usable = [step for step in plan if at is not None or not step.endswith("h")]
    moments = [(step, step_moment(step, day, at)) for step in usable]
    over = over_at(day, at)
    return [(step, moment) for step, moment in moments if now < moment < over]


def wait_before(tries: int, asked: float | None, chance: random.Random) -> timedelta:
    """How long to wait after `tries` tries: doubling, with chance in it so that not all come back at once.

    `asked` is a service's own wish in seconds; it is honoured, within what is sensible.
    """
    doubled = min(FIRST_WAIT * 2 ** min(tries - 1, 20), LONGEST_WAIT) if tries < 20 else LONGEST_WAIT
    wait = doubled * chance.uniform(0.5, 1.5)
    if asked is not None and asked >= 0:
        wished = timedelta(seconds=min(asked, LONGEST_ASKED_WAIT.total_seconds()))
        wait = max(wait, wished * chance.uniform(1.0, 1.1))
    # Moments are kept in whole milliseconds.
    return timedelta(milliseconds=wait // timedelta(milliseconds=1) + 1)


def retry_after(header: str | None, now: datetime) -> float | None:
    """The seconds of a `Retry-After` header (RFC 9110 section 10.2.3): a number or a date; None when it is neither."""
    from email.utils import parsedate_to_datetime

    text = (header or "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)


def _works(day: date, holidays: AbstractSet[date]) -> bool:
    return day.weekday() < SATURDAY and day not in holidays


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond)
