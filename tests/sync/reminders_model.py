"""What the server should hold of reminders, from the operations that reached it; and what the machine's people do."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from webapp.core.clock import to_wire

Rows = dict[str, Any]
# So far ahead that no phone's clock makes it over, and on days that no other month has.
FIRST, LAST = "2028-08-31", "2028-10-31"
DAYS = (FIRST, "2028-09-30", LAST)
MAKES: tuple[dict[str, Any], ...] = (
    {"text": "Bring your ID.", "day": FIRST, "time": "14:00", "repeat": None},
    {"text": "Pay the rent.", "day": FIRST, "time": None, "repeat": {"every": "month", "until": LAST}},
)


def reminders(told: list[Any]) -> Rows:
    """Each reminder: its words and days, whether it stands, and when each of its days was first seen."""
    made = [one for one in told if one.kind == "reminder.make"]
    cancelled = {one.body["reminder"] for one in told if one.kind == "reminder.cancel"}
    seen: dict[str, dict[str, datetime]] = {}
    for one in told:
        if one.kind == "reminder.seen":
            days = seen.setdefault(one.body["reminder"], {})
            days[one.body["on"]] = min(one.at, days.get(one.body["on"], one.at))
    return {
        one.id: (
            one.body["text"],
            one.body["day"],
            "cancelled" if one.id in cancelled else "on",
            {day: to_wire(moment) for day, moment in seen.get(one.id, {}).items()},
        )
        for one in made
    }


def seen(rows: Any) -> dict[str, Rows]:
    """What a device holds, in the same form. `rows(collection)` gives its rows by id."""
    return {
        "reminders": {
            row["id"]: (row["text"], row["day"], row["state"], {day["on"]: day["seen_at"] for day in row["happened"]})
            for row in rows("reminders").values()
        }
    }


def expected(told: list[Any]) -> dict[str, Rows]:
    """What a device in the space should hold of it; both sides hold the same."""
    return {"reminders": reminders(told)}


def days_of(row: Rows) -> tuple[str, ...]:
    """The days on which a reminder of the machine's comes."""
    return DAYS if row["repeat"] else DAYS[:1]
