"""`flask content new`: a pack that explains itself and passes the check as it is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from flask import Flask

from tests.content.packs import TODAY, library_of, write
from webapp.content.library import examine
from webapp.content.plain.judging import judge
from webapp.content.schemas import OVERRIDABLE
from webapp.content.schemas.council import OFFER_HEADINGS
from webapp.content.starting import NewPack, start_pack
from webapp.core import clock
from webapp.settings import ROOT

FILES = {"contacts.yaml", "offer.yaml", "overrides.yaml", "pack.yaml", "pledge.yaml"}


def start(folder: Path, name: str = "Oldshire", slug: str = "new-place") -> list[Path]:
    return start_pack(NewPack(slug, name, "Care team: 16+", "county"), folder, TODAY.date())


@pytest.mark.parametrize("name", ["Oldshire", 'King\'s "Old" Town: #1', "Ynys Môn", "yes"])
def test_a_new_pack_passes_the_check(tmp_path: Path, name: str) -> None:
    (tmp_path / "england").symlink_to(ROOT / "content" / "england")
    start(tmp_path, name)
    with clock.fixed(TODAY):
        library, findings = examine(tmp_path)
    assert findings == []
    assert judge(tmp_path, "new-place") == []
    assert library is not None
    council = library.council("new-place")
    assert (council.name, council.state, council.owner) == (name, "example", "Care team: 16+")
    assert council.offer
    assert council.contacts
    assert council.pledge


def test_it_has_every_file_and_notes_that_name_every_choice(tmp_path: Path) -> None:
    made = start(tmp_path)
    assert {path.name for path in made} == FILES
    texts = {path.name: path.read_text(encoding="utf-8") for path in made}
    assert all(text.startswith("# ") for text in texts.values())
    assert all(heading in texts["offer.yaml"] for heading in OFFER_HEADINGS)
    assert all(kind in texts["overrides.yaml"] for kind in OVERRIDABLE)
    assert f"review_by: {(TODAY + timedelta(days=365)).date()}" in texts["pledge.yaml"]
    assert "$" not in "".join(texts.values())


def test_the_overrides_in_its_notes_work(tmp_path: Path) -> None:
    (tmp_path / "england").symlink_to(ROOT / "content" / "england")
    start(tmp_path)
    path = tmp_path / "new-place" / "overrides.yaml"
    _, _, notes = path.read_text(encoding="utf-8").partition("# overrides:\n")
    lines = [line.removeprefix("# ") for line in notes.splitlines() if line.startswith("#")]
    path.write_text("overrides:\n" + "\n".join(lines).replace("Write the number here", "0800 1111") + "\n")
    council = library_of(tmp_path).council("new-place")
    entry = next(one for one in council.entitlements if one["id"] == "setting-up-home-allowance")
    assert entry["amounts"][0]["values"][0]["value"] == 320000
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["overrides"].keys() == {"entitlements", "help"}


def test_the_command_says_what_it_made_and_what_comes_next(small: Flask, tmp_path: Path) -> None:
    runner = small.test_cli_runner()
    result = runner.invoke(args=["content", "new", "newshire", "--name", "Newshire", "--type", "county"])
    folder = tmp_path / "content" / "newshire"
    assert result.exit_code == 0, result.output
    assert {path.name for path in folder.iterdir()} == FILES
    assert result.output.endswith(f"Next: flask content serve {folder}\n")
    checked = runner.invoke(args=["content", "check", str(folder)])
    # The small England of the tests has no `local-offer`; the real one has.
    assert "points to `local-offer`" in checked.output


def test_the_entry_in_the_guide_passes_the_check(tmp_path: Path) -> None:
    (tmp_path / "england").symlink_to(ROOT / "content" / "england")
    start(tmp_path)
    guide = (ROOT / "docs" / "running" / "write-a-pack.md").read_text(encoding="utf-8")
    example = guide.split("```yaml\n")[1].split("```")[0]
    with (tmp_path / "new-place" / "offer.yaml").open("a", encoding="utf-8") as file:
        file.write(example)
    assert [one["id"] for one in library_of(tmp_path).council("new-place").offer] == ["ask-us-first", "driving-lessons"]
    assert judge(tmp_path, "new-place") == []


@pytest.mark.parametrize(
    ("slug", "name", "says"),
    [
        ("New Shire", "Newshire", "not a short name"),
        ("../newshire", "Newshire", "not a short name"),
        ("oldshire", "Oldshire", "is there already"),
        ("newshire", "  ", "need a few letters"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_made(
    small: Flask, tmp_path: Path, slug: str, name: str, says: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    result = small.test_cli_runner().invoke(args=["content", "new", slug, "--name", name])
    assert result.exit_code == 1
    assert says in result.output
    assert sorted(tmp_path.rglob("*")) == before


def test_one_pack_is_checked_over_england_by_itself(small: Flask, tmp_path: Path) -> None:
    alone = write(tmp_path / "elsewhere", {}) / "oldshire"
    moved = alone.rename(tmp_path / "oldshire")
    result = small.test_cli_runner().invoke(args=["content", "check", str(moved), "--ages"])
    assert result.exit_code == 0, result.output
    assert "content/oldshire/offer.yaml:2: first-home: head " in result.output
    assert "content/england" not in result.output
