"""Who each thing is for, the numbers to call and when things come round, held against the fact sheets.

When a figure changes, add its new value and date to the content, and a line with the new date here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.content.entries import Entry, one
from webapp.content.library import Council, Library

KINDS = {
    "personal-adviser": "law_must",
    "pathway-plan": "law_must",
    "complaint": "law_must",
    "accommodation-16-17": "law_must",
    "setting-up-home-allowance": "guidance",
    "health-summary": "guidance",
    "staying-put": "law_must",
    "staying-close": "enacted_not_commenced",
    "not-intentionally-homeless": "enacted_not_commenced",
    "priority-need-18-20": "law_must",
    "social-housing-no-local-test": "law_must",
    "one-bed-lha": "law_must",
    "holiday-housing-students": "law_must",
    "council-tax-care-leaver": "council_choice",
    "crisis-resilience-housing-payment": "council_choice",
    "id-documents-paid": "council_choice",
    "he-bursary": "law_must",
    "advice-and-help-qualifying": "law_may",
    "learning-grants-qualifying": "law_may",
    "apprenticeship-bursary": "national_scheme",
    "bursary-16-19": "national_scheme",
    "universal-credit-18-plus": "national_scheme",
    "unite-foundation": "charity_or_business",
    "free-nhs-charges-care-leavers": "announced",
    "nhs-jobs": "announced",
}

ALL_CARE = {"looked_after", "eligible", "relevant", "frc", "qualifying"}

# The statuses that `who` names anywhere, and the youngest and oldest age it names (None: no such bound).
WHO: list[tuple[str, set[str], int | None, int | None]] = [
    ("personal-adviser", {"eligible", "relevant", "frc"}, 16, 24),
    ("keep-in-touch", {"relevant", "frc"}, 21, 20),
    ("local-offer", {"eligible", "relevant", "frc", "qualifying"}, 16, 24),
    ("complaint", ALL_CARE, None, None),
    ("see-your-care-records", set(), None, None),
    ("accommodation-16-17", {"relevant"}, 16, 17),
    ("setting-up-home-allowance", {"relevant", "frc"}, 16, 24),
    ("staying-put", {"frc"}, 18, 20),
    ("staying-close", {"frc"}, None, 24),
    ("priority-need-18-20", {"frc"}, 18, 20),
    ("priority-need-21-plus", {"frc", "qualifying_21_24"}, 21, None),
    ("social-housing-no-local-test", {"eligible", "relevant", "frc"}, 16, 24),
    ("one-bed-lha", {"frc"}, 18, 24),
    ("holiday-housing-students", {"frc", "qualifying", "qualifying_21_24"}, None, 24),
    ("council-tax-care-leaver", {"frc"}, 18, 24),
    ("universal-credit-16-17", {"eligible", "relevant"}, 16, 17),
    ("universal-credit-18-plus", set(), 18, None),
    ("help-if-welfare-needs-it", {"frc"}, None, 20),
    ("he-bursary", {"frc"}, None, 24),
    ("education-training-support-to-25", {"frc", "frc_education"}, 21, None),
    ("advice-and-help-qualifying", {"qualifying"}, None, None),
    ("learning-grants-qualifying", {"qualifying", "qualifying_21_24"}, None, None),
    ("apprenticeship-bursary", {"eligible", "relevant", "frc"}, None, 24),
    ("bursary-16-19", ALL_CARE, 16, 19),
    ("civil-service-internship", {"eligible", "relevant", "frc"}, 18, 30),
    ("travel-london", {"frc", "qualifying", "qualifying_21_24"}, 18, 25),
]

NOT_FOR = {
    "personal-adviser": ["qualifying", "qualifying_21_24"],
    "setting-up-home-allowance": ["qualifying"],
    "he-bursary": ["qualifying"],
    "apprenticeship-bursary": ["qualifying"],
}

# Every number to call or text, first ones first.
NUMBERS: list[tuple[str, str, str]] = [
    ("emergency", "call", "999"),
    ("police", "call", "101"),
    ("nhs-111", "call", "111"),
    ("nhs-111-mental-health", "call", "111"),
    ("samaritans", "call", "116 123"),
    ("shout", "text", "85258"),
    ("childline", "call", "0800 1111"),
    ("papyrus", "call", "0800 068 4141"),
    ("become", "call", "0800 023 2033"),
    ("coram-voice-always-heard", "call", "0808 800 5792"),
    ("help-at-hand", "call", "0800 528 0731"),
    ("nyas", "call", "0808 808 1001"),
    ("shelter", "call", "0808 800 4444"),
    ("centrepoint", "call", "0808 800 0661"),
    ("domestic-abuse", "call", "0808 2000 247"),
    ("mens-advice", "call", "0808 801 0327"),
    ("galop", "call", "0800 999 5428"),
    ("rape-crisis", "call", "0808 500 2222"),
    ("modern-slavery", "call", "08000 121 700"),
    ("runaway", "call", "116 000"),
    ("frank", "call", "0300 123 6600"),
    ("gambling", "call", "0808 8020 133"),
    ("national-debtline", "call", "0808 808 4000"),
    ("help-to-claim", "call", "0800 144 8444"),
    ("citizens-advice", "call", "0800 144 8848"),
    ("refugee-council-children", "call", "0808 196 7272"),
]
WITHOUT_NUMBER = {"streetlink", "council-out-of-hours"}

# Review, how often we remind, and the limit of law or guidance.
REVIEWS: list[tuple[str, Entry, Entry | None]] = [
    ("pathway-plan-review", {"months": 6}, {"months": 6}),
    ("pathway-assessment-first", {"once": True}, {"months": 3}),
    ("pa-visit-new-home-7-days", {"each": "move"}, {"days": 7}),
    ("pa-visit-before-28-day-review", {"each": "move"}, {"days": 28}),
    ("pa-visit", {"weeks": 8}, {"months": 2}),
    ("looked-after-review", {"months": 6}, {"months": 6}),
    ("social-worker-visit", {"weeks": 6}, {"weeks": 6}),
    ("health-assessment", {"months": 12}, {"months": 12}),
    ("pep-review", {"term": True}, None),
    ("contact-21-plus", {"months": 12}, None),
    ("passport-skills-review", {"months": 3}, None),
]

# Words that are never shown to a young person, and the sentence that nobody is ever told.
NEVER = re.compile(r"\b(LAC|NEET|cases?|users?)\b|not entitled", re.IGNORECASE)
NOT_SHOWN = {"id", "sources", "confidence_note", "basis", "links", "entitlement", "see_also", "overrides"}
LONG_NUMBER = re.compile(r"\d[\d ]{8,}\d")


def nodes(who: Entry) -> Iterator[Entry]:
    """Each node of a condition tree, but for what must not hold."""
    yield who
    for branch in ("any", "all"):
        for node in who.get(branch, []):
            yield from nodes(node)


def words(content: Any) -> Iterator[str]:
    """Every text of an entry that a young person may read."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for key, value in content.items():
            if key not in NOT_SHOWN:
                yield from words(value)
    elif isinstance(content, (list, tuple)):
        for value in content:
            yield from words(value)


