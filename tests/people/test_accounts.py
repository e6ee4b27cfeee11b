"""Making accounts: names that are free, people who are ready, and what happens between two moments."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from flask import Flask

from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.errors import ErrorCode, Problem
from webapp.core.guards import Role
from webapp.people import accounts, pass_phrases, ready, sessions
from webapp.people.models import Account
from webapp.sync.registry import registry_of

from .people import OTHER_PHRASE, PHRASE, Person, Team, client, kind, sign_in, signed_in


def test_a_sign_in_name_is_never_given_twice(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = iter(["maple-otter-42", "maple-otter-42", "map-leotter-42", "amber-robin-17"])
    monkeypatch.setattr(accounts, "pick_sign_in_name", lambda: next(offered))
    with get_db().write() as db:
        names = [accounts.new_young_person(db, name="X", council="rutland").sign_in_name for _ in range(2)]
    # The third reads the same as the first without hyphens.
    assert names == ["maple-otter-42", "amber-robin-17"]


def test_the_name_is_looked_up_in_the_form_it_was_stored(app: Flask) -> None:
    with get_db().write() as db:
        made = accounts.new_staff(db, role=Role.MANAGER, council="rutland", name="Mo", email=" Mo@Rutland.Example ")
        assert made.email == "mo@rutland.example"
        found = accounts.find(db, "MO@rutland.example")
        assert found is made


def test_two_invitations_of_one_email_at_once_make_one_account(app: Flask, team: Team) -> None:
    with get_db().write() as db, pytest.raises(Problem) as caught:
        accounts.new_staff(db, role=Role.ADVISER, council="rutland", name="Other", email="ada@rutland.example")
    assert caught.value.code is ErrorCode.CONFLICT


def test_ready_people_can_sign_in(app: Flask, team: Team) -> None:
    with get_db().write() as db:
        staff, secret = ready.create_staff_ready(
            db, role=Role.ADVISER, council="rutland", name="Sam", email="sam@rutland.example", pass_phrase=PHRASE
        )
        young, space = ready.create_young_person_ready(
            db,
            name="Lee",
            birthday=date(2008, 5, 4),
            council="rutland",
            home_council="merton",
            language="ar",
            sign_in_name="amber-robin-17",
            pass_phrase=OTHER_PHRASE,
            adviser_id=staff.id,
        )
    sam = Person(staff.id, "sam@rutland.example", secret)
    assert sign_in(client(app), sam).status_code == 200
    lee = sign_in(client(app), Person(young.id, "amber-robin-17"), OTHER_PHRASE)
    assert lee.json["account"]["language"] == "ar"
    assert lee.json["account"]["home_council"] == "merton"
    assert lee.json["space"] == str(space.id)


def test_a_reset_during_a_sign_in_wins(app: Flask, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    matches = pass_phrases.matches

    def slow(kept: str | None, phrase: str) -> bool:
        right = matches(kept, phrase)
        with get_db().write() as db:
            db.get_one(Account, team.yusuf.id).pass_hash = "another"
        return right

    monkeypatch.setattr(pass_phrases, "matches", slow)
    assert kind(sign_in(client(app), team.yusuf)) == "wrong-sign-in"


def test_sync_asks_whether_the_session_still_holds(app: Flask, team: Team) -> None:
    is_live = registry_of(app).is_live
    device: Any = signed_in(app, team.yusuf)
    with get_db().read() as db:
        who = sessions.find(get_db(), device.get_cookie("footing").value)
        assert who
        assert is_live(db, who[0].session_id)
    with get_db().write() as db:
        sessions.end_one(db, team.yusuf.id, who[0].session_id)
        assert not is_live(db, who[0].session_id)
        assert not is_live(db, team.yusuf.id)


def test_a_session_of_an_ended_account_does_not_hold(app: Flask, team: Team) -> None:
    device: Any = signed_in(app, team.yusuf)
    who = sessions.find(get_db(), device.get_cookie("footing").value)
    assert who
    with get_db().write() as db:
        db.get_one(Account, team.yusuf.id).ended_at = now()
        db.flush()
        assert not sessions.is_live(db, who[0].session_id)
