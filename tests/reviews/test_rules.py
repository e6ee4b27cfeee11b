"""When a review comes round: the vectors that the phone is held to as well, and many made-up days."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.content.schemas.reviews import KINDS
from webapp.reviews.rules import basis_of, feed_holds, is_day_ahead, is_overdue, limit_day, next_day
from webapp.settings import ROOT

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(
    (ROOT / "tests" / "vectors" / "dates.json").read_text(encoding="utf-8")
)
days = st.dates(date(2020, 1, 1), date(2090, 12, 31))
gaps = st.one_of(
    st.fixed_dictionaries({"months": st.integers(1, 36)}),
    st.fixed_dictionaries({"weeks": st.integers(1, 60)}),
    st.fixed_dictionaries({"days": st.integers(1, 400)}),
)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("one", VECTORS["next"], ids=lambda one: one["about"])
def test_the_next_one(one: dict[str, Any]) -> None:
    assert next_day(one["every"], date.fromisoformat(one["last"]), day(one["ends"])) == day(one["day"])


@pytest.mark.parametrize("one", VECTORS["limit"], ids=lambda one: one["about"])
def test_the_last_day_that_is_allowed(one: dict[str, Any]) -> None:
    assert limit_day(one["limit"], date.fromisoformat(one["last"])) == day(one["day"])


@pytest.mark.parametrize("one", VECTORS["overdue"], ids=lambda one: one["about"])
def test_overdue(one: dict[str, Any]) -> None:
    assert is_overdue(day(one["limit"]), date.fromisoformat(one["today"])) is one["overdue"]


@pytest.mark.parametrize("one", VECTORS["basis"], ids=lambda one: f"{one['kind']} {one['council_home']}")
def test_what_it_rests_on(one: dict[str, Any]) -> None:
    assert basis_of(one["kind"], one["council_home"]) == one["basis"]


def test_the_vectors_know_every_kind_of_basis() -> None:
    assert {one["kind"] for one in VECTORS["basis"]} == set(KINDS)


@given(gaps, days)
def test_the_next_one_is_later_and_at_the_same_place_in_the_month_or_week(gap: dict[str, int], last: date) -> None:
    found = next_day(gap, last)
    assert found is not None
    assert found > last
    if "weeks" in gap:
        assert found.weekday() == last.weekday()
    if "months" in gap:
        assert found.day == last.day or (found.day < last.day and found.day >= 28)
        assert (found.year - last.year) * 12 + found.month - last.month == gap["months"]
    assert limit_day(gap, last) == found
    assert not is_overdue(found, found)


@given(days, days)
def test_nothing_is_planned_for_a_day_that_is_over(one: date, today: date) -> None:
    assert is_day_ahead(one, today) is (0 <= (one - today).days <= 5 * 366)


def test_no_review_of_the_pack_is_overdue_on_the_day_proposed(reviews: list[dict[str, Any]]) -> None:
    """`every` is for the reminder: it never lies behind the limit."""
    for entry in reviews:
        for last in (date(2026, 12, 31), date(2027, 8, 31), date(2028, 2, 29)):
            proposed = next_day(entry["every"], last)
            if proposed is not None:
                assert not is_overdue(limit_day(entry.get("limit"), last), proposed), entry["id"]


@pytest.fixture
def reviews(app: object) -> list[dict[str, Any]]:
    from webapp.content.library import get_library

    return list(get_library().council("rutland").reviews)


def test_a_calendar_does_not_keep_what_is_long_over() -> None:
    from webapp.reviews.rules import State

    today = date(2026, 11, 22)
    assert feed_holds(State.HELD, date(2025, 12, 1), today)
    assert not feed_holds(State.HELD, date(2025, 11, 1), today)
    assert not feed_holds(State.PLANNED, None, today)
    assert {state for state in State if feed_holds(state, today, today)} == {State.PLANNED, State.HELD}
