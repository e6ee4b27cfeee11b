"""What the server should hold of a conversation, from the operations that reached it, in the order of their arrival."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from webapp.core.clock import to_wire

Rows = dict[str, Any]
Deed = tuple[str, dict[str, Any]]
BODIES: tuple[Deed, ...] = tuple(("message.send", {"body": body}) for body in ("a", "b \u202e", "c\r\nd"))
OF = "5f0c9d0e-5a0b-4d39-8a4b-00000000000a"


@st.composite
def deeds(draw: Any, rows: Rows, *, owner: bool) -> Deed:
    """Something that a device with these messages can do in the conversation."""
    choices = list(BODIES)
    choices += [("message.seen", {"upto": id_}) for id_ in sorted(rows)]
    choices += [("message.withdraw", {"message": id_}) for id_, row in sorted(rows.items()) if row["mine"]]
    if not owner:
        choices += [
            ("message.mark", {"message": id_, "as": as_, "id": of})
            for id_ in sorted(rows)
            for as_, of in (("request", OF), ("date", OF), ("none", None))
        ]
    deed: Deed = draw(st.sampled_from(choices))
    return deed


def _of(told: list[Any], kind: str, field: str, message: str) -> list[Any]:
    return [one for one in told if one.kind == kind and one.body[field] == message]


def messages(told: list[Any]) -> Rows:
    """Each message: its place, its words unless it was withdrawn, since when it is, and what it was marked as."""
    rows: Rows = {}
    for one in told:
        if one.kind != "message.send":
            continue
        withdrawn = min((each.at for each in _of(told, "message.withdraw", "message", one.id)), default=None)
        marks = sorted(_of(told, "message.mark", "message", one.id), key=lambda each: each.stamp)
        body = one.body["body"].replace("\r\n", "\n") if withdrawn is None else None
        marked = (marks[-1].body["as"], marks[-1].body["id"]) if marks else None
        rows[one.id] = (len(rows), body, to_wire(one.at), _wire(withdrawn), marked, one.owner)
    return rows


def reads(told: list[Any]) -> Rows:
    """When each message was first seen by the young person, and when by a supporter."""
    places = {id_: row[0] for id_, row in messages(told).items()}
    steps = [(places[one.body["upto"]], one.at, one.owner) for one in told if one.kind == "message.seen"]
    return {id_: _first(steps, place, to_wire) for id_, place in places.items()}


def _first(steps: list[tuple[int, Any, bool]], place: int, said: Any) -> tuple[str | None, str | None]:
    def by(owner: bool) -> str | None:
        moments = [at for upto, at, whose in steps if whose is owner and upto >= place]
        return said(min(moments)) if moments else None

    return by(True), by(False)


def lines(told: list[Any]) -> list[str]:
    """The messages of which the thread says that they were withdrawn."""
    return sorted({one.body["message"] for one in told if one.kind == "message.withdraw"})


def seen(rows: Any) -> dict[str, Any]:
    """What a device holds, in the same form. `rows(collection)` gives its rows by id."""
    thread = sorted(rows("messages").values(), key=lambda row: row["number"])
    steps = [(row["upto"], row["at"], row["by_owner"]) for row in rows("message_reads").values()]
    return {
        "messages": {
            row["id"]: (
                place,
                row["body"],
                row["written_at"],
                row["withdrawn_at"],
                row["marked"] and (row["marked"]["as"], row["marked"]["id"]),
                row["by_owner"],
            )
            for place, row in enumerate(thread)
        },
        "message_reads": {row["id"]: _first(steps, row["number"], str) for row in thread},
        "message_lines": sorted(row["about"] for row in rows("message_lines").values()),
    }


def expected(told: list[Any]) -> dict[str, Any]:
    """What every device in the space should hold of it."""
    return {"messages": messages(told), "message_reads": reads(told), "message_lines": lines(told)}


def _wire(moment: datetime | None) -> str | None:
    return to_wire(moment) if moment else None
