"""Generated lives: what a phone may send to the check, realistic and nasty. Each is an input of the check as JSON.

Hypothesis gives each life a source of chance and no more: drawing every answer by itself would take many times as long.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from webapp.content.schemas.conditions import IMMIGRATION, LEARNING, LIVING
from webapp.core.ages import birthday
from webapp.entitlements.answers import CARE_TYPES, NATIONS, OTHER_HOMES, PLACES_AT_16, TRI

Life = dict[str, Any]

# Ordinary days, ends of months and years, and days around a leap day.
TEST_DAYS = [date.fromisoformat(day) for day in ("2026-11-22", "2027-02-28", "2027-03-01", "2028-02-29", "2026-12-31")]
# Most of what the law decides happens at 16 and 17.
AGES = (*range(10, 31), 16, 16, 16, 17, 17, 17, 17, 18, 20, 21, 24)
# Where something usually happens: just before and after a birthday, and around 13 weeks and six months.
NEAR = (-184, -92, -91, -90, -2, -1, 0, 0, 1, 2, 90, 91, 92, 181, 184)
TURNS = (0, 14, 14, 15, 16, 16, 16, 17, 18, 18)
COUNCILS = (None, "merton", "leeds")
FLAGS = ("full_time", "parent", "pregnant", "disabled_or_ill", "on_uc")
SAVINGS = (None, 0, 5999, 6000, 6001, 16000, 16001)
JUNK: tuple[Any, ...] = (
    None,
    5,
    -1,
    True,
    "",
    "maybe",
    "2026-13",
    "2026-00",
    "2026-02-30",
    "2031-01-01",
    "1890",
    [],
    {},
    [None],
    {"x": 1},
)
SELDOM = 0.02


class Maker:
    """Makes one life by chance. Half of all people are sure of everything; the others are unsure of a few things."""

    def __init__(self, chance: Random, questions: Sequence[str]) -> None:
        self.chance = chance
        self.questions = questions
        self.today = chance.choice(TEST_DAYS)
        self.unsure = chance.choice((0.0, 0.0, 0.05, 0.25))
        self.born = self._birth()

    def life(self) -> Life:
        return {
            "today": self.today.isoformat(),
            "answers": self._answers(),
            "circumstances": self._circumstances(),
            "council": self.chance.choice(COUNCILS),
            "home_council": self.chance.choice(COUNCILS),
        }

    def _seldom(self, share: float = SELDOM) -> bool:
        return self.chance.random() < share

    def _one(self, codes: Sequence[str]) -> str:
        """One of the codes, or `not_sure`, which stands among them."""
        if self._seldom(self.unsure):
            return "not_sure"
        return self.chance.choice([code for code in codes if code != "not_sure"])

    def _mostly_no(self) -> str:
        return "no" if self._seldom(0.6) else self._one(TRI)

    def _birth(self) -> date:
        """A birth that makes them 10 to 30: on any day, around a birthday, or on 29 February."""
        year = self.today.year - self.chance.choice(AGES)
        if self._seldom(0.1):
            return date(year - year % 4, 2, 29)
        if self._seldom(0.4):
            last = calendar.monthrange(year, self.today.month)[1]
            day = date(year, self.today.month, min(self.today.day, last))
            return day + timedelta(days=self.chance.choice((-1, 0, 0, 1)))
        return date(year, 1, 1) + timedelta(days=self.chance.randrange(365))

    def _moment(self) -> date:
        """A day of this life: around a birthday that counts, around today, or any; seldom one that cannot be."""
        anchor = self.today if self._seldom(0.2) else birthday(self.born, self.chance.choice(TURNS))
        far = self.chance.randint(-600, 900)
        day = anchor + timedelta(days=far if self._seldom(0.4) else self.chance.choice(NEAR))
        return day if self._seldom() else min(max(day, self.born), self.today)

    def _written(self, day: date) -> str:
        """A day as a person may remember it."""
        if self._seldom(self.unsure):
            return self.chance.choice(("not_sure", day.isoformat()[:4], day.isoformat()[:7]))
        return day.isoformat()

    def _span(self, *, is_open: bool) -> Life:
        days = [self._moment(), self._moment()]
        start, end = days if self._seldom() else sorted(days)
        return {"start": self._written(start), "end": None if is_open else self._written(end)}

    def _spells(self, in_care: str) -> list[Life]:
        """Times in care, in no order: most have one or two, some have many that overlap."""
        found = []
        for number in range(self.chance.choice((0, 1, 1, 1, 1, 2, 2, 3, 8))):
            is_open = number == 0 and in_care != "no" and not self._seldom(0.3)
            kind = self._one(("foster", "foster", "home", *CARE_TYPES))
            found.append({**self._span(is_open=is_open), **({} if self._seldom() else {"type": kind})})
        self.chance.shuffle(found)
        return found

    def _home(self) -> Life | str | None:
        if self._seldom(0.6):
            return None
        return "not_sure" if self._seldom(self.unsure) else self._span(is_open=self._seldom(0.6))

    def _answers(self) -> Life:
        in_care = self._one(TRI)
        said: Life = {
            "dob": self.born.isoformat(),
            "in_care_now": in_care,
            "care_order_now": self._mostly_no(),
            "care_spells": self._spells(in_care),
            "age_disputed": self._mostly_no(),
            "nation": "england" if self._seldom(0.9) else self._one(NATIONS),
            "sgo": {"in_force": self._mostly_no(), "looked_after_before": self._one(TRI)},
            "adopted_at": self.chance.choice((None, None, 0, 10, 17)),
            "on_16th_birthday": {
                "where": "other" if self._seldom(0.4) else self._one(PLACES_AT_16),
                "looked_after_before": self._one(TRI),
            },
            "home_spell": self._home(),
            "other_accommodation_16_17": [self._one(OTHER_HOMES) for _ in range(self.chance.choice((0, 0, 0, 1, 2)))],
            "in_or_wants_education": self._one(TRI),
            "learning_programme_in_plan": self._mostly_no(),
        }
        if self._seldom(0.2):
            del said[self.chance.choice([key for key in said if key != "dob"])]
        if self._seldom(0.04):
            said[self.chance.choice((*said, "unknown"))] = self.chance.choice(JUNK)
        return said

    def _circumstances(self) -> Life:
        """How they live, as far as they say."""
        said: Life = {key: self.chance.choice((None, *TRI)) for key in FLAGS}
        said |= {
            "in_education": self.chance.choice((None, "not_sure", *LEARNING)),
            "immigration": self.chance.choice((None, "not_sure", *IMMIGRATION)),
            "living": self.chance.choice((None, "not_sure", *LIVING)),
            "savings": self.chance.choice(SAVINGS),
            "asks": {question: self._one(TRI) for question in self.questions if self._seldom(0.5)},
        }
        return {key: value for key, value in said.items() if value is not None or self._seldom(0.5)}


def lives(questions: Sequence[str] = ()) -> st.SearchStrategy[Life]:
    """Whole inputs: answers, how they live, their councils, and the day. `questions` are ids that may be answered."""
    return st.randoms(use_true_random=True).map(lambda chance: Maker(chance, questions).life())
