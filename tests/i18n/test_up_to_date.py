"""The catalogues that are shipped agree with the English of today, and hold nothing that no translation may hold."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date

from tests.i18n.catalogues import OTHERS
from webapp.content.languages.checking import catalogue_findings
from webapp.content.languages.days import FILE, write_day_names
from webapp.content.languages.updating import Wanted, update_all
from webapp.content.library import Library
from webapp.core.catalogues import SCREENS, catalogue_path
from webapp.settings import ROOT

TRANSLATIONS = ROOT / "translations"
A_MONDAY = date(2026, 11, 23)


def test_they_are_up_to_date_with_the_english(wanted: dict[str, Wanted], tmp_path: Path) -> None:
    copy = tmp_path / "translations"
    shutil.copytree(TRANSLATIONS, copy)
    changed = [*update_all(copy, OTHERS, wanted), *write_day_names(copy, OTHERS)]
    assert [path.relative_to(copy).as_posix() for path in changed] == [], "run bin/messages, and commit what it changed"


def test_what_is_gathered_is_everything(wanted: dict[str, Wanted], real: Library) -> None:
    """A gathering that finds nothing would find everything up to date."""
    assert set(wanted) == {SCREENS, *(council.slug for council in real.councils())}
    screens = {text for _, text in wanted[SCREENS]}
    # Words that are certain to stand on a screen, of each kind: plain, with a hole, with a plural.
    assert {", and ", "A code for {name}", "Please answer within {n} day of getting this letter."} <= screens
    assert len(screens) > 1000
    assert len(wanted["england"]) > 2000


def test_there_is_nothing_else_among_them(wanted: dict[str, Wanted]) -> None:
    """A catalogue of a pack or a language that is gone would be looked after by nobody."""
    expected = {catalogue_path(TRANSLATIONS, lang, name) for lang in OTHERS for name in wanted}
    assert set(TRANSLATIONS.rglob("*.po")) == expected
    assert {path.parent.name for path in TRANSLATIONS.rglob(FILE)} == set(OTHERS)


def test_nothing_is_wrong_in_them(real: Library) -> None:
    """Placeholders, plural forms, digits, markup, direction signs and heads: the rules are in `checking.py`."""
    found = catalogue_findings(TRANSLATIONS, [council.slug for council in real.councils()])
    assert [str(finding) for finding in found] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_the_names_of_days_are_those_of_cldr(lang: str) -> None:
    names = json.loads((TRANSLATIONS / lang / FILE).read_text(encoding="utf-8"))
    assert set(names) == {"months", "months_short", "weekdays"}
    week = [A_MONDAY.replace(day=A_MONDAY.day + day) for day in range(7)]
    year = [date(2026, month, 1) for month in range(1, 13)]
    # With a day before it, as on the screens: some languages have another form for a month that stands alone.
    assert names["months"] == [re.sub(r"^1 ", "", format_date(day, "d MMMM", locale=lang)) for day in year]
    assert names["months_short"] == [re.sub(r"^1 ", "", format_date(day, "d MMM", locale=lang)) for day in year]
    assert names["weekdays"] == [format_date(day, "EEEE", locale=lang) for day in week]
