"""A person's timeline: what starts, changes and ends at 16, 17, 18, 21 and 25, if nothing else changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..core.ages import birthday
from .person import ONE_DAY, Course, Enquiry, Entry
from .results import NOT_STARTED, Result, amounts, truth_for
from .rules import decide

MILESTONES = (16, 17, 18, 21, 25)


def timeline(enquiry: Enquiry) -> list[Result]:
    """The milestones in order, each with its day, the change of status, and the ids that start, change and end on it.

    What depends on an open question counts as fitting.
    """
    course = enquiry.course
    return [_milestone(age, course, enquiry.entries) for age in MILESTONES]


def _milestone(age: int, course: Course, entries: Sequence[Entry]) -> Result:
    guess = course.standing.guess
    day = birthday(guess.dob, age)
    eve = day - ONE_DAY
    before, after = decide(guess, eve)[0], decide(guess, day)[0]
    found: Result = {
        "age": age,
        "on": day.isoformat(),
        "status": None if before == after else {"before": before, "after": after},
        "starts": [],
        "changes": [],
        "ends": [],
    }
    for entry in entries:
        change = None if entry["kind"] in NOT_STARTED else _change(entry, course, eve, day)
        if change:
            found[change].append(entry["id"])
    return found


def _change(entry: Entry, course: Course, eve: date, day: date) -> str | None:
    fits_before = truth_for(entry, course.on(eve)) is not False
    fits_after = truth_for(entry, course.on(day)) is not False
    if fits_before != fits_after:
        return "starts" if fits_after else "ends"
    return "changes" if fits_after and _sums(entry, course, eve) != _sums(entry, course, day) else None


def _sums(entry: Entry, course: Course, day: date) -> list[str]:
    """Which amounts are the person's on a day; a rise in price is no change at a birthday."""
    return [one["id"] for one in amounts(entry, course.on(day), course.today)]
