"""The words of `words.yaml`: which are too hard, which names may stay, which need the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from marshmallow import ValidationError

from ...settings import ROOT
from ..findings import Finding
from ..packs import Item, flat
from ..reading import read
from ..schemas.words import WordsSchema

NAME = "words.yaml"
# What stands in a text for each word of a name: short, so that the name weighs nothing.
STAND_IN = "it"
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Vocabulary:
    """`plain` maps a hard word in small letters to what to write; the others are patterns over a text."""

    plain: Mapping[str, str]
    hard: re.Pattern[str]
    names: re.Pattern[str]
    legal: re.Pattern[str]

    def without_names(self, text: str) -> str:
        """The text with short words in the place of names."""
        return self.names.sub(_stand_in, text)

    def lightened(self, text: str) -> str:
        """The text as it is measured: the reader knows a name, and can tap a legal word for its meaning."""
        return self.legal.sub(_stand_in, self.without_names(text))


def read_vocabulary(folder: Path) -> tuple[Vocabulary | None, list[Finding]]:
    """The words for a content folder: its own list, or ours when it has none; or None and what is wrong with it."""
    path = folder / NAME if (folder / NAME).is_file() else ROOT / "content" / NAME
    document = read(path, f"{path.parent.name}/{NAME}")
    if document.findings:
        return None, list(document.findings)
    try:
        found = WordsSchema().load(document.value)
    except ValidationError as error:
        return None, [Finding(document.file, document.line(at), text) for at, text in flat(error.messages)]
    plain = {word.lower(): entry["plain"] for entry in found["hard"] for word in entry["words"]}
    names = [name for entry in found["names"] for name in entry["names"]]
    return Vocabulary(
        plain, _any_of(plain, re.IGNORECASE), _any_of(names), _any_of(found["legal"], re.IGNORECASE, plural="s?")
    ), []


def explained(glossary: Iterable[Item]) -> set[str]:
    """Every word that some glossary entries explain: their ids, and each name that they go by."""
    return {key(word) for item in glossary if isinstance(item.raw, Mapping) for word in _names_of(item.raw)}


def key(word: str) -> str:
    """A word as ids are written, one only: Pathway plans and pathway-plan are the same."""
    return re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-").removesuffix("s")


def _names_of(raw: Mapping[str, object]) -> Iterator[str]:
    for name in ("id", "term", "also"):
        value = raw.get(name)
        yield from (text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str))


def _stand_in(found: re.Match[str]) -> str:
    return " ".join(STAND_IN for _ in found[0].split())


def _any_of(words: Iterable[str], flags: int = 0, plural: str = "") -> re.Pattern[str]:
    # Longest first: Universal Credit helpline before Universal Credit.
    found = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{found}){plural}(?![\w-])", flags) if found else NOTHING
