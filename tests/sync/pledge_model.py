"""What the server should hold of ratings, from the operations that reached it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from webapp.core.clock import to_wire
from webapp.core.working_days import london_day
from webapp.pledge.rules import season_of_code

Rows = dict[str, Any]
KIND = "pledge.rate"


def out_of_season(body: dict[str, Any], made_at: str, arrived: datetime) -> bool:
    """Whether a rating must be refused: its season does not run on the day of its stamp."""
    day = london_day(min(datetime.fromisoformat(made_at), arrived))
    season = season_of_code(body["season"])
    return not season.first <= day <= season.last


def ratings(told: list[Any]) -> Rows:
    """What was said last of each promise in each season; the words go with the answer."""
    said = sorted((one for one in told if one.kind == KIND), key=lambda one: one.stamp)
    return {
        f"{one.body['season']}/{one.body['promise']}": (
            one.body["answer"],
            one.body.get("words", ""),
            to_wire(one.at),
        )
        for one in said
    }


def seen(rows: Any) -> dict[str, Rows]:
    """What a device holds, in the same form. `rows(collection)` gives its rows by id."""
    found = rows("ratings").values()
    return {"ratings": {row["id"]: (row["answer"], row["words"], row["made_at"]) for row in found}}


def expected(told: list[Any], *, owner: bool) -> dict[str, Rows]:
    """What a device in the space should hold of it: a rating is the young person's own."""
    return {"ratings": ratings(told) if owner else {}}
