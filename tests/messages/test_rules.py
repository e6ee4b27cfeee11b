"""The rules by themselves: working time, replies, and the usual time to one."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.core.working_days import england_bank_holidays
from webapp.messages.rules import Sent, clean, is_tricky, replies, says_nothing, usual_reply, worked

HOURS = time(9), time(17)
HOLIDAYS = england_bank_holidays((2026, 2027))
START = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(), timedelta(days=690)).map(lambda after: START + after)
WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def at(text: str) -> datetime:
    """A moment by the clock in London in winter, `Mon 10:00` of the week that begins on 23 November 2026."""
    day, clock = text.split()
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 11, 23 + WEEK.index(day), hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(("start", "end", "minutes"), [
    ("Mon 10:00", "Mon 10:30", 30),
    ("Mon 10:00", "Mon 10:00", 0),
    ("Mon 08:00", "Mon 09:10", 10),
    ("Mon 16:50", "Tue 09:10", 20),
    ("Mon 18:00", "Mon 22:00", 0),
    ("Mon 09:00", "Mon 17:00", 480),
    ("Mon 00:00", "Sun 23:59", 5 * 480),
    ("Fri 16:30", "Sun 20:00", 30),
    ("Sat 10:00", "Sun 12:00", 0),
    ("Mon 10:30", "Mon 10:00", 0),
])  # fmt: skip
def test_working_time(start: str, end: str, minutes: int) -> None:
    assert worked(at(start), at(end), HOURS, HOLIDAYS) == timedelta(minutes=minutes)


def test_a_council_with_other_hours_has_other_working_time() -> None:
    assert worked(at("Mon 08:00"), at("Mon 09:10"), (time(8, 30), time(16)), HOLIDAYS) == timedelta(minutes=40)


def test_bank_holidays_are_no_working_time() -> None:
    # From Christmas Eve (a Thursday) to Tuesday 29 December: Christmas Day and its Monday are holidays.
    start, end = datetime(2026, 12, 24, 16, tzinfo=UTC), datetime(2026, 12, 29, 10, tzinfo=UTC)
    assert worked(start, end, HOURS, HOLIDAYS) == timedelta(hours=2)


def test_summer_time_is_londons() -> None:
    nine = datetime(2026, 7, 1, 8, tzinfo=UTC)
    assert worked(nine - timedelta(hours=1), nine + timedelta(minutes=5), HOURS, HOLIDAYS) == timedelta(minutes=5)


@given(MOMENTS, st.timedeltas(timedelta(), timedelta(days=30)), st.timedeltas(timedelta(), timedelta(days=30)))
def test_working_time_adds_up_and_is_never_longer_than_time(
    start: datetime, first: timedelta, second: timedelta
) -> None:
    whole = worked(start, start + first + second, HOURS, HOLIDAYS)
    assert whole == worked(start, start + first, HOURS, HOLIDAYS) + worked(
        start + first, start + first + second, HOURS, HOLIDAYS
    )
    assert timedelta() <= whole <= first + second


def test_a_reply_is_the_first_word_after_the_young_persons() -> None:
    talk = [(False, "Mon 09:00"), (True, "Mon 10:00"), (True, "Mon 10:10"), (False, "Mon 10:30"), (False, "Mon 10:31"),
            (True, "Mon 11:00")]  # fmt: skip
    assert replies(Sent(by_owner, at(when)) for by_owner, when in talk) == [(at("Mon 10:00"), at("Mon 10:30"))]


def pair(minutes: float) -> tuple[datetime, datetime]:
    return at("Mon 10:00"), at("Mon 10:00") + timedelta(minutes=minutes)


EVENING = (at("Mon 18:00"), at("Mon 18:05"))


@pytest.mark.parametrize(("pairs", "usual"), [
    ([], None),
    ([pair(5), pair(10)], None),
    ([pair(5), pair(10), pair(90)], 10),
    ([pair(5), pair(10), pair(20), pair(90)], 15),
    ([pair(5), pair(5), pair(5.2), pair(5.2)], 6),
    ([pair(5), pair(10), EVENING, EVENING], None),
    ([EVENING, EVENING, pair(30), pair(30), pair(30)], 30),
    ([pair(300)] * 50 + [pair(5)] * 20, 5),
    ([pair(300)] * 50 + [pair(5)] * 9, 300),
    ([(at("Mon 16:55"), at("Tue 09:05"))] * 3, 10),
])  # fmt: skip
def test_the_usual_time_to_a_reply(pairs: list[tuple[datetime, datetime]], usual: int | None) -> None:
    assert usual_reply(pairs, HOURS, HOLIDAYS) == usual


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert is_tricky(once) == is_tricky(text)


@pytest.mark.parametrize("text", ["", " ", "\u200d", "\u3000\n", "\u2067\u2069", "\u00ad"])
def test_nothing_to_see(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", [".", "👍", "\u200bok", "ሰ", "٠"])
def test_something_to_see(text: str) -> None:
    assert not says_nothing(text)


@pytest.mark.parametrize("letter", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_each_letter_that_turns_the_reading_around_is_tricky(letter: str) -> None:
    assert is_tricky(f"a{letter}b")
    assert not is_tricky("a\u200e\u200f\u061cb")
