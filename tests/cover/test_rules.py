"""At every moment somebody may read, and nobody who may not: whatever times, chains and circles there are."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.core.working_days import england_bank_holidays
from webapp.cover.rules import Away, Span, World, away_span, away_trouble, covers, follow, standing, worked_off
from webapp.deliveries.rules import Quiet

from .worlds import MOMENTS, PEOPLE, START, worlds

A, B, C, D, _ = PEOPLE
DAY = timedelta(days=1)
moments = st.sampled_from([*MOMENTS, *(moment + DAY / 2 for moment in MOMENTS)])
often = settings(max_examples=300, derandomize=True, deadline=None)


def away_now(world: World, moment: datetime) -> dict[uuid.UUID, uuid.UUID | None]:
    return {time.account: time.cover for time in world.away if time.holds(moment)}


@often
@given(worlds(), moments)
def test_somebody_at_work_may_read_unless_nobody_is_left(world: World, moment: datetime) -> None:
    now, away = standing(world, moment), away_now(world, moment)
    present = {now.adviser, *now.cover} - set(away) - {None}
    assert now.at_work is bool(present)
    if not present:
        # Then the chain led nowhere, and there is nobody on duty: a manager looks.
        assert now.adviser is None or now.adviser in away
        assert not [span for span in world.duty if span.holds(moment) and span.account not in away]


@often
@given(worlds(), moments)
def test_nobody_reads_who_was_not_named(world: World, moment: datetime) -> None:
    now, away = standing(world, moment), away_now(world, moment)
    assert now.adviser in {None, *(span.account for span in world.advisers if span.holds(moment))}
    on_duty = {span.account for span in world.duty if span.holds(moment)}
    passed_on = any(since <= moment < until for since, until in world.passed_on)
    for account in now.cover:
        assert account not in away
        assert account != now.adviser
        chain = reached(now.adviser, away)
        # Named by somebody in the chain; or on duty, and then only when the chain ends nowhere.
        assert account in chain or (account in on_duty and (passed_on or not chain - set(away)))


def reached(adviser: uuid.UUID | None, away: dict[uuid.UUID, uuid.UUID | None]) -> set[uuid.UUID]:
    """Everyone whom covers lead to from the adviser on, circle or not."""
    found: set[uuid.UUID] = set()
    to_do = [adviser]
    while to_do:
        one = to_do.pop()
        if one is not None and one not in found:
            found.add(one)
            to_do.append(away.get(one))
    return found


@often
@given(worlds(), moments, moments)
def test_what_is_worked_out_ahead_is_what_holds_then(world: World, start: datetime, moment: datetime) -> None:
    spans = covers(world, start)
    then = {span.account for span in spans if span.holds(max(start, moment))}
    assert then == standing(world, max(start, moment)).cover


@often
@given(worlds(), moments)
def test_each_persons_times_are_whole(world: World, start: datetime) -> None:
    spans = covers(world, start)
    for span in spans:
        assert span.since >= start
        assert span.until is None or span.until > span.since
        for other in spans:
            if other.account == span.account and other.since > span.since:
                assert span.until is not None
                assert span.until < other.since, "two pieces that touch are one"


@pytest.mark.parametrize(
    ("away", "found"),
    [
        ({}, A),
        ({A: B}, B),
        ({A: B, B: C}, C),
        ({A: B, B: C, C: None}, None),
        ({A: None}, None),
        ({A: A}, None),
        ({A: B, B: A}, None),
        ({A: B, B: C, C: B}, None),
        ({B: C}, A),
    ],
)
def test_a_chain_of_covers(away: dict[uuid.UUID, uuid.UUID | None], found: uuid.UUID | None) -> None:
    assert follow(A, away) == found
    assert follow(None, away) is None


def test_a_circle_gives_the_duty_list() -> None:
    ahead = START + 5 * DAY
    away = (Away(A, START, START + 9 * DAY, B), Away(B, ahead, START + 7 * DAY, A))
    world = World((Span(A, START),), away, (Span(D, START), Span(A, START)))
    assert covers(world, START) == [
        Span(B, START, ahead),
        Span(D, ahead, START + 7 * DAY),
        Span(B, START + 7 * DAY, START + 9 * DAY),
    ]


def test_passed_on_the_duty_list_reads_beside_the_adviser_for_a_time() -> None:
    world = World((Span(A, START),), (), (Span(D, START), Span(A, START)), ((START + DAY, START + 2 * DAY),))
    assert covers(world, START) == [Span(D, START + DAY, START + 2 * DAY)]


def test_without_an_adviser_the_duty_list_covers_until_there_is_one() -> None:
    world = World((Span(A, START + 3 * DAY),), (), (Span(D, START),))
    assert covers(world, START) == [Span(D, START, START + 3 * DAY)]
    assert standing(World(), START).at_work is False


def test_days_are_londons() -> None:
    # Clocks go back on 25 October 2026: a week of seven days and one hour.
    since, until = away_span(date(2026, 10, 20), date(2026, 10, 26))
    assert (since, until) == (datetime(2026, 10, 19, 23, tzinfo=UTC), datetime(2026, 10, 27, tzinfo=UTC))
    assert until - since == timedelta(days=7, hours=1)


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("since", "until", "field"),
    [
        (TODAY, TODAY, None),
        (TODAY + 3 * DAY, TODAY + 2 * DAY, "until"),
        (TODAY - 3 * DAY, TODAY - DAY, "until"),
        (TODAY, TODAY + 366 * DAY, None),
        (TODAY, TODAY + 367 * DAY, "until"),
        (TODAY + 700 * DAY, TODAY + 731 * DAY, None),
        (TODAY + 700 * DAY, TODAY + 732 * DAY, "until"),
        (date(9999, 12, 30), date.max, "until"),
    ],
)
def test_days_that_cannot_be(since: date, until: date, field: str | None) -> None:
    trouble = away_trouble(since, until, TODAY, [])
    assert (trouble[0] if trouble else None) == field


@pytest.mark.parametrize(
    ("first", "last", "clash"), [(5, 6, False), (6, 7, True), (8, 8, True), (10, 12, True), (11, 12, False)]
)
def test_two_times_share_no_day(first: int, last: int, clash: bool) -> None:
    other = (TODAY + 7 * DAY, TODAY + 10 * DAY)
    assert bool(away_trouble(TODAY + first * DAY, TODAY + last * DAY, TODAY, [other])) is clash


REST = Quiet(time(17), time(9))
HOLIDAYS = england_bank_holidays(range(2026, 2029))


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-23T09:00", 8, "2026-11-23T17:00"),
        ("2026-11-23T09:01", 8, "2026-11-24T09:01"),
        ("2026-11-23T08:00", 1, "2026-11-23T10:00"),
        ("2026-11-23T17:00", 1, "2026-11-24T10:00"),
        ("2026-11-20T16:00", 8, "2026-11-23T16:00"),  # over a weekend
        ("2026-11-21T12:00", 1, "2026-11-23T10:00"),  # written on a Saturday
        ("2026-12-24T15:00", 8, "2026-12-29T15:00"),  # Friday is Christmas, Monday the day for Boxing Day
        ("2026-12-31T16:00", 2, "2027-01-04T10:00"),  # New Year's Day is a Friday
        ("2026-06-01T08:30", 1, "2026-06-01T09:30"),  # half past nine in London, in summer
        ("2026-10-23T15:00", 8, "2026-10-26T16:00"),  # clocks go back on the Sunday between
        ("2026-11-23T09:00", 80, "2026-12-04T17:00"),
    ],
)
def test_working_hours_pass_only_while_the_council_works(start: str, hours: int, end: str) -> None:
    from_, to = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (start, end))
    assert worked_off(from_, timedelta(hours=hours), REST, HOLIDAYS) == to
