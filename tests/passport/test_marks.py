"""Marks, papers and sign-offs: who may, what stays, what everyone in the space sees."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.support import crowd
from tests.support.care import Care, operation
from webapp.core.guards import Role
from webapp.passport.rules import Level, PaperState

EARLY, LATE = "2026-11-20T09:00:00.000Z", "2026-11-20T09:00:00.001Z"


def mark(care: Care, level: str, made_at: str = EARLY, skill: str = "home-09") -> dict[str, Any]:
    return operation(care.space, "passport.mark", made_at, skill=skill, level=level)


def refusal(outcome: dict[str, Any]) -> str:
    assert outcome["outcome"] == "refused"
    code: str = outcome["problem"]["type"].removeprefix("urn:footing:problem:")
    return code


@pytest.mark.parametrize("level", list(Level))
def test_a_mark_is_seen_by_the_young_person_and_the_adviser(care: Care, level: str) -> None:
    made = mark(care, level)
    assert care.outcome(care.maya, made) == {"id": made["id"], "outcome": "applied"}
    for person in (care.maya, care.sam):
        (skill,) = care.rows(person, "skills")
        (history,) = care.rows(person, "marks")
        assert skill == {"id": "home-09", "seq": skill["seq"], "level": level, "made_at": EARLY, "op": made["id"]}
        expected = {"id": made["id"], "skill": "home-09", "level": level, "made_at": EARLY, "by": "Maya"}
        assert history == {**expected, "seq": skill["seq"]}
    assert care.part(care.ali) is None


def test_a_mark_that_comes_too_late_is_superseded_but_stays_in_the_history(care: Care) -> None:
    late, early = mark(care, "can_show", LATE), mark(care, "not_yet", EARLY)
    outcomes = care.send(care.maya, late, early).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["applied", "superseded"]
    assert [row["level"] for row in care.rows(care.maya, "skills")] == ["can_show"]
    assert [row["id"] for row in care.rows(care.sam, "marks")] == [late["id"], early["id"]]


def test_staff_cannot_mark_note_or_say_what_papers_are_held(care: Care) -> None:
    for kind, body in (
        ("passport.mark", {"skill": "home-09", "level": "not_yet"}),
        ("passport.note", {"skill": "home-09", "text": "x"}),
        ("passport.paper", {"paper": "passport", "state": "got_it"}),
    ):
        assert refusal(care.outcome(care.sam, operation(care.space, kind, **body))) == "not-allowed"


def test_a_young_person_cannot_sign_off_or_withdraw(care: Care) -> None:
    signed = operation(care.space, "passport.sign_off", skill="home-09", level="on_my_own")
    withdrawn = operation(care.space, "passport.sign_off_withdraw", sign_off=str(uuid.uuid4()), reason="x")
    for made in (signed, withdrawn):
        assert refusal(care.outcome(care.maya, made)) == "not-allowed"


@pytest.mark.parametrize("level", ["on_my_own", "can_show"])
def test_a_sign_off_names_the_adviser_and_outlives_a_lowered_level(care: Care, level: str) -> None:
    signed = operation(care.space, "passport.sign_off", skill="home-09", level=level)
    care.send(care.maya, mark(care, level))
    assert care.outcome(care.sam, signed)["outcome"] == "applied"
    care.send(care.maya, mark(care, "not_yet", LATE))
    (row,) = care.rows(care.maya, "sign_offs")
    expected = {"id": signed["id"], "skill": "home-09", "level": level, "by": "Sam", "at": EARLY, "withdrawn": None}
    assert row == {**expected, "seq": row["seq"]}
    assert [skill["level"] for skill in care.rows(care.maya, "skills")] == ["not_yet"]


@pytest.mark.parametrize("level", ["not_yet", "with_help"])
def test_a_level_below_on_my_own_is_not_signed_off(care: Care, level: str) -> None:
    signed = operation(care.space, "passport.sign_off", skill="home-09", level=level)
    assert refusal(care.outcome(care.sam, signed)) == "not-valid"


def test_only_the_present_adviser_signs(care: Care) -> None:
    other = crowd.add_person("Robin", Role.ADVISER)
    robins_phone = crowd.add_phone(care.app, other)
    crowd.assign(care.maya, other)
    signed = operation(care.space, "passport.sign_off", skill="home-09", level="on_my_own")
    assert refusal(care.outcome(care.sam, signed)) == "not-found"
    answer = robins_phone.post({"account": str(other.id), "operations": [signed | {"id": str(uuid.uuid4())}]})
    assert answer.json["outcomes"][0]["outcome"] == "applied"


def test_a_sign_off_is_taken_back_only_with_a_reason_and_stays_to_be_seen(care: Care) -> None:
    signed = operation(care.space, "passport.sign_off", skill="home-09", level="on_my_own")
    care.send(care.sam, signed)
    for reason in ({}, {"reason": ""}, {"reason": "  \n"}, {"reason": "x" * 501}):
        bad = operation(care.space, "passport.sign_off_withdraw", sign_off=signed["id"], **reason)
        assert refusal(care.outcome(care.sam, bad)) == "not-valid"
    good = operation(
        care.space, "passport.sign_off_withdraw", LATE, sign_off=signed["id"], reason="Wrong skill, sorry."
    )
    assert care.outcome(care.sam, good)["outcome"] == "applied"
    (row,) = care.rows(care.maya, "sign_offs")
    assert row["withdrawn"] == {"at": LATE, "by": "Sam", "reason": "Wrong skill, sorry."}
    earlier = operation(care.space, "passport.sign_off_withdraw", EARLY, sign_off=signed["id"], reason="Another.")
    assert care.outcome(care.sam, earlier)["outcome"] == "superseded"
    assert care.rows(care.maya, "sign_offs") == [row]


def test_a_sign_off_that_is_not_there_or_not_in_this_space_cannot_be_withdrawn(care: Care) -> None:
    crowd.assign(care.ali, care.sam)
    assert care.ali.space
    alis = operation(care.ali.space, "passport.sign_off", skill="home-09", level="on_my_own")
    care.send(care.sam, alis)
    problems = []
    for sign_off in (alis["id"], str(uuid.uuid4())):
        made = operation(care.space, "passport.sign_off_withdraw", sign_off=sign_off, reason="x")
        problems.append(care.outcome(care.sam, made)["problem"])
    assert problems[0] == problems[1]
    assert (problems[0]["type"], problems[0]["retry"]) == ("urn:footing:problem:not-yet", True)


@pytest.mark.parametrize("state", list(PaperState))
def test_a_paper_has_a_state_and_a_month_each_for_itself(care: Care, state: str) -> None:
    first = operation(care.space, "passport.paper", EARLY, paper="passport", state=state, runs_out="2031-04")
    month = operation(care.space, "passport.paper", LATE, paper="passport", runs_out=None)
    care.send(care.maya, first, month)
    (row,) = care.rows(care.sam, "papers")
    assert row == {"id": "passport", "seq": row["seq"], "state": state, "runs_out": None, "made_at": LATE}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"state": "lost"},
        {"state": None},
        {"runs_out": "2031"},
        {"runs_out": "2031-13"},
        {"runs_out": "2031-04-01"},
        {"runs_out": "123456789"},
        {"runs_out": 2031},
        {"runs_out": "2031-04\n"},
        {"runs_out": "1931-04"},
        {"number": "533401372"},
        {"state": "got_it", "text": "in the drawer"},
        {"state": "got_it", "paper": "treasure-map"},
    ],
)
def test_a_paper_takes_no_number_and_no_words(care: Care, body: dict[str, Any]) -> None:
    made = operation(care.space, "passport.paper", **({"paper": "passport"} | body))
    assert refusal(care.outcome(care.maya, made)) == "not-valid"
    assert care.rows(care.maya, "papers") == []
