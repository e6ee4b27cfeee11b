"""Seasons in London, when they are published, and what of an answer table is shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.pledge.rules import Answer, Season, changes, newest_closed, publish, season_of, season_of_code

days = st.dates(date(2000, 1, 1), date(2900, 12, 31))


def shown(*counts: int) -> tuple[int | None, ...] | None:
    """The number of answers and the cells, as published."""
    found = publish(dict(zip(Answer, counts, strict=True)))
    return None if found is None else (found.answers, *found.cells.values())


@pytest.mark.parametrize(
    ("code", "first", "last", "closes"),
    [
        ("2026-Q4", "2026-10-01", "2026-12-31", "2027-01-14"),
        ("2027-Q1", "2027-01-01", "2027-03-31", "2027-04-14"),
        ("2028-Q2", "2028-04-01", "2028-06-30", "2028-07-14"),
        ("2028-Q3", "2028-07-01", "2028-09-30", "2028-10-14"),
    ],
)
def test_a_season_is_a_quarter_of_the_calendar(code: str, first: str, last: str, closes: str) -> None:
    season = season_of_code(code)
    assert (season.first.isoformat(), season.last.isoformat(), season.closes.isoformat()) == (first, last, closes)
    assert season.code == code
    assert season.after.before == season


@pytest.mark.parametrize("code", ["", "2026-Q5", "2026-Q0", "26-Q4", "2026-q4", "2026Q4", "2026-Q4 ", "٢٠٢٦-Q4"])
def test_nothing_else_is_a_season(code: str) -> None:
    with pytest.raises(ValueError, match="not a season"):
        season_of_code(code)


@given(days)
def test_each_day_lies_in_one_season_and_codes_sort_as_seasons_do(day: date) -> None:
    season = season_of(day)
    assert season.first <= day <= season.last
    assert season.last + timedelta(days=1) == season.after.first
    assert season.before < season < season.after
    assert season.before.code < season.code < season.after.code


@pytest.mark.parametrize(
    ("today", "newest"),
    [("2027-01-14", "2026-Q3"), ("2027-01-15", "2026-Q4"), ("2027-04-14", "2026-Q4"), ("2027-04-15", "2027-Q1")],
)
def test_a_season_is_published_on_the_fifteenth_day_after_it(today: str, newest: str) -> None:
    assert newest_closed(date.fromisoformat(today)).code == newest


@given(days)
def test_what_can_still_change_is_never_published(day: date) -> None:
    newest = newest_closed(day)
    assert newest.closes < day <= newest.after.closes


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0, 0, 0), None),
        ((1, 1, 1, 1), None),
        ((4, 0, 0, 0), None),
        ((2, 1, 1, 1), (None, None, None, None, None)),
        ((5, 0, 0, 0), (None, 5, None, None, None)),
        ((4, 4, 4, 4), (None, None, None, None, None)),
        ((12, 6, 2, 1), (None, 12, 6, None, None)),
        # One cell too small: the next smallest goes with it, the first of two that are equal.
        ((12, 9, 7, 0), (None, 12, 9, None, None)),
        ((4, 20, 30, 10), (None, None, 20, 30, None)),
        ((12, 7, 7, 4), (None, 12, None, 7, None)),
        ((5, 5, 5, 4), (None, None, 5, 5, None)),
        ((5, 6, 7, 8), (26, 5, 6, 7, 8)),
    ],
)
def test_what_is_shown(counts: tuple[int, ...], expected: tuple[int | None, ...] | None) -> None:
    assert shown(*counts) == expected


def test_an_answer_that_nobody_gave_may_be_left_out() -> None:
    assert publish({Answer.KEPT: 6}) == publish({Answer.KEPT: 6, Answer.PARTLY: 0, Answer.CANNOT_SAY: 0})


def test_a_change_is_shown_only_between_two_shown_cells() -> None:
    now, before = publish({Answer.KEPT: 9, Answer.PARTLY: 6}), publish({Answer.KEPT: 12, Answer.NOT_KEPT: 8})
    assert now is not None
    assert before is not None
    assert list(changes(now.cells, before.cells).values()) == [-3, None, None, None]


def test_seasons_are_ordered() -> None:
    assert Season(2026, 4) < Season(2027, 1)
