"""Answers that cannot be, each with what is wrong with them and where. The person is 18 on the day of the check."""

from __future__ import annotations

from datetime import date
from typing import Any

TODAY = date(2026, 11, 22)
BORN = "2008-05-04"
LONG = "2" * 50_000
Problems = list[tuple[str, str]]


def told(**answers: Any) -> dict[str, Any]:
    """Answers of somebody who says no more than these."""
    return {"dob": BORN, **answers}


def spell(start: Any = "2020-01-01", end: Any = "2021-01-01", kind: Any = "foster") -> dict[str, Any]:
    return {"start": start, "end": end, "type": kind}


def in_care(*spells: Any) -> dict[str, Any]:
    return told(care_spells=list(spells))


def nested(depth: int) -> Any:
    junk: Any = "yes"
    for _ in range(depth):
        junk = [junk]
    return junk


START, END, FIRST = "care_spells.0.start", "care_spells.0.end", "care_spells.0"
NOT_DATES: list[Any] = [
    None,
    2024,
    20240501,
    1.5,
    True,
    ["2024"],
    {"year": 2024},
    "",
    " 2024",
    "2024\n",
    "2024-13",
    "2024-00",
    "2024-1",
    "2024-02-30",
    "2023-02-29",
    "2024-05-01T00:00",
    "01/05/2024",
    "２０２４",
    "२०२४-०५",
    "-2024",
    "0000",
    "9999-01-01",
    LONG,
    nested(300),
]
# The whole body of answers is of another kind.
NOT_ANSWERS: list[Any] = [[], [told()], "yes", "", 7, True, nested(300)]

