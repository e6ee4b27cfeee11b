"""Reviews: planned, moved, held or missed; another time proposed, one asked for sooner; and all of it kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support.care import MADE, Care, operation
from webapp.core import clock

from .planning import PLAN, REVIEW, WHEN, at, code, do, nobody, only, planned, refusal, steps_of, waiting

NOTHING_PROPOSED = {"proposed": None, "shared": True, "title": ""}
BOTH = {(to, step) for to in ("young_person", "adviser") for step in ("-14d", "-3d", "morning")}


def test_a_planned_review_is_seen_by_both(either_care: Care) -> None:
    care = either_care
    date = planned(care)
    for person in (care.maya, care.sam):
        row = only(care, person)
        expected = PLAN | NOTHING_PROPOSED | {"id": date, "state": "planned", "version": 1, "made_at": MADE}
        assert row == expected | {"by": "Sam", "by_owner": False, "seq": row["seq"]}
        step = only(care, person, "date_steps")
        expected = WHEN | {"id": date, "date": date, "state": "planned", "at": MADE, "words": ""}
        assert step == expected | {"by": "Sam", "by_owner": False, "seq": step["seq"]}
    assert care.part(care.ali) is None


def test_both_are_reminded_at_london_time(either_care: Care) -> None:
    """Fourteen days before 2 April 2027 is winter time, the day itself is summer time."""
    care = either_care
    date = planned(care, day="2027-04-02")
    mine, sams = f"/dates/{date}", f"/people/{care.space}/dates/{date}"
    moments = {
        "-14d": "2027-03-19T09:00:00.000Z",
        "-3d": "2027-03-30T08:00:00.000Z",
        "morning": "2027-04-02T07:00:00.000Z",
    }
    assert waiting(f"date:{date}") == {
        (to, step, moment, url)
        for to, url in (("young_person", mine), ("adviser", sams))
        for step, moment in moments.items()
    }


def test_moving_keeps_the_history_and_cancels_the_old_reminders(either_care: Care) -> None:
    care = either_care
    date = planned(care)
    body = WHEN | {"place": "", "with": "Sam", "call": True, "words": "The room is taken."}
    do(care, care.sam, "date.move", at(1), date=date, **(body | {"day": "2026-11-26", "time": None}))
    row = only(care, care.maya)
    assert (row["day"], row["time"], row["call"], row["place"], row["with"]) == ("2026-11-26", None, True, "", "Sam")
    assert (row["state"], row["version"], row["made_at"]) == ("planned", 2, at(1))
    moved = next(step for step in care.rows(care.maya, "date_steps") if step["state"] == "moved")
    assert (moved["day"], moved["time"], moved["words"]) == ("2026-11-26", None, "The room is taken.")
    # Fourteen days before is over already.
    assert steps_of(f"date:{date}") == {(to, step) for to, step in BOTH if step != "-14d"}
    assert {moment[:10] for _, _, moment, _ in waiting(f"date:{date}")} == {"2026-11-23", "2026-11-26"}


def test_another_place_moves_no_reminder(care: Care) -> None:
    date = planned(care)
    before = waiting(f"date:{date}")
    do(care, care.sam, "date.move", at(1), date=date, **(WHEN | {"place": "Library", "with": "", "call": False}))
    assert waiting(f"date:{date}") == before
    assert only(care, care.maya)["place"] == "Library"


@pytest.mark.parametrize("state", ["missed", "cancelled"])
def test_a_mark_ends_the_reminders(either_care: Care, state: str) -> None:
    care = either_care
    date = planned(care)
    assert steps_of(f"date:{date}") == BOTH
    do(care, care.sam, "date.mark", at(1), date=date, state=state, words="We met at the library.")
    assert only(care, care.maya)["state"] == state
    assert steps_of(f"date:{date}") == set()
    last = max(care.rows(care.maya, "date_steps"), key=lambda step: step["at"])
    assert (last["state"], last["words"], last["by"], last["day"]) == (state, "We met at the library.", "Sam", None)
    do(care, care.sam, "date.move", at(2), date=date, **WHEN)
    assert only(care, care.maya)["state"] == "planned"
    assert steps_of(f"date:{date}") == BOTH


def test_one_that_took_place_is_marked_on_its_day_and_ends_the_reminders(either_care: Care) -> None:
    care = either_care
    date = planned(care)
    with clock.fixed(datetime(2027, 1, 14, 0, 30, tzinfo=UTC)):
        do(care, care.sam, "date.mark", "2027-01-14T00:20:00.000Z", date=date, state="held", words="")
    assert only(care, care.maya)["state"] == "held"
    assert steps_of(f"date:{date}") == set()


@pytest.mark.parametrize("day", ["2026-11-21", "2027-01-14"])
def test_nothing_took_place_before_its_day(care: Care, day: str) -> None:
    """Not even a day ahead, wherever the phone is: the day is London's."""
    date = planned(care, day=day)
    before = care.rows(care.maya, "date_steps")
    problem = refusal(care, care.sam, "date.mark", "2026-11-20T23:59:59.000Z", date=date, state="held", words="")
    assert (code(problem), problem["retry"], list(problem["errors"])) == ("not-valid", False, ["state"])
    assert problem["detail"].startswith("The day of this date has not come yet.")
    assert only(care, care.maya)["state"] == "planned"
    assert care.rows(care.maya, "date_steps") == before


def test_one_that_was_held_before_anybody_used_this_is_written_down(care: Care) -> None:
    date = planned(care, day="2026-07-01", held=True)
    row = only(care, care.maya)
    assert (row["day"], row["state"]) == ("2026-07-01", "held")
    assert only(care, care.maya, "date_steps")["state"] == "held"
    assert waiting(f"date:{date}") == set()


