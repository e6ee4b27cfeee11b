"""What must be there in every language: the screens, and the content that somebody's safety or money depends on."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.i18n.catalogues import OTHERS
from webapp.content.languages.holes import with_holes
from webapp.content.languages.saying import council_texts
from webapp.content.languages.updating import Wanted
from webapp.content.library import Library
from webapp.core.catalogues import SCREENS, catalogue_path, read_catalogue
from webapp.settings import ROOT

TRANSLATIONS = ROOT / "translations"
KINDS = ("help", "glossary", "statuses", "status_rules", "status_flags")
# English, and marked, until somebody translates them: how sure we are of a source, and other names to search by.
LATER = frozenset({"confidence_note", "also_called", "typed"})
LISTED = 30


def nothing(missing: Iterable[str], lang: str, of: int) -> None:
    """Fail with what is missing."""
    found = list(missing)
    more = f"\n… and {len(found) - LISTED} more" if len(found) > LISTED else ""
    listed = "\n".join(found[:LISTED])
    assert not found, f"{lang}: {len(found)} of {of} texts have no translation:\n{listed}{more}"


def said_on_screens(lang: str) -> set[str]:
    """The texts of the screens that have a translation which is shown, with a plural or not."""
    found = read_catalogue(catalogue_path(TRANSLATIONS, lang, SCREENS))
    return {text for _, text in found.texts} | set(found.plurals)


@pytest.mark.parametrize("lang", OTHERS)
def test_every_word_of_the_screens(wanted: dict[str, Wanted], lang: str) -> None:
    said = said_on_screens(lang)
    texts = wanted[SCREENS]
    nothing((repr(text) for _, text in texts if text not in said), lang, len(texts))


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("kind", [*KINDS, "most_used"])
def test_the_content_that_matters_most(real: Library, kind: str, lang: str) -> None:
    england = real.council("england")
    said = read_catalogue(catalogue_path(TRANSLATIONS, lang, "england")).texts
    starts = tuple(f"entitlements/{id_}." for id_ in england.most_used) if kind == "most_used" else (f"{kind}/",)
    texts = {
        (context, with_holes(text)[0])
        for context, text in council_texts(england)
        if context.startswith(starts) and context.rpartition(".")[2] not in LATER
    }
    assert len(texts) >= 15, f"{kind} has hardly any text: are its names still the same?"
    nothing((f"{context}: {text}" for context, text in sorted(texts) if (context, text) not in said), lang, len(texts))
