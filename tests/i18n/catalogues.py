"""Small catalogues for a test, written as a translator leaves them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from babel.messages.catalog import Catalog
from flask import Flask

from tests.conftest import make_settings
from tests.content.packs import TODAY, write
from webapp import create_app
from webapp.content.languages import FALLBACK, LANGUAGES
from webapp.content.languages.updating import as_bytes
from webapp.core import clock
from webapp.core.catalogues import ENGLISH_FROM, ENGLISH_TO, catalogue_path

OTHERS = [lang for lang in LANGUAGES if lang != FALLBACK]
DRAFT = "State: machine draft"
CHECKED = "State: checked by Amina Yusuf, 2026-10-31"
RULES = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "fa": "nplurals=2; plural=(n > 1);",
}


@dataclass(frozen=True)
class Said:
    """A text and its translation; lists for a text with a plural. `context` is "" on the screens."""

    context: str
    english: str | Sequence[str]
    said: str | Sequence[str]
    fuzzy: bool = False


def catalogue(lang: str, said: Sequence[Said], head: str = DRAFT) -> Catalog:
    """A catalogue that says exactly this."""
    found = Catalog(locale=lang, header_comment=f"# Words for a test.\n# {head}", project="Footing", fuzzy=False)
    if lang in RULES:
        found.mime_headers = [("Plural-Forms", RULES[lang])]
    for one in said:
        english = one.english if isinstance(one.english, str) else tuple(one.english)
        words = one.said if isinstance(one.said, str) else tuple(one.said)
        flags = {"fuzzy"} if one.fuzzy else set()
        found.add(english, words, context=one.context or None, flags=flags)
    return found


def put(folder: Path, lang: str, name: str, *said: Said, head: str = DRAFT) -> Path:
    """Write a catalogue below `folder`/translations; gives its path."""
    path = catalogue_path(folder / "translations", lang, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_bytes(catalogue(lang, said, head)))
    return path


def make_app(folder: Path, files: dict[str, str] | None = None) -> Flask:
    """The app on the good content, with `files` in place of its own, and on the catalogues below `folder`."""
    with clock.fixed(TODAY):
        content, translations = write(folder, files), folder / "translations"
        return create_app(replace(make_settings(folder), content_dir=content, translations_dir=translations))


def english(text: str) -> str:
    """An English text as it stands among words of another language."""
    return f"{ENGLISH_FROM}{text}{ENGLISH_TO}"


def line_of(path: Path, text: str) -> int:
    """The line of a catalogue where an English text begins; it must stand there once."""
    lines = path.read_text("utf-8").split("\n")
    (found,) = [number for number, line in enumerate(lines, 1) if line == f'msgid "{text}"']
    return found