def test_maya_proposes_and_sam_moves(either_care: Care) -> None:
    care = either_care
    date = planned(care)
    wish = {"day": "2027-01-15", "time": "16:30", "words": "I have college until four."}
    do(care, care.maya, "date.propose", at(1), date=date, **wish)
    for person in (care.maya, care.sam):
        row = only(care, person)
        assert row["proposed"] == wish | {"at": at(1)}
        assert (row["day"], row["time"], row["state"], row["version"]) == ("2027-01-14", "14:00", "planned", 1)
    proposed = next(step for step in care.rows(care.sam, "date_steps") if step["state"] == "proposed")
    assert (proposed["day"], proposed["time"], proposed["by"], proposed["by_owner"]) == (
        "2027-01-15", "16:30", "Maya", True,
    )  # fmt: skip
    do(care, care.sam, "date.move", at(2), date=date, **(PLAN_ANSWER | {"day": "2027-01-15", "time": "16:30"}))
    row = only(care, care.maya)
    assert (row["proposed"], row["day"], row["time"]) == (None, "2027-01-15", "16:30")


PLAN_ANSWER = {"place": "Civic Centre, room 2", "with": "Sam", "call": False, "words": ""}


def test_sam_says_no_and_the_date_stays(care: Care) -> None:
    date = planned(care)
    do(care, care.maya, "date.propose", at(1), date=date, day="2027-01-15", time=None, words="")
    do(care, care.sam, "date.decline", at(2), date=date, words="Ms Cole cannot come then.")
    row = only(care, care.maya)
    assert (row["proposed"], row["day"], row["state"]) == (None, "2027-01-14", "planned")
    assert [step["words"] for step in care.rows(care.maya, "date_steps") if step["state"] == "declined"] == [
        "Ms Cole cannot come then."
    ]
    # She may wish for another one.
    do(care, care.maya, "date.propose", at(3), date=date, day="2027-01-18", time=None, words="")
    assert only(care, care.sam)["proposed"]["day"] == "2027-01-18"


def test_a_wish_is_over_when_the_review_is_over(care: Care) -> None:
    date = planned(care)
    do(care, care.sam, "date.mark", at(1), date=date, state="missed", words="")
    do(care, care.maya, "date.propose", at(2), date=date, **WHEN, words="")
    assert only(care, care.sam)["proposed"] is None


def test_maya_asks_for_one_sooner(either_care: Care) -> None:
    care = either_care
    date = do(care, care.maya, "date.ask", kind=REVIEW, words="My tenancy ends in March.")
    row = only(care, care.sam)
    assert (row["state"], row["day"], row["time"], row["by"], row["by_owner"]) == ("asked", None, None, "Maya", True)
    step = only(care, care.sam, "date_steps")
    assert (step["state"], step["words"], step["day"]) == ("asked", "My tenancy ends in March.", None)
    assert waiting(f"date:{date}") == set()
    do(care, care.sam, "date.move", at(1), date=date, **WHEN)
    row = only(care, care.maya)
    assert (row["state"], row["day"], row["time"]) == ("planned", "2027-01-14", "14:00")
    assert steps_of(f"date:{date}") == BOTH


def test_sam_declines_one_sooner(care: Care) -> None:
    date = do(care, care.maya, "date.ask", kind=REVIEW, words="")
    do(care, care.sam, "date.decline", at(1), date=date, words="It is in two weeks already.")
    assert only(care, care.maya)["state"] == "cancelled"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("date.plan", PLAN),
        ("date.move", WHEN),
        ("date.mark", {"state": "held", "words": ""}),
        ("date.decline", {"words": ""}),
    ],
)
def test_a_young_person_plans_no_review(care: Care, kind: str, body: dict[str, Any]) -> None:
    date = {} if kind == "date.plan" else {"date": planned(care)}
    assert code(refusal(care, care.maya, kind, at(1), **(body | date))) == "not-allowed"


@pytest.mark.parametrize(
    ("kind", "body"),
    [("date.propose", WHEN | {"words": ""}), ("date.ask", {"kind": REVIEW, "words": ""})],
)
def test_an_adviser_wishes_nothing(care: Care, kind: str, body: dict[str, Any]) -> None:
    date = {} if kind == "date.ask" else {"date": planned(care)}
    assert code(refusal(care, care.sam, kind, at(1), **(body | date))) == "not-allowed"


def test_a_date_that_is_not_here_may_still_come(care: Care) -> None:
    assert care.ali.space is not None
    made = operation(care.ali.space, "date.ask", kind=REVIEW, words="")
    assert care.outcome(care.ali, made)["outcome"] == "applied"
    for date in (made["id"], nobody()):
        for kind, body in (
            ("date.move", WHEN),
            ("date.mark", {"state": "held", "words": ""}),
            ("date.decline", {"words": ""}),
        ):
            problem = refusal(care, care.sam, kind, date=date, **body)
            assert (code(problem), problem["retry"]) == ("not-yet", True)
        assert code(refusal(care, care.maya, "date.propose", date=date, **WHEN, words="")) == "not-yet"
    assert care.rows(care.maya, "dates") == []


def test_nobody_outside_plans(care: Care) -> None:
    assert code(refusal(care, care.ali, "date.plan", **PLAN)) == "not-found"
    assert code(refusal(care, care.ali, "date.own", day="2027-01-01", title="x", shared=False)) == "not-found"
