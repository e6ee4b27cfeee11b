"""One person through time: what is known about them on any day, from their answers and how they live now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from ..core.ages import age_on, birthday
from .answers import Answers
from .status import Standing, standing
from .who import Person, ruled_out

Entry = Mapping[str, Any]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Enquiry:
    """What a check is about: the answers, how the person lives now (what is missing is not known), a council's entries.

    `council` is the one that answers for them, `home_council` the one they live in; None is not known. `today` is a day
    in London.
    """

    answers: Answers
    facts: Mapping[str, Any]
    entries: Sequence[Entry]
    today: date
    council: str | None = None
    home_council: str | None = None

    @cached_property
    def course(self) -> Course:
        """The course of the person whom it is about, worked out once for the results and the timeline."""
        return Course(self, standing(self.answers, self.today))


@dataclass
class Course:
    """A person's course through time, worked out once and asked for every entitlement."""

    enquiry: Enquiry
    standing: Standing
    _on: dict[tuple[date, bool], Person] = field(default_factory=dict)
    _turns: list[date] | None = None

    @property
    def today(self) -> date:
        """The day of the check."""
        return self.standing.today

    def on(self, day: date, *, started: bool = False) -> Person:
        """What is known on a day; with `started`, as if everything had begun that a person may start one day."""
        person = self._on.get((day, started))
        if person is None:
            person = self.on(day)._replace(started=True) if started else self._person(day)
            self._on[day, started] = person
        return person

    def _person(self, day: date) -> Person:
        found = self.standing
        facts = dict(self.enquiry.facts)
        if facts.get("in_education") in (None, "not_sure") and found.answers.wants_education == "no":
            facts["in_education"] = "none"
        if facts.get("in_education") == "none":
            facts["full_time"] = "no"
        return Person(
            day=day.isoformat(),
            age=age_on(found.guess.dob, day),
            statuses=found.possible(day),
            in_learning=found.in_learning(day),
            facts=facts,
            asks=facts.get("asks") or {},
            council=self.enquiry.council,
            home_council=self.enquiry.home_council,
        )

    def turning_days(self, entry: Entry) -> list[date]:
        """Every day, in order, on which the verdict on an entry can change: ages, days and changes of status."""
        if self._turns is None:
            self._turns = self.standing.turning_days()
        born = self.standing.guess.dob
        ages, days = _marks(entry["who"])
        applies = entry.get("applies") or {}
        if applies.get("from"):
            days.add(date.fromisoformat(applies["from"]))
        if applies.get("to"):
            days.add(date.fromisoformat(applies["to"]) + ONE_DAY)
        return sorted({*self._turns, *days, *(birthday(born, age) for age in ages)})


def _marks(node: Mapping[str, Any]) -> tuple[set[int], set[date]]:
    """The ages and days at which a condition can change."""
    ages, days = set(), set()
    if "age_min" in node:
        ages.add(node["age_min"])
    if "age_max" in node:
        ages.add(node["age_max"] + 1)
    if "date_from" in node:
        days.add(date.fromisoformat(node["date_from"]))
    if "date_to" in node:
        days.add(date.fromisoformat(node["date_to"]) + ONE_DAY)
    for one in (*node.get("all", ()), *node.get("any", ()), *ruled_out(node)):
        more_ages, more_days = _marks(one)
        ages |= more_ages
        days |= more_days
    return ages, days
