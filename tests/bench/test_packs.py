"""What a start costs: memory is held to its budget here; times only in `bin/bench`: other tests run beside it."""

from __future__ import annotations

from pathlib import Path

from tests.bench.packs import MB, grown, made_up, one_and_many, start
from webapp.content.library import examine
from webapp.settings import ROOT

PACKS = 25


def test_a_process_on_our_packs_fits_its_memory(built: Path) -> None:
    assert start(built, ROOT / "content").bytes <= 150 * MB


def test_each_pack_adds_little_memory() -> None:
    one, many = one_and_many(PACKS)
    assert grown(one, many, PACKS - 1) <= 1 * MB


def test_the_made_up_packs_are_good_content() -> None:
    with made_up(3) as content:
        library, findings = examine(content)
    assert [finding for finding in findings if not finding.warning] == []
    assert library is not None
    assert len(library.councils()) == 4
