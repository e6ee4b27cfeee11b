"""Bad answers: each is named by its place, one by one and all at once, and nothing else is ever raised."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.entitlements.bad_answers import TODAY, WRONG, Problems, in_care, spell, told
from webapp.entitlements.answers import CARE_TYPES, NATIONS, OTHER_HOMES, PLACES_AT_16, TRI, AnswersError, read_answers
from webapp.entitlements.checking import SENTENCES
from webapp.entitlements.results import canonical
from webapp.entitlements.status import standing, status_of


def status(raw: Any, today: date = TODAY) -> dict[str, Any]:
    return status_of(standing(read_answers(raw, today), today))


@pytest.mark.parametrize(("raw", "wrong"), WRONG.values(), ids=list(WRONG))
def test_what_cannot_be_is_named_by_its_place(raw: Any, wrong: Problems) -> None:
    with pytest.raises(AnswersError) as raised:
        read_answers(raw, TODAY)
    assert [(one["at"], one["code"]) for one in raised.value.problems] == wrong


def test_every_problem_is_in_the_table_and_has_a_sentence() -> None:
    assert {code for _, wrong in WRONG.values() for _, code in wrong} == set(SENTENCES)


@pytest.mark.parametrize(
    "raw",
    [
        told(),
        in_care(spell("2026", "2026")),
        in_care(spell("2008", "2008-05")),
        in_care(spell("2021-01-01", "2021-01-01")),
        in_care(spell("2021-06", "2021")),
        in_care(spell("not_sure", "not_sure", "not_sure")),
        in_care(spell(end=None, kind="section17_or_housing")),
        in_care(spell(end="2026-11-22")),
        told(care_spells=[spell(end=None)], in_care_now="not_sure"),
        told(care_spells=[spell(end=None)], care_order_now="yes"),
        told(home_spell="not_sure", adopted_at=0),
        {"dob": "2026-11-22"},
        {"dob": "1916-01-01"},
    ],
)
def test_what_can_be_is_taken(raw: Any) -> None:
    assert status(raw)["status"]


def test_a_leap_day_is_a_birthday_and_comes_on_1_march() -> None:
    raw = {"dob": "2008-02-29", "care_spells": [spell("2015", "2025-12-31")]}
    assert [status(raw, date(2026, 2, 28))[name] for name in ("age", "status")] == [17, "relevant"]
    assert [status(raw, date(2026, 3, 1))[name] for name in ("age", "status")] == [18, "frc"]
    assert [one["on"] for one in status(raw, date(2026, 2, 27))["changes"]] == ["2026-03-01", "2033-03-01"]


def test_times_that_overlap_count_once() -> None:
    one, other = spell("2022-06-01", "2024-09-01"), spell("2024-01-01", "2024-10-01")
    whole = status(in_care(spell("2022-06-01", "2024-10-01")))
    assert whole["days"] == 853
    assert status(in_care(one, other)) == status(in_care(other, one, one)) == whole


def test_200_times_in_care_are_fine_and_fast() -> None:
    first = date(2022, 5, 4)
    starts = [first + timedelta(days=6 * number) for number in range(200)]
    spells = [spell(day.isoformat(), (day + timedelta(days=3)).isoformat()) for day in starts]
    before = time.perf_counter()
    found = status(in_care(*spells))
    assert (found["days"], found["status"]) == (600, "frc")
    assert time.perf_counter() - before < 1


WORDS = sorted({*TRI, *NATIONS, *CARE_TYPES, *PLACES_AT_16, *OTHER_HOMES})
DATES = ["2008-05-04", "2008-02-29", "2009-02-29", "2024", "2024-05", "2024-13", "1890-01-01", "2199-12-31"]
KEYS = [
    *told(age_disputed="", nation="", in_care_now="", care_order_now="", care_spells="", sgo="", adopted_at=""),
    *told(on_16th_birthday="", home_spell="", other_accommodation_16_17="", in_or_wants_education=""),
    *("learning_programme_in_plan", "in_force", "looked_after_before", "where", "start", "end", "type"),
]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(WORDS + DATES)
JSON = st.recursive(
    LEAVES, lambda one: st.lists(one) | st.dictionaries(st.sampled_from(KEYS) | st.text(), one), max_leaves=25
)
# Mostly right, so that the fuzz reaches behind the first look.
WHEN = st.sampled_from([*DATES, "not_sure", "2020-01-01", "2021", None])
SPELLS = st.lists(
    st.fixed_dictionaries({"start": WHEN, "end": WHEN, "type": st.sampled_from(CARE_TYPES)}) | JSON, max_size=4
)
NEARLY = st.fixed_dictionaries(
    {"dob": st.sampled_from(DATES)},
    optional={
        "in_care_now": st.sampled_from(TRI),
        "care_order_now": st.sampled_from(TRI),
        "care_spells": SPELLS,
        "home_spell": st.fixed_dictionaries({"start": WHEN, "end": WHEN}) | JSON,
        "on_16th_birthday": st.fixed_dictionaries({"where": st.sampled_from(PLACES_AT_16)}) | JSON,
        "other_accommodation_16_17": st.lists(st.sampled_from(OTHER_HOMES) | JSON, max_size=3),
        "sgo": JSON,
        "adopted_at": st.integers(-2, 19) | JSON,
    },
)


@settings(max_examples=400, deadline=None)
@given(JSON | NEARLY)
def test_anything_at_all_is_taken_or_named(raw: Any) -> None:
    problems: list[dict[str, str]] | None = None
    try:
        answers = read_answers(raw, TODAY)
    except AnswersError as error:
        problems = error.problems
    if problems is None:
        assert canonical(status_of(standing(answers, TODAY)))
    else:
        assert problems
        assert all(isinstance(one["at"], str) and one["code"] in SENTENCES for one in problems)
