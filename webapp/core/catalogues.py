"""Reads the catalogues of `translations/`: one of the screens, and one of each pack, for each language.

A translation that is fuzzy (its English changed) or empty does not count: English is shown, and marked.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from gettext import c2py
from pathlib import Path

from babel.messages.pofile import read_po

SCREENS = "messages"
# Around an English text among those of another language: it reads from left to right there, and is shown as English.
ENGLISH_FROM, ENGLISH_TO = "\u2066\u2063", "\u2063\u2069"
# Around what is filled in: in a text from right to left, a name or a sum of money keeps its own direction.
ISOLATE, POP = "\u2068", "\u2069"
RIGHT_TO_LEFT = frozenset({"ar", "ps", "fa", "ckb"})
# The line of a catalogue's head that says who has looked at it: "State: machine draft", or a name and a date.
_STATE = re.compile(r"^#?\s*State: checked by (?P<by>.+), (?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2})\.?$", re.MULTILINE)
STATED = re.compile(rf"^#?\s*State: machine draft\.?$|{_STATE.pattern}", re.MULTILINE)


@dataclass(frozen=True)
class Catalogue:
    """Translations by context ("" for the screens) and English text; for a text with a plural, by its form for one.

    `checked` names who, and when; None is a draft.
    """

    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    plurals: Mapping[str, Sequence[str]] = field(default_factory=dict)
    form: Callable[[int], int] = lambda n: int(n != 1)
    checked: tuple[str, str] | None = None


def catalogue_path(translations: Path, lang: str, name: str) -> Path:
    """Where the catalogue of a pack (or of the screens) is."""
    return translations / lang / "LC_MESSAGES" / f"{name}.po"


@functools.cache
def read_catalogue(path: Path) -> Catalogue:
    """What a catalogue says; an empty one when there is none. Files do not change while a server runs."""
    if not path.is_file():
        return Catalogue()
    with path.open("rb") as file:
        source = read_po(file, abort_invalid=True)
    texts = {
        (message.context or "", message.id): message.string
        for message in source
        if isinstance(message.id, str) and isinstance(message.string, str)
        if message.id and message.string and not message.fuzzy
    }
    plurals = {
        message.id[0]: tuple(message.string)
        for message in source
        if isinstance(message.id, (list, tuple)) and isinstance(message.string, (list, tuple))
        if all(message.string) and not message.fuzzy
    }
    found = _STATE.search(source.header_comment)
    return Catalogue(texts, plurals, c2py(source.plural_expr), (found["by"], found["on"]) if found else None)


def as_english(text: str) -> str:
    """The text, marked as English among words of another language."""
    return f"{ENGLISH_FROM}{text}{ENGLISH_TO}"
