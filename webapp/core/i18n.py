"""The words of pages that the server writes, from the same catalogue as those of the phone; and its dates.

The only file that knows flask-babel: it finds the language of a request, and writes dates by CLDR.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from flask import Flask, current_app, has_request_context, request
from flask_babel import Babel, format_date
from markupsafe import Markup, escape

from .catalogues import (
    ENGLISH_FROM,
    ENGLISH_TO,
    ISOLATE,
    POP,
    RIGHT_TO_LEFT,
    SCREENS,
    Catalogue,
    as_english,
    catalogue_path,
    read_catalogue,
)

_EXTENSION = "footing-i18n"
ENGLISH = "en"
_HOLE = re.compile(r"\{(\w+)\}")
_ENGLISH = re.compile(f"{ENGLISH_FROM}(.*?){ENGLISH_TO}", re.DOTALL)


class Screens:
    """The words of the screens in one language."""

    def __init__(self, translations: Path, lang: str) -> None:
        self.lang = lang
        path = catalogue_path(translations, lang, SCREENS)
        self._catalogue = Catalogue() if lang == ENGLISH else read_catalogue(path)

    def t(self, message: str, **holes: object) -> str:
        """The text in this language; marked as English when it has no translation."""
        return self._said(self._catalogue.texts.get(("", message)), message, holes)

    def tn(self, one: str, many: str, n: int, **holes: object) -> str:
        """The text for a number of things; `{n}` is the number."""
        forms = self._catalogue.plurals.get(one)
        found = forms[self._catalogue.form(n)] if forms else None
        return self._said(found, one if n == 1 else many, {"n": n, **holes})

    def english(self, text: str) -> str:
        """English words, marked as such among those of another language."""
        return text if self.lang == ENGLISH else as_english(text)

    def _said(self, found: str | None, english: str, holes: dict[str, object]) -> str:
        text = _HOLE.sub(lambda hole: self._filled(hole, holes), found or english)
        return text if found is not None else self.english(text)

    def _filled(self, hole: re.Match[str], holes: dict[str, object]) -> str:
        if hole[1] not in holes:
            return hole[0]
        return self.isolated(str(holes[hole[1]]))

    def isolated(self, text: str) -> str:
        """A text that keeps its own direction among words from right to left."""
        return f"{ISOLATE}{text}{POP}" if self.lang in RIGHT_TO_LEFT else text


def install(app: Flask, translations: Path, languages: Sequence[str]) -> None:
    """Tell flask-babel how the language of a request is found, and where the words are."""
    app.extensions[_EXTENSION] = translations

    def selected() -> str:
        asked = request.args.get("lang") if has_request_context() else None
        return asked if asked and asked in languages else ENGLISH

    Babel(app, locale_selector=selected, default_timezone="Europe/London")


def screens(lang: str) -> Screens:
    """The words of the screens in a language."""
    return Screens(current_app.extensions[_EXTENSION], lang)


def long_day(day: str) -> str:
    """An ISO date as the language of the request writes it, always in the Gregorian calendar: 22 November 2026."""
    return str(format_date(date.fromisoformat(day), "d MMMM y"))


def marked(text: object) -> object:
    """For templates: the English parts of a text in another language, marked for the eye and for a voice."""
    if isinstance(text, Markup) or not isinstance(text, str) or ENGLISH_FROM not in text:
        return text
    parts = _ENGLISH.split(text)
    shown = [Markup('<bdi lang="en">{}</bdi>').format(part) for part in parts[1::2]]
    return Markup("").join(
        [escape(parts[0]), *(piece for pair in zip(shown, map(escape, parts[2::2]), strict=True) for piece in pair)]
    )


def bare(text: str) -> str:
    """For attributes, where no mark can stand: the text without the signs around its English parts."""
    return text.replace(ENGLISH_FROM, "").replace(ENGLISH_TO, "")
