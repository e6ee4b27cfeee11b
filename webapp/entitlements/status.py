"""The status that answers lead to: the best guess, what else it could be, what changes when, what to look out for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ..core.ages import age_on, months_after
from .answers import Answers
from .rules import (
    ADULT,
    COUNTS_FROM,
    ENOUGH_DAYS,
    HOME_MONTHS,
    LEAVES_FROM,
    OLDER,
    OLDEST,
    Life,
    counted_days,
    decide,
    settled_at_home,
    within,
)
from .worlds import Lives, lives

_BANDS = ((LEAVES_FROM, "under_16"), (ADULT, "16_17"), (OLDER, "18_20"), (OLDEST, "21_24"))
_ONE_DAY = timedelta(days=1)
_SURE_OF_RIGHTS = ("eligible", "relevant", "frc")


@dataclass(frozen=True)
class Standing:
    """What answers say as of a day: the lives that they leave open."""

    answers: Answers
    today: date
    lives: Lives

    @property
    def guess(self) -> Life:
        """The life of the best guess."""
        return self.lives.guess

    def possible(self, day: date) -> frozenset[str]:
        """Every status that the answers leave open on a day."""
        return frozenset(decide(life, day)[0] for life in self.lives.every)

    def in_learning(self, day: date) -> bool | None:
        """Whether a former relevant child counts as in learning (CA89 s23CA); None when it was not said."""
        if decide(self.guess, day)[1] == "D18":
            return True
        return {"yes": True, "no": False}.get(self.answers.wants_education)

    def turning_days(self) -> list[date]:
        """The days, in order, on which any of the lives changes its status."""
        days = sorted({day for life in self.lives.every for day in _candidates(life)})
        # Nothing can change between two of these days, so each is only held against the one before.
        found = [self.possible(day) for day in days]
        before = [self.possible(days[0] - _ONE_DAY), *found]
        return [day for day, was, now in zip(days, before, found, strict=False) if was != now]


def standing(answers: Answers, today: date) -> Standing:
    """The standing of answers as of `today` (London)."""
    return Standing(answers, today, lives(answers, today))


def status_of(found: Standing) -> dict[str, Any]:
    """The status as the wire gives it (StatusResult): codes, days and flags; the words stand in the content."""
    today, guess = found.today, found.guess
    status, rule = decide(guess, today)
    possible = found.possible(today)
    open_ = len(possible) > 1
    age = age_on(guess.dob, today)
    return {
        "age": age,
        "band": next((name for end, name in _BANDS if age < end), "25_plus"),
        "status": "unknown" if open_ else status,
        "best_guess": status if open_ else None,
        "possible": sorted(possible),
        "frc_education": found.in_learning(today) if "frc" in possible else False,
        "rule": "D20" if open_ else rule,
        "guess_rule": rule if open_ else None,
        # Days that count whichever of the lives is the true one.
        "days": min(counted_days(life, today) for life in found.lives.every),
        "day_91": _iso(day_91(guess, today)),
        "changes": list(_changes(guess, today)),
        "flags": flags(found),
        "unsure": _deciding(found, status) if open_ else [],
    }


def _deciding(found: Standing, status: str) -> list[str]:
    """The unsure answers that alone would change the result; all of them when only several together do."""
    others = found.lives.others
    return [name for name in others if decide(others[name], found.today)[0] != status] or list(others)


def day_91(life: Life, today: date) -> date | None:
    """When somebody in care now will have been so for 91 days since 14; None when they have, or are not in care."""
    days = counted_days(life, today)
    if days >= ENOUGH_DAYS or not within(life.full_time, today):
        return None
    return max(today, life.on(COUNTS_FROM)) + timedelta(days=ENOUGH_DAYS - days)


def _changes(life: Life, today: date) -> Iterable[dict[str, str]]:
    before = decide(life, today)[0]
    for day in _candidates(life):
        status, rule = decide(life, day)
        if day > today and status != before:
            yield {"on": day.isoformat(), "status": status, "rule": rule}
            before = status


def _candidates(life: Life) -> list[date]:
    """Every day on which the status of a life can change, in order."""
    days = {life.on(age) for age in (LEAVES_FROM, ADULT, OLDER, OLDEST)}
    for start, end in (*life.full_time, *life.breaks):
        days |= {start, end}
        reached = day_91(life, start)
        if reached:
            days.add(reached)
    if life.home:
        start, ended = life.home
        days |= {months_after(start, HOME_MONTHS), *([ended] if ended else [])}
    return sorted(days)


def flags(found: Standing) -> list[str]:
    """What to look out for (E1 to E10, E2b), in order of the alphabet."""
    answers, life, today = found.answers, found.guess, found.today
    at_16, at_18 = life.on(LEAVES_FROM), life.on(ADULT)
    possible = found.possible(today)
    rights = any(status in possible for status in _SURE_OF_RIGHTS)
    ended_from_16 = [end for _, end in life.full_time if at_16 <= end <= today]
    past_18 = at_18 <= today and settled_at_home(life, at_18 - _ONE_DAY)
    raised = {
        "E1": any(spell.type == "section17_or_housing" for spell in answers.care_spells),
        "E2": any(end <= at_16 + _ONE_DAY for end in ended_from_16),
        "E2b": life.guardianship and bool(ended_from_16),
        "E3": answers.place_at_16 in ("detained", "hospital"),
        "E4": past_18,
        "E5": rights,
        "E6": today >= at_16 and life.on(OLDEST) > today,
        "E8": answers.age_disputed != "no",
        "E9": any(status.startswith("qualifying") for status in possible),
        "E10": rights and _only_with_time_from_16(life, today),
    }
    return sorted(flag for flag, up in raised.items() if up)


def _only_with_time_from_16(life: Life, today: date) -> bool:
    """Whether the 91 days are reached only with days at 16 or 17, which some official pages wrongly leave out."""
    return counted_days(life, today) >= ENOUGH_DAYS > counted_days(life, min(today, life.on(LEAVES_FROM)))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
