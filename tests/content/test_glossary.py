"""The glossary: short meanings, no name for two things, and every legal word and letter that councils use."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.content.packs import body, spoil
from webapp.content.library import Council, Library
from webapp.core.api import PREFIX

FILE = "england/glossary.yaml"
MOST_WORDS = 30
# What the five council papers write and never explain.
LETTERS = (
    "LAC", "CLA", "PA", "IRO", "PEP", "EET", "NEET", "EDT", "CICC", "SUHA", "LTS", "FACS", "CHC", "UASC", "MASE",
    "SSDA903",
)  # fmt: skip
LEGAL = (
    "pathway plan", "eligible child", "relevant child", "former relevant child", "qualifying care leaver", "section 20",
    "care order", "special guardianship order", "local offer", "statutory guidance", "advocate", "ombudsman",
    "mandatory reconsideration", "local connection", "priority need", "staying put", "universal credit",
    "intentionally homeless", "parental responsibility", "judicial review", "no recourse to public funds",
)  # fmt: skip
# Words that people who look for the same thing write; the search finds the same with each of them.
SAME = {
    "setting-up-home": {"SUHA", "leaving care grant", "setting up home money"},
    "tenancy": {"flat"},
    "suicidal-thoughts": {"want to die"},
}


def names_of(council: Council, *, typed: bool = False) -> dict[str, list[str]]:
    """The ids of the entries that go by each name, in small letters."""
    found: dict[str, list[str]] = {}
    for entry in council.glossary:
        extra = entry.get("typed", []) if typed else []
        for name in [entry["term"], *entry.get("also", []), *extra]:
            found.setdefault(name.lower(), []).append(entry["id"])
    return found


@pytest.mark.parametrize("word", [*LETTERS, *LEGAL])
def test_each_word_is_explained(england: Council, word: str) -> None:
    assert word.lower() in names_of(england)


def test_no_name_stands_for_two_things(england: Council) -> None:
    assert {name: ids for name, ids in names_of(england).items() if len(ids) > 1} == {}


def test_nothing_is_said_twice_of_one_thing(england: Council) -> None:
    twice = {name: ids for name, ids in names_of(england, typed=True).items() if len(ids) > len(set(ids))}
    assert twice == {}


@pytest.mark.parametrize(("id_", "words"), SAME.items())
def test_the_search_knows_what_people_write(england: Council, id_: str, words: set[str]) -> None:
    names = names_of(england, typed=True)
    assert {word for word in words if id_ not in names.get(word.lower(), [])} == set()


def test_each_meaning_is_short(england: Council) -> None:
    long = [entry["id"] for entry in england.glossary if len(entry["meaning"].split()) > MOST_WORDS]
    assert long == []


def test_every_council_has_it(library: Library, england: Council) -> None:
    for council in library.councils():
        assert {entry["id"] for entry in council.glossary} >= {entry["id"] for entry in england.glossary}


def test_it_is_in_the_bundle(client: FlaskClient) -> None:
    bundle = body(client.get(body(client.get(f"{PREFIX}/councils"))["councils"][0]["bundles"]["en"]))
    (entry,) = bundle["glossary"]
    assert (entry["term"], entry["also"], entry["typed"]) == ("Personal adviser", ["PA"], ["key worker"])
    document = body(client.get(f"{PREFIX}/openapi.json"))
    assert set(entry) <= set(document["components"]["schemas"]["Glossary"]["properties"])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("until 25.", "until 25. Ask for one. It is free.", "`meaning` has 4 sentences; write 2 short ones instead"),
        ("also: [PA]", "also: []", "`also` is an empty list"),
        ("    term: Personal adviser\n", "", "`term` is missing"),
        ("typed: [key worker]", "types: [key worker]", "`types` is not known here; write `typed` instead"),
        ("The worker who", "The worker who " + "really " * 30, "at most 200"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    findings, _ = spoil(tmp_path, FILE, old, new)
    assert [finding.file for finding in findings] == [f"content/{FILE}"]
    assert says in findings[0].text