WRONG: dict[str, tuple[Any, Problems]] = {
    "ends before it starts": (in_care(spell("2021-01-02", "2021-01-01")), [(END, "end_before_start")]),
    "ends in a month before": (in_care(spell("2021-02", "2021-01")), [(END, "end_before_start")]),
    "ends in a year before": (in_care(spell("2021-01-01", "2020")), [(END, "end_before_start")]),
    "home ends before it starts": (
        told(home_spell={"start": "2025-01", "end": "2024-12"}),
        [("home_spell.end", "end_before_start")],
    ),
    "starts tomorrow": (in_care(spell("2026-11-23", None)), [(START, "in_future")]),
    "starts next month": (in_care(spell("2026-12", "2026-12")), [(END, "in_future"), (START, "in_future")]),
    "starts next year": (in_care(spell("2027", None)), [(START, "in_future")]),
    "ends tomorrow": (in_care(spell("2021", "2026-11-23")), [(END, "in_future")]),
    "home from tomorrow": (told(home_spell={"start": "2026-11-23"}), [("home_spell.start", "in_future")]),
    "before birth": (in_care(spell("2008-05-03", "2010")), [(START, "before_birth")]),
    "a year before birth": (in_care(spell("2006", "2007")), [(END, "before_birth"), (START, "before_birth")]),
    "born in 1890": ({"dob": "1890-01-01"}, [("dob", "too_long_ago")]),
    "born tomorrow": ({"dob": "2026-11-23"}, [("dob", "born_in_future")]),
    "born on a day that was not": ({"dob": "2009-02-29"}, [("dob", "not_a_date")]),
    "born in a year": ({"dob": "2008"}, [("dob", "not_a_date")]),
    "born, not sure": ({"dob": "not_sure"}, [("dob", "not_a_date")]),
    "no birthday": ({}, [("dob", "not_a_date")]),
    "not in care, yet no end": (in_care(spell(end=None)), [(END, "still_open")]),
    "the end left out": (in_care({"start": "2020", "type": "home"}), [(END, "still_open")]),
    "no start": (in_care({"end": "2020"}), [(START, "not_a_date")]),
    "201 times in care": (in_care(*[spell()] * 201), [("care_spells", "too_many")]),
    "201 other homes": (
        told(other_accommodation_16_17=["voluntary"] * 201),
        [("other_accommodation_16_17", "too_many")],
    ),
    "true instead of yes": (told(in_care_now=True), [("in_care_now", "not_valid")]),
    "one instead of yes": (told(care_order_now=1), [("care_order_now", "not_valid")]),
    "YES": (told(age_disputed="YES"), [("age_disputed", "not_valid")]),
    "null for a yes or no": (told(in_or_wants_education=None), [("in_or_wants_education", "not_valid")]),
    "a list of a word": (told(nation=["england"]), [("nation", "not_valid")]),
    "a nation that is not one": (told(nation="narnia"), [("nation", "not_valid")]),
    "a very long word": (told(nation=LONG), [("nation", "not_valid")]),
    "half a letter": (told(nation="\ud800"), [("nation", "not_valid")]),
    "an unknown kind of care": (in_care(spell(kind="boarding")), [(f"{FIRST}.type", "not_valid")]),
    "an unknown answer": (told(name="Maya"), [("name", "not_valid")]),
    "an unknown part of a time in care": (in_care({**spell(), "where": "Leeds"}), [(f"{FIRST}.where", "not_valid")]),
    "an unknown part of an order": (told(sgo={"since": "2020"}), [("sgo.since", "not_valid")]),
    "times in care as an object": (told(care_spells={"0": spell()}), [("care_spells", "not_valid")]),
    "times in care as null": (told(care_spells=None), [("care_spells", "not_valid")]),
    "a time in care as a list": (in_care(["2020", "2021"]), [(FIRST, "not_valid")]),
    "a time in care as null": (in_care(spell(), None), [("care_spells.1", "not_valid")]),
    "an order as yes": (told(sgo="yes"), [("sgo", "not_valid")]),
    "an order as null": (told(sgo=None), [("sgo", "not_valid")]),
    "a place as a word": (told(on_16th_birthday="detained"), [("on_16th_birthday", "not_valid")]),
    "a place inside a place": (
        told(on_16th_birthday={"where": {"where": "other"}}),
        [("on_16th_birthday.where", "not_valid")],
    ),
    "home as yes": (told(home_spell="yes"), [("home_spell", "not_valid")]),
    "home as a list": (told(home_spell=["2025"]), [("home_spell", "not_valid")]),
    "other homes as a word": (
        told(other_accommodation_16_17="voluntary"),
        [("other_accommodation_16_17", "not_valid")],
    ),
    "another home that is no word": (
        told(other_accommodation_16_17=["voluntary", {}]),
        [("other_accommodation_16_17.1", "not_valid")],
    ),
    "adopted at 18": (told(adopted_at=18), [("adopted_at", "not_valid")]),
    "adopted before birth": (told(adopted_at=-1), [("adopted_at", "not_valid")]),
    "adopted at three and a half": (told(adopted_at=3.5), [("adopted_at", "not_valid")]),
    "adopted at true": (told(adopted_at=True), [("adopted_at", "not_valid")]),
    "adopted at a word": (told(adopted_at="3"), [("adopted_at", "not_valid")]),
    "deep in nothing": (told(sgo=nested(300)), [("sgo", "not_valid")]),
    "deep in a word": (told(nation=nested(300)), [("nation", "not_valid")]),
    "several at once": (
        told(in_care_now="maybe", care_spells=[spell("2024-13", "2021"), spell("2021", "2020")]),
        [(START, "not_a_date"), ("care_spells.1.end", "end_before_start"), ("in_care_now", "not_valid")],
    ),
    **{f"start {number}": (in_care(spell(start=one)), [(START, "not_a_date")]) for number, one in enumerate(NOT_DATES)},
    **{
        f"end {number}": (in_care(spell(end=one)), [(END, "not_a_date")])
        for number, one in enumerate(NOT_DATES)
        if one is not None
    },
    **{f"birthday {number}": ({"dob": one}, [("dob", "not_a_date")]) for number, one in enumerate(NOT_DATES)},
    **{
        f"no answers {number}": (one, [("", "not_valid"), ("dob", "not_a_date")])
        for number, one in enumerate(NOT_ANSWERS)
    },
}
