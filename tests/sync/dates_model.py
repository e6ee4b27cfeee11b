"""What the server should hold of dates, getting ready and what was agreed, from the operations that reached it."""

from __future__ import annotations

from typing import Any

from webapp.core.clock import to_wire

Rows = dict[str, Any]
MADE = {"date.plan": "planned", "date.ask": "asked", "date.own": "planned"}
STEPS = {
    "date.plan": "planned",
    "date.own": "planned",
    "date.own_change": "changed",
    "date.own_cancel": "cancelled",
    "date.ask": "asked",
    "date.move": "moved",
    "date.decline": "declined",
    "date.propose": "proposed",
}
HEADINGS = ("career", "health_wellbeing", "family_friends", "where_you_live", "finances", "being_involved")


def _in_order(told: list[Any], *kinds: str) -> list[Any]:
    return sorted((one for one in told if one.kind in kinds), key=lambda one: one.stamp)


def _about(told: list[Any], date: str, *kinds: str) -> list[Any]:
    return [one for one in _in_order(told, *kinds) if one.body.get("date") == date]


def _after(one: Any, others: list[Any]) -> bool:
    return all(other.stamp < one.stamp for other in others)


def _date(told: list[Any], made: Any) -> tuple[Any, ...]:
    """How one date stands: when it is, its state, what is proposed, its version, and whether it is shared."""
    moves = _about(told, made.id, "date.move", "date.own_change")
    marks = _about(told, made.id, "date.move", "date.mark", "date.own_cancel")
    declined = _about(told, made.id, "date.decline")
    wishes = _about(told, made.id, "date.propose")
    placed, said = (moves or [made])[-1], (marks or [made])[-1]
    state = said.body.get("state") or {"date.own_cancel": "cancelled", "date.move": "planned"}.get(said.kind)
    state = state or MADE[said.kind]
    if state == "asked" and declined and declined[-1].stamp > said.stamp:
        state = "cancelled"
    wish = None
    if wishes and state in ("asked", "planned") and _after(wishes[-1], [placed, said, *declined]):
        wish = (wishes[-1].body["day"], to_wire(wishes[-1].at))
    shared = made.kind != "date.own" or placed.body["shared"]
    return placed.body.get("day"), state, wish, 1 + len(moves), shared, placed.body.get("title", "")


def dates(told: list[Any], *, owner: bool) -> Rows:
    """Every date; of own ones, for anyone but the owner, only those shared."""
    every = {made.id: _date(told, made) for made in _in_order(told, *MADE)}
    return {date: row for date, row in every.items() if owner or row[4]}


def steps(told: list[Any], *, owner: bool) -> Rows:
    """The history of the reviews, and for the owner that of own dates."""
    return {
        one.id: (one.body.get("date", one.id), one.body.get("state") or STEPS[one.kind], to_wire(one.at))
        for one in told
        if (one.kind in STEPS or one.kind == "date.mark") and (owner or not one.kind.startswith("date.own"))
    }


def preparations(told: list[Any], *, owner: bool) -> Rows:
    """What was written under each heading, and whether it is shared: all that is, for anyone but the owner."""
    words, shared = {}, {}
    for one in _in_order(told, "prepare.put"):
        words[f"{one.body['date']}/{one.body['heading']}"] = one.body["words"]
    for one in _in_order(told, "prepare.share"):
        for heading in HEADINGS if one.body["heading"] is None else (one.body["heading"],):
            shared[f"{one.body['date']}/{heading}"] = one.body["shared"]
    every = {id_: (words.get(id_, ""), shared.get(id_, False)) for id_ in words | shared}
    return {id_: row for id_, row in every.items() if owner or row[1]}


def agreements(told: list[Any]) -> Rows:
    """What was agreed last of each thing, and whether it is done."""
    what, done = {}, {}
    for one in _in_order(told, "agreement.put"):
        what[one.body["agreement"] or one.id] = (one.body["what"], one.body["who"])
    for one in _in_order(told, "agreement.done"):
        done[one.body["agreement"]] = one.body["done"]
    return {id_: (*last, done.get(id_, False)) for id_, last in what.items()}


def answers(told: list[Any]) -> Rows:
    """What was said last of each plan."""
    return {one.body["date"]: (one.body["agree"], to_wire(one.at)) for one in _in_order(told, "plan.answer")}


def seen(rows: Any) -> dict[str, Rows]:
    """What a device holds, in the same form. `rows(collection)` gives its rows by id."""
    return {
        "dates": {
            row["id"]: (
                row["day"],
                row["state"],
                row["proposed"] and (row["proposed"]["day"], row["proposed"]["at"]),
                row["version"],
                row["shared"],
                row["title"],
            )
            for row in rows("dates").values()
        },
        "date_steps": {row["id"]: (row["date"], row["state"], row["at"]) for row in rows("date_steps").values()},
        "preparations": {row["id"]: (row["words"], row["shared"]) for row in rows("preparations").values()},
        "agreements": {row["id"]: (row["what"], row["who"], row["done"]) for row in rows("agreements").values()},
        "plan_answers": {row["id"]: (row["agree"], row["made_at"]) for row in rows("plan_answers").values()},
    }


def expected(told: list[Any], *, owner: bool) -> dict[str, Rows]:
    """What a device in the space should hold of it."""
    return {
        "dates": dates(told, owner=owner),
        "date_steps": steps(told, owner=owner),
        "preparations": preparations(told, owner=owner),
        "agreements": agreements(told),
        "plan_answers": answers(told),
    }
