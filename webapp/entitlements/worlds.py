"""From answers to lives: the best guess, and every other life that what the person is not sure about leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from ..core.ages import birthday
from .answers import NOT_SURE, UNCERTAIN_TYPES, Answers, Spell, When
from .rules import ADULT, LEAVES_FROM, Life, Times

Names = frozenset[str]
NOTHING: Names = frozenset()
# Doubts that count together, because each moves the times in care, or the time at home that follows them.
_TOGETHER = frozenset(
    {"as_breaks", "care_dates", "care_order_now", "care_types", "home_spell", "in_care_now", "section17_or_housing"}
)
# Those of them that move the times in care themselves.
_IN_CARE = _TOGETHER - {"home_spell"}
_NOT_FULL_TIME = frozenset({"as_breaks", "care_types"})
_AWAY = frozenset({"before_16", "place_at_16"})
_PROGRAMME = frozenset({"learning_programme"})
# The other doubts, as they can change a status: each by itself, but for being away from care at 16, which has two
# halves, and for a programme, which may count only for somebody who was.
_BY_ITSELF = (
    NOTHING,
    frozenset({"nation"}),
    frozenset({"sgo"}),
    frozenset({"sgo_before"}),
    frozenset({"other_accommodation"}),
    _AWAY,
    _PROGRAMME,
    _AWAY | _PROGRAMME,
)


@dataclass(frozen=True)
class Lives:
    """The life of the best guess; by name of each unsure answer, the life in which that guess alone is wrong; and every
    life that the answers leave open, each once.
    """

    guess: Life
    others: Mapping[str, Life]
    every: Sequence[Life]


def lives(answers: Answers, today: date) -> Lives:
    """The lives that answers leave open as of `today` (London)."""
    names = frozenset(unsure(answers))
    # A type that is not known has a third reading, beside full-time care and none: short breaks.
    doubted = names | ({"as_breaks"} if "care_types" in names else NOTHING)
    together = sorted(doubted & _TOGETHER)
    subsets = [frozenset(some) for size in range(len(together) + 1) for some in combinations(together, size)]
    doubts = {some | (one & names): None for some in subsets for one in _BY_ITSELF}
    # Many lives share their times in care, and these take the longest to work out.
    times = {moved: _times(answers, today, moved) for moved in {wrong & _IN_CARE for wrong in doubts}}
    found = {wrong: _life(answers, wrong, *times[wrong & _IN_CARE]) for wrong in doubts}
    alone = {name: frozenset({name}) for name in sorted(names)}
    others = {name: _life(answers, wrong, *times[wrong & _IN_CARE]) for name, wrong in alone.items()}
    return Lives(found[NOTHING], others, tuple(dict.fromkeys(found.values())))


def unsure(answers: Answers) -> list[str]:
    """The names of the answers that leave something open, in order of the alphabet."""
    spells = answers.care_spells
    kinds = {spell.type for spell in spells}
    dates = [when for spell in spells for when in (spell.start, spell.end) if when]
    guardian = answers.sgo_in_force != "no"
    found = {
        "nation": answers.nation == NOT_SURE,
        "in_care_now": answers.in_care_now == NOT_SURE,
        "care_order_now": answers.care_order_now == NOT_SURE,
        "care_dates": any(not when.exact for when in dates) or _start_not_said(answers) or _only_at_16(answers),
        "care_types": NOT_SURE in kinds,
        "section17_or_housing": "section17_or_housing" in kinds,
        "sgo": answers.sgo_in_force == NOT_SURE,
        "sgo_before": guardian and answers.sgo_before == NOT_SURE,
        "place_at_16": answers.place_at_16 == NOT_SURE,
        "before_16": answers.place_at_16 != "in_care" and answers.looked_after_before_16 == NOT_SURE,
        "home_spell": _home_is_open(answers),
        "other_accommodation": NOT_SURE in answers.other_homes,
        "learning_programme": answers.programme == NOT_SURE,
    }
    return sorted(name for name, is_open in found.items() if is_open)


def _exact(when: When | None) -> bool:
    return when is None or when.exact


def _home_is_open(answers: Answers) -> bool:
    """Whether it is open what time there was back home, or what it means in law."""
    if answers.home is None:
        return answers.home_not_sure or _adopted_from_16(answers)
    return not all(_exact(when) for when in answers.home) or _broke_down_late(answers)


def _adopted_from_16(answers: Answers) -> bool:
    """Adopted at 16 or 17, so perhaps at home with the new parents for six months (CLR reg 3)."""
    return answers.adopted_at is not None and answers.adopted_at >= LEAVES_FROM


def _broke_down_late(answers: Answers) -> bool:
    """Whether the home broke down only after 18, where the law is not clear (CA89 s23C(1)(a))."""
    end = answers.home[1] if answers.home else None
    return end is not None and end.latest >= birthday(answers.dob, ADULT)


def _only_at_16(answers: Answers) -> bool:
    """In care on the 16th birthday by one answer, and at no time that was given."""
    at_16 = birthday(answers.dob, LEAVES_FROM)
    known = (one for one in answers.care_spells if one.type != "section17_or_housing")
    spans = ((one.start.earliest, one.end.latest if one.end else at_16) for one in known)
    return answers.place_at_16 == "in_care" and not any(start <= at_16 <= end for start, end in spans)


def _start_not_said(answers: Answers) -> bool:
    """In care now, or perhaps, without a time in care that still goes on."""
    in_care = (answers.in_care_now, answers.care_order_now) != ("no", "no")
    return in_care and all(spell.end or spell.type == "section17_or_housing" for spell in answers.care_spells)


def _life(answers: Answers, wrong: Names, full_time: Times, breaks: Times) -> Life:
    guardian = answers.sgo_in_force == "yes" or "sgo" in wrong
    # Whoever has a special guardian and cannot say whether it was from care: our guess is that it was.
    from_care = answers.sgo_before == "yes" or (answers.sgo_before == NOT_SURE and "sgo_before" not in wrong)
    away = answers.place_at_16 in ("detained", "hospital") or "place_at_16" in wrong
    before = answers.looked_after_before_16 == "yes" or "before_16" in wrong
    return Life(
        dob=answers.dob,
        abroad=answers.nation not in ("england", NOT_SURE) or "nation" in wrong,
        full_time=full_time,
        breaks=breaks,
        guardianship=guardian and from_care,
        away_at_16=away and before,
        home=_home(answers, full_time, wrong),
        other_home=any(code != NOT_SURE for code in answers.other_homes) or "other_accommodation" in wrong,
        programme=answers.programme == "yes" or "learning_programme" in wrong,
    )


def _times(answers: Answers, today: date, wrong: Names) -> tuple[Times, Times]:
    """Times in care that count, and short breaks: each merged and ended by the 18th birthday."""
    at_18 = birthday(answers.dob, ADULT)
    order = answers.care_order_now == "yes" or "care_order_now" in wrong
    spells = [spell for spell in answers.care_spells if _is_care(answers, spell, wrong)]
    open_now = any(spell.end is None for spell in spells)
    # Unsure whether in care now: our guess follows the times that were given.
    guess = answers.in_care_now == "yes" or (answers.in_care_now == NOT_SURE and open_now)
    in_care = order or guess != ("in_care_now" in wrong)
    full_time: list[tuple[date, date]] = []
    breaks: list[tuple[date, date]] = []
    for spell in spells:
        still = spell.end is None and (in_care or spell.type in UNCERTAIN_TYPES)
        span = _longest(spell, at_18, today, still=still)
        if "care_dates" in wrong:
            span = _shortest(spell, at_18, today, still=still)
        # A planned series of breaks cannot be under a care order (CPPCR reg 48).
        is_break = _is_break(spell, wrong) and not (order and spell.end is None)
        (breaks if is_break else full_time).append(span)
    if in_care and not open_now:
        full_time.append((today if "care_dates" in wrong else answers.dob, at_18))
    at_16 = birthday(answers.dob, LEAVES_FROM)
    if at_16 <= today and _only_at_16(answers):
        full_time.append((at_16, at_16) if "care_dates" in wrong else (answers.dob, min(today, at_18)))
    return _merged(full_time, at_18), _merged(breaks, at_18)


def _is_care(answers: Answers, spell: Spell, wrong: Names) -> bool:
    """Whether a time was care in law. One that goes on for somebody who is in care was; only of which type is open."""
    if spell.type == "section17_or_housing":
        return spell.type in wrong
    known = spell.end is None and answers.in_care_now == "yes"
    return spell.type != NOT_SURE or known or "as_breaks" in wrong or "care_types" not in wrong


def _is_break(spell: Spell, wrong: Names) -> bool:
    return spell.type == "short_break_series" or (spell.type == NOT_SURE and not wrong.isdisjoint(_NOT_FULL_TIME))


def _longest(spell: Spell, at_18: date, today: date, *, still: bool) -> tuple[date, date]:
    return spell.start.earliest, at_18 if still else spell.end.latest if spell.end else today


def _shortest(spell: Spell, at_18: date, today: date, *, still: bool) -> tuple[date, date]:
    return spell.start.latest, at_18 if still else spell.end.earliest if spell.end else today


def _merged(spans: Iterable[tuple[date, date]], at_18: date) -> Times:
    merged: list[tuple[date, date]] = []
    for start, end in sorted((start, min(end, at_18)) for start, end in spans if start < at_18):
        if start > end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _home(answers: Answers, full_time: Times, wrong: Names) -> tuple[date, date | None] | None:
    """The time back home, which can only begin when the last time in care ended.

    Not sure whether there was one: our guess is no; otherwise since care ended, and still. One that broke down only
    after 18 may count as broken down before.
    """
    is_wrong = "home_spell" in wrong
    ended = full_time[-1][1] if full_time else None
    if answers.home is None:
        return (ended, None) if is_wrong and ended else None
    if is_wrong and _broke_down_late(answers):
        return None
    start, end = answers.home
    since = start.latest if is_wrong else start.earliest
    until = None if end is None else end.earliest if is_wrong else end.latest
    return max(since, ended or since), until
