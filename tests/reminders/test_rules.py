"""When reminders come: over years, months of every length, leap days and both changes of the clock. Pure rules."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webapp.core.london import instant, wall
from webapp.reminders.rules import (
    AHEAD,
    LEFT,
    Coming,
    Every,
    Milestone,
    Plan,
    Repeat,
    comings,
    milestones,
    next_batch,
    trouble,
)

NINE = time(9)
days = st.dates(date(2020, 1, 1), date(2050, 12, 31))
wall_times = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))
every = st.sampled_from(Every)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan that is right: alone, or repeated for a year at most."""
    day = draw(days)
    repeat = draw(st.none() | st.builds(Repeat, every, st.dates(day, day + timedelta(days=365))))
    return Plan(day, draw(wall_times), repeat)


def monthly(first: date, until: date) -> list[date]:
    return list(Plan(first, NINE, Repeat(Every.MONTH, until)).days())


def test_the_31st_becomes_the_last_day_and_comes_back() -> None:
    assert monthly(date(2027, 1, 31), date(2027, 6, 30)) == [
        date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30), date(2027, 5, 31), date(2027, 6, 30)
    ]  # fmt: skip
    assert monthly(date(2027, 12, 31), date(2028, 3, 1)) == [date(2027, 12, 31), date(2028, 1, 31), date(2028, 2, 29)]
    assert monthly(date(2028, 2, 29), date(2029, 2, 28))[-1] == date(2029, 2, 28)


@given(plans())
@example(Plan(date(2028, 2, 29), NINE, Repeat(Every.MONTH, date(2029, 2, 28))))
@example(Plan(date(2027, 10, 31), time(1, 30), Repeat(Every.DAY, date(2028, 10, 31))))
def test_days_are_those_that_the_words_mean(plan: Plan) -> None:
    found = list(plan.days())
    assert found[0] == plan.day
    if plan.repeat is None:
        assert found == [plan.day]
        return
    until, gap = plan.repeat.until, {Every.DAY: 1, Every.WEEK: 7}.get(plan.repeat.every)
    assert found[-1] <= until
    assert len(found) <= 367
    if gap is not None:
        assert all((later - earlier).days == gap for earlier, later in pairwise(found))
        assert found[-1] + timedelta(days=gap) > until
        return
    months = [day.year * 12 + day.month for day in found]
    assert all(later - earlier == 1 for earlier, later in pairwise(months))
    for day in found:
        assert day.day == min(plan.day.day, calendar.monthrange(day.year, day.month)[1])


@given(plans())
@example(Plan(date(2027, 3, 27), time(1, 30), Repeat(Every.DAY, date(2027, 3, 29))))
@example(Plan(date(2027, 10, 30), time(1, 30), Repeat(Every.DAY, date(2027, 11, 1))))
def test_it_comes_at_the_same_time_of_the_wall_clock(plan: Plan) -> None:
    for one in comings(plan):
        day, at = wall(one.due)
        wished = plan.at or time(0)
        assert day == one.on
        # Only the hour that does not happen is shown as the one after it.
        assert at == wished or (at == wished.replace(hour=2) and wished.hour == 1 and one.on.month == 3)


def test_both_changes_of_the_clock() -> None:
    across = Plan(date(2027, 3, 27), NINE, Repeat(Every.DAY, date(2027, 3, 29)))
    assert [one.due.hour for one in comings(across)] == [9, 8, 8]
    back = Plan(date(2027, 10, 30), time(1, 30), Repeat(Every.DAY, date(2027, 11, 1)))
    assert [one.due for one in comings(back)] == [
        datetime(2027, 10, 30, 0, 30, tzinfo=UTC),
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),  # the first of the two
        datetime(2027, 11, 1, 1, 30, tzinfo=UTC),
    ]


@given(plans())
def test_each_is_of_use_for_a_while_and_never_beyond_the_next(plan: Plan) -> None:
    found = list(comings(plan))
    assert all(one.due < one.until <= instant(one.on + timedelta(days=2), None) for one in found)
    assert all(one.until <= following.due for one, following in pairwise(found))
    assert found[-1].until == instant(found[-1].on + timedelta(days=2), None)


# ── Putting them, in portions ─────────────────────────────────────────────────────────────────────────────────────────

gaps = st.lists(st.timedeltas(timedelta(0), timedelta(days=90)), max_size=12)


@given(plans(), st.timedeltas(timedelta(days=-500), timedelta(days=-1)), gaps)
def test_portions_put_each_day_once_and_nothing_in_the_past(
    plan: Plan, early: timedelta, gaps: list[timedelta]
) -> None:
    moment = instant(plan.day, None) + early
    batch = next_batch(plan, None, moment)
    put, upto = list(batch.put), batch.upto
    missed_by = moment
    for gap in gaps:
        moment += gap
        if batch.again is None or batch.again > moment:
            continue
        # A worker that stood still takes up its work late.
        batch = next_batch(plan, upto, moment)
        assert all(one.due >= moment and one.until > moment for one in batch.put)
        put, upto, missed_by = [*put, *batch.put], batch.upto, moment
    assert len({one.on for one in put}) == len(put)
    wanted = list(comings(plan))
    dealt_with = [one for one in wanted if upto is not None and one.on <= upto]
    left_out = {one.on for one in dealt_with} - {one.on for one in put}
    assert all(one.until <= missed_by for one in dealt_with if one.on in left_out)
    assert (batch.again is None) is (dealt_with == wanted)


