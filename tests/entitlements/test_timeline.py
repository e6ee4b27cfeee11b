"""The timeline by hand: what starts, changes and ends at a birthday. The phone gives the same to the byte."""

from __future__ import annotations

from datetime import date
from typing import Any

from webapp.entitlements.answers import read_answers
from webapp.entitlements.person import Enquiry
from webapp.entitlements.timeline import timeline

# In care since 12, and still at 17; born on a leap day.
ANSWERS: dict[str, Any] = {
    "dob": "2008-02-29",
    "in_care_now": "yes",
    "care_spells": [{"start": "2020-03-01", "end": None, "type": "foster"}],
    "in_or_wants_education": "no",
}
DAY = date(2025, 11, 22)


def amount(id_: str, who: dict[str, Any], *values: tuple[str, int]) -> dict[str, Any]:
    steps = [{"from": start, "value": value} for start, value in values]
    return {"id": id_, "unit": "pence", "per": "once", "who": who, "values": steps}


def milestones(**entries: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """By age, each with what starts, changes and ends."""
    found = [{"id": id_, "kind": "law_must", "who": {}} | entry for id_, entry in entries.items()]
    enquiry = Enquiry(read_answers(ANSWERS, DAY), {}, found, DAY)
    return {one["age"]: one for one in timeline(enquiry)}


def happens(found: dict[int, dict[str, Any]], what: str) -> dict[int, list[str]]:
    return {age: one[what] for age, one in found.items() if one[what]}


def test_the_birthdays_that_matter_and_the_status_that_turns_on_them() -> None:
    found = milestones()
    assert {age: one["on"] for age, one in found.items()} == {
        16: "2024-02-29",
        17: "2025-03-01",
        18: "2026-03-01",
        21: "2029-03-01",
        25: "2033-03-01",
    }
    assert {age: one["status"] for age, one in found.items()} == {
        16: {"before": "looked_after", "after": "eligible"},
        17: None,
        18: {"before": "eligible", "after": "frc"},
        21: None,
        25: {"before": "frc", "after": "none_care_experienced"},
    }


def test_what_starts_and_ends_stands_at_its_birthday() -> None:
    found = milestones(
        leaving={"who": {"status_any": ["frc"]}},
        young={"who": {"age_max": 20}},
        at_17={"who": {"age_min": 17}},
        at_19={"who": {"age_min": 19}},
        announced={"kind": "announced", "who": {"age_min": 18}},
        enacted={"kind": "enacted_not_commenced", "who": {"age_min": 18}},
    )
    assert happens(found, "starts") == {17: ["at_17"], 18: ["leaving"]}
    assert happens(found, "ends") == {21: ["young"], 25: ["leaving"]}
    assert happens(found, "changes") == {}


def test_what_depends_on_an_open_question_counts_as_fitting() -> None:
    found = milestones(perhaps={"who": {"age_min": 18, "parent": True}})
    assert happens(found, "starts") == {18: ["perhaps"]}


def test_another_amount_is_a_change_and_a_rise_in_price_is_none() -> None:
    rises = amount("main", {}, ("2020-01-01", 100), ("2026-03-01", 200))
    more = amount("more", {"age_min": 21}, ("2020-01-01", 300))
    begins = amount("begins", {}, ("2026-03-01", 5))
    found = milestones(
        rises={"amounts": [rises, begins]},
        grows={"amounts": [rises, more]},
        over={"who": {"age_max": 10}, "amounts": [more]},
    )
    assert happens(found, "changes") == {21: ["grows"]}
    assert happens(found, "starts") == happens(found, "ends") == {}
