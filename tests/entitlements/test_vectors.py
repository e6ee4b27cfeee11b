"""The cases by hand: each of the decision table's, and what is nasty. The app runs the same files (`rules.test.ts`)."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.vectors.evaluate import nodes_of, person_of, phone_answers, real_entries
from webapp.content.library import open_library
from webapp.entitlements.answers import AnswersError, read_answers
from webapp.entitlements.person import Enquiry
from webapp.entitlements.results import check
from webapp.entitlements.who import KEYS, judge, truth_of
from webapp.settings import ROOT

VECTORS = ROOT / "tests" / "vectors"
FILE = json.loads((VECTORS / "cases.json").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = FILE["cases"]
CONDITIONS: list[dict[str, Any]] = json.loads((VECTORS / "conditions.json").read_text(encoding="utf-8"))
# The numbers of the table of cases: some were never given.
TABLE = (1, 2, 3, 4, 6, 7, 8, 10, 11, 13, 14, 15, 16, 17, 18, 20, 22, 24, 25, 27, 28, 29, 31, 32, 33, 35, 38, 39, 40)
FLAGS = {"E1", "E2", "E2b", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10"}
PROBLEMS = {
    "not_a_date",
    "in_future",
    "born_in_future",
    "too_long_ago",
    "before_birth",
    "end_before_start",
    "still_open",
    "not_valid",
}


def found_for(case: dict[str, Any]) -> dict[str, Any]:
    """The status that comes out, or the problems."""
    today = date.fromisoformat(case.get("today", FILE["today"]))
    try:
        answers = read_answers(case["answers"], today)
    except AnswersError as error:
        return {"problems": error.problems}
    status: dict[str, Any] = check(Enquiry(answers, case.get("circumstances", {}), [], today))["status"]
    return status


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    found = found_for(case)
    assert {key: found.get(key, "missing") for key in case["expect"]} == case["expect"]


def test_every_case_of_the_table_is_here() -> None:
    ids = {case["id"] for case in CASES}
    assert not {f"T{number:02}" for number in TABLE} - ids
    assert len(ids) == len(CASES)


def test_every_rule_flag_and_problem_comes_up() -> None:
    expected = [case["expect"] for case in CASES]
    assert {one["rule"] for one in expected if "rule" in one} == {f"D{number}" for number in range(1, 21)}
    assert {flag for one in expected for flag in one.get("flags", [])} == FLAGS
    assert {problem["code"] for one in expected for problem in one.get("problems", [])} == PROBLEMS


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda one: one["about"])
def test_condition(condition: dict[str, Any]) -> None:
    person = person_of(condition["person"])
    verdict = judge(condition["node"], person)
    assert verdict.value is condition["expect"]
    assert truth_of(condition["node"], person) is condition["expect"]


def test_every_key_of_a_condition_is_exercised() -> None:
    """Each key that a pack uses, and each that it could, comes out both ways, and open where it can be."""
    packs = [council.slug for council in open_library(ROOT / "content").councils()]
    used = {key for node in nodes_of(real_entries(*packs)) for key in node} - {"ask_id"}
    values: dict[str, set[bool | None]] = {}
    for condition in CONDITIONS:
        (key,) = set(condition["node"]) - {"ask_id"}
        values.setdefault(key, set()).add(condition["expect"])
    assert not used - set(values)
    assert set(values) == KEYS | {"any", "all", "not"}
    always_known = {"age_min", "age_max", "date_from", "date_to"}
    wrong = {
        key: found
        for key, found in values.items()
        if found != ({True, False} if key in always_known else {True, False, None})
    }
    assert wrong == {}


def test_two_hundred_times_in_care(tmp_path: Path) -> None:
    """Quick, the same in both, and one more is too many."""
    first = date(2023, 6, 1)
    days = [first + timedelta(days=6 * number) for number in range(201)]
    spells = [{"start": day.isoformat(), "end": (day + timedelta(days=5)).isoformat(), "type": "home"} for day in days]
    unsure = [{**spell, "type": "not_sure", "start": spell["start"][:7]} for spell in spells]
    lives = [
        {"answers": {"dob": "2009-05-01", "in_or_wants_education": "no", "care_spells": given}, "today": "2026-11-22"}
        for given in (spells[:200], spells, unsure[:200])
    ]
    full, many, vague = (json.loads(text) for text in phone_answers(_statuses(lives), {}, tmp_path))
    assert [full, many] == [found_for(life) for life in lives[:2]]
    assert vague == found_for(lives[2])
    assert (full["status"], full["rule"], full["days"]) == ("relevant", "D8", 200 * 5)
    assert many == {"problems": [{"at": "care_spells", "code": "too_many"}]}


def _statuses(lives: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"op": "status", "life": life} for life in lives]
