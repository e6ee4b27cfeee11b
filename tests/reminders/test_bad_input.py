"""Through the one door: days that are no days, hours that come twice or never, and repeats without an end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
import time_machine

from tests.support.care import Care
from webapp.reminders import jobs

from .reminding import notices, refusal, remind, reminded, repeat


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"day": "2026-11-21", "time": None}, "This day or time is over. Choose a later one."),
        ({"day": "2026-11-22", "time": "08:59"}, "This day or time is over. Choose a later one."),
        (
            {"repeat": repeat("month", "2027-11-24")},
            "A reminder can come again for a year at most. Choose an earlier last day.",
        ),
        ({"repeat": repeat("week", "2026-11-22")}, "The last day is before the first one."),
    ],
)
def test_what_cannot_be_is_said_in_plain_words(care: Care, changes: dict[str, Any], sentence: str) -> None:
    problem = refusal(care, care.sam, remind(care, **changes))
    assert problem["detail"] == f"{sentence} Nothing was changed."
    assert notices() == []


@pytest.mark.parametrize("end", [{}, {"until": None}, {"until": ""}, {"until": "never"}])
def test_a_repeat_without_an_end(care: Care, end: dict[str, Any]) -> None:
    problem = refusal(care, care.sam, remind(care, repeat={"every": "day", **end}))
    assert (problem["type"], list(problem["errors"])) == ("not-valid", ["repeat"])
    assert notices() == []


@pytest.mark.parametrize(
    ("day", "until", "days"),
    [
        ("2028-01-31", "2028-02-29", ["2028-01-31", "2028-02-29"]),
        ("2027-01-31", "2027-02-28", ["2027-01-31", "2027-02-28"]),
        ("2028-02-29", "2028-03-31", ["2028-02-29", "2028-03-29"]),
    ],
    ids=["the 31st in a leap year", "the 31st in another year", "from 29 February on"],
)
def test_the_end_of_february(care: Care, today: time_machine.Traveller, day: str, until: str, days: list[str]) -> None:
    reminded(care, day=day, time="09:00", repeat=repeat("month", until))
    today.move_to(datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    jobs.extend()
    assert [notice.occurrence for notice in notices()] == days


def test_29_february_of_a_year_without_one(care: Care) -> None:
    assert list(refusal(care, care.sam, remind(care, day="2027-02-29"))["errors"]) == ["day"]
    reminded(care, day="2028-02-29")
    assert [notice.due.isoformat() for notice in notices()] == ["2028-02-29T14:00:00+00:00"]


@pytest.mark.parametrize(
    ("day", "due"),
    [("2027-03-28", "2027-03-28T01:30:00+00:00"), ("2027-10-31", "2027-10-31T00:30:00+00:00")],
    ids=["the hour that does not exist is the next one", "of the hour that comes twice it is the first"],
)
def test_the_hours_when_the_clocks_change(care: Care, day: str, due: str) -> None:
    reminded(care, day=day, time="01:30")
    (notice,) = notices()
    assert notice.due.isoformat() == due
    (row,) = care.rows(care.maya, "reminders")
    assert (row["day"], row["time"]) == (day, "01:30")
