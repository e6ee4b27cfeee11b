"""Seasons, and what of their answers may be shown to everyone. Pure decisions: no database, no web."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# Fewer answers than this are never shown: neither a promise with fewer, nor a cell with fewer.
LEAST = 5
# A phone that was offline when the season ended has so many days to hand in what was said in time.
GRACE = timedelta(days=14)
SEASON = re.compile(r"2[0-9]{3}-Q[1-4]")
MAX_WORDS = 500


class Answer(StrEnum):
    """How a young person says that a promise was kept to them. Their order is that of the table."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not_kept"
    CANNOT_SAY = "cannot_say"


Cells = dict[Answer, int | None]


@dataclass(frozen=True, order=True)
class Season:
    """A calendar quarter, by the calendar in London."""

    year: int
    quarter: int

    @property
    def code(self) -> str:
        """`2026-Q4`. Codes sort as their seasons do."""
        return f"{self.year}-Q{self.quarter}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.quarter - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after.first - timedelta(days=1)

    @property
    def closes(self) -> date:
        """The last day on which what was said in the season is still taken. From the next day on it is published."""
        return self.last + GRACE

    @property
    def before(self) -> Season:
        """The season before it."""
        return Season(self.year, self.quarter - 1) if self.quarter > 1 else Season(self.year - 1, 4)

    @property
    def after(self) -> Season:
        """The season after it."""
        return Season(self.year, self.quarter + 1) if self.quarter < 4 else Season(self.year + 1, 1)


def season_of(day: date) -> Season:
    """The season that a day in London lies in."""
    return Season(day.year, (day.month + 2) // 3)


def season_of_code(code: str) -> Season:
    """The season of a code such as `2026-Q4`. Raises `ValueError` for anything else."""
    if not SEASON.fullmatch(code):
        raise ValueError("not a season")
    return Season(int(code[:4]), int(code[6]))


def newest_closed(today: date) -> Season:
    """The newest season that may be published on a day in London."""
    season = season_of(today).before
    return season if season.closes < today else season.before


@dataclass(frozen=True)
class Published:
    """What everyone may see of the answers to one promise. None stands for a number that stays hidden."""

    cells: Cells
    answers: int | None


def publish(counts: Mapping[Answer, int]) -> Published | None:
    """What may be shown of the answers to one promise in one season; None when there are too few to show any.

    - A cell under 5 is hidden, and so is a 0. "Nobody said not kept" speaks about every single one who answered; and if
      a 0 were shown, a hidden cell would be known to lie between 1 and 4.
    - If that hides one cell only, the next smallest is hidden with it, so that also somebody who knows from elsewhere
      how many answered cannot subtract. Of two that are equal, the first in the order of the table is hidden.
    - The number of answers is shown only when no cell is hidden. Otherwise two hidden cells that add up to 8 would be 4
      and 4 to anyone who knows these rules.

    So everything that is known of a hidden cell is that it may be 0 to 4, or that it may be more. No number is made of
    more than one promise, one council or, but for `changes`, one season.
    """
    total = sum(counts.values())
    if total < LEAST:
        return None
    hidden = {answer for answer in Answer if counts.get(answer, 0) < LEAST}
    if len(hidden) == 1:
        hidden.add(min((answer for answer in Answer if answer not in hidden), key=lambda answer: counts[answer]))
    cells = {answer: None if answer in hidden else counts[answer] for answer in Answer}
    return Published(cells, None if hidden else total)


def changes(now: Mapping[Answer, int | None], before: Mapping[Answer, int | None]) -> Cells:
    """The difference to the season before, cell by cell, of two published tables: None unless both cells are shown.

    Anyone could work it out from what is shown already, so it tells nothing more.
    """
    return {answer: _difference(now[answer], before[answer]) for answer in Answer}


def _difference(now: int | None, before: int | None) -> int | None:
    return None if now is None or before is None else now - before
