"""Sign-in names for young people: two plain words and two digits, so that no email or phone is asked for."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
# Two numbers that people have given a meaning which could embarrass.
_NOT_THESE = frozenset({69, 88})
NUMBERS = tuple(number for number in range(10, 100) if number not in _NOT_THESE)


def read_lines(name: str) -> list[str]:
    """The lines of a data file of this package, without remarks and empty lines."""
    lines = (line.strip() for line in (DATA / name).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@cache
def word_lists() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that may come first, and those that may come second."""
    parts: dict[str, list[str]] = {"[first]": [], "[second]": []}
    part: list[str] = []
    for line in read_lines("sign_in_words.txt"):
        if line in parts:
            part = parts[line]
        else:
            part.extend(line.split())
    return tuple(parts["[first]"]), tuple(parts["[second]"])


def pick_sign_in_name() -> str:
    """A name by chance, like `maple-otter-42`. Whether it is free is the caller's question."""
    first_words, second_words = word_lists()
    first = secrets.choice(first_words)
    second = secrets.choice([word for word in second_words if word != first])
    return f"{first}-{second}-{secrets.choice(NUMBERS)}"
