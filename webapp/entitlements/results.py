"""What a person gets: each entitlement as now, later, ended, maybe or probably not, with the reasons and the amounts.

Never a flat no: what does not fit is "probably not", with what is against it, so that it can be challenged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from .person import Course, Enquiry, Entry, course_of
from .status import status_of
from .who import Leaf, Person, Verdict, both, judge, leaf_verdict, may_start, status_in

# Said or enacted, but not started as far as we know: never "now".
NOT_STARTED = ("announced", "enacted_not_commenced")
COMMENCEMENT: Leaf = {"key": "commencement", "value": None}
ASYLUM = ("asylum_pending", "appeal_rights_exhausted")
ADDED_UP = ("once", "year")
Result = dict[str, Any]


def check(enquiry: Enquiry) -> Result:
    """The whole check (CheckResult): the status, and what each entry is to the person, in the order of the entries."""
    course = course_of(enquiry)
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
        "because": list(today.against),
        "until": None,
        "amounts": [],
    }
    if today.value is False:
        return _not_now(entry, course, result)
    result["amounts"] = amounts(entry, course.on(course.today))
    if entry["kind"] in NOT_STARTED:
        return {**result, "state": "later", "event": [COMMENCEMENT], "because": list(today.holds)}
    result |= {"state": "now", "because": list(today.holds), "until": _until(entry, course)}
    if today.value is None:
        result |= {"state": "maybe", "ask": _settling(entry, course.on(course.today), today.open)}
    return result


def verdict_on(entry: Entry, person: Person) -> Verdict:
    """The verdict on an entry as a whole: the time it applies, whom it is not for, and its condition."""
    parts = []
    applies = entry.get("applies") or {}
    for edge, holds in (("from", applies.get("from")), ("to", applies.get("to"))):
        if holds:
            inside = person.day >= holds if edge == "from" else person.day <= holds
            parts.append(leaf_verdict(inside, {"key": f"applies_{edge}", "value": holds}))
    if entry.get("not_for"):
        ruled_out = status_in(frozenset(entry["not_for"]), person)
        value = None if ruled_out is None else not ruled_out
        parts.append(leaf_verdict(value, {"key": "not_for", "value": list(entry["not_for"])}))
    return both([*parts, judge(entry["who"], person)])


def _not_now(entry: Entry, course: Course, result: Result) -> Result:
    turns = course.turning_days(entry)
    ahead = [day for day in turns if day > course.today]
    waiting = [COMMENCEMENT] if entry["kind"] in NOT_STARTED else None
    for day in ahead:
        if verdict_on(entry, course.on(day)).value is not False:
            result |= {"state": "later", "on": day.isoformat(), "event": waiting}
            return result | {"amounts": amounts(entry, course.on(day), course.today)}
    if waiting is None:
        ended = _ended(entry, course, [day for day in turns if day <= course.today])
        if ended:
            return result | {"state": "ended", "on": ended.isoformat()}
        for day in (course.today, *ahead):
            if verdict_on(entry, course.on(day, started=True)).value is not False:
                return result | _event(entry, course, day)
    return result


def _event(entry: Entry, course: Course, day: date) -> Result:
    against = verdict_on(entry, course.on(day)).against
    return {
        "state": "later",
        "on": None if day == course.today else day.isoformat(),
        "event": [leaf for leaf in against if not leaf.get("not") and may_start(leaf["key"], leaf["value"])],
        "amounts": amounts(entry, course.on(day, started=True), course.today),
    }


def _ended(entry: Entry, course: Course, behind: list[date]) -> date | None:
    """The day on which it stopped to fit, if it ever did."""
    since = None
    for day in reversed(behind):
        if verdict_on(entry, course.on(day)).value is not False:
            return since
        since = day
    return None


def _until(entry: Entry, course: Course) -> str | None:
    """The first day on which it no longer fits, if nothing else changes."""
    for day in course.turning_days(entry):
        if day > course.today and verdict_on(entry, course.on(day)).value is False:
            return day.isoformat()
    return None


def _settling(entry: Entry, person: Person, open_: Sequence[Leaf]) -> Leaf:
    """The one question that settles it, whatever the answer; else one that may; else the first that is open."""
    best, most = open_[0], 0
    for leaf in open_:
        place = leaf["key"], str(leaf["value"])
        tried = [replace(person, tried={place: answer}) for answer in (True, False)]
        settled = sum(verdict_on(entry, one).value is not None for one in tried)
        if settled > most:
            best, most = leaf, settled
    return best


def amounts(entry: Entry, person: Person, today: date | None = None) -> list[Result]:
    """The amounts for a person on a day, at the figures of `today` when that is another day."""
    day = today.isoformat() if today else person.day
    england = {one["id"]: one for one in entry.get("overrides", {}).get("amounts", {}).get("england") or []}
    found = []
    for amount in entry.get("amounts") or []:
        verdict = judge(amount.get("who") or {}, person).value
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


def _missing(entries: Sequence[Entry], results: Sequence[Result]) -> list[Result]:
    """The money that comes to the person now and may be added up: payments once, and yearly ones."""
    found = []
    for entry, result in zip(entries, results, strict=True):
        sure = {one["id"]: one["value"] for one in result["amounts"] if one["state"] == "yes"}
        for amount in entry.get("amounts") or []:
            counts = amount.get("adds_up") and amount["id"] in sure and amount.get("per") in ADDED_UP
            if result["state"] == "now" and counts:
                found.append(
                    {"id": entry["id"], "amount": amount["id"], "per": amount["per"], "value": sure[amount["id"]]}
                )
    return found
