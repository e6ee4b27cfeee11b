"""The reading age of a text.

One formula: the Flesch-Kincaid grade level (J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, Derivation
of New Readability Formulas for Navy Enlisted Personnel, US Navy, 1975), which suits short texts because it needs only
the length of sentences and of words. English children start grade 0 at 5, so the age is the grade + 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import pyphen

GRADE_0_IS_AGE = 5
# Below this many words the formula says more about one word than about the text.
ENOUGH_WORDS = 10
WORD = re.compile(r"£?\w(?:[\w'’.,]*\w)?%?")
STOP = re.compile(r"[.!?:;](?=[\s\"')]|$)")
VOWELS = re.compile(r"[aeiouy]+")
# An e that is not heard: home, homes, lived, lonely; but heard in able, places and needed.
SILENT = re.compile(
    r"(?<=[^aeiouy])e(?=ly$|less|ful|ment)|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"
    r"|(?<=[^aeiouytd])e(?=d$)|(?<=[^aeiouyscgxzh])e(?=s$)"
)


@dataclass(frozen=True)
class Reading:
    """What was measured of a text. `age` is None when it has too few words; `long` are its longest words."""

    age: float | None
    words: int
    sentences: int
    long: tuple[str, ...]


def reading(text: str) -> Reading:
    """Measure an English text. A figure counts as a word of one syllable: it is taken in at a glance."""
    words = WORD.findall(text)
    count = max(1, len(sentences(text)))
    counts = {word: syllables(word) for word in words}
    age = None
    if len(words) >= ENOUGH_WORDS:
        total = sum(counts[word] for word in words)
        age = round(0.39 * len(words) / count + 11.8 * total / len(words) - 15.59 + GRADE_0_IS_AGE, 1)
    longest = sorted({word.lower() for word in words}, key=lambda word: (-syllables(word), word))
    return Reading(age, len(words), count, tuple(word for word in longest if syllables(word) >= 3))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon and a semicolon end one too, because the voice stops there."""
    return [part for part in (part.strip() for part in STOP.split(text)) if WORD.search(part)]


@cache
def syllables(word: str) -> int:
    """How many syllables an English word has.

    pyphen cuts it where British rules allow a hyphen. They keep some syllables together (about), so the vowel sounds of
    each part are counted.
    """
    spoken = re.split(r"['’]", word.lower())[0]
    if not spoken.isalpha():
        return 1
    cut: str = _hyphens().inserted(spoken)
    parts = [part for part in cut.split("-") if VOWELS.search(part)]
    return max(1, sum(max(1, len(VOWELS.findall(SILENT.sub("", part)))) for part in parts))


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")
