"""The people of a small council: Maya's adviser Sam, her colleagues Kim and Robin, and Ann who manages them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.support import crowd
from tests.support.care import Care, operation
from tests.support.crowd import Person, Phone
from webapp.core import clock
from webapp.core.clock import to_wire
from webapp.core.guards import Role

AWAY = "/api/v1/me/away"
DUTY = "/api/v1/council/duty"


def day(number: int, hour: int = 12) -> datetime:
    """An hour of a day of November 2026, the time of London."""
    return datetime(2026, 11, 1, hour, tzinfo=UTC) + timedelta(days=number - 1)


def date_of(number: int) -> str:
    return day(number).date().isoformat()


@dataclass(frozen=True)
class Team:
    """Everybody, each with a phone."""

    care: Care
    kim: Person
    robin: Person
    ann: Person
    phones: dict[uuid.UUID, Phone]

    @property
    def maya(self) -> Person:
        return self.care.maya

    @property
    def sam(self) -> Person:
        return self.care.sam

    def ask(self, person: Person, method: str, path: str, body: Any = None) -> Any:
        """What a person's phone is answered."""
        return self.phones[person.id].client.open(path, method=method, json=body)

    def away(self, person: Person, since: int, until: int, cover: Person | None = None, id_: str | None = None) -> Any:
        """A person plans to be away on days of November (or changes the time `id_`): the answer."""
        body = {"since": date_of(since), "until": date_of(until), "cover": str(cover.id) if cover else None}
        return self.ask(person, "PUT", f"{AWAY}/{id_ or uuid.uuid4()}", body)

    def on_duty(self, *people: Person) -> Any:
        """Ann names who is on duty: the answer."""
        return self.ask(self.ann, "PUT", DUTY, {"advisers": [str(person.id) for person in people]})

    def sync(self, person: Person) -> Any:
        """What a person's phone is told from the start on, by space."""
        answer = self.phones[person.id].post({"account": str(person.id)})
        assert answer.status_code == 200, answer.text
        return {part["id"]: part["changes"] for part in answer.json["spaces"]}

    def do(self, person: Person, kind: str, **body: Any) -> str:
        """A person's phone sends an operation about Maya's space, which is taken: its id."""
        made = operation(self.care.space, kind, to_wire(clock.now()), **body)
        sent = {"account": str(person.id), "operations": [made]}
        answer = self.phones[person.id].post(sent).json
        assert [one["outcome"] for one in answer["outcomes"]] == ["applied"], answer
        id_: str = made["id"]
        return id_

    def write(self) -> str:
        """Maya writes a message: its id."""
        return self.do(self.maya, "message.send", body="Can you ring me?", files=[], answers=None)

    def lines(self) -> list[tuple[str, str | None]]:
        """What the app itself has said in Maya's conversation."""
        rows = self.sync(self.maya)[str(self.care.space)].get("message_lines", [])
        return [(row["kind"], row["name"]) for row in rows]

    def readers(self, at: datetime) -> set[str]:
        """Who of the staff can read Maya's space at a moment."""
        with clock.fixed(at):
            staff = (self.sam, self.kim, self.robin, self.ann)
            return {person.name for person in staff if str(self.care.space) in self.sync(person)}

    def cover(self, person: Person | None = None) -> list[tuple[str, str, str | None]]:
        """Who covers for Maya's adviser, now and later, as her phone is told: name, since, until."""
        (row,) = self.sync(person or self.maya)[str(self.care.space)]["profile"]
        return [(one["name"], one["since"], one["until"]) for one in row["cover"]]


def make_team(care: Care) -> Team:
    """The people, in the app's database."""
    kim, robin = crowd.add_person("Kim", Role.ADVISER), crowd.add_person("Robin", Role.ADVISER)
    ann = crowd.add_person("Ann", Role.MANAGER)
    phones = {care.maya.id: care.maya_phone, care.sam.id: care.sam_phone, care.ali.id: care.ali_phone}
    phones |= {person.id: crowd.add_phone(care.app, person) for person in (kim, robin, ann)}
    return Team(care, kim, robin, ann, phones)


def problem(answer: Any) -> str:
    """The field that an answer refuses, or the kind of problem."""
    body = answer.get_json()
    fields = body.get("errors", {}).get("json", {})
    return next(iter(fields)) if fields else str(body["type"]).removeprefix("urn:footing:problem:")
