"""What a person gets: each entitlement as now, later, ended, maybe or probably not, with the reasons and the amounts.

Never a flat no: what does not fit is "probably not", with what is against it, so that it can be challenged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from .person import Course, Enquiry, Entry
from .status import status_of
from .who import (
    Leaf,
    Person,
    Tri,
    Verdict,
    all_hold,
    both,
    judge,
    leaf_verdict,
    may_start,
    negated,
    status_in,
    truth_of,
)

# Said or enacted, but not started as far as we know: never "now".
NOT_STARTED = ("announced", "enacted_not_commenced")
COMMENCEMENT: Leaf = {"key": "commencement", "value": None}
ASYLUM = ("asylum_pending", "appeal_rights_exhausted")
ADDED_UP = ("once", "year")
_BOTH = (True, False)
Result = dict[str, Any]


def check(enquiry: Enquiry) -> Result:
    """The whole check (CheckResult): the status, and what each entry is to the person, in the order of the entries."""
    course = enquiry.course
    status = status_of(course.standing)
    if enquiry.facts.get("immigration") in ASYLUM:
        status["flags"] = sorted([*status["flags"], "E7"])
    results = [result_of(entry, course) for entry in enquiry.entries]
    return {"status": status, "entitlements": results, "missing": _missing(enquiry.entries, results)}


def canonical(value: Any) -> str:
    """JSON in its one form: keys in order, no spaces. The phone writes the same bytes."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def result_of(entry: Entry, course: Course) -> Result:
    """What one entitlement is to a person today (EntitlementResult)."""
    today = verdict_on(entry, course.on(course.today))
    result: Result = {
        "id": entry["id"],
        "state": "not",
        "on": None,
        "event": None,
        "ask": None,
        "because": list(today.because),
        "until": None,
        "amounts": [],
    }
    if today.value is False:
        return _not_now(entry, course, result)
    result["amounts"] = amounts(entry, course.on(course.today))
    if entry["kind"] in NOT_STARTED:
        return {**result, "state": "later", "event": [COMMENCEMENT]}
    result |= {"state": "now", "until": _until(entry, course)}
    if today.value is None:
        result |= {"state": "maybe", "ask": _settling(entry, course.on(course.today), today.open)}
    return result


def verdict_on(entry: Entry, person: Person) -> Verdict:
    """The verdict on an entry as a whole: the time it applies, whom it is not for, and its condition."""
    return both([*(leaf_verdict(*bound) for bound in _bounds(entry, person)), judge(entry["who"], person)])


def truth_for(entry: Entry, person: Person) -> Tri:
    """The value of that verdict alone."""
    return all_hold([*(value for value, _ in _bounds(entry, person)), truth_of(entry["who"], person)])


def _bounds(entry: Entry, person: Person) -> Iterable[tuple[Tri, Leaf]]:
    applies = entry.get("applies") or {}
    if applies.get("from"):
        yield person.day >= applies["from"], {"key": "applies_from", "value": applies["from"]}
    if applies.get("to"):
        yield person.day <= applies["to"], {"key": "applies_to", "value": applies["to"]}
    if entry.get("not_for"):
        ruled_out = status_in(frozenset(entry["not_for"]), person)
        yield negated(ruled_out), {"key": "not_for", "value": list(entry["not_for"])}


def _not_now(entry: Entry, course: Course, result: Result) -> Result:
    turns = course.turning_days(entry)
    ahead = [day for day in turns if day > course.today]
    waiting = [COMMENCEMENT] if entry["kind"] in NOT_STARTED else None
    for day in ahead:
        if truth_for(entry, course.on(day)) is not False:
            result |= {"state": "later", "on": day.isoformat(), "event": waiting}
            return result | {"amounts": amounts(entry, course.on(day), course.today)}
    if waiting is None:
        ended = _ended(entry, course, [day for day in turns if day <= course.today])
        if ended:
            return result | {"state": "ended", "on": ended.isoformat()}
        for day in (course.today, *ahead):
            if truth_for(entry, course.on(day, started=True)) is not False:
                return result | _event(entry, course, day)
    return result


def _event(entry: Entry, course: Course, day: date) -> Result:
    against = verdict_on(entry, course.on(day)).because
    return {
        "state": "later",
        "on": None if day == course.today else day.isoformat(),
        "event": [leaf for leaf in against if not leaf.get("not") and may_start(leaf["key"], leaf["value"])],
        "amounts": amounts(entry, course.on(day, started=True), course.today),
    }


def _ended(entry: Entry, course: Course, behind: list[date]) -> date | None:
    """The day on which it stopped to fit. What only may have fitted, for all we know, was never theirs to end."""
    since, last = None, None
    for day in reversed(behind):
        fits = truth_for(entry, course.on(day))
        if fits:
            return last or since
        if fits is None:
            last = last or since
        since = day
    return None


def _until(entry: Entry, course: Course) -> str | None:
    """The first day on which it no longer fits, if nothing else changes."""
    for day in course.turning_days(entry):
        if day > course.today and truth_for(entry, course.on(day)) is False:
            return day.isoformat()
    return None


def _settling(entry: Entry, person: Person, open_: Sequence[Leaf]) -> Leaf:
    """The one question that settles it, whatever the answer; else one that may; else the first that is open."""
    best, most = open_[0], 0
    for leaf in open_:
        tried = [person._replace(tried=(leaf, answer)) for answer in _BOTH]
        settled = sum(truth_for(entry, one) is not None for one in tried)
        if settled > most:
            best, most = leaf, settled
        if most == len(_BOTH):
            break
    return best


def amounts(entry: Entry, person: Person, today: date | None = None) -> list[Result]:
    """The amounts for a person on a day, at the figures of `today` when that is another day."""
    day = today.isoformat() if today else person.day
    england = {one["id"]: one for one in entry.get("overrides", {}).get("amounts", {}).get("england") or []}
    found = []
    for amount in entry.get("amounts") or []:
        verdict = truth_of(amount.get("who") or {}, person)
        value = value_on(amount, day)
        if verdict is False or value is None:
            continue
        plain = value_on(england[amount["id"]], day) if amount["id"] in england else None
        state = "yes" if verdict else "maybe"
        differs = plain if plain != value else None
        found.append({"id": amount["id"], "state": state, "value": value, "england": differs})
    return found


def value_on(amount: Mapping[str, Any], day: str) -> int | str | None:
    """The figure that counts on a day (pence, percent, days …, or words); None before it starts and after it ended."""
    value: int | str | None = None
    for step in sorted(amount["values"], key=lambda step: str(step["from"])):
        if step["from"] <= day:
            value = step["value"]
    return value


def _at_least(amount: Result) -> Any:
    """The figure to add up: a council's own, unless England's says more, for a council's paper may be old."""
    return max(amount["value"], amount["england"] or 0) if isinstance(amount["value"], int) else amount["value"]


def _missing(entries: Sequence[Entry], results: Sequence[Result]) -> list[Result]:
    """The money that comes to the person now and may be added up: payments once, and yearly ones."""
    found = []
    for entry, result in zip(entries, results, strict=True):
        sure = {one["id"]: _at_least(one) for one in result["amounts"] if one["state"] == "yes"}
        for amount in entry.get("amounts") or []:
            counts = amount.get("adds_up") and amount["id"] in sure and amount.get("per") in ADDED_UP
            if result["state"] == "now" and counts:
                found.append(
                    {"id": entry["id"], "amount": amount["id"], "per": amount["per"], "value": sure[amount["id"]]}
                )
    return found
