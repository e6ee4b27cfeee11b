"""One young person, Maya, with her adviser Sam; and Ali, a young person whom neither of them knows."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from flask import Flask

from webapp.core.guards import Role

from . import crowd
from .crowd import Person, Phone

MADE = "2026-11-20T09:00:00.000Z"


@dataclass(frozen=True)
class Care:
    """The people of most sync tests, each with a phone."""

    app: Flask
    maya: Person
    sam: Person
    ali: Person
    maya_phone: Phone
    sam_phone: Phone
    ali_phone: Phone

    @property
    def space(self) -> uuid.UUID:
        assert self.maya.space is not None
        return self.maya.space

    def phone_of(self, person: Person) -> Phone:
        return {self.maya.id: self.maya_phone, self.sam.id: self.sam_phone, self.ali.id: self.ali_phone}[person.id]

    def send(self, person: Person, *operations: Any, cursor: tuple[int, int] | None = None) -> Any:
        """One request of a person's phone about Maya's space; the whole response."""
        cursors = {} if cursor is None else {str(self.space): {"epoch": cursor[0], "seq": cursor[1]}}
        return self.phone_of(person).post({"account": str(person.id), "cursors": cursors, "operations": operations})

    def outcome(self, person: Person, operation: dict[str, Any]) -> Any:
        """What became of one operation."""
        response = self.send(person, operation)
        assert response.status_code == 200, response.json
        return response.json["outcomes"][0]

    def rows(self, person: Person, collection: str, after: int | None = None) -> list[dict[str, Any]]:
        """What a person's phone is told of a collection of Maya's space, after a number or from the start."""
        part = self.part(person, after)
        rows: list[dict[str, Any]] = part["changes"].get(collection, []) if part else []
        return rows

    def part(self, person: Person, after: int | None = None) -> Any:
        """Maya's space in a person's answer, or None when it is not there."""
        answer = self.send(person, cursor=None if after is None else (self.epoch(person), after)).json
        return next((part for part in answer["spaces"] if part["id"] == str(self.space)), None)

    def epoch(self, person: Person) -> int:
        epoch: int = self.send(person).json["spaces"][0]["epoch"]
        return epoch

    def seq(self) -> int:
        """The number of the last change in Maya's space."""
        seq: int = self.part(self.maya)["seq"]
        return seq


def make_care(app: Flask) -> Care:
    """Make the people, in the app's database."""
    maya, ali = crowd.add_young_person("Maya"), crowd.add_young_person("Ali")
    sam = crowd.add_person("Sam", Role.ADVISER)
    crowd.assign(maya, sam)
    phones = [crowd.add_phone(app, person) for person in (maya, sam, ali)]
    return Care(app, maya, sam, ali, *phones)


def operation(space: uuid.UUID, kind: str, made_at: str = MADE, /, **body: Any) -> dict[str, Any]:
    """An operation as it stands in a request, with an id of its own."""
    return {"id": str(uuid.uuid4()), "space": str(space), "kind": kind, "made_at": made_at, "body": body}
