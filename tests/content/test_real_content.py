"""The content that is shipped: it passes its check, is complete, and fits the budget of the phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.bench.bundle import bundle_sizes
from webapp.content.library import Library
from webapp.content.schemas.conditions import STATUSES
from webapp.content.schemas.status import FLAGS, RULES
from webapp.settings import ROOT

BUDGET = 70 * 1024


def test_it_has_the_example_councils(library: Library) -> None:
    assert {council.slug for council in library.councils()} >= {"rutland", "merton"}
    for council in (one for one in library.councils() if one.state != "base"):
        assert council.state == "example"
        assert council.paper is not None
        assert council.pledge is not None
        assert council.offer
        assert council.contacts


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


def test_each_bundle_fits_the_budget(tmp_path: Path) -> None:
    for name, sizes in bundle_sizes(ROOT / "content", tmp_path).items():
        assert sizes["br"] <= BUDGET, f"{name}: {sizes}"