@given(plans(), st.timedeltas(timedelta(days=-500), timedelta(days=400)))
def test_a_portion_reaches_into_the_weeks_ahead_and_the_next_comes_in_time(plan: Plan, when: timedelta) -> None:
    moment = instant(plan.day, None) + when
    batch = next_batch(plan, None, moment)
    ahead = [one.on for one in comings(plan) if one.until > moment and one.due <= moment + AHEAD]
    put = [one.on for one in batch.put]
    assert put == ahead or (not ahead and len(put) == 1)
    if batch.again is not None:
        first_left = next(one for one in comings(plan) if batch.upto is None or one.on > batch.upto)
        assert moment <= batch.again == min(first_left.due - LEFT, batch.put[-1].due)


def test_the_next_one_is_put_however_far_away() -> None:
    far = Plan(date(2034, 5, 4), NINE)
    assert next_batch(far, None, datetime(2027, 1, 1, tzinfo=UTC)).put == tuple(comings(far))


def test_a_whole_day_that_has_begun_is_due_now() -> None:
    moment = datetime(2027, 1, 15, 15, tzinfo=UTC)
    batch = next_batch(Plan(moment.date(), None), None, moment)
    assert batch.put == (Coming(moment.date(), moment, datetime(2027, 1, 17, tzinfo=UTC)),)


# ── What cannot be ────────────────────────────────────────────────────────────────────────────────────────────────────


@given(plans(), st.timedeltas(timedelta(days=-3000), timedelta(days=400)))
@example(Plan(date(2027, 3, 28), time(1, 30)), timedelta(0))
def test_refused_in_the_past_and_never_otherwise(plan: Plan, when: timedelta) -> None:
    said = instant(plan.day, plan.at) + when
    today = wall(said)[0]
    over = plan.day < today or (plan.at is not None and instant(plan.day, plan.at) <= said)
    wrong = trouble(plan, said)
    assert (wrong is not None) is over
    assert wrong is None or wrong[0] == "day"


SAID = datetime(2027, 1, 15, 14, tzinfo=UTC)
TODAY = SAID.date()


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (Plan(date(2027, 1, 14), None), "day"),
        (Plan(TODAY, time(13, 59)), "day"),
        (Plan(TODAY, time(14)), "day"),
        (Plan(date(2037, 1, 16), None), "day"),
        (Plan(date.max, None), "day"),
        (Plan(date.min, time(0)), "day"),
        (Plan(TODAY, None, Repeat(Every.DAY, date(2027, 1, 14))), "repeat"),
        (Plan(TODAY, None, Repeat(Every.DAY, date(2028, 1, 16))), "repeat"),
        (Plan(TODAY, None, Repeat(Every.MONTH, date.max)), "repeat"),
        (Plan(date(2028, 2, 29), None, Repeat(Every.MONTH, date(2029, 3, 1))), "repeat"),
    ],
)
def test_what_is_wrong_is_named(plan: Plan, field: str) -> None:
    wrong = trouble(plan, SAID)
    assert wrong is not None
    assert wrong[0] == field


@pytest.mark.parametrize(
    "plan",
    [
        Plan(TODAY, None),
        Plan(TODAY, time(14, 1)),
        Plan(date(2037, 1, 15), time(23, 59)),
        Plan(TODAY, None, Repeat(Every.DAY, TODAY)),
        Plan(TODAY, None, Repeat(Every.DAY, date(2028, 1, 15))),
        Plan(date(2028, 2, 29), None, Repeat(Every.WEEK, date(2029, 2, 28))),
    ],
)
def test_what_is_just_right_is_taken(plan: Plan) -> None:
    assert trouble(plan, SAID) is None


def test_today_is_the_day_in_london() -> None:
    late = datetime(2027, 7, 15, 23, 30, tzinfo=UTC)
    assert trouble(Plan(date(2027, 7, 15), None), late) is not None
    assert trouble(Plan(date(2027, 7, 16), time(0, 31)), late) is None
    assert trouble(Plan(date(2027, 7, 16), time(0, 30)), late) is not None


# ── Milestones ────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.dates(date(2000, 1, 1), date(2015, 12, 31)))
@example(date(2004, 2, 29))
def test_every_milestone_is_met_once_by_windows_that_follow_each_other(born: date) -> None:
    met: list[Milestone] = []
    day = born + timedelta(days=15 * 365)
    while day < born + timedelta(days=26 * 366):
        met += milestones(born, day, day + timedelta(days=29))
        day += timedelta(days=30)
    assert [one.age for one in met] == [16, 17, 18, 21, 24, 25]
    for one in met:
        leap = (born.month, born.day) == (2, 29) and not calendar.isleap(born.year + one.age)
        assert one.day == (date(born.year + one.age, 3, 1) if leap else born.replace(year=born.year + one.age))
