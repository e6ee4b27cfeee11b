"""How a request stands, when it is due and late, and its number: pure rules, tried with many made-up requests."""

from __future__ import annotations

import random
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.asks.rules import LETTERS, OPEN, State, Step, due_date, is_late, receipt_number, state_of
from webapp.core.working_days import add_working_days, england_bank_holidays

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
said = st.sampled_from([state for state in State if state is not State.ASKED])
# Few moments, so that equal ones are tried all the time.
steps = st.lists(st.builds(Step, st.integers(0, 3).map(lambda s: NOON + timedelta(seconds=s)), st.uuids(), said))
ids = st.uuids()
days = st.dates(date(1980, 1, 1), date(2090, 12, 31))
counts = st.integers(0, 60)


def at(second: int, state: State, number: int = 0) -> Step:
    return Step(NOON + timedelta(seconds=second), uuid.UUID(int=number), state)


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([], State.ASKED),
        ([at(0, State.SEEN)], State.SEEN),
        ([at(0, State.AGREED), at(1, State.SEEN)], State.AGREED),
        ([at(0, State.REFUSED), at(1, State.AGREED)], State.AGREED),
        ([at(1, State.REFUSED), at(0, State.AGREED)], State.REFUSED),
        ([at(0, State.REFUSED, 2), at(0, State.AGREED, 1)], State.REFUSED),
        ([at(0, State.AGREED), at(1, State.DONE), at(2, State.WITHDRAWN)], State.WITHDRAWN),
    ],
)
def test_the_newest_answer_counts_and_seen_only_while_there_is_none(steps: list[Step], state: State) -> None:
    assert state_of(steps) is state


@given(steps, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(steps: list[Step], chance: random.Random) -> None:
    shuffled = steps.copy()
    chance.shuffle(shuffled)
    assert state_of(shuffled) is state_of(steps)


@given(steps)
def test_an_answer_once_given_never_becomes_no_answer(steps: list[Step]) -> None:
    answered = any(step.state not in OPEN for step in steps)
    assert (state_of(steps) not in OPEN) is answered


@given(ids)
def test_a_number_can_be_read_out_and_is_the_ids_last_40_bits(request: uuid.UUID) -> None:
    number = receipt_number(request)
    prefix, first, second = number.split("-")
    assert (prefix, len(first), len(second)) == ("R", 4, 4)
    value = 0
    for letter in first + second:
        value = value * 32 + LETTERS.index(letter)
    assert value == int(request.hex[-10:], 16)


def test_a_number_as_the_phone_writes_it() -> None:
    assert receipt_number(uuid.UUID("01890a5d-ac96-774b-bcce-000000000000")) == "R-0000-0000"
    assert receipt_number(uuid.UUID("01890a5d-ac96-774b-bcce-00ffffffffff")) == "R-ZZZZ-ZZZZ"
    assert receipt_number(uuid.UUID("01890a5d-ac96-774b-bcce-b302099a8057")) == "R-084S-N02Q"


@given(days, counts)
def test_a_due_day_is_a_working_day_with_so_many_before_it(day: date, count: int) -> None:
    holidays = england_bank_holidays((day.year, day.year + 1))
    due = add_working_days(day, count, holidays)
    between = [day + timedelta(days=number) for number in range(1, (due - day).days + 1)]
    working = [one for one in between if one.weekday() < 5 and one not in holidays]
    assert len(working) == count
    assert due == (working[-1] if working else day)


@given(days, counts)
def test_a_later_request_is_never_due_earlier(day: date, count: int) -> None:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    assert due_date(noon, count) <= due_date(noon + timedelta(days=1), count)


@pytest.mark.parametrize(
    ("asked", "days", "due"),
    [
        # Christmas and the substitute for Boxing Day (28 December 2026 is a Monday), New Year.
        ("2026-12-21T09:00:00Z", 10, "2027-01-07"),
        # Good Friday and Easter Monday 2026.
        ("2026-03-30T09:00:00Z", 10, "2026-04-15"),
        # Both days of Christmas 2027 fall on the weekend, so Monday and Tuesday are free instead.
        ("2027-12-24T09:00:00Z", 1, "2027-12-29"),
        # The day itself is not counted, nor the weekend.
        ("2026-11-20T09:00:00Z", 1, "2026-11-23"),
        ("2026-11-21T09:00:00Z", 1, "2026-11-23"),
        ("2026-11-16T09:00:00Z", 10, "2026-11-30"),
        # Half past midnight in London's summer is still the day before in UTC.
        ("2026-06-15T23:30:00Z", 1, "2026-06-17"),
        ("2026-01-15T23:30:00Z", 1, "2026-01-16"),
        # The longest target that a pack can name, across the turn of the year.
        ("2026-11-30T09:00:00Z", 60, "2027-02-25"),
    ],
)
def test_due(asked: str, days: int, due: str) -> None:
    assert due_date(datetime.fromisoformat(asked), days).isoformat() == due


@pytest.mark.parametrize("state", list(State))
def test_late_begins_on_the_day_after_and_only_while_nobody_answered(state: State) -> None:
    due = date(2026, 12, 4)
    assert is_late(state, due, due) is False
    assert is_late(state, due, date(2026, 12, 5)) is (state in (State.ASKED, State.SEEN))


def test_a_day_that_was_proclaimed_once_is_a_holiday() -> None:
    holidays = england_bank_holidays((2022, 2023))
    assert {date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)} <= holidays
    assert date(2022, 12, 25) not in holidays  # a Sunday, which is no working day anyway
    assert england_bank_holidays(()) == frozenset()
