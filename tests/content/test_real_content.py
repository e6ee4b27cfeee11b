"""The content that is shipped: it passes its check, is complete, and fits the budget of the phone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bench.bundle import bundle_sizes
from webapp.content.library import Library
from webapp.content.schemas.conditions import STATUSES
from webapp.content.schemas.status import FLAGS, RULES
from webapp.settings import ROOT

BUDGET = 70 * 1024


# The five papers; those of two councils print no pledge, so their packs have none.
COUNCILS = {"warwickshire": True, "merton": True, "shropshire": False, "doncaster": False, "rutland": True}
# Seven digits or more from a 0 or a +, or nine from anywhere, however they are spaced: no sum and no pair of years.
PHONE = re.compile(r"(?:\+|\b0)(?:[\s().-]{0,3}\d){6,}|\d(?:[\s().-]{0,3}\d){8,}")
DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def test_it_has_the_example_councils(library: Library) -> None:
    councils = [council for council in library.councils() if council.state != "base"]
    assert {council.slug: council.pledge is not None for council in councils} == COUNCILS
    for council in councils:
        assert council.state == "example"
        assert council.paper is not None
        assert council.owner
        assert council.offer
        assert council.contacts


@pytest.mark.parametrize("number", ["01926 410410", "(0121) 496 0000", "0800 1111", "+44 20 7946 0000", "07700900123"])
def test_a_phone_number_is_seen(number: str) -> None:
    assert PHONE.search(f"Call {number} today")
    assert not PHONE.search("£2,000 in 2018-2022, for 132 young people, 89 in every 100")


@pytest.mark.parametrize("slug", COUNCILS)
def test_no_example_pack_has_what_looks_like_a_phone_number(slug: str) -> None:
    paths = sorted((ROOT / "content" / slug).rglob("*.yaml"))
    assert paths
    for path in paths:
        # The name of a paper's file is a hash: it is no number that anybody could call.
        text = DATE.sub("", re.sub(r"\b\d{3}_[0-9a-f]{16}\.txt", "", path.read_text(encoding="utf-8")))
        # Digits of two values are not one number.
        lines = text.replace(",", "\n").splitlines()
        assert [line for line in lines if PHONE.search(line)] == [], path


def test_it_has_what_the_facts_have(library: Library) -> None:
    council = library.council("rutland")
    assert len(council.entitlements) >= 65
    assert len(council.areas) == 10
    assert len(council.skill_ids) >= 100
    assert len(council.paper_ids) >= 25
    assert len(council.reviews) >= 25
    assert len(council.help) >= 25
    assert {entry["id"] for entry in council.statuses} == set(STATUSES)
    assert tuple(entry["id"] for entry in council.status_rules) == RULES
    assert tuple(entry["id"] for entry in council.status_flags) == FLAGS
    assert len(council.challenges) >= 10
    assert len(council.pledge["areas"] if council.pledge else []) == 6


def questions(content: Any) -> Iterator[tuple[str, str]]:
    """Each question anywhere in some content, with its id."""
    if isinstance(content, dict):
        if "ask" in content:
            yield content["ask_id"], content["ask"]
        content = content.values()
    if not isinstance(content, str) and isinstance(content, Iterable):
        for inner in content:
            yield from questions(inner)


def test_an_id_of_a_question_stands_for_one_question(library: Library) -> None:
    found = {pair for council in library.councils() for pair in questions([council.entitlements, council.reviews])}
    assert len(found) >= 50
    assert len({id_ for id_, _ in found}) == len({question for _, question in found}) == len(found)


def test_help_in_danger_comes_first(library: Library) -> None:
    for council in library.councils():
        first = council.help[0]
        assert first["urgent"]
        assert {"type": "call", "value": "999"}.items() <= first["contacts"][0].items()


def test_an_old_figure_stands_beside_englands(library: Library) -> None:
    merton = {entry["id"]: entry for entry in library.council("merton").entitlements}
    entry = merton["setting-up-home-allowance"]
    assert entry["amounts"][0]["values"] == [{"from": "2016-10-31", "value": 200000}]
    assert entry["overrides"]["amounts"]["england"][0]["values"][-1]["value"] == 300000


def test_each_bundle_fits_the_budget(built: Path) -> None:
    for name, sizes in bundle_sizes(ROOT / "content", built / "bundles").items():
        assert sizes["br"] <= BUDGET, f"{name}: {sizes}"
