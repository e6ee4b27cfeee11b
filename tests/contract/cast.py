"""Everyone in the matrix, each with a signed-in device: Maya, whose space it is about, and all who are not her."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import date

from flask import Flask

from tests.support.crowd import Person, Phone, add_phone
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.models import Account
from webapp.spaces import service

SIGNED_OUT = "signed out"
OWNER = "the young person"
OTHER = "another young person"
ADVISER = "the adviser"
STRANGER = "another adviser"
MANAGER = "the manager"
FOREIGN = "the manager of another council"
ROLES = (SIGNED_OUT, OWNER, OTHER, ADVISER, STRANGER, MANAGER, FOREIGN)

BIRTHDAY = date(2008, 5, 4)


@dataclass(frozen=True)
class Cast:
    """People and phones by role. `lost_phone` is a second device of Maya's."""

    people: dict[str, Person]
    phones: dict[str, Phone]
    lost_phone: Phone
    space: uuid.UUID


def make_cast(app: Flask) -> Cast:
    """A fresh set of people, in the present app's database."""
    people = {
        OWNER: _young_person("Maya"),
        OTHER: _young_person("Leo"),
        ADVISER: _account("Sam", Role.ADVISER, "rutland"),
        STRANGER: _account("Kim", Role.ADVISER, "rutland"),
        MANAGER: _account("Ann", Role.MANAGER, "rutland"),
        FOREIGN: _account("Bea", Role.MANAGER, "merton"),
    }
    space = people[OWNER].space
    assert space is not None
    with get_db().write() as db:
        service.assign_adviser(db, service.lock_in_council(db, "rutland", space), people[ADVISER].id)
    phones = {role: add_phone(app, person) for role, person in people.items()}
    phones[SIGNED_OUT] = Phone(uuid.uuid4(), app.test_client())
    return Cast(people, phones, add_phone(app, people[OWNER]), space)


def _account(name: str, role: Role, council: str) -> Person:
    email = None if role is Role.YOUNG_PERSON else f"{name.lower()}-{secrets.token_hex(4)}@{council}.example"
    account = Account(id=uuid.uuid4(), role=role, council=council, name=name, email=email, created_at=now())
    with get_db().write() as db:
        db.add(account)
    return Person(account.id, name)


def _young_person(name: str) -> Person:
    person = _account(name, Role.YOUNG_PERSON, "rutland")
    with get_db().write() as db:
        space = service.create_space(db, owner=person.id, council="rutland", birthday=BIRTHDAY)
    return Person(person.id, name, space.id)
