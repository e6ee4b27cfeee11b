"""Named test people with spaces and signed-in devices, made straight in the tables."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people import cookies, invitations, joining, second_factor, sessions
from webapp.people.models import Account
from webapp.spaces import service
from webapp.spaces.models import Space

COUNCIL = "rutland"
# Whoever has a pass phrase has joined. Nobody signs in with this one.
JOINED = "no pass phrase fits this"


@dataclass(frozen=True)
class Person:
    """An account; `space` is the young person's own."""

    id: uuid.UUID
    name: str
    space: uuid.UUID | None = None


@dataclass(frozen=True)
class Phone:
    """A signed-in device: its session, and a client that carries its cookie."""

    session_id: uuid.UUID
    client: FlaskClient

    def post(self, body: Any) -> Any:
        """Send one sync request and give the whole response."""
        return self.client.post("/api/v1/sync", json=body)


def add_person(name: str, role: Role, *, joined: bool = True) -> Person:
    """An account that could sign in; not `joined`, it was invited only."""
    pass_hash = JOINED if joined else None
    account = Account(id=uuid.uuid4(), role=role, council=COUNCIL, name=name, pass_hash=pass_hash, created_at=now())
    with get_db().write() as db:
        db.add(account)
    return Person(account.id, name)


def join(account_id: uuid.UUID) -> None:
    """A worker who was invited joins, in the two steps of everyone who does."""
    with get_db().write() as db:
        code = invitations.make_for(db, db.get_one(Account, account_id)).code
    caller = cookies.Caller(address="127.0.0.1", device_name="test", session_token=None, known_token=None)
    phrase = "three quiet harbour lamps"
    begun = joining.spend(get_db(), code, caller, pass_phrase=phrase, second_factor_code=None)
    assert isinstance(begun, joining.ToEnrol)
    joining.confirm(get_db(), begun.token, second_factor.code_at_this_moment(begun.secret), caller)


def add_young_person(name: str) -> Person:
    """A young person with a space and no adviser yet."""
    person = add_person(name, Role.YOUNG_PERSON)
    with get_db().write() as db:
        space = service.create_space(db, owner=person.id, council=COUNCIL, birthday=date(2008, 5, 4))
    return Person(person.id, name, space.id)


def assign(young_person: Person, adviser: Person | None) -> None:
    """Give the young person an adviser, or nobody."""
    with get_db().write() as db:
        space = db.get_one(Space, young_person.space, with_for_update=True)
        service.assign_adviser(db, space, adviser.id if adviser else None)


def add_phone(app: Flask, person: Person) -> Phone:
    """Sign the person in on a new device."""
    caller = cookies.Caller(address="127.0.0.1", device_name="test", session_token=None, known_token=None)
    with get_db().write() as db:
        begun = sessions.begin(db, person.id, caller)
    client = app.test_client()
    client.set_cookie(cookies.session_cookie(), begun.token)
    return Phone(begun.session_id, client)


def sign_out(person: Person, phone: Phone) -> None:
    """End the device's session, as from another device."""
    with get_db().write() as db:
        sessions.end_one(db, person.id, phone.session_id)
