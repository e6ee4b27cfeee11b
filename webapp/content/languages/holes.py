"""Figures out of a text and back in: no translator types a number, and a changed figure is right in every language.

"You must answer in 28 days, or lose £1,000." is translated as "You must answer in {a} days, or lose {b}."; the figures
come from the English text that is shown now, be it England's or a council's own.
"""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Iterator

from ...core.catalogues import ISOLATE, POP

# A sum of money is one figure, with its sign. Of "16th" only the 16 is a figure: other languages write the rest anew.
_FIGURE = re.compile(r"(£?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?:(?:st|nd|rd|th)\b)?")
_HOLE = re.compile(r"\{([a-z_]+)\}")


def with_holes(text: str) -> tuple[str, dict[str, str]]:
    """The text with a hole for each of its figures (`{a}`, `{b}` …), and what goes into each hole."""
    figures: dict[str, str] = {}
    # A hole that the text has already, for the phone to fill, keeps its name for itself.
    taken = set(_HOLE.findall(text))
    names = (name for name in _names() if name not in taken)

    def take(found: re.Match[str]) -> str:
        name = next(names)
        figures[name] = found[1]
        return f"{{{name}}}"

    return _FIGURE.sub(take, text), figures


def _names() -> Iterator[str]:
    """`a` to `z`, then `aa`, `ab` … without end."""
    for length in itertools.count(1):
        yield from map("".join, itertools.product(string.ascii_lowercase, repeat=length))


def filled(text: str, figures: dict[str, str], *, right_to_left: bool) -> str:
    """The text with its figures in. A hole that is not one of them is left for the phone to fill.

    Among words from right to left a sum of money is set apart, or its sign would go to the other side. A bare number
    needs nothing, and keeps together with what it belongs to ("NHS 111").
    """

    def fill(hole: re.Match[str]) -> str:
        figure = figures.get(hole[1], hole[0])
        return f"{ISOLATE}{figure}{POP}" if right_to_left and figure.startswith("£") else figure

    return _HOLE.sub(fill, text)
