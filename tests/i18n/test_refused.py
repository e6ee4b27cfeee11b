"""A wrong catalogue is refused wherever it is looked at: at the start, in the check, in the preview, in a build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import make_settings
from tests.content.packs import write
from tests.i18n.catalogues import Said, line_of, make_app, put
from webapp import create_app
from webapp.content.findings import ContentError
from webapp.content.gathering import Gathered
from webapp.content.inputs import code_files
from webapp.content.languages import checking
from webapp.content.languages.checking import note_checked
from webapp.content.preview import Preview
from webapp.core.catalogues import SCREENS, read_catalogue
from webapp.settings import ROOT

PACKS = ["england", "oldshire"]
TITLE = "help/night-line.title"
MISSING = "; write it where the sentence needs it"
BAD = Said(TITLE, "Night line {a}", "Linja")
BAD_TEXT = f"`{TITLE}`: the translation has no {{a}}{MISSING}"


def place(path: Path) -> str:
    return f"translations/sq/LC_MESSAGES/{path.name}:{line_of(path, 'Night line {a}')}: {BAD_TEXT}"


@pytest.mark.parametrize("name", ["england", "oldshire", SCREENS])
def test_a_wrong_catalogue_stops_the_start_and_nothing_is_half_loaded(tmp_path: Path, name: str) -> None:
    path = put(tmp_path, "sq", name, replace(BAD, context="" if name == SCREENS else TITLE))
    with pytest.raises(ContentError) as stopped:
        make_app(tmp_path)
    called = "`Night line {a}`" if name == SCREENS else f"`{TITLE}`"
    assert [str(one) for one in stopped.value.findings] == [place(path).replace(f"`{TITLE}`", called)]
    assert not (tmp_path / "bundles").exists()


def test_a_catalogue_of_a_pack_that_is_not_served_stops_nothing(tmp_path: Path) -> None:
    put(tmp_path, "sq", "newshire", BAD)
    make_app(tmp_path)


def test_the_check_names_it_and_ends_with_1(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    assert app.test_cli_runner().invoke(args=["content", "check"]).exit_code == 0
    path = put(tmp_path, "sq", "england", BAD)
    result = app.test_cli_runner().invoke(args=["content", "check"])
    assert result.exit_code == 1
    assert result.output.splitlines() == [place(path), "1 errors, 0 warnings."]


def test_the_check_of_one_pack_names_its_own_only(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    put(tmp_path, "sq", "england", BAD)
    path = put(tmp_path, "sq", "oldshire", BAD)
    result = app.test_cli_runner().invoke(args=["content", "check", str(tmp_path / "content" / "oldshire")])
    assert place(path) in result.output.splitlines()
    assert "england.po" not in result.output


def test_the_preview_lists_it(tmp_path: Path) -> None:
    path = put(tmp_path, "sq", "england", BAD)
    places = replace(make_settings(tmp_path), translations_dir=tmp_path / "translations")
    preview = Preview(Gathered(write(tmp_path)), places, create_app)
    assert place(path) in [str(one) for one in preview.findings()]


def test_a_build_leaves_a_note_and_the_next_start_looks_at_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "sq", "england", Said(TITLE, "Night line", "Linja"))
    app = make_app(tmp_path)
    assert app.test_cli_runner().invoke(args=["content", "build"]).exit_code == 0

    def fail(*_: object) -> None:
        raise AssertionError("this start looked at the catalogues")

    monkeypatch.setattr(checking, "_looked_at", {})
    monkeypatch.setattr(checking, "_of_file", fail)
    make_app(tmp_path)
    # Another word, and they are looked at again.
    put(tmp_path, "sq", "england", Said(TITLE, "Night line", "Natën"))
    with pytest.raises(AssertionError, match="looked at the catalogues"):
        make_app(tmp_path)


def test_wrong_catalogues_get_no_note(tmp_path: Path) -> None:
    put(tmp_path, "sq", "england", BAD)
    note_checked(tmp_path / "translations", PACKS, tmp_path / "notes")
    assert not (tmp_path / "notes").exists()


def test_a_broken_catalogue_is_never_read_in_part(tmp_path: Path) -> None:
    path = put(tmp_path, "sq", "england", Said(TITLE, "Night line", "Linja"))
    path.write_text(path.read_text("utf-8") + "\n=======\n", "utf-8")
    with pytest.raises(Exception, match="Unknown or misformatted keyword"):
        read_catalogue(path)


def test_the_code_that_marks_english_is_part_of_what_a_bundle_is_made_of() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in code_files()}
    assert {"webapp/core/catalogues.py", "webapp/content/bundles.py", "webapp/content/languages/saying.py"} <= names
