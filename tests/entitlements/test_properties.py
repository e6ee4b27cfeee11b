"""What must hold for every life: more care, the order of times, being less sure; and nothing crashes."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.vectors.evaluate import Entries, questions_of, real_entries
from tests.vectors.lives import JUNK, Maker, lives
from webapp.core.ages import birthday
from webapp.entitlements.answers import CARE_TYPES, OTHER_HOMES, AnswersError, read_answers
from webapp.entitlements.person import Enquiry
from webapp.entitlements.results import canonical, check
from webapp.entitlements.rules import decide
from webapp.entitlements.status import Standing, standing, status_of
from webapp.entitlements.timeline import timeline
from webapp.entitlements.worlds import unsure

ONE_DAY = timedelta(days=1)
RIGHTS = {"eligible", "relevant", "frc"}
chances = st.randoms(use_true_random=True)


def often(examples: int) -> settings:
    """Repeatable, and not timed: the machine may be busy."""
    return settings(max_examples=examples, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def entries() -> Entries:
    return real_entries("merton")


def standing_for(life: dict[str, Any], answers: Any = None) -> Standing:
    """The standing of a life, or of other answers on its day; a life that cannot be true is passed over."""
    today = date.fromisoformat(life["today"])
    try:
        return standing(read_answers(life["answers"] if answers is None else answers, today), today)
    except AnswersError:
        assume(False)
        raise


def changed(life: dict[str, Any], **answers: Any) -> dict[str, Any]:
    """A copy of a life's answers to change."""
    return {**copy.deepcopy(life["answers"]), **answers}


def spells_of(life: dict[str, Any]) -> list[dict[str, Any]]:
    spells = life["answers"].get("care_spells", [])
    assume(isinstance(spells, list) and spells)
    return copy.deepcopy(spells)


def possible(found: Standing) -> frozenset[str]:
    return found.possible(found.today)


@often(600)
@given(lives(), chances)
def test_full_time_care_at_14_to_17_never_lowers_a_status(life: dict[str, Any], chance: Random) -> None:
    before = standing_for(life)
    # Who was in care on that birthday and tells no time around it has all of childhood as a guess; a time told ends it.
    assume(before.answers.place_at_16 != "in_care")
    born, last = before.guess.dob, min(birthday(before.guess.dob, 18), before.today)
    first = birthday(born, 14)
    assume(first < last)
    days = sorted(first + timedelta(days=chance.randint(0, (last - first).days)) for _ in range(2))
    more = {"start": days[0].isoformat(), "end": days[1].isoformat(), "type": "foster"}
    spells = life["answers"].get("care_spells", [])
    after = standing_for(life, changed(life, care_spells=[*spells, more]))
    if decide(before.guess, before.today)[0] in RIGHTS:
        assert decide(after.guess, after.today)[0] in RIGHTS
    if possible(before) <= RIGHTS:
        assert possible(after) <= RIGHTS


@often(500)
@given(lives(), chances)
def test_the_order_of_times_does_not_matter(life: dict[str, Any], chance: Random) -> None:
    spells = spells_of(life)
    chance.shuffle(spells)
    assert status_of(standing_for(life, changed(life, care_spells=spells))) == status_of(standing_for(life))


@often(500)
@given(lives(), chances)
def test_times_that_overlap_count_as_one(life: dict[str, Any], chance: Random) -> None:
    """A time that is told as two which overlap or touch is still the same time."""
    found = standing_for(life)
    spells, read = spells_of(life), found.answers.care_spells
    number = chance.randrange(len(spells))
    start, end = read[number].start, read[number].end
    assume(start.exact and end is not None and end.exact)
    assert end is not None
    middle = sorted(
        start.earliest + timedelta(days=chance.randint(0, (end.latest - start.earliest).days)) for _ in "12"
    )
    whole = spells.pop(number)
    halves = [{**whole, "end": middle[1].isoformat()}, {**whole, "start": middle[0].isoformat()}]
    assert status_of(standing_for(life, changed(life, care_spells=[*spells, *halves]))) == status_of(found)


def doubts(answers: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Where an answer stands that a person may not be sure of."""
    yield from (("nation",), ("in_care_now",), ("care_order_now",), ("home_spell",), ("learning_programme_in_plan",))
    yield from (("sgo", "in_force"), ("sgo", "looked_after_before"))
    yield from (("on_16th_birthday", "where"), ("on_16th_birthday", "looked_after_before"))
    for number, _ in enumerate(answers.get("other_accommodation_16_17", [])):
        yield "other_accommodation_16_17", number


def doubted(life: dict[str, Any], way: tuple[Any, ...]) -> dict[str, Any]:
    """A life's answers with "not sure" in one place."""
    answers = changed(life)
    inside: Any = answers
    for key in way[:-1]:
        inside = inside[key] if isinstance(inside, list) else inside.setdefault(key, {})
    inside[way[-1]] = "not_sure"
    return answers


@often(1000)
@given(lives(), chances)
def test_one_more_not_sure_leaves_more_open(life: dict[str, Any], chance: Random) -> None:
    before = standing_for(life)
    after = standing_for(life, doubted(life, chance.choice(list(doubts(life["answers"])))))
    assert possible(before) <= possible(after)


@often(1000)
@given(lives(), chances)
def test_a_time_remembered_less_well_is_never_surer(life: dict[str, Any], chance: Random) -> None:
    """With one day or type less, what is open stays open, and what was sure is the same, or open."""
    before = standing_for(life)
    assume("care_dates" not in unsure(before.answers))
    spells = spells_of(life)
    spell = chance.choice(spells)
    key = chance.choice(("start", "end", "type"))
    # "Not sure" says more of a time than that it was housing help, which our guess does not count.
    assume(spell.get(key) not in (None, "section17_or_housing"))
    spell[key] = chance.choice([spell[key][:7], spell[key][:4], "not_sure"]) if key != "type" else "not_sure"
    after = standing_for(life, changed(life, care_spells=spells))
    assert possible(before) == possible(after) or len(possible(after)) > 1


@often(100)
@given(lives())
def test_between_its_turning_days_nothing_changes(life: dict[str, Any]) -> None:
    """Day by day, from birth to 26: the days on which a status turns are all there are."""
    found = standing_for(life)
    day, end = found.guess.dob + ONE_DAY, birthday(found.guess.dob, 26)
    turns, seen, before = found.turning_days(), [], found.possible(found.guess.dob)
    while day < end:
        now = found.possible(day)
        if now != before:
            seen.append(day)
        day, before = day + ONE_DAY, now
    assert [turn for turn in turns if found.guess.dob < turn < end] == seen


@often(300)
@given(seed=st.integers(0, 2**32))
def test_no_life_crashes_the_check(entries: Entries, seed: int) -> None:
    """Whatever comes, and however often it is broken, gives problems or a result that is JSON."""
    chance = Random(seed)
    life = Maker(chance, questions_of(entries)).life()
    for _ in range(chance.choice((0, 0, 1, 3))):
        junk = chance.choice((*JUNK, *CARE_TYPES, *OTHER_HOMES))
        life["answers"][chance.choice([*life["answers"], "new"])] = junk
    today = date.fromisoformat(life["today"])
    try:
        answers = read_answers(life["answers"], today)
    except AnswersError:
        return
    enquiry = Enquiry(answers, life["circumstances"], entries["merton"], today, life["council"], life["home_council"])
    assert canonical({"check": check(enquiry), "timeline": timeline(enquiry)})
