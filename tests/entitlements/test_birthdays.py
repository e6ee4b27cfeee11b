"""A birthday never takes a right a day early, and never brings one a day late.

The oracle is simple and its own: somebody in care from 12 to 18 is looked after, then eligible, then a former relevant
child to 25, and an entitlement that asks for no more than ages and statuses fits or does not by looking at both.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vectors.evaluate import nodes_of, real_entries
from webapp.entitlements.answers import read_answers
from webapp.entitlements.person import Enquiry
from webapp.entitlements.results import NOT_STARTED, check

PLAIN = {"status_any", "age_min", "age_max", "any", "all"}
# Before this age nothing of the check turns; after 25 nobody in the oracle has a status.
AGES = range(11, 27)
CARE_FROM = 12
Entry = dict[str, Any]


@pytest.fixture(scope="module")
def plain() -> list[Entry]:
    """The real entitlements that ask for nothing but ages and statuses, without those that have not started."""
    entries = [
        entry
        for entry in real_entries("merton")["merton"]
        if entry["kind"] not in NOT_STARTED
        and set().union(*nodes_of({"who": entry["who"]})) <= PLAIN
        and all("frc_education" not in node.get("status_any", []) for node in nodes_of({"who": entry["who"]}))
    ]
    assert len(entries) >= 10
    return entries


def reaches(born: date, age: int) -> date:
    """The birthday; 1 March for who was born on 29 February, in a year without it."""
    leap = (born.month, born.day) == (2, 29) and (born.year + age) % 4 != 0
    return date(born.year + age, 3, 1) if leap else date(born.year + age, born.month, born.day)


def age_of(born: date, day: date) -> int:
    return max(age for age in range(-1, 40) if age == -1 or reaches(born, age) <= day)


def status_of_the_oracle(age: int) -> str:
    ladder = ((CARE_FROM, "none_care_experienced"), (16, "looked_after"), (18, "eligible"), (25, "frc"))
    return next((status for end, status in ladder if age < end), "none_care_experienced")


def fits(entry: Entry, born: date, day: date) -> bool:
    age, applies = age_of(born, day), entry.get("applies") or {}
    starts, ends = applies.get("from"), applies.get("to")
    if (starts and day.isoformat() < starts) or (ends and day.isoformat() > ends):
        return False
    return status_of_the_oracle(age) not in entry.get("not_for", []) and holds(entry["who"], age)


def holds(node: dict[str, Any], age: int) -> bool:
    return (
        status_of_the_oracle(age) in node.get("status_any", [status_of_the_oracle(age)])
        and node.get("age_min", 0) <= age <= node.get("age_max", 120)
        and all(holds(one, age) for one in node.get("all", []))
        and (not node.get("any") or any(holds(one, age) for one in node["any"]))
    )


def answers_on(born: date, day: date) -> dict[str, Any]:
    """In care from the 12th birthday to the 18th, as somebody would say it on a day."""
    start, at_18 = reaches(born, CARE_FROM), reaches(born, 18)
    if day < start:
        return {"dob": born.isoformat()}
    still = day < at_18
    spell = {"start": start.isoformat(), "end": None if still else at_18.isoformat(), "type": "foster"}
    return {"dob": born.isoformat(), "in_care_now": "yes" if still else "no", "care_spells": [spell]}


@settings(max_examples=120, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    born=st.one_of(
        st.dates(date(1996, 1, 1), date(2013, 12, 31)),
        st.sampled_from([date(year, 2, 29) for year in (1996, 2000, 2004, 2008, 2012)]),
    ),
    age=st.sampled_from(AGES),
    past=st.sampled_from((-1, 0, 1)),
)
def test_a_right_starts_and_ends_on_the_birthday(plain: list[Entry], born: date, age: int, past: int) -> None:
    today = reaches(born, age) + timedelta(days=past)
    results = check(Enquiry(read_answers(answers_on(born, today), today), {}, plain, today))["entitlements"]
    coming = [reaches(born, later) for later in range(41) if reaches(born, later) > today]
    for entry, result in zip(plain, results, strict=True):
        days = [day for day in sorted({*coming, *edges(entry)}) if day > today]
        fit = fits(entry, born, today)
        turn = next((day for day in days if fits(entry, born, day) != fit), None)
        if today < reaches(born, CARE_FROM):
            # Nobody knows yet that they will be in care.
            continue
        found = (result["state"], result["until" if fit else "on"])
        if fit:
            assert found == ("now", turn and turn.isoformat()), entry["id"]
        elif turn:
            assert found == ("later", turn.isoformat()), entry["id"]
        else:
            assert found in (("ended", last_fit(entry, born, today)), ("not", None)), entry["id"]
            assert (result["state"] == "ended") == (last_fit(entry, born, today) is not None), entry["id"]


def edges(entry: Entry) -> set[date]:
    """The days on which an entitlement as such starts and has ended."""
    applies = entry.get("applies") or {}
    starts, ends = applies.get("from"), applies.get("to")
    after = [date.fromisoformat(ends) + timedelta(days=1)] if ends else []
    return {*([date.fromisoformat(starts)] if starts else []), *after}


def last_fit(entry: Entry, born: date, today: date) -> str | None:
    """The day on which it ended to fit, in the past."""
    days = [day for day in sorted({*(reaches(born, age) for age in range(41)), *edges(entry)}) if day <= today]
    fitted = [fits(entry, born, day) for day in days]
    ends = [day for day, before, now in zip(days[1:], fitted, fitted[1:], strict=False) if before and not now]
    return ends[-1].isoformat() if ends else None
