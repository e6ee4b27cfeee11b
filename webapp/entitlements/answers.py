"""The answers that decide a status: read from JSON, with everything that cannot be true named by its place.

What is not said counts as its default, which is the answer of somebody to whom it does not apply. "Not sure" is always
allowed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..core.ages import months_after

TRI = ("yes", "no", "not_sure")
NATIONS = ("england", "scotland", "wales", "northern_ireland", "not_sure")
CARE_TYPES = ("foster", "home", "kinship", "remand", "short_break_series", "section17_or_housing", "not_sure")
PLACES_AT_16 = ("in_care", "detained", "hospital", "other", "not_sure")
OTHER_HOMES = ("voluntary", "private_home", "private_fostering", "nhs_or_education", "not_sure")
MAX_SPELLS = 200
OLDEST_YEARS = 110
OLDEST_ADOPTED = 17
NOT_SURE = "not_sure"
# Types of care that may turn out not to be care in law, so that a person cannot know whether it has ended.
UNCERTAIN_TYPES = ("section17_or_housing", NOT_SURE)
_YEARS = range(1800, 2200)
_WHEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """A day that is known to lie between two days, both included."""

    earliest: date
    latest: date

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Spell:
    """One time in care; `end` None: it still goes on."""

    start: When
    end: When | None
    type: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The inputs of the check. Words as on the wire; days as spans."""

    dob: date
    age_disputed: str
    nation: str
    in_care_now: str
    care_order_now: str
    care_spells: tuple[Spell, ...]
    sgo_in_force: str
    sgo_before: str
    adopted_at: int | None
    place_at_16: str
    looked_after_before_16: str
    home: tuple[When, When | None] | None
    home_not_sure: bool
    other_homes: tuple[str, ...]
    wants_education: str
    programme: str


class AnswersError(Exception):
    """Answers that cannot be true. `problems` holds `{at, code}` for each, in order of place."""

    def __init__(self, problems: list[dict[str, str]]) -> None:
        super().__init__("answers")
        self.problems = problems


def read_answers(raw: object, today: date) -> Answers:
    """Read answers as they come over the wire, as of `today` (London).

    Raises `AnswersError` with every problem: not_valid, too_many, not_a_date, in_future, born_in_future, too_long_ago,
    before_birth, end_before_start, still_open.
    """
    return _Reader(today).read(raw)