def everything(council: Council) -> list[Any]:
    return [
        council.entitlements,
        council.offer,
        council.pledge,
        council.areas,
        council.papers,
        council.reviews,
        council.help,
        council.contacts,
        council.statuses,
        council.status_rules,
        council.status_flags,
        council.challenges,
    ]


@pytest.mark.parametrize(("entitlement", "kind"), KINDS.items())
def test_what_stands_behind_it(england: Council, entitlement: str, kind: str) -> None:
    assert one(england.entitlements, entitlement)["kind"] == kind


@pytest.mark.parametrize(("entitlement", "statuses", "youngest", "oldest"), WHO)
def test_who_it_is_for(
    england: Council, entitlement: str, statuses: set[str], youngest: int | None, oldest: int | None
) -> None:
    tree = list(nodes(one(england.entitlements, entitlement)["who"]))
    assert {status for node in tree for status in node.get("status_any", [])} == statuses
    assert min((node["age_min"] for node in tree if "age_min" in node), default=None) == youngest
    assert max((node["age_max"] for node in tree if "age_max" in node), default=None) == oldest


def test_whom_it_is_not_for(england: Council) -> None:
    assert {entry["id"]: entry["not_for"] for entry in england.entitlements if entry.get("not_for")} == NOT_FOR


def test_savings_are_in_pounds(england: Council) -> None:
    found = {
        entry["id"]: node["savings_max"]
        for entry in england.entitlements
        for node in nodes(entry["who"])
        if "savings_max" in node
    }
    assert found == {"universal-credit-18-plus": 16000, "nhs-low-income-scheme": 16000}


@pytest.mark.parametrize(
    ("entitlement", "start"),
    [
        ("setting-up-home-allowance", "2023-04-01"),
        ("social-housing-no-local-test", "2025-07-10"),
        ("one-bed-lha", "2021-05-31"),
        ("crisis-resilience-housing-payment", "2026-04-01"),
        ("he-bursary", "2008-09-01"),
        ("apprenticeship-bursary", "2023-08-01"),
        ("minimum-wage", "2026-04-01"),
    ],
)
def test_when_it_began(england: Council, entitlement: str, start: str) -> None:
    assert one(england.entitlements, entitlement)["applies"]["from"] == start


def test_what_has_not_started_says_so(england: Council) -> None:
    waiting = [entry for entry in england.entitlements if entry["kind"] in ("announced", "enacted_not_commenced")]
    assert len(waiting) == 4
    for entry in waiting:
        assert re.search(r"not (yet |have )?started", entry["summary"]), entry["id"]
        assert entry["confidence"] != "high", entry["id"]


@pytest.mark.parametrize(("id_", "way", "number"), NUMBERS)
def test_a_number_to_call_or_text(england: Council, id_: str, way: str, number: str) -> None:
    first = one(england.help, id_)["contacts"][0]
    assert (first["type"], first["value"]) == (way, number)


def test_every_help_line_is_held_to_its_number(england: Council) -> None:
    assert {entry["id"] for entry in england.help} == {id_ for id_, _, _ in NUMBERS} | WITHOUT_NUMBER
    assert one(england.help, "shout")["contacts"][0]["word"] == "SHOUT"
    assert "option 2" in one(england.help, "nhs-111-mental-health")["contacts"][0]["note"]


@pytest.mark.parametrize(("id_", "every", "limit"), REVIEWS)
def test_what_comes_round_again(england: Council, id_: str, every: Entry, limit: Entry | None) -> None:
    found = one(england.reviews, id_)
    held = {key: value for key, value in (found.get("limit") or {}).items() if key != "text"}
    assert found["every"] == every
    assert (held or None) == limit


def test_the_plan_is_the_one_paper_required_by_law(england: Council) -> None:
    assert [paper["id"] for paper in england.papers if paper["required_by_law"]] == ["pathway-plan"]


def test_words_that_are_never_shown(library: Library) -> None:
    found = [text for council in library.councils() for text in words(everything(council)) if NEVER.search(text)]
    assert found == []


def test_a_councils_paper_brings_no_way_to_reach_a_person(library: Library) -> None:
    for council in (each for each in library.councils() if each.state == "example"):
        texts = list(words([council.offer, council.pledge, council.contacts]))
        assert texts
        assert [text for text in texts if "@" in text or LONG_NUMBER.search(text)] == []
