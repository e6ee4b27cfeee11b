"""Days and times that cannot be: over, unreal, unheard of; and the two nights on which the clocks are changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support.care import Care
from webapp.core import clock

from .planning import EXAM, PLAN, REVIEW, WHEN, at, code, do, only, own, planned, refusal, waiting

WRONG_WHEN: list[dict[str, Any]] = [
    {"day": "2026-11-19"},
    {"day": "2027-02-29"},
    {"day": "2027-13-01"},
    {"day": "2207-01-14"},
    {"day": "14/01/2027"},
    {"day": "20270114"},
    {"day": 20270114},
    {"day": None},
    {"time": "24:00"},
    {"time": "9:00"},
    {"time": "09:00:00"},
    {"time": "09:60"},
    {"time": ""},
    {"time": 9},
    {"time": "٠٩:٠٠"},
    {"day": "2027-01-14T14:00"},
]


@pytest.mark.parametrize("wrong", WRONG_WHEN, ids=str)
def test_a_day_or_time_that_cannot_be_is_refused(care: Care, wrong: dict[str, Any]) -> None:
    date, mine = planned(care), own(care)
    tries = [
        (care.sam, "date.plan", PLAN),
        (care.sam, "date.move", WHEN | {"date": date}),
        (care.maya, "date.propose", WHEN | {"date": date, "words": ""}),
        (care.maya, "date.own", EXAM | {"shared": False}),
    ]
    # What is over can still be put right in one's own date.
    if wrong != {"day": "2026-11-19"}:
        tries.append((care.maya, "date.own_change", EXAM | {"date": mine, "shared": False}))
    before = {person.name: care.rows(person, "dates") for person in (care.maya, care.sam)}
    for person, kind, body in tries:
        problem = refusal(care, person, kind, at(1), **(body | wrong))
        assert (code(problem), problem["status"]) == ("not-valid", 422), kind
        assert set(problem["errors"]) == set(wrong)
    assert {person.name: care.rows(person, "dates") for person in (care.maya, care.sam)} == before


def test_today_is_not_over(care: Care) -> None:
    planned(care, day="2026-11-20", time="08:00")
    assert only(care, care.maya)["day"] == "2026-11-20"


def test_what_waited_on_a_phone_until_its_day_was_over_is_kept(care: Care) -> None:
    """Planned on Friday for Saturday, with no signal until Sunday."""
    date = planned(care, "2026-11-20T16:00:00.000Z", day="2026-11-21")
    assert only(care, care.sam)["day"] == "2026-11-21"
    assert waiting(f"date:{date}") == set()


def test_london_says_which_day_it_is(care: Care) -> None:
    """Half past eleven in the evening of 1 July by UTC is the second day of July in London."""
    with clock.fixed(datetime(2027, 7, 1, 23, 30, tzinfo=UTC)):
        late = "2027-07-01T23:20:00.000Z"
        assert code(refusal(care, care.sam, "date.plan", late, **(PLAN | {"day": "2027-07-01"}))) == "not-valid"
        planned(care, late, day="2027-07-02", time=None)


def test_29_february_of_a_leap_year(care: Care) -> None:
    date = planned(care, day="2028-02-29")
    assert only(care, care.maya)["day"] == "2028-02-29"
    assert {moment for _, step, moment, _ in waiting(f"date:{date}") if step == "morning"} == {
        "2028-02-29T08:00:00.000Z"
    }


@pytest.mark.parametrize(
    ("day", "evening"),
    [("2027-03-28", "2027-03-27T18:00:00.000Z"), ("2027-10-31", "2027-10-30T17:00:00.000Z")],
    ids=["an hour that does not exist", "an hour that happens twice"],
)
def test_the_nights_on_which_the_clocks_change(care: Care, day: str, evening: str) -> None:
    date = own(care, day=day, time="01:30")
    row = only(care, care.maya)
    assert (row["day"], row["time"]) == (day, "01:30")
    assert {moment for _, step, moment, _ in waiting(f"date:{date}") if step == "morning"} == {evening}


@pytest.mark.parametrize("kind", ["tea-with-the-mayor", "own", "", "Pathway-Plan-Review", "../x", 7, None])
def test_a_kind_of_review_that_the_council_does_not_have(care: Care, kind: Any) -> None:
    assert code(refusal(care, care.sam, "date.plan", **(PLAN | {"kind": kind}))) == "not-valid"
    assert code(refusal(care, care.maya, "date.ask", kind=kind, words="")) == "not-valid"
    assert care.rows(care.maya, "dates") == []


@pytest.mark.parametrize("day", ["2026-11-22", "2008-05-03"])
def test_what_was_held_has_come_and_is_not_before_the_birth(care: Care, day: str) -> None:
    assert code(refusal(care, care.sam, "date.plan", **(PLAN | {"day": day, "held": True}))) == "not-valid"


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("date.plan", {"place": "x" * 201}),
        ("date.plan", {"with": "x" * 121}),
        ("date.plan", {"place": "two\nlines"}),
        ("date.plan", {"call": "yes"}),
        ("date.plan", {"with_whom": "Sam"}),
        ("date.plan", {"title": "x"}),
        ("date.mark", {"state": "planned"}),
        ("date.mark", {"state": "asked"}),
        ("date.mark", {"words": "x" * 2001}),
        ("date.move", {"shared": False}),
        ("date.own", {"title": " "}),
        ("date.own", {"title": "x" * 121}),
        ("date.own", {"shared": 1}),
        ("date.own", {"kind": REVIEW}),
    ],
)
def test_what_else_is_refused(care: Care, kind: str, wrong: dict[str, Any]) -> None:
    mine = kind == "date.own"
    bodies: dict[str, dict[str, Any]] = {
        "date.plan": PLAN,
        "date.move": WHEN | {"place": "", "with": "", "call": False, "words": ""},
        "date.mark": {"state": "held", "words": ""},
        "date.own": EXAM | {"shared": False},
    }
    about = {} if kind in ("date.plan", "date.own") else {"date": planned(care)}
    person = care.maya if mine else care.sam
    assert code(refusal(care, person, kind, at(1), **(bodies[kind] | about | wrong))) == "not-valid"


def test_a_phone_whose_clock_is_a_year_ahead_plans_nothing_that_is_over(care: Care) -> None:
    made = "2027-11-22T09:00:00.000Z"
    assert code(refusal(care, care.sam, "date.plan", made, **(PLAN | {"day": "2026-11-20"}))) == "not-valid"
    do(care, care.sam, "date.plan", made, **PLAN)
    assert only(care, care.maya)["made_at"] == "2026-11-22T09:00:00.000Z"