class _Reader:
    """Reads one set of answers, gathering problems as it goes."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.born = date.min
        self.problems: list[dict[str, str]] = []

    def read(self, raw: object) -> Answers:
        body = self._block(raw, "", _KEYS)
        self._birth(body.get("dob"))
        self._stop_at_problems()
        answers = self._answers(body)
        self._stop_at_problems()
        return answers

    def _stop_at_problems(self) -> None:
        if self.problems:
            raise AnswersError(sorted(self.problems, key=lambda one: (one["at"], one["code"])))

    def _answers(self, body: Mapping[str, Any]) -> Answers:
        sgo = self._block(body.get("sgo", {}), "sgo", ("in_force", "looked_after_before"))
        at_16 = self._block(body.get("on_16th_birthday", {}), "on_16th_birthday", ("where", "looked_after_before"))
        in_care, order = self._one(body, "in_care_now", TRI, "no"), self._one(body, "care_order_now", TRI, "no")
        home = body.get("home_spell")
        answers = Answers(
            dob=self.born,
            age_disputed=self._one(body, "age_disputed", TRI, "no"),
            nation=self._one(body, "nation", NATIONS, "england"),
            in_care_now=in_care,
            care_order_now=order,
            care_spells=self._spells(body.get("care_spells", []), open_allowed=(in_care, order) != ("no", "no")),
            sgo_in_force=self._one(sgo, "in_force", TRI, "no", "sgo."),
            sgo_before=self._one(sgo, "looked_after_before", TRI, "no", "sgo."),
            adopted_at=self._whole(body.get("adopted_at"), "adopted_at", OLDEST_ADOPTED),
            place_at_16=self._one(at_16, "where", PLACES_AT_16, "other", "on_16th_birthday."),
            looked_after_before_16=self._one(at_16, "looked_after_before", TRI, "no", "on_16th_birthday."),
            home=None if home in (None, NOT_SURE) else self._span(home, "home_spell"),
            home_not_sure=home == NOT_SURE,
            other_homes=self._codes(body.get("other_accommodation_16_17", []), "other_accommodation_16_17"),
            wants_education=self._one(body, "in_or_wants_education", TRI, NOT_SURE),
            programme=self._one(body, "learning_programme_in_plan", TRI, "no"),
        )
        return answers

    def _trouble(self, at: str, code: str) -> None:
        self.problems.append({"at": at, "code": code})

    def _block(self, raw: object, at: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
        if not isinstance(raw, dict):
            self._trouble(at, "not_valid")
            return {}
        for key in raw:
            if key not in keys:
                self._trouble(f"{at}.{key}" if at else str(key), "not_valid")
        return raw

    def _birth(self, raw: object) -> None:
        found = _day(raw)
        if found is None:
            self._trouble("dob", "not_a_date")
        elif found > self.today:
            self._trouble("dob", "born_in_future")
        elif found.year < self.today.year - OLDEST_YEARS:
            self._trouble("dob", "too_long_ago")
        else:
            self.born = found

    def _one(self, body: Mapping[str, Any], key: str, allowed: tuple[str, ...], default: str, at: str = "") -> str:
        value = body.get(key, default)
        if value in allowed and isinstance(value, str):
            return value
        self._trouble(at + key, "not_valid")
        return default

    def _whole(self, value: object, at: str, most: int) -> int | None:
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most):
            return value
        self._trouble(at, "not_valid")
        return None

    def _list(self, raw: object, at: str, read: Callable[[Any, str], Any]) -> list[Any]:
        if not isinstance(raw, list):
            self._trouble(at, "not_valid")
            return []
        if len(raw) > MAX_SPELLS:
            self._trouble(at, "too_many")
            return []
        return [found for number, one in enumerate(raw) if (found := read(one, f"{at}.{number}")) is not None]

    def _codes(self, raw: object, at: str) -> tuple[str, ...]:
        def code(one: Any, place: str) -> str | None:
            if isinstance(one, str) and one in OTHER_HOMES:
                return one
            self._trouble(place, "not_valid")
            return None

        return tuple(self._list(raw, at, code))

    def _spells(self, raw: object, *, open_allowed: bool) -> tuple[Spell, ...]:
        def spell(one: Any, at: str) -> Spell | None:
            if not isinstance(one, dict):
                self._trouble(at, "not_valid")
                return None
            body = self._block(one, at, ("start", "end", "type"))
            span = self._span({key: body[key] for key in ("start", "end") if key in body}, at)
            kind = self._one(body, "type", CARE_TYPES, NOT_SURE, f"{at}.")
            if span is None:
                return None
            if span[1] is None and not open_allowed and kind not in UNCERTAIN_TYPES:
                self._trouble(f"{at}.end", "still_open")
            return Spell(*span, kind)

        return tuple(self._list(raw, "care_spells", spell))

    def _span(self, raw: object, at: str) -> tuple[When, When | None] | None:
        if not isinstance(raw, dict):
            self._trouble(at, "not_valid")
            return None
        body = self._block(raw, at, ("start", "end"))
        start = self._when(body.get("start"), f"{at}.start")
        end = self._when(body["end"], f"{at}.end") if body.get("end") is not None else None
        if start is None or (body.get("end") is not None and end is None):
            return None
        if end is not None and end.latest < start.earliest:
            self._trouble(f"{at}.end", "end_before_start")
            return None
        return start, end

    def _when(self, raw: object, at: str) -> When | None:
        if raw == NOT_SURE:
            return When(self.born, self.today)
        found = _days_of(raw)
        if found is None:
            self._trouble(at, "not_a_date")
            return None
        earliest, latest = found
        if earliest > self.today:
            self._trouble(at, "in_future")
            return None
        if latest < self.born:
            self._trouble(at, "before_birth")
            return None
        return When(max(earliest, self.born), min(latest, self.today))


_KEYS = (
    "dob",
    "age_disputed",
    "nation",
    "in_care_now",
    "care_order_now",
    "care_spells",
    "sgo",
    "adopted_at",
    "on_16th_birthday",
    "home_spell",
    "other_accommodation_16_17",
    "in_or_wants_education",
    "learning_programme_in_plan",
)


def _day(raw: object) -> date | None:
    found = _days_of(raw)
    return found[0] if found and found[0] == found[1] else None


def _days_of(raw: object) -> tuple[date, date] | None:
    """The first and last day that a day, a month or a year stands for."""
    match = _WHEN.match(raw) if isinstance(raw, str) else None
    if match is None:
        return None
    year, month, day = match.groups()
    if int(year) not in _YEARS:
        return None
    try:
        first = date(int(year), int(month or "1"), int(day or "1"))
    except ValueError:
        return None
    if day:
        return first, first
    return first, months_after(first, 1 if month else 12) - timedelta(days=1)
