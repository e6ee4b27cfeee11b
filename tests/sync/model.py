"""What the server should hold, computed from the operations that reached it and nothing else."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from webapp.core.clock import to_wire

from . import asks_model, dates_model, messages_model, pledge_model, reminders_model

Rows = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """An operation that was taken: its stamp, its moment no later than its arrival; `owner`: the young person's."""

    kind: str
    body: dict[str, Any]
    at: datetime
    id: str
    owner: bool

    @property
    def stamp(self) -> tuple[datetime, uuid.UUID]:
        return self.at, uuid.UUID(self.id)


@dataclass
class Model:
    """The operations taken, as they arrived. All but the order of the conversation follows whatever that was."""

    told: dict[str, Told] = field(default_factory=dict)

    def tell(self, operation: dict[str, Any], arrived: datetime, *, owner: bool) -> None:
        """Take an operation, once."""
        at = min(datetime.fromisoformat(operation["made_at"]), arrived)
        told = Told(operation["kind"], operation["body"], at, operation["id"], owner)
        self.told.setdefault(operation["id"], told)

    def copy(self) -> Model:
        return Model(dict(self.told))

    def skills(self) -> Rows:
        return {skill: (last.body["level"], to_wire(last.at), last.id) for skill, last in self._last("mark", "level")}

    def marks(self) -> Rows:
        return {one.id: (one.body["skill"], one.body["level"], to_wire(one.at)) for one in self._of("mark")}

    def notes(self, *, owner: bool) -> Rows:
        texts = {skill: last.body["text"] for skill, last in self._last("note", "text")}
        shared = {skill: last.body["shared"] for skill, last in self._last("note", "shared")}
        every = {skill: (texts.get(skill, ""), shared.get(skill, False)) for skill in texts | shared}
        return {skill: note for skill, note in every.items() if owner or note[1]}

    def papers(self) -> Rows:
        states = {paper: last.body["state"] for paper, last in self._last("paper", "state")}
        months = {paper: last.body["runs_out"] for paper, last in self._last("paper", "runs_out")}
        return {paper: (states.get(paper), months.get(paper)) for paper in states | months}

    def sign_offs(self) -> Rows:
        reasons = {sign_off: last.body["reason"] for sign_off, last in self._last("sign_off_withdraw", "reason")}
        return {one.id: (one.body["level"], to_wire(one.at), reasons.get(one.id)) for one in self._of("sign_off")}

    def _of(self, kind: str) -> list[Told]:
        return [one for one in self.told.values() if one.kind == f"passport.{kind}"]

    def _last(self, kind: str, name: str) -> list[tuple[str, Told]]:
        """The operation with the greatest stamp among those that write a field, for each thing written about."""
        last: dict[str, Told] = {}
        for one in sorted(self._of(kind), key=lambda one: one.stamp):
            if name in one.body:
                about = one.body.get("skill") or one.body.get("paper") or one.body["sign_off"]
                last[about] = one
        return list(last.items())


def seen_by(rows: Any, space: uuid.UUID) -> dict[str, Rows]:
    """What a device holds, in the model's form. `rows(space, collection)` gives its rows by id."""
    return {
        "skills": {row["id"]: (row["level"], row["made_at"], row["op"]) for row in rows(space, "skills").values()},
        "marks": {row["id"]: (row["skill"], row["level"], row["made_at"]) for row in rows(space, "marks").values()},
        "notes": {row["id"]: (row["text"], row["shared"]) for row in rows(space, "notes").values()},
        "papers": {row["id"]: (row["state"], row["runs_out"]) for row in rows(space, "papers").values()},
        "sign_offs": {
            row["id"]: (row["level"], row["at"], row["withdrawn"] and row["withdrawn"]["reason"])
            for row in rows(space, "sign_offs").values()
        },
        **asks_model.seen(lambda collection: rows(space, collection)),
        **pledge_model.seen(lambda collection: rows(space, collection)),
        **dates_model.seen(lambda collection: rows(space, collection)),
        **reminders_model.seen(lambda collection: rows(space, collection)),
        **messages_model.seen(lambda collection: rows(space, collection)),
    }


def expected(model: Model, *, owner: bool) -> dict[str, Rows]:
    """What a device should hold, in the same form."""
    return {
        "skills": model.skills(),
        "marks": model.marks(),
        "notes": model.notes(owner=owner),
        "papers": model.papers(),
        "sign_offs": model.sign_offs(),
        **asks_model.expected(list(model.told.values()), owner=owner),
        **pledge_model.expected(list(model.told.values()), owner=owner),
        **dates_model.expected(list(model.told.values()), owner=owner),
        **reminders_model.expected(list(model.told.values())),
        **messages_model.expected(list(model.told.values())),
    }
