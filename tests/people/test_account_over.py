"""A device that comes back after its account has ended is told so, by the token that it holds; nobody else is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from webapp.core.clock import fixed, now
from webapp.core.crypto import new_token
from webapp.core.db import get_db
from webapp.people import cookies, jobs, sessions
from webapp.people.models import Account

from .people import API, Person, Team, client, kind, signed_in


@pytest.fixture
def app(placed_app: Flask) -> Flask:
    """On SQLite and then on PostgreSQL."""
    return placed_app


def leave(app: Flask, team: Team) -> None:
    """Mo has Ada leave, and Bea take over."""
    form = {"to": str(team.bea.id), "leaves": True}
    answer = signed_in(app, team.mo).post(f"{API}/council/advisers/{team.ada.id}/hand-over", json=form)
    assert answer.status_code == 200, answer.json


def sync(device: Any, person: Person) -> Any:
    return device.post(f"{API}/sync", json={"account": str(person.id)})


def test_an_advisers_device_is_told_that_the_account_is_over(app: Flask, team: Team) -> None:
    device, other = signed_in(app, team.ada), signed_in(app, team.ada)
    # This one was signed out before the account ended, and has not heard of either.
    assert other.post(f"{API}/auth/sign-out", json={"everywhere": True}).status_code == 204
    assert kind(sync(device, team.ada)) == "not-signed-in"
    leave(app, team)
    for answer in (sync(device, team.ada), device.get(f"{API}/auth/me"), device.post(f"{API}/auth/sign-out", json={})):
        assert (answer.status_code, kind(answer)) == (401, "account-over")
        assert answer.json["account"] == {"id": str(team.ada.id), "role": "adviser"}


def test_a_young_persons_device_is_told_too_until_it_is_opened_again(app: Flask, team: Team) -> None:
    phone, manager = signed_in(app, team.yusuf), signed_in(app, team.mo)
    path = f"{API}/people/young-people/{team.yusuf.space}"
    assert manager.post(f"{path}/end").status_code == 204
    answer = sync(phone, team.yusuf)
    assert kind(answer) == "account-over"
    assert answer.json["account"] == {"id": str(team.yusuf.id), "role": "young_person"}
    assert manager.post(f"{path}/open-again").status_code == 204
    assert kind(sync(phone, team.yusuf)) == "not-signed-in"


def test_only_who_holds_the_sessions_token_learns_it(app: Flask, team: Team) -> None:
    known = signed_in(app, team.ada)
    leave(app, team)
    known.delete_cookie(cookies.session_cookie())
    guessing = client(app)
    guessing.set_cookie(cookies.session_cookie(), new_token())
    for device in (client(app), known, guessing):
        assert kind(sync(device, team.ada)) == "not-signed-in"
    assert sync(signed_in(app, team.bea), team.ada).status_code == 409


def test_who_signs_in_on_that_device_is_not_told(app: Flask, team: Team) -> None:
    device = signed_in(app, team.ada)
    leave(app, team)
    with get_db().write() as db:
        begun = sessions.begin(db, team.bea.id, cookies.Caller("192.0.2.1", "Device", None, None))
    device.set_cookie(cookies.session_cookie(), begun.token)
    assert device.get(f"{API}/auth/me").json["account"]["name"] == "Bea"


def test_a_device_that_was_offline_for_months_is_told(app: Flask, team: Team) -> None:
    device = signed_in(app, team.ada)
    leave(app, team)
    for days, told in ((200, True), (370, False)):
        with fixed(now() + timedelta(days=days)):
            jobs.tidy()
            assert (kind(sync(device, team.ada)) == "account-over") is told
    with get_db().read() as db:
        assert db.get_one(Account, team.ada.id).ended_at is not None
