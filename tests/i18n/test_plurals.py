"""Plural forms: the rule in each catalogue is that of CLDR, and the phone and the server work it out alike."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from typing import Any

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from tests.i18n.catalogues import OTHERS
from webapp.content.languages.updating import as_bytes, update_file
from webapp.core.catalogues import RIGHT_TO_LEFT, SCREENS, catalogue_path, read_catalogue
from webapp.settings import ROOT

TRANSLATIONS = ROOT / "translations"
NUMBERS = range(200)
MORE = range(200, 2000)
# The order in which gettext counts the forms that a language has.
FORMS = ("zero", "one", "two", "few", "many", "other")
ON_THE_PHONE = """
import { readFileSync } from "node:fs";
import { catalogue } from "./build/catalogues.mjs";
const found = {};
for (const [lang, path] of Object.entries(JSON.parse(process.argv[1]))) {
  const { plural, dir, messages } = catalogue(lang, readFileSync(path));
  found[lang] = { plural, dir, messages };
}
console.log(JSON.stringify(found));
"""


def by_cldr(lang: str) -> list[int]:
    """Which form each number takes."""
    rule = Locale.parse(lang).plural_form
    has = [form for form in FORMS if form == "other" or form in rule.rules]
    return [has.index(rule(number)) for number in NUMBERS]


@cache
def phone() -> dict[str, Any]:
    """What the build makes for the phone of each language's screens."""
    node = shutil.which("node")
    assert node, "there is no node: run bin/test, which finds one or installs it"
    paths = {lang: str(catalogue_path(TRANSLATIONS, lang, SCREENS)) for lang in OTHERS}
    command = [node, "--input-type=module", "--eval", ON_THE_PHONE, json.dumps(paths)]
    done = subprocess.run(command, cwd=ROOT / "static", capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("lang", OTHERS)
def test_the_phone_picks_the_form_of_cldr(lang: str) -> None:
    assert [int(form) for form in phone()[lang]["plural"]] == by_cldr(lang)


@pytest.mark.parametrize("lang", OTHERS)
def test_the_server_picks_the_form_of_cldr(lang: str) -> None:
    form = read_catalogue(catalogue_path(TRANSLATIONS, lang, SCREENS)).form
    assert [form(number) for number in NUMBERS] == by_cldr(lang)
    # After 199 the phone takes the last hundred again: so does CLDR.
    assert [form(number) for number in MORE] == [by_cldr(lang)[100 + number % 100] for number in MORE]


@pytest.mark.parametrize("lang", OTHERS)
def test_a_new_catalogue_begins_with_the_rule_of_cldr(lang: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = catalogue_path(tmp_path_factory.mktemp("new"), lang, SCREENS)
    update_file(path, {})
    with path.open("rb") as file:
        assert as_bytes(read_po(file)) == path.read_bytes()
    form = read_catalogue(path).form
    assert [form(number) for number in NUMBERS] == by_cldr(lang)


@pytest.mark.parametrize("lang", OTHERS)
def test_the_phone_and_the_server_have_the_same_words(lang: str) -> None:
    """What is stale or empty is left out by both."""
    server = read_catalogue(catalogue_path(TRANSLATIONS, lang, SCREENS))
    texts: dict[str, Any] = {text: said for (_, text), said in server.texts.items()}
    assert phone()[lang]["messages"] == {**texts, **{text: list(said) for text, said in server.plurals.items()}}


@pytest.mark.parametrize("lang", OTHERS)
def test_the_phone_knows_the_direction(lang: str) -> None:
    expected = {"left-to-right": "ltr", "right-to-left": "rtl"}[Locale.parse(lang).character_order]
    assert phone()[lang]["dir"] == expected
    assert (lang in RIGHT_TO_LEFT) == (expected == "rtl")
