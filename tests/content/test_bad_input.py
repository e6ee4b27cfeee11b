"""Content that is wrong on purpose: a clear error that names the place, and nothing of it is loaded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import make_settings
from tests.content.packs import FILES, PACK, findings_of, spoil, write
from webapp import create_app
from webapp.content.findings import ContentError

OFFER = "oldshire/offer.yaml"
PLEDGE = "oldshire/pledge.yaml"
HOME = "england/entitlements/home.yaml"


def other_pack(slug: str, extends: str, folder: str = "") -> dict[str, str]:
    cover = PACK.replace("oldshire", slug).replace("extends: england", f"extends: {extends}")
    return {f"{folder or slug}/pack.yaml": cover}


def refuses_to_start(content: Path, folder: Path) -> list[str]:
    """The findings of a start on this content, which must fail."""
    with pytest.raises(ContentError) as stopped:
        create_app(replace(make_settings(folder), content_dir=content))
    return [str(finding) for finding in stopped.value.findings]


def test_packs_that_extend_each_other(tmp_path: Path) -> None:
    content = write(tmp_path, {**other_pack("oldshire", "newshire"), **other_pack("newshire", "oldshire")})
    assert refuses_to_start(content, tmp_path) == [
        "content/newshire/pack.yaml:3: packs extend each other in a circle (newshire → oldshire → newshire); "
        "write england instead",
        "content/oldshire/pack.yaml:3: packs extend each other in a circle (oldshire → newshire → oldshire); "
        "write england instead",
    ]


def test_a_pack_that_extends_itself(tmp_path: Path) -> None:
    found = refuses_to_start(write(tmp_path, other_pack("oldshire", "oldshire")), tmp_path)
    (text,) = found
    assert text.startswith("content/oldshire/pack.yaml:3: packs extend each other in a circle (oldshire → oldshire)")


def test_a_base_pack_that_extends_a_council(tmp_path: Path) -> None:
    cover = "slug: england\nname: England\nstate: base\nextends: oldshire\n"
    found = refuses_to_start(write(tmp_path, {"england/pack.yaml": cover}), tmp_path)
    assert any(text.startswith("content/england/pack.yaml:4: a base pack extends nothing; write ") for text in found)


def test_a_pack_over_a_council_is_not_over_a_base_pack(tmp_path: Path) -> None:
    found = refuses_to_start(write(tmp_path, other_pack("newshire", "oldshire")), tmp_path)
    assert found == ["content/newshire/pack.yaml:3: there is no base pack `oldshire`; write england instead"]


def test_two_packs_with_one_slug(tmp_path: Path) -> None:
    found = refuses_to_start(write(tmp_path, other_pack("oldshire", "england", folder="newshire")), tmp_path)
    assert found == [
        "content/newshire/pack.yaml:1: slug `oldshire` is that of another pack too (content/oldshire/pack.yaml:1); "
        "write `slug: newshire` instead"
    ]


# Where, what stood there, what somebody wrote, what the finding says.
TEXTS = {
    "a tag": (OFFER, "The paper names a sum.", "A <b>sum</b>.", "`summary` has HTML (<b>)"),
    "a script": (OFFER, "Ask your PA.", "<script src=//x.example>", "`how_to_ask` has HTML (<script"),
    "an open tag": (PLEDGE, "We keep you safe.", "We keep <img/onerror=x", "`text` has HTML (<img"),
    "a comment": (PLEDGE, "What we promise.", "What <!-- not --> we promise.", "`intro` has HTML (<!--"),
    "an entity": (OFFER, "The paper names a sum.", "A sum &lt;b&gt;.", "`summary` has HTML (&lt;)"),
    "a script's address": (
        OFFER,
        "Ask your PA.",
        "'See javascript:alert(1)'",
        "has an address that runs (javascript:)",
    ),
    "in capitals": (OFFER, "Ask your PA.", "'[a](JavaScript:alert(1))'", "has an address that runs (JavaScript:)"),
    "data": (OFFER, "Ask your PA.", "'See data:text/html,x'", "has an address that runs (data:)"),
    "a Markdown link": (
        OFFER,
        "Ask your PA.",
        "'[us](http://a.example)'",
        "has a link that is not https (](http://a.ex",
    ),
    "a relative link": (OFFER, "Ask your PA.", "'[us](/me)'", "has a link that is not https (](/me))"),
    "in a list": (HOME, "[It is not for rent.]", "['<i>No</i> rent']", "has HTML (<i>)"),
    "in a question": (HOME, '"Are you moving?"', '"Are you <u>moving</u>?"', "`ask` has HTML (<u>)"),
    "in a link": (HOME, "https://www.gov.uk/leaving-care", "'javascript:alert(1)'", "is not a web address"),
    "in a name": ("oldshire/pack.yaml", "name: Oldshire", "name: <b>Oldshire</b>", "`name` has HTML (<b>)"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_words_are_only_words(tmp_path: Path, name: str) -> None:
    file, old, new, says = TEXTS[name]
    findings, line = spoil(tmp_path, file, old, new)
    assert [(finding.file, finding.line, finding.warning) for finding in findings] == [(f"content/{file}", line, False)]
    assert says in findings[0].text
    assert "; write " in findings[0].text


@pytest.mark.parametrize(
    "text", ["Ages 16 < 18", "A & B", "If x>y", "'[GOV.UK](https://www.gov.uk/x)'", "Q&A; more", "Data: yours"]
)
def test_ordinary_words_are_fine(tmp_path: Path, text: str) -> None:
    files = {OFFER: FILES[OFFER].replace("Ask your PA.", f'"{text}"' if not text.startswith("'") else text)}
    assert findings_of(write(tmp_path, files)) == []


def test_nothing_is_half_loaded(tmp_path: Path) -> None:
    bad = FILES[OFFER].replace("The paper names a sum.", "<b>A sum.</b>")
    refuses_to_start(write(tmp_path, {OFFER: bad}), tmp_path)
    assert not (tmp_path / "bundles").exists()
