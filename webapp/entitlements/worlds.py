"""From answers to lives: a best guess, and one other life for each thing that the person is not sure about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..core.ages import birthday
from .answers import NOT_SURE, UNCERTAIN_TYPES, Answers, Spell, When
from .rules import ADULT, Life, Times

NOTHING: frozenset[str] = frozenset()


def lives(answers: Answers, today: date) -> tuple[Life, dict[str, Life]]:
    """The life of the best guess, and for each unsure answer by name the life in which the guess is wrong.

    With more than one, `all` is the life in which every guess is wrong.
    """
    names = unsure(answers)
    others = {name: _life(answers, today, frozenset({name})) for name in names}
    if len(names) > 1:
        others["all"] = _life(answers, today, frozenset(names))
    return _life(answers, today, NOTHING), others


def unsure(answers: Answers) -> list[str]:
    """The names of the answers that leave something open, in order of the alphabet."""
    spells, home = answers.care_spells, answers.home
    kinds = {spell.type for spell in spells}
    dates = [when for spell in spells for when in (spell.start, spell.end) if when]
    guardian = answers.sgo_in_force != "no"
    found = {
        "nation": answers.nation == NOT_SURE,
        "in_care_now": answers.in_care_now == NOT_SURE,
        "care_order_now": answers.care_order_now == NOT_SURE,
        "care_dates": any(not when.exact for when in dates) or _start_not_said(answers),
        "care_types": NOT_SURE in kinds,
        "section17_or_housing": "section17_or_housing" in kinds,
        "sgo": answers.sgo_in_force == NOT_SURE,
        "sgo_before": guardian and answers.sgo_before == NOT_SURE,
        "place_at_16": answers.place_at_16 == NOT_SURE,
        "before_16": answers.place_at_16 != "in_care" and answers.looked_after_before_16 == NOT_SURE,
        "home_spell": answers.home_not_sure or (home is not None and not all(_exact(when) for when in home)),
        "other_accommodation": NOT_SURE in answers.other_homes,
        "learning_programme": answers.programme == NOT_SURE,
    }
    return sorted(name for name, is_open in found.items() if is_open)


def _exact(when: When | None) -> bool:
    return when is None or when.exact


def _start_not_said(answers: Answers) -> bool:
    """In care now, without a time in care that still goes on."""
    in_care = "yes" in (answers.in_care_now, answers.care_order_now)
    return in_care and all(spell.end or spell.type == "section17_or_housing" for spell in answers.care_spells)


def _life(answers: Answers, today: date, wrong: frozenset[str]) -> Life:
    full_time, breaks = _times(answers, today, wrong)
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


def _times(answers: Answers, today: date, wrong: frozenset[str]) -> tuple[Times, Times]:
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
    return _merged(full_time, at_18), _merged(breaks, at_18)


def _is_care(answers: Answers, spell: Spell, wrong: frozenset[str]) -> bool:
    """Whether a time was care in law. One that goes on for somebody who is in care was; only of which type is open."""
    if spell.type == "section17_or_housing":
        return spell.type in wrong
    known = spell.end is None and answers.in_care_now == "yes"
    return spell.type != NOT_SURE or known or "care_types" not in wrong


def _is_break(spell: Spell, wrong: frozenset[str]) -> bool:
    return spell.type == "short_break_series" or (spell.type == NOT_SURE and "care_types" in wrong)


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


def _home(answers: Answers, full_time: Times, wrong: frozenset[str]) -> tuple[date, date | None] | None:
    """The time back home. Not sure whether there was one: our guess is no; otherwise since care ended, and still."""
    is_wrong = "home_spell" in wrong
    if answers.home_not_sure:
        return (full_time[-1][1], None) if is_wrong and full_time else None
    if answers.home is None:
        return None
    start, end = answers.home
    if is_wrong:
        return start.latest, end.earliest if end else None
    return start.earliest, end.latest if end else None
