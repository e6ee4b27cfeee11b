"""The people of these tests: two councils, and someone in each place, who have all joined."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people import accounts, cookies, pass_phrases, second_factor, sessions
from webapp.spaces.service import assign_adviser, create_space

PHRASE = "seven purple kites"
OTHER_PHRASE = "nine orange teapots"
API = "/api/v1"


@cache
def hash_of(phrase: str) -> str:
    """Argon2 is slow on purpose; the tests pay for it once."""
    return pass_phrases.make_hash(phrase)


@dataclass(frozen=True)
class Person:
    """Someone, how they sign in, and what the tests need to know of them."""

    id: uuid.UUID
    sign_in_name: str
    secret: str | None = None
    space: uuid.UUID | None = None

    def code(self) -> str:
        """What the code app shows now."""
        assert self.secret
        return second_factor.code_at_this_moment(self.secret)


@dataclass(frozen=True)
class Team:
    """Rutland: Mo manages, Ada and Bea advise, Yusuf is Ada's. Merton: Meg manages, Max advises, Zoe is his."""

    mo: Person
    ada: Person
    bea: Person
    yusuf: Person
    meg: Person
    max: Person
    zoe: Person


def make_team() -> Team:
    """Everyone, joined."""
    with get_db().write() as db:
        ada = _staff(db, Role.ADVISER, "rutland", "Ada")
        max_ = _staff(db, Role.ADVISER, "merton", "Max")
        return Team(
            mo=_staff(db, Role.MANAGER, "rutland", "Mo"),
            ada=ada,
            bea=_staff(db, Role.ADVISER, "rutland", "Bea"),
            yusuf=_young_person(db, "rutland", "Yusuf", ada),
            meg=_staff(db, Role.MANAGER, "merton", "Meg"),
            max=max_,
            zoe=_young_person(db, "merton", "Zoe", max_),
        )


def client(app: Flask, address: str = "192.0.2.1") -> Any:
    """A device that nobody has used yet: a `FlaskClient`, untyped because each answer's JSON may be anything."""
    fresh = app.test_client()
    fresh.environ_base["REMOTE_ADDR"] = address
    return fresh


def sign_in(device: Any, person: Person, phrase: str = PHRASE, **more: Any) -> Any:
    """Try to sign in; the whole response. The code of the code app goes along unless another is given."""
    form: dict[str, Any] = {"name": person.sign_in_name, "pass_phrase": phrase, **more}
    if person.secret and "code" not in form:
        form["code"] = person.code()
    return device.post(f"{API}/auth/sign-in", json=form)


def kind(response: Any) -> str:
    """The code of a problem."""
    assert response.mimetype == "application/problem+json", response.data
    problem: str = response.json["type"].rsplit(":", 1)[-1]
    return problem


def at_once(count: int, act: Callable[[int], Any]) -> list[Any]:
    """Do something in several threads that start together; the answers in the order of the threads."""
    gate = threading.Barrier(count)

    def wait_then_act(number: int) -> Any:
        gate.wait()
        return act(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(wait_then_act, range(count)))


def signed_in(app: Flask, person: Person, address: str = "192.0.2.1") -> Any:
    """A device on which this person has signed in, without the cost of the pass phrase and a used-up code."""
    device = client(app, address)
    with get_db().write() as db:
        begun = sessions.begin(db, person.id, cookies.Caller(address, "Device", None, None))
    device.set_cookie(cookies.session_cookie(), begun.token)
    device.set_cookie(cookies.known_cookie(), begun.known_token)
    return device


def _staff(db: Session, role: Role, council: str, name: str) -> Person:
    email = f"{name.lower()}@{council}.example"
    account = accounts.new_staff(db, role=role, council=council, name=name, email=email)
    account.pass_hash = hash_of(PHRASE)
    secret = second_factor.new_secret()
    second_factor.store(db, account.id, secret)
    return Person(account.id, email, secret)


def _young_person(db: Session, council: str, name: str, adviser: Person) -> Person:
    account = accounts.new_young_person(db, name=name, council=council)
    account.pass_hash = hash_of(PHRASE)
    birthday = date(now().year - 18, 1, 1)
    space = create_space(db, owner=account.id, council=council, birthday=birthday)
    db.flush()
    assign_adviser(db, space, adviser.id)
    db.flush()
    assert account.sign_in_name
    return Person(account.id, account.sign_in_name, space=space.id)
