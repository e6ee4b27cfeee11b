"""Ways to challenge a decision, held against the fact sheets: the days of each step, and which decision goes which way.

When the law changes a time, change it in the content and here.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.content.entries import Entry, amount_of, one
from webapp.content.library import Council, Library
from webapp.content.values import value_on

TODAY = date(2026, 11, 22)
Span = dict[str, int]

# Challenge, step, whose turn, in what time, stretched to, counted from.
TIMES: list[tuple[str, str, str, Span, Span | None, str]] = [
    # Children Act 1989 Representations Procedure (England) Regulations 2006, regs 9, 14, 17-20: working days.
    ("childrens-services", "stage-1", "you", {"months": 12}, None, "decision"),
    ("childrens-services", "stage-1-answer", "them", {"working_days": 10}, {"working_days": 20}, "complaint"),
    ("childrens-services", "stage-2-answer", "them", {"working_days": 25}, {"working_days": 65}, "complaint"),
    ("childrens-services", "stage-3", "you", {"working_days": 20}, None, "step"),
    ("childrens-services", "stage-3-meets", "them", {"working_days": 30}, None, "complaint"),
    ("childrens-services", "stage-3-report", "them", {"working_days": 5}, None, "step"),
    ("childrens-services", "stage-3-reply", "them", {"working_days": 15}, None, "step"),
    ("childrens-services", "ombudsman", "you", {"months": 12}, None, "decision"),
    # Housing Act 1996 ss202 and 204 and the review regulations of 2018. The 21 days of s202(3) begin with the decision.
    ("housing", "review", "you", {"days": 20}, None, "decision"),
    ("housing", "review-answer", "them", {"days": 56}, None, "complaint"),
    ("housing", "court", "you", {"days": 21}, None, "step"),
    # Housing Act 1996 s166A(9) gives the review; its times are councils' usual ones.
    ("housing-list", "review", "you", {"days": 21}, None, "decision"),
    ("housing-list", "review-answer", "them", {"days": 56}, None, "complaint"),
    ("housing-list", "ombudsman", "you", {"months": 12}, None, "decision"),
    ("home-council", "ombudsman", "you", {"months": 12}, None, "decision"),
    # Local Government Finance Act 1992 s16 and the tribunal's rules.
    ("council-tax", "answer", "them", {"months": 2}, None, "complaint"),
    ("council-tax", "tribunal", "you", {"months": 2}, None, "step"),
    # Decisions and Appeals Regulations 2013; First-tier Tribunal rules 2008, r22.
    ("benefits", "reconsideration", "you", {"months": 1}, None, "decision"),
    ("benefits", "appeal", "you", {"months": 1}, None, "step"),
    # NHS and social care complaints regulations 2009.
    ("health", "complaint", "you", {"months": 12}, None, "decision"),
    ("health", "receipt", "them", {"working_days": 3}, None, "complaint"),
    ("health", "answer", "them", {"months": 6}, None, "complaint"),
    ("health", "ombudsman", "you", {"months": 12}, None, "decision"),
    ("learning", "outside", "you", {"months": 12}, None, "step"),
    ("records", "answer", "them", {"months": 1}, None, "complaint"),
    ("records", "ico", "you", {"months": 3}, None, "step"),
    ("immigration", "appeal", "you", {"days": 14}, None, "decision"),
]

# The same limits stand in the entitlement "How to complain"; both must say the same.
SAID_TWICE = [
    ("stage-1", "within", "make-it-within"),
    ("stage-1-answer", "within", "step-1-answer"),
    ("stage-1-answer", "longest", "step-1-longest"),
    ("stage-2-answer", "within", "step-2-answer"),
    ("stage-2-answer", "longest", "step-2-longest"),
    ("stage-3", "within", "step-3-ask"),
    ("stage-3-meets", "within", "step-3-meets"),
    ("stage-3-report", "within", "step-3-report"),
    ("stage-3-reply", "within", "step-3-reply"),
    ("ombudsman", "within", "ombudsman"),
]

# Which way a decision goes.
WAYS = {
    "personal-adviser": "childrens-services",
    "setting-up-home-allowance": "childrens-services",
    "he-bursary": "childrens-services",
    "holiday-housing-students": "childrens-services",
    "priority-need-18-20": "housing",
    "not-intentionally-homeless": "housing",
    "social-housing-no-local-test": "housing-list",
    "crisis-resilience-housing-payment": "home-council",
    "council-tax-care-leaver": "council-tax",
    "universal-credit-18-plus": "benefits",
    "one-bed-lha": "benefits",
    "housing-benefit-supported": "benefits",
    "gp-dentist": "health",
    "care-act-transition": "health",
    "bursary-16-19": "learning",
    "student-finance-independent": "student-finance",
    "see-your-care-records": "records",
    "asylum-care-leaver": "immigration",
    "unite-foundation": "charity",
    "travel-london": "other",
}

# Money that may be added up for a person, and nothing else: no limit, price, loan or wage.
ADDED_UP = {
    ("setting-up-home-allowance", "main"),
    ("he-bursary", "main"),
    ("apprenticeship-bursary", "main"),
    ("sure-start-maternity-grant", "main"),
    ("junior-isa-child-trust-fund", "main"),
}


def step_of(council: Council, challenge: str, step: str) -> Entry:
    return one(tuple(one(council.challenges, challenge)["steps"]), step)


def test_the_time_of_each_step(england: Council) -> None:
    timed = [
        (way["id"], step["id"], step["acts"], step["within"], step["longest"], step["counted_from"])
        for way in england.challenges
        for step in way["steps"]
        if step["within"]
    ]
    assert timed == TIMES


@pytest.mark.parametrize(("step", "which", "amount"), SAID_TWICE)
def test_how_to_complain_says_the_same(england: Council, step: str, which: str, amount: str) -> None:
    (number,) = step_of(england, "childrens-services", step)[which].values()
    assert number == value_on(amount_of(england, "complaint", amount)["values"], TODAY)


def test_the_words_name_the_number(england: Council) -> None:
    for challenge, step, _, within, longest, _ in TIMES:
        text = step_of(england, challenge, step)["text"]
        for unit, number in (within | (longest or {})).items():
            weeks = unit == "days" and number % 7 == 0 and f"{number // 7} weeks" in text
            words = (str(number), "one month", "a month") if number == 1 else (str(number),)
            assert weeks or any(word in text for word in words), (challenge, step)


def test_it_starts_with_asking_why_and_an_advocate(england: Council) -> None:
    first, second, *_ = one(england.challenges, "childrens-services")["steps"]
    assert (first["id"], second["id"]) == ("ask-why", "advocate")
    for way in england.challenges:
        assert "ask-why" in [step["id"] for step in way["steps"]][:2], way["id"]


@pytest.mark.parametrize(("entitlement", "way"), WAYS.items())
def test_which_way_a_decision_goes(england: Council, entitlement: str, way: str) -> None:
    assert one(england.entitlements, entitlement)["challenge"] == way


def test_every_way_is_used(england: Council) -> None:
    assert {entry["challenge"] for entry in england.entitlements} == {way["id"] for way in england.challenges}


def test_only_what_was_read_claims_to_be_read(england: Council) -> None:
    assert {way["id"] for way in england.challenges if way.get("basis") != "knowledge"} == set()


def test_only_sure_money_adds_up(library: Library) -> None:
    for council in library.councils():
        found = {
            (entry["id"], amount["id"])
            for entry in council.entitlements
            for amount in entry.get("amounts", [])
            if amount.get("adds_up")
        }
        assert found == ADDED_UP, council.slug
