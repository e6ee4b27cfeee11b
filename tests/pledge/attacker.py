"""Somebody with pencil and paper who has everything that was published, and wants the numbers that were hidden.

Knows nothing of how the numbers were chosen: writes each one down as an equation between the true counts, solves them
together, and narrows down what is left by "no count is below 0".
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

ANSWERS = ("kept", "partly", "not_kept", "cannot_say")
# A true count: council, season, promise, answer.
Count = tuple[str, str, str, str]
Equation = tuple[dict[Count, Fraction], Fraction]
Range = tuple[float, float]
ROUNDS = 40
# Thirds are not exact as floating-point numbers.
A_HAIR = 1e-9


def leaks(documents: Iterable[Any]) -> dict[Count, Range]:
    """Each hidden count that is known for sure, or known to be of so few people (1 to 4), with its range."""
    equations = [equation for document in documents for equation in _equations(document)]
    told = {next(iter(sides)) for sides, _ in equations if len(sides) == 1}
    ranges = _narrowed([*equations, *_solved(equations)])
    # What stands in no equation can be anything.
    hidden = {count: ends for count, ends in ranges.items() if count not in told}
    return {count: ends for count, ends in hidden.items() if ends[0] == ends[1] or (ends[0] >= 1 and ends[1] <= 4)}


def _equations(document: Any) -> Iterator[Equation]:
    for season in document["seasons"]:
        for row in season["promises"]:
            where = (document["council"], season["season"], row["promise"])
            for answer in ANSWERS:
                if row[answer] is not None:
                    yield {(*where, answer): Fraction(1)}, Fraction(row[answer])
            if row["answers"] is not None:
                yield {(*where, answer): Fraction(1) for answer in ANSWERS}, Fraction(row["answers"])
            yield from _change(where, row["change"])


def _change(where: tuple[str, str, str], change: Any) -> Iterator[Equation]:
    council, season, promise = where
    year, quarter = int(season[:4]), int(season[6])
    before = f"{year}-Q{quarter - 1}" if quarter > 1 else f"{year - 1}-Q4"
    for answer, difference in (change or {}).items():
        if difference is not None:
            now_and_then = {(*where, answer): Fraction(1), (council, before, promise, answer): Fraction(-1)}
            yield now_and_then, Fraction(difference)


def _solved(equations: list[Equation]) -> list[Equation]:
    """The same equations with as few unknowns in each as there can be (Gauss and Jordan)."""
    rows, done = [(dict(sides), value) for sides, value in equations], list[Equation]()
    while rows:
        sides, value = rows.pop()
        if not sides:
            continue
        pivot, factor = next(iter(sides.items()))
        chosen = ({count: one / factor for count, one in sides.items()}, value / factor)
        rows = [_without(pivot, row, chosen) for row in rows]
        done = [*[_without(pivot, row, chosen) for row in done], chosen]
    return done


def _without(pivot: Count, row: Equation, chosen: Equation) -> Equation:
    times = row[0].get(pivot, Fraction(0))
    sides = dict(row[0])
    for count, one in chosen[0].items():
        sides[count] = sides.get(count, Fraction(0)) - times * one
    return {count: one for count, one in sides.items() if one}, row[1] - times * chosen[1]


def _narrowed(equations: list[Equation]) -> dict[Count, Range]:
    ranges: dict[Count, Range] = {count: (0, math.inf) for sides, _ in equations for count in sides}
    for _ in range(ROUNDS):
        before = dict(ranges)
        for sides, value in equations:
            for count in sides:
                low, high = _left_for(count, sides, value, ranges)
                ranges[count] = (max(ranges[count][0], low), min(ranges[count][1], high))
        if ranges == before:
            break
    return ranges


def _left_for(count: Count, sides: dict[Count, Fraction], value: Fraction, ranges: dict[Count, Range]) -> Range:
    """What an equation leaves for one of its counts, when the others lie in their ranges: whole numbers."""
    rest = [sorted(float(factor) * end for end in ranges[other]) for other, factor in sides.items() if other != count]
    ends = [(float(value) - sum(side[end] for side in rest)) / float(sides[count]) for end in (1, 0)]
    low, high = min(ends) - A_HAIR, max(ends) + A_HAIR
    return low if math.isinf(low) else math.ceil(low), high if math.isinf(high) else math.floor(high)
