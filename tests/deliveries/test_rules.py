"""Quiet hours, working hours, plans and waits, over years and over every change of the clock."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.core.london import wall
from webapp.core.working_days import england_bank_holidays
from webapp.deliveries.rules import (
    STEPS,
    Quiet,
    after_quiet,
    in_working_hours,
    over_at,
    step_moment,
    steps_to_come,
    wait_before,
)

MANY = settings(max_examples=400, deadline=None)
OFFICE = Quiet(time(17), time(9))
HOLIDAYS = england_bank_holidays(range(2024, 2042))
# Half of all moments lie around a change of the clock: 29 March 2026 and 25 October 2026, and so on.
CHANGES = [
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2027, 3, 28, 1, tzinfo=UTC),
]
moments = st.one_of(
    st.integers(0, 16 * 365 * 24 * 60).map(
        lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    st.builds(
        lambda change, minutes: change + timedelta(minutes=minutes), st.sampled_from(CHANGES), st.integers(-200, 200)
    ),
)
clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))
quiets = st.builds(Quiet, clocks, clocks)


@MANY
@given(moments, quiets)
def test_after_quiet_is_never_quiet_never_earlier_and_within_a_day(moment: datetime, quiet: Quiet) -> None:
    at = after_quiet(moment, quiet)
    assert not quiet.holds(wall(at)[1])
    assert moment <= at <= moment + timedelta(hours=26)
    if not quiet.holds(wall(moment)[1]):
        assert at == moment
    assert after_quiet(at, quiet) == at


@MANY
@given(moments)
def test_the_usual_quiet_hours_end_at_eight_by_the_clock(moment: datetime) -> None:
    at = after_quiet(moment, Quiet())
    if at != moment:
        day, clock_time = wall(at)
        assert clock_time == time(8)
        assert day - wall(moment)[0] == timedelta(days=wall(moment)[1] >= time(21))


@MANY
@given(moments)
def test_no_quiet_hours_move_nothing(moment: datetime) -> None:
    assert after_quiet(moment, Quiet(time(9), time(9))) == moment


@MANY
@given(moments)
def test_staff_are_told_only_while_their_council_works(moment: datetime) -> None:
    at = in_working_hours(moment, OFFICE, HOLIDAYS)
    day, clock_time = wall(at)
    assert day.weekday() < 5
    assert day not in HOLIDAYS
    assert time(9) <= clock_time < time(17)
    # Christmas and a weekend beside it are the longest rest.
    assert moment <= at <= moment + timedelta(days=5, hours=18)
    assert in_working_hours(at, OFFICE, HOLIDAYS) == at


@pytest.mark.parametrize(
    ("moment", "at"),
    [
        ("2026-12-24T16:59:00", "2026-12-24T16:59:00"),
        ("2026-12-24T17:00:00", "2026-12-29T09:00:00"),
        ("2026-12-28T10:00:00", "2026-12-29T09:00:00"),
        ("2027-03-25T18:00:00", "2027-03-30T08:00:00"),
        ("2026-11-22T09:00:00", "2026-11-23T09:00:00"),
    ],
)
def test_bank_holidays(moment: str, at: str) -> None:
    found = in_working_hours(datetime.fromisoformat(moment).replace(tzinfo=UTC), OFFICE, HOLIDAYS)
    assert found == datetime.fromisoformat(at).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "quiet", "at"),
    [
        # The hour that does not happen: 01:30 is past when the clock says 02:30.
        ("2026-03-29T00:45", Quiet(time(0), time(1, 30)), "2026-03-29T01:30"),
        # The hour that happens twice: quiet until 01:30, the first time round.
        ("2026-10-25T00:10", Quiet(time(0), time(1, 30)), "2026-10-25T00:30"),
        # And the second time round.
        ("2026-10-25T01:10", Quiet(time(0), time(1, 30)), "2026-10-25T01:30"),
        ("2026-10-24T22:00", Quiet(), "2026-10-25T08:00"),
        ("2026-03-28T22:00", Quiet(), "2026-03-29T07:00"),
    ],
)
def test_quiet_hours_when_the_clock_changes(moment: str, quiet: Quiet, at: str) -> None:
    found = after_quiet(datetime.fromisoformat(moment).replace(tzinfo=UTC), quiet)
    assert found == datetime.fromisoformat(at).replace(tzinfo=UTC)


days = st.dates(date(2026, 1, 1), date(2036, 12, 31))


@MANY
@given(days, st.one_of(st.none(), clocks), moments)
def test_a_plan_tells_only_what_lies_ahead_and_before_the_date(day: date, at: time | None, now: datetime) -> None:
    for step, moment in steps_to_come(STEPS, day, at, now):
        assert now < moment < over_at(day, at)
        assert at is not None or not step.endswith("h")


@MANY
@given(days, clocks)
def test_steps_stand_at_the_same_time_of_the_clock_all_year(day: date, at: time) -> None:
    for step in STEPS:
        moment = step_moment(step, day, at)
        if step.endswith("d"):
            assert wall(moment) == (day - timedelta(days=int(step[1:-1])), time(9))
        if step == "morning":
            assert wall(moment) in ((day, time(8)), (day - timedelta(days=1), time(18)))
            assert moment < over_at(day, at)


def test_no_other_steps() -> None:
    with pytest.raises(ValueError, match="-3 days"):
        step_moment("-3 days", date(2026, 12, 1), None)


@MANY
@given(
    st.integers(1, 10_000),
    st.one_of(st.none(), st.floats(allow_nan=False, min_value=-10, max_value=1e12)),
    st.integers(),
)
def test_a_wait_is_sensible_whatever_was_asked(tries: int, asked: float | None, seed: int) -> None:
    wait = wait_before(tries, asked, random.Random(seed))
    assert timedelta(seconds=15) <= wait <= timedelta(hours=7)
    if asked is not None and 0 <= asked <= 6 * 3600:
        assert wait >= timedelta(seconds=asked) - timedelta(milliseconds=1)


def test_chance_spreads_the_waits() -> None:
    chance = random.Random(1)
    assert len({wait_before(5, None, chance) for _ in range(100)}) > 90


@pytest.mark.parametrize("year", range(2026, 2034))
def test_every_night_of_a_year_ends_at_eight(year: int) -> None:
    """By the machine's own clock, set to each evening: the real path from `now` to the next allowed moment."""
    day = date(year, 1, 1)
    while day.year == year:
        with time_machine.travel(datetime(day.year, day.month, day.day, 22, 30, tzinfo=UTC), tick=False):
            at = after_quiet(datetime.now(UTC), Quiet())
        assert wall(at) == (day + timedelta(days=1), time(8))
        day += timedelta(days=1)
