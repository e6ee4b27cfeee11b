"""What each entitlement is to a person, by hand: now, later, ended, maybe or probably not, and with which figure.

The phone gives the same to the byte (`tests/vectors`), so what holds here holds there.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.vectors.evaluate import real_entries
from webapp.entitlements.answers import read_answers
from webapp.entitlements.person import Enquiry
from webapp.entitlements.results import Result, check

TODAY = date(2026, 11, 22)
# In care from 12 to 18: a care leaver of 18, to whom the law gives rights until 25.
LEAVER: dict[str, Any] = {
    "dob": "2008-03-01",
    "care_spells": [{"start": "2020-03-01", "end": "2026-03-01", "type": "foster"}],
    "in_or_wants_education": "no",
}
NOT_STARTED = [{"key": "commencement", "value": None}]


def results(*entries: dict[str, Any], today: date = TODAY, **facts: Any) -> dict[str, Any]:
    """The check of the care leaver, on the day."""
    found = [{"id": f"right-{number}", "kind": "law_must", "who": {}} | one for number, one in enumerate(entries)]
    return check(Enquiry(read_answers(LEAVER, today), facts, found, today, "merton", "leeds"))


def result(entry: dict[str, Any], today: date = TODAY, **facts: Any) -> Result:
    (found,) = results(entry, today=today, **facts)["entitlements"]
    return dict(found)


def short(found: Result) -> tuple[Any, ...]:
    return found["state"], found["on"], found["until"]


@pytest.mark.parametrize("kind", ["announced", "enacted_not_commenced"])
def test_what_has_not_started_never_counts_as_now(kind: str) -> None:
    fits = result({"kind": kind, "who": {"status_any": ["frc"]}})
    assert (*short(fits), fits["event"]) == ("later", None, None, NOT_STARTED)
    at_21 = result({"kind": kind, "who": {"age_min": 21}})
    assert (*short(at_21), at_21["event"]) == ("later", "2029-03-01", None, NOT_STARTED)
    over = result({"kind": kind, "who": {"age_max": 17}})
    assert over["state"] == "not", "what never started cannot have ended"
    money = {"kind": kind, "amounts": [amount(100, adds_up=True)]}
    assert results(money)["missing"] == []


def test_no_real_entry_that_has_not_started_is_ever_now() -> None:
    (entries,) = real_entries("merton").values()
    waiting = [entry for entry in entries if entry["kind"] in ("announced", "enacted_not_commenced")]
    assert waiting
    for year in range(2020, 2034):
        day = date(year, 11, 22)
        spell = {"start": "2020-03-01", "end": None if day.year < 2026 else "2026-03-01", "type": "foster"}
        life = LEAVER | {"care_spells": [spell], "in_care_now": "yes" if day.year < 2026 else "no"}
        found = check(Enquiry(read_answers(life, day), {}, waiting, day, "merton"))["entitlements"]
        assert {one["state"] for one in found} <= {"later", "not"}, year


def test_a_law_that_starts_later_starts_on_its_day_and_one_that_is_over_has_ended() -> None:
    assert short(result({"applies": {"from": "2027-04-01", "to": None}})) == ("later", "2027-04-01", None)
    assert short(result({"applies": {"from": None, "to": "2026-11-21"}})) == ("ended", "2026-11-22", None)
    assert short(result({"applies": {"from": "2026-11-22", "to": "2026-11-22"}})) == ("now", None, "2026-11-23")
    assert short(result({"who": {"date_from": "2027-04-01"}})) == ("later", "2027-04-01", None)


def test_a_right_of_an_age_or_a_status_has_its_days() -> None:
    assert short(result({"who": {"age_min": 21}})) == ("later", "2029-03-01", None)
    assert short(result({"who": {"age_max": 17}})) == ("ended", "2026-03-01", None)
    assert short(result({"who": {"status_any": ["eligible"]}})) == ("ended", "2026-03-01", None)
    assert short(result({"who": {"status_any": ["frc"], "age_max": 20}})) == ("now", None, "2029-03-01")


def test_what_starts_with_an_event_names_it() -> None:
    degree = result({"who": {"status_any": ["frc"], "in_education": ["higher"]}})
    assert (*short(degree), degree["event"]) == ("later", None, None, [{"key": "in_education", "value": ["higher"]}])
    home_at_21 = result({"who": {"age_min": 21, "living": ["halls"]}}, living="with_family")
    assert (*short(home_at_21), home_at_21["event"]) == (
        *("later", "2029-03-01", None),
        [{"key": "living", "value": ["halls"]}],
    )
    prison = result({"who": {"living": ["custody"]}}, living="with_family")
    assert prison["state"] == "not", "nobody plans for that"


def test_what_is_not_for_somebody_says_what_is_against_it() -> None:
    found = result({"who": {"status_any": ["frc"], "parent": True}}, parent="no")
    assert (found["state"], found["because"]) == ("not", [{"key": "parent", "value": True}])
    ruled_out = result({"not_for": ["frc"], "who": {"age_min": 18, "age_max": 20}})
    assert (ruled_out["state"], ruled_out["because"]) == ("not", [{"key": "not_for", "value": ["frc"]}])


def test_the_question_that_settles_it_is_asked_not_just_the_first_that_is_open() -> None:
    pregnant, parent = {"pregnant": True}, {"parent": True}
    # To be pregnant changes nothing for a parent, and helps nobody else.
    found = result({"who": {"any": [pregnant | parent, parent]}})
    assert (found["state"], found["ask"]) == ("maybe", {"key": "parent", "value": True})
    # Each alone leaves it open one way, so the first is asked; once it is answered, the other.
    both = {"who": {"all": [pregnant, parent]}}
    assert result(both)["ask"] == {"key": "pregnant", "value": True}
    assert result(both, pregnant="yes")["ask"] == {"key": "parent", "value": True}
    assert result(both, pregnant="yes", parent="yes")["state"] == "now"


def amount(*pence: int, **more: Any) -> dict[str, Any]:
    """A sum that is paid once; several: what it was at the start of each year from 2025 on."""
    values = [{"from": f"{2025 + number}-01-01", "value": one} for number, one in enumerate(pence)]
    return {"id": "main", "unit": "pence", "per": "once", "values": values} | more


def test_the_figure_is_that_of_the_day() -> None:
    (found,) = result({"amounts": [amount(100, 200, 300)]})["amounts"]
    assert found == {"id": "main", "state": "yes", "value": 200, "england": None}
    ended = amount(100) | {"values": [{"from": "2025-01-01", "value": 100}, {"from": "2026-01-01", "value": None}]}
    assert result({"amounts": [ended]})["amounts"] == []
    coming = {"who": {"age_min": 21}, "amounts": [amount(100, 200, 300)]}
    assert [one["value"] for one in result(coming)["amounts"]] == [200], "nobody knows a figure of 2029"


def test_an_amount_is_only_for_those_whom_it_is_for() -> None:
    sums = [amount(1) | {"id": code, "who": who} for code, who in AMOUNTS_FOR.items()]
    found = result({"amounts": sums})["amounts"]
    assert [(one["id"], one["state"]) for one in found] == [("mine", "yes"), ("perhaps", "maybe")]


AMOUNTS_FOR: dict[str, Any] = {"mine": {"age_min": 18}, "theirs": {"age_min": 21}, "perhaps": {"parent": True}}


@pytest.mark.parametrize(("ours", "england", "beside", "missing"), [(200, 300, 300, 300), (400, 300, 300, 400)])
def test_the_councils_figure_wins_and_englands_stands_beside_it(
    ours: int, england: int, beside: int, missing: int
) -> None:
    """Of two figures that differ the larger is added up, for a council's paper may be old."""
    entry = {"amounts": [amount(ours, adds_up=True)], "overrides": {"amounts": {"england": [amount(england)]}}}
    found = results(entry)
    assert found["entitlements"][0]["amounts"] == [{"id": "main", "state": "yes", "value": ours, "england": beside}]
    assert [one["value"] for one in found["missing"]] == [missing]
    same = entry | {"overrides": {"amounts": {"england": [amount(ours)]}}}
    assert result(same)["amounts"][0]["england"] is None


def test_only_sure_money_that_comes_now_is_added_up() -> None:
    found = results(
        {"amounts": [amount(100, adds_up=True)]},
        {"amounts": [amount(50, adds_up=True, per="year")]},
        {"amounts": [amount(7, adds_up=True, per="week")]},
        {"amounts": [amount(8)]},
        {"amounts": [amount(9, adds_up=True, who={"parent": True})]},
        {"who": {"parent": True}, "amounts": [amount(10, adds_up=True)]},
        {"who": {"age_min": 21}, "amounts": [amount(11, adds_up=True)]},
    )
    assert found["missing"] == [
        {"id": "right-0", "amount": "main", "per": "once", "value": 100},
        {"id": "right-1", "amount": "main", "per": "year", "value": 50},
    ]


def test_both_councils_of_a_person_count_apart() -> None:
    states = [
        result({"who": {key: slug}})["state"] for key in ("council", "home_council") for slug in ("merton", "leeds")
    ]
    assert states == ["now", "not", "not", "now"]
