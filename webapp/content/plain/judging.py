"""Measures every text of the packs: a finding names the file, the line, the measure, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from ..findings import Finding, say
from ..library import read_packs
from ..packs import Item, Pack
from ..texts import Words
from .measure import Reading, reading, sentences
from .texts import items_of, words_of
from .vocabulary import Vocabulary, explained, key, read_vocabulary

OLDEST = 11.0
LONGEST_SENTENCE = 25
LONG_WORDS_NAMED = 4
QUESTION = "ask"
# Words that a feed brought are not ours: what is hard in them is said, and stops nothing.
FROM_A_FEED = "/offer-imported.yaml"
# What a list or a card shows of an entry before it is opened.
HEAD = frozenset({"title", "role", "can", "summary", "intro", "text", "because"})


def judge(folder: Path, only: str | None = None) -> list[Finding]:
    """What is not plain enough in the packs of a content folder, or in one of them, in order.

    Never raises for bad content.
    """
    vocabulary, findings = read_vocabulary(folder)
    if vocabulary is None:
        return findings
    packs = read_packs(folder)
    for pack in _asked(packs, only):
        glossary = _glossary(pack, packs)
        for item in items_of(pack):
            findings += _item(item, vocabulary, glossary)
    return sorted({_softened(finding) for finding in findings})


def _softened(finding: Finding) -> Finding:
    return replace(finding, warning=True) if finding.file.endswith(FROM_A_FEED) else finding


def _asked(packs: Mapping[str, Pack], only: str | None) -> list[Pack]:
    return [pack for slug, pack in packs.items() if only in (None, slug)]


def _glossary(pack: Pack, packs: Mapping[str, Pack]) -> set[str] | None:
    """What the glossary of a pack and of its base explains; None where nobody has written one."""
    both = [pack, packs.get(pack.cover_says("extends") or "")]
    items = [item for one in both if one for item in one.items.get("glossary", [])]
    return explained(items) if items else None


def _item(item: Item, vocabulary: Vocabulary, glossary: set[str] | None) -> Iterator[Finding]:
    found = sorted(words_of(item), key=lambda words: [str(part) for part in words.block])
    for words in found:
        yield from _long_sentences(item, words)
        yield from _hard_words(item, words, vocabulary)
        yield from _legal_words(item, words, vocabulary, glossary)
    for _, grouped in groupby(found, key=lambda words: words.block):
        yield from _reading_age(item, list(grouped), vocabulary)


def _long_sentences(item: Item, words: Words) -> Iterator[Finding]:
    """One long sentence can hide among short ones in a reading age."""
    for sentence in sentences(words.text):
        count = reading(sentence).words
        if count > LONGEST_SENTENCE:
            what = f"`{_name(words)}` has a sentence of {count} words (at most {LONGEST_SENTENCE}): {sentence[:40]}…"
            yield item.finding(words.path, say(what, "two sentences"))


def _hard_words(item: Item, words: Words, vocabulary: Vocabulary) -> Iterator[Finding]:
    for word in sorted(set(vocabulary.hard.findall(vocabulary.lightened(words.text)))):
        plain = vocabulary.plain[" ".join(word.lower().split())]
        yield item.finding(words.path, say(f"`{word}` is a hard word", plain))


def _legal_words(item: Item, words: Words, vocabulary: Vocabulary, glossary: set[str] | None) -> Iterator[Finding]:
    if glossary is None or item.kind == "glossary":
        return
    for word in sorted(set(vocabulary.legal.findall(vocabulary.without_names(words.text)))):
        if key(word) not in glossary:
            instead = "it in other words, or its meaning in glossary.yaml,"
            yield item.finding(words.path, say(f"`{word}` is a legal word that the glossary does not explain", instead))


def _reading_age(item: Item, block: list[Words], vocabulary: Vocabulary) -> Iterator[Finding]:
    """What a list shows of an entry, the rest of it, and each question: what is read in one go is measured as one."""
    questions = [words for words in block if words.path[-1] == QUESTION]
    parts = _head_and_rest([words for words in block if words not in questions])
    for part in (*parts, *([words] for words in questions)):
        measured = _measured(part, vocabulary)
        if measured.age is not None and measured.age > OLDEST:
            hardest = max(part, key=lambda words: _weight(vocabulary.lightened(words.text)))
            names = ", ".join(dict.fromkeys(f"`{_name(words)}`" for words in part))
            yield item.finding(hardest.path, _too_hard(names, measured))


def _head_and_rest(block: list[Words]) -> tuple[list[Words], list[Words]]:
    head = [words for words in block if words.path[-1] in HEAD]
    return head, [words for words in block if words.path[-1] not in HEAD]


def _measured(part: list[Words], vocabulary: Vocabulary) -> Reading:
    return reading(". ".join(vocabulary.lightened(words.text).rstrip(".!?:;") for words in part))


def _weight(text: str) -> float:
    """How much a text adds to the reading age of those it is read with: long and hard ones most."""
    measured = reading(text)
    return (measured.age or 0) * measured.words


def _name(words: Words) -> str:
    return next(str(part) for part in reversed(words.path) if isinstance(part, str))


def _too_hard(what: str, measured: Reading) -> str:
    length = measured.words / measured.sentences
    long = ", ".join(measured.long[:LONG_WORDS_NAMED])
    shorter = f"shorter words for {long}" if long else "shorter sentences"
    measure = f"Flesch-Kincaid; {length:.0f} words a sentence; at most {OLDEST:.0f}"
    return say(f"{what}: reading age {measured.age} ({measure})", f"{shorter}, or two sentences for one,")


@dataclass(frozen=True)
class EntryAge:
    """The reading ages of an entry: of what a list shows of it, and of the rest; None where there are too few words."""

    file: str
    line: int
    id: str
    head: float | None
    rest: float | None

    def __str__(self) -> str:
        ages = [f"{name} {age}" for name, age in (("head", self.head), ("rest", self.rest)) if age is not None]
        return f"{self.file}:{self.line}: {self.id}: {', '.join(ages) or 'too few words'}"


def entry_ages(folder: Path, only: str | None = None) -> list[EntryAge]:
    """The reading age of every entry of the packs of a content folder, or of one of them."""
    vocabulary, _ = read_vocabulary(folder)
    if vocabulary is None:
        return []
    return [_entry_age(item, vocabulary) for pack in _asked(read_packs(folder), only) for item in items_of(pack)]


def _entry_age(item: Item, vocabulary: Vocabulary) -> EntryAge:
    place = item.finding((), "")
    head, rest = _head_and_rest(list(words_of(item)))
    ages = [_measured(part, vocabulary).age for part in (head, rest)]
    return EntryAge(place.file, place.line, item.id or item.kind, *ages)
