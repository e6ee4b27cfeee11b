"""The library in every language: what the app answers with, when somebody asks for a language."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

from flask import Flask, current_app

from ..library import Council, Library
from ..packs import Entry
from . import FALLBACK
from .catalogues import finder
from .saying import said_entry, said_in

_EXTENSION = "footing-languages"
# A council in a language takes about two megabytes, and is made in some hundredths of a second.
KEPT = 4


class Speaker:
    """Says what a council's content says, in a language. Catalogues are read when they are first needed."""

    def __init__(self, library: Library, translations: Path) -> None:
        self._library = library
        self._translations = translations
        self.council = functools.lru_cache(maxsize=KEPT)(self._council)

    def draft(self, council: Council, lang: str) -> bool:
        """Whether no person has checked the words of this language yet."""
        return lang != FALLBACK and not finder(self._translations, council, lang).checked

    def say(self, council: Council, lang: str) -> Council:
        """A council in a language: what has no translation is in English and marked as English."""
        if lang == FALLBACK:
            return council
        find = finder(self._translations, council, lang)
        return said_in(council, find, beside=not find.checked)

    def entries(self, council: Council, lang: str, kind: str, entries: Iterable[Entry]) -> list[Entry]:
        """Some entries of a kind in a language; far less work than the whole council."""
        if lang == FALLBACK:
            return list(entries)
        find = finder(self._translations, council, lang)
        return [said_entry(kind, entry, find, beside=not find.checked) for entry in entries]

    def _council(self, slug: str, lang: str) -> Council:
        """The council of that slug in a language. Raises `KeyError` when there is none."""
        return self.say(self._library.council(slug), lang)


def install(app: Flask, library: Library, translations: Path) -> Speaker:
    """Hang a speaker on the app."""
    speaker = app.extensions[_EXTENSION] = Speaker(library, translations)
    return speaker


def get_speaker() -> Speaker:
    """The speaker of the current app."""
    speaker: Speaker = current_app.extensions[_EXTENSION]
    return speaker
