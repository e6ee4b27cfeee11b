"""What the server should hold of requests and of what was received, from the operations that reached it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from webapp.core.clock import to_wire

Rows = dict[str, Any]
ENDS = {"request.received": "done", "request.withdraw": "withdrawn"}


def requests(told: list[Any]) -> Rows:
    """Each request with its words and its stamp."""
    return {one.id: (one.body["need"], to_wire(one.at)) for one in told if one.kind == "request.make"}


def steps(told: list[Any]) -> Rows:
    """Everything that happened to each request, whoever said it."""
    return {
        one.id: (
            one.body["request"],
            one.body.get("state") or ENDS[one.kind],
            one.body.get("words", ""),
            to_wire(one.at),
        )
        for one in told
        if one.kind == "request.step" or one.kind in ENDS
    }


def challenges(told: list[Any]) -> Rows:
    """The day of each step against an answer: what was said last."""
    said = [one for one in told if one.kind == "request.challenge"]
    in_order = sorted(said, key=lambda one: one.stamp)
    return {f"{one.body['request']}/{one.body['step']}": (one.body["on"], to_wire(one.at)) for one in in_order}


def spends(told: list[Any]) -> Rows:
    """Each item as it was said last, unless that was that it is gone."""
    said = [one for one in told if one.kind in ("spend.put", "spend.remove")]
    last = {one.body["item"]: one for one in sorted(said, key=lambda one: one.stamp)}
    return {
        item: (one.body["what"], one.body["pence"], to_wire(one.at))
        for item, one in last.items()
        if one.kind == "spend.put"
    }


def seen(rows: Any) -> dict[str, Rows]:
    """What a device holds, in the same form. `rows(collection)` gives its rows by id."""
    made = rows("requests").values()
    assert all(row["due"] > datetime.fromisoformat(row["made_at"]).date().isoformat() for row in made)
    return {
        "requests": {row["id"]: (row["need"], row["made_at"]) for row in made},
        "request_steps": {
            row["id"]: (row["request"], row["state"], row["words"], row["at"]) for row in rows("request_steps").values()
        },
        "request_challenges": {row["id"]: (row["on"], row["made_at"]) for row in rows("request_challenges").values()},
        "spends": {row["id"]: (row["what"], row["pence"], row["made_at"]) for row in rows("spends").values()},
    }


def expected(told: list[Any], *, owner: bool) -> dict[str, Rows]:
    """What a device in the space should hold of it. Steps against an answer are the young person's own."""
    return {
        "requests": requests(told),
        "request_steps": steps(told),
        "request_challenges": challenges(told) if owner else {},
        "spends": spends(told),
    }
