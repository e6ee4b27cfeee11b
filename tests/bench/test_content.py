"""Eight languages: built once, and small enough to be said by one process. Times are only in `bin/bench`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.content import Built, build, serve
from tests.bench.packs import MB
from tests.content.packs import write
from webapp.content.languages import LANGUAGES
from webapp.settings import ROOT

PACKS = 2


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Two builds of the small good content, one after the other, each in a process of its own."""
    folder = tmp_path_factory.mktemp("builds")
    content = write(folder)
    return build(folder, content), build(folder, content)


def test_a_second_build_makes_nothing(builds: tuple[Built, Built]) -> None:
    first, again = builds
    assert (first.made, first.kept) == (PACKS * len(LANGUAGES), 0)
    assert (again.made, again.kept) == (0, PACKS * len(LANGUAGES))


def test_a_second_build_is_far_less_work(builds: tuple[Built, Built]) -> None:
    first, again = builds
    assert again.processor < first.processor / 3


def test_a_process_that_has_worked_out_every_language_fits_its_memory(tmp_path: Path) -> None:
    assert serve(tmp_path, ROOT / "content").bytes <= 150 * MB
