"""A council's content in another language. What has no translation stays English, and is marked as English."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, Protocol

from ...core.catalogues import as_english
from ..library import Council
from ..packs import Entry
from ..texts import Words, texts_of
from .holes import filled, with_holes

# Sources are named in their own language; a number to dial and a word to text are the same in every language.
NOT_TRANSLATED = frozenset({"sources", "source", "basis", "value", "word", "each", "date"})
# How the questions of a condition hang together is no part of what they are called.
_LOGIC = frozenset({"any", "all", "not"})
# The parts of a council's content that hold entries: each is called by the kind of its entries.
_KINDS = [field.name for field in fields(Council) if field.type == "tuple[Entry, ...]"]
# A wrong word here could cost somebody help, so as long as nobody has checked them the English stands beside them.
BESIDE = frozenset({"help", "statuses", "status_rules", "status_flags"})


class Find(Protocol):
    """Finds the translation of a text, by its context and its English with holes."""

    @property
    def right_to_left(self) -> bool:
        """Whether the language is read from right to left."""

    def __call__(self, context: str, text: str) -> str | None:
        """The translation, or None."""


def context_of(kind: str, entry: Entry, words: Words) -> str:
    """What a text is called in a catalogue: kind, id and field."""
    names = [name for name in words.name if name not in _LOGIC]
    return f"{kind}/{'.'.join([entry['id'], *names] if 'id' in entry else names)}"


def council_texts(council: Council) -> Iterator[tuple[str, str]]:
    """Every text of a council that can be translated: its context, and its words."""
    for kind in _KINDS:
        for entry in getattr(council, kind):
            yield from _entry_texts(kind, entry)
    if council.pledge is not None:
        yield from _entry_texts("pledge", council.pledge)


def _entry_texts(kind: str, entry: Entry) -> Iterator[tuple[str, str]]:
    for words in texts_of(kind, entry, NOT_TRANSLATED):
        yield context_of(kind, entry, words), words.text


def said_in(council: Council, find: Find, *, beside: bool) -> Council:
    """The council with its words as `find` gives them, by context and English text with holes.

    With `beside`, the entries that matter most carry their English too, under `english`.
    """
    said: dict[str, Any] = {
        kind: tuple(said_entry(kind, entry, find, beside=beside) for entry in getattr(council, kind)) for kind in _KINDS
    }
    if council.pledge is not None:
        said["pledge"] = said_entry("pledge", council.pledge, find, beside=beside)
    return replace(council, **said)


def said_entry(kind: str, entry: Entry, find: Find, *, beside: bool) -> Entry:
    """One entry with its words as `find` gives them; `beside` as for a whole council."""
    result = copy.deepcopy(entry)
    translated: set[str] = set()
    for words in texts_of(kind, entry, NOT_TRANSLATED):
        text = _translation(context_of(kind, entry, words), words.text, find)
        if text is not None:
            translated.add(str(words.path[0]))
        _put(result, words.path, text if text is not None else as_english(words.text))
    if beside and kind in BESIDE and translated:
        result["english"] = {name: entry[name] for name in sorted(translated)}
    for name, before in result.get("overrides", {}).items():
        result["overrides"][name] = {
            base: said_entry(kind, {"id": entry["id"], name: value}, find, beside=False)[name]
            for base, value in before.items()
        }
    return result


def _translation(context: str, text: str, find: Find) -> str | None:
    key, figures = with_holes(text)
    found = find(context, key)
    return None if found is None else filled(found, figures, right_to_left=find.right_to_left)


def _put(entry: Any, path: tuple[Any, ...], text: str) -> None:
    for key in path[:-1]:
        entry = entry[key]
    entry[path[-1]] = text
