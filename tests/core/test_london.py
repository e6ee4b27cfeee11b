"""The wall clock of London and the moments it shows, over many years and both changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webapp.core.london import instant, wall

HOUR = timedelta(hours=1)
days = st.dates(date(1990, 1, 1), date(2080, 12, 31))
times = st.times().map(lambda at: at.replace(microsecond=0))
FIRST = datetime(1990, 1, 1, tzinfo=UTC)
moments = st.integers(0, 90 * 366 * 86_400).map(lambda seconds: FIRST + timedelta(seconds=seconds))
# In the year 2027 clocks go forward on 28 March and back on 31 October.
FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)


def last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        (date(2027, 1, 15), time(14), datetime(2027, 1, 15, 14, tzinfo=UTC)),
        (date(2027, 7, 15), time(14), datetime(2027, 7, 15, 13, tzinfo=UTC)),
        (date(2027, 7, 15), None, datetime(2027, 7, 14, 23, tzinfo=UTC)),
        (FORWARD, time(0, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        # The hour that does not happen: the clock shows 02:30 at that moment.
        (FORWARD, time(1, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (FORWARD, time(2), datetime(2027, 3, 28, 1, tzinfo=UTC)),
        # The hour that happens twice: the first time round.
        (BACK, time(1), datetime(2027, 10, 31, 0, tzinfo=UTC)),
        (BACK, time(1, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        (BACK, time(2), datetime(2027, 10, 31, 2, tzinfo=UTC)),
        (date(2028, 2, 29), time(9), datetime(2028, 2, 29, 9, tzinfo=UTC)),
    ],
)
def test_the_moment_of_a_time_on_the_wall(day: date, at: time | None, moment: datetime) -> None:
    assert instant(day, at) == moment


@given(days, times)
@example(FORWARD, time(1, 30))
@example(BACK, time(1, 30))
def test_a_time_comes_back_as_it_was_or_an_hour_later_when_it_does_not_happen(day: date, at: time) -> None:
    shown_day, shown = wall(instant(day, at))
    assert shown_day == day
    skipped = day == last_sunday(day.year, 3) and at.hour == 1
    assert shown == (at.replace(hour=2) if skipped else at)


@given(moments)
def test_a_moment_comes_back_as_it_was_or_an_hour_earlier_when_its_time_happens_twice(moment: datetime) -> None:
    back = instant(*wall(moment))
    assert back in (moment, moment - HOUR)
    if back != moment:
        day, at = wall(moment)
        assert at.hour == 1
        assert day == last_sunday(day.year, 10) or moment.year <= 1995, "the clocks go back only then"


@given(moments, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_a_later_day_is_never_an_earlier_moment(moment: datetime, later: timedelta) -> None:
    day, following = wall(moment)[0], wall(moment + later)[0]
    assert (instant(day, None) < instant(following, None)) is (day < following)


@given(days)
def test_a_day_starts_at_its_midnight_and_has_23_to_25_hours(day: date) -> None:
    start, end = instant(day, None), instant(day + timedelta(days=1), None)
    assert wall(start) == (day, time(0))
    assert wall(end - timedelta(seconds=1))[0] == day
    assert timedelta(hours=23) <= end - start <= timedelta(hours=25)
