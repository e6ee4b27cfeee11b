"""The words about statuses, held against the decision table of the fact sheet: each rule with the law behind it."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from tests.content.entries import one
from tests.content.test_facts import LONG_NUMBER, words
from webapp.content.library import Council

# Each rule, a source that it must name, and how sure the facts are. Sch 2 para 19B: who is an eligible child; reg 40:
# the 13 weeks; reg 48: short breaks; s23A and reg 3: relevant; s23C: former relevant; s24: qualifying.
SOURCES: list[tuple[str, str, str]] = [
    ("D1", "councils in England", "high"),
    ("D2", "CA89 Sch 2 para", "high"),
    ("D3", "CA89 s23A", "high"),
    ("D4", "CPPCR regs 40(2), 48", "high"),
    ("D5", "CPPCR reg 40(1)", "high"),
    ("D6", "CPPCR reg 40(1)", "high"),
    ("D7", "CLR reg 3", "medium"),
    ("D8", "CA89 s23A(2)", "high"),
    ("D9", "CLR reg 3(2)", "medium"),
    ("D10", "CA89 s24(1A)", "high"),
    ("D11", "CA89 s24(1B), (2)", "high"),
    ("D12", "CA89 s24", "high"),
    ("D13", "CA89 s23C(1)(b)", "high"),
    ("D14", "CA89 s23C(1)(a)", "high"),
    ("D15", "CA89 s24(1A)", "high"),
    ("D16", "CA89 s24(1B), (2)", "high"),
    ("D17", "CA89 s24B(3), (5)", "high"),
    ("D18", "CA89 s23C(6)-(7)", "medium"),
    ("D19", "CA89 s23C", "high"),
    ("D20", "[2009] UKHL 26", "high"),
]

# What each flag must send a person to, or say.
FLAG_WORDS = {
    "E1": ("advocate", "solicitor", "may still count"),
    "E2": ("one day", "writing"),
    "E2b": ("six months", "special guardian"),
    "E3": ("full care order", "13 weeks"),
    "E4": ("not clear", "advocate"),
    "E5": ("last council", "wherever you live"),
    "E6": ("in writing", "advocate", "complain"),
    "E7": ("same way", "solicitor"),
    "E8": ("solicitor now",),
    "E9": ("apprenticeship bursary", "one-bedroom", "housing list"),
    "E10": ("Children Act 1989", "after 16 does not count"),
}

# Rules that lead to less help must leave the door open.
LESS = ("D3", "D11", "D12", "D16", "D19", "D20")
OPEN_DOOR = re.compile(r"\b(probably|best guess|look again|[Aa]sk)\b")


@pytest.mark.parametrize(("rule", "source", "confidence"), SOURCES)
def test_each_rule_names_its_law(england: Council, rule: str, source: str, confidence: str) -> None:
    found = one(england.status_rules, rule)
    assert any(source in text for text in found["sources"]), found["sources"]
    assert found["confidence"] == confidence


def test_every_rule_is_held_to_its_source(england: Council) -> None:
    assert [entry["id"] for entry in england.status_rules] == [rule for rule, _, _ in SOURCES]


@pytest.mark.parametrize("rule", LESS)
def test_nobody_is_told_no(england: Council, rule: str) -> None:
    assert OPEN_DOOR.search(one(england.status_rules, rule)["because"])


def test_the_holes_can_be_filled(england: Council) -> None:
    for rule in england.status_rules:
        holes = {name for _, name, _, _ in Formatter().parse(rule["because"]) if name is not None}
        assert holes <= ({"age", "days", "date"} if rule["id"] == "D6" else {"age", "days"}), rule["id"]
    assert "{date}" in one(england.status_rules, "D6")["because"]


def test_thirteen_weeks_are_91_days(england: Council) -> None:
    for rule in ("D5", "D6"):
        assert "91 days (13 weeks)" in one(england.status_rules, rule)["because"]


@pytest.mark.parametrize(("flag", "said"), FLAG_WORDS.items())
def test_each_flag_says_what_to_do(england: Council, flag: str, said: tuple[str, ...]) -> None:
    text = " ".join((one(england.status_flags, flag)["title"], one(england.status_flags, flag)["text"]))
    assert [word for word in said if word not in text] == []


def test_numbers_to_call_live_in_get_help(england: Council) -> None:
    texts = words([england.statuses, england.status_rules, england.status_flags, england.challenges])
    assert [text for text in texts if LONG_NUMBER.search(text)] == []
