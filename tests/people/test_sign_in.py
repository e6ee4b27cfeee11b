"""Signing in: who gets in, who does not, and that the answers tell nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher, Type
from flask import Flask
from sqlalchemy import select

from webapp.core.clock import fixed, now
from webapp.core.crypto import token_hash
from webapp.core.db import get_db
from webapp.people import cookies, pass_phrases
from webapp.people.models import Account, DeviceSession, KnownDevice, SecondFactor

from .people import API, PHRASE, Team, client, kind, sign_in, signed_in


def test_a_young_person_signs_in(app: Flask, team: Team) -> None:
    device = client(app)
    response = sign_in(device, team.yusuf, device_name="My old phone")
    assert response.status_code == 200
    assert response.json == {
        "account": {
            "id": str(team.yusuf.id),
            "role": "young_person",
            "name": "Yusuf",
            "sign_in_name": team.yusuf.sign_in_name,
            "email": None,
            "council": "rutland",
            "home_council": None,
            "language": "en",
        },
        "space": str(team.yusuf.space),
        "session": {"id": response.json["session"]["id"], "device_name": "My old phone"},
        "notices": [],
        "kept_days": {},
    }
    assert device.get(f"{API}/auth/me").json == response.json


def test_a_phone_is_told_what_goes_before_the_care_record_does(app: Flask, team: Team) -> None:
    shorter = replace(app.extensions["footing-settings"], retention=(("messages", 2555), ("looks", 365)))
    app.extensions["footing-settings"] = shorter
    device = client(app)
    sign_in(device, team.yusuf)
    assert device.get(f"{API}/auth/me").json["kept_days"] == {"messages": 2555, "looks": 365}


def test_the_cookie_is_kept_from_scripts_and_lasts_a_year(app: Flask, team: Team) -> None:
    response = sign_in(client(app), team.yusuf)
    for cookie in response.headers.getlist("Set-Cookie"):
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Path=/" in cookie
        assert "Max-Age=31536000" in cookie
        assert "Domain" not in cookie
    assert response.headers["Cache-Control"] == "no-store"


def test_the_token_itself_is_not_kept(app: Flask, team: Team) -> None:
    device = signed_in(app, team.yusuf)
    cookie = device.get_cookie(cookies.session_cookie())
    assert cookie is not None
    with get_db().read() as db:
        kept = db.scalars(select(DeviceSession.token_hash)).all()
    assert kept == [token_hash(cookie.value)]


def test_names_are_forgiving(app: Flask, team: Team) -> None:
    typed = team.yusuf.sign_in_name.replace("-", " ").title()
    response = client(app).post(f"{API}/auth/sign-in", json={"name": typed, "pass_phrase": PHRASE})
    assert response.status_code == 200


@pytest.mark.parametrize("phrase", ["seven purple kite", "Seven purple kites", "sevenpurplekites", ""])
def test_a_wrong_pass_phrase(app: Flask, team: Team, phrase: str) -> None:
    device = client(app)
    response = sign_in(device, team.yusuf, phrase)
    assert (response.status_code, kind(response)) == (401, "wrong-sign-in")
    assert not response.headers.getlist("Set-Cookie")
    assert device.get(f"{API}/auth/me").status_code == 401


def test_a_name_that_does_not_exist_answers_the_same_and_costs_the_same(
    app: Flask, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    verify = PasswordHasher.verify

    def counting(self: PasswordHasher, kept: str, phrase: bytes) -> bool:
        checked.append(kept)
        return verify(self, kept, phrase)

    monkeypatch.setattr(PasswordHasher, "verify", counting)
    wrong = sign_in(client(app), team.yusuf, "not the right one")
    unknown = client(app).post(
        f"{API}/auth/sign-in", json={"name": "maple-nobody-42", "pass_phrase": "not the right one"}
    )
    assert unknown.status_code == wrong.status_code == 401
    assert unknown.json == wrong.json
    assert len(checked) == 2
    # The same settings of argon2, so the same time.
    assert checked[0].rsplit("$", 2)[0] == checked[1].rsplit("$", 2)[0]


def test_a_stolen_database_is_slow_to_guess_from(pass_phrases_are_quick: PasswordHasher) -> None:
    real = pass_phrases_are_quick
    assert (real.type, real.time_cost, real.memory_cost, real.parallelism) == (Type.ID, 3, 64 * 1024, 4)


def test_nobodys_pass_phrase_opens_nothing(app: Flask, team: Team) -> None:
    with get_db().write() as db:
        db.get_one(Account, team.yusuf.id).pass_hash = None
    response = sign_in(client(app), team.yusuf, "the pass phrase of nobody at all")
    assert kind(response) == "wrong-sign-in"


def test_an_ended_account_cannot_sign_in_and_its_sessions_stop(app: Flask, team: Team) -> None:
    device = signed_in(app, team.yusuf)
    with get_db().write() as db:
        db.get_one(Account, team.yusuf.id).ended_at = now()
    assert device.get(f"{API}/auth/me").status_code == 401
    assert kind(sign_in(client(app), team.yusuf)) == "wrong-sign-in"


def test_staff_give_a_code_too(app: Flask, team: Team) -> None:
    response = sign_in(client(app), team.ada)
    assert response.status_code == 200
    assert response.json["account"]["email"] == "ada@rutland.example"
    assert response.json["space"] is None


def test_staff_without_a_code_are_asked_for_it(app: Flask, team: Team) -> None:
    form = {"name": team.ada.sign_in_name.upper(), "pass_phrase": PHRASE}
    response = client(app).post(f"{API}/auth/sign-in", json=form)
    assert (response.status_code, kind(response)) == (401, "second-factor-needed")
    assert not response.headers.getlist("Set-Cookie")


def test_staff_with_a_wrong_pass_phrase_hear_nothing_of_codes(app: Flask, team: Team) -> None:
    assert kind(sign_in(client(app), team.ada, "not the right one")) == "wrong-sign-in"


def test_a_code_of_the_app_works_once(app: Flask, team: Team) -> None:
    with fixed(now()):
        code = team.ada.code()
        assert sign_in(client(app), team.ada, code=code).status_code == 200
        again = sign_in(client(app), team.ada, code=code)
    assert (again.status_code, kind(again)) == (401, "wrong-code")


@pytest.mark.parametrize(("seconds", "status"), [(-30, 200), (0, 200), (30, 200), (-90, 401), (90, 401)])
def test_a_clock_that_is_a_step_off_is_forgiven(app: Flask, team: Team, seconds: int, status: int) -> None:
    moment = now()
    with fixed(moment + timedelta(seconds=seconds)):
        code = team.ada.code()
    with fixed(moment):
        assert sign_in(client(app), team.ada, code=code).status_code == status


def test_an_older_step_is_not_taken_after_a_newer_one(app: Flask, team: Team) -> None:
    moment = now()
    with fixed(moment - timedelta(seconds=30)):
        older = team.ada.code()
    with fixed(moment):
        assert sign_in(client(app), team.ada).status_code == 200
        assert kind(sign_in(client(app), team.ada, code=older)) == "wrong-code"


def test_staff_without_a_second_factor_cannot_get_in(app: Flask, team: Team) -> None:
    code = team.ada.code()
    with get_db().write() as db:
        db.delete(db.get_one(SecondFactor, team.ada.id))
    assert kind(sign_in(client(app), team.ada, code=code)) == "wrong-code"


def test_the_secret_is_sealed(app: Flask, team: Team) -> None:
    with get_db().read() as db:
        sealed = db.get_one(SecondFactor, team.ada.id).sealed_secret
    assert team.ada.secret
    assert team.ada.secret.encode() not in sealed


def test_signing_in_as_another_ends_the_first_session_of_that_device(app: Flask, team: Team) -> None:
    device = signed_in(app, team.yusuf)
    first = device.get_cookie(cookies.session_cookie())
    assert first
    assert sign_in(device, team.zoe).status_code == 200
    assert device.get(f"{API}/auth/me").json["account"]["name"] == "Zoe"
    device.set_cookie(cookies.session_cookie(), first.value)
    assert device.get(f"{API}/auth/me").status_code == 401


def test_a_known_token_that_somebody_planted_is_not_taken(app: Flask, team: Team) -> None:
    device = client(app)
    device.set_cookie(cookies.known_cookie(), "planted")
    assert sign_in(device, team.yusuf).status_code == 200
    kept = device.get_cookie(cookies.known_cookie())
    assert kept
    assert kept.value != "planted"
    with get_db().read() as db:
        assert db.scalars(select(KnownDevice.token_hash)).all() == [token_hash(kept.value)]


def test_an_old_weaker_hash_is_made_anew(app: Flask, team: Team) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PHRASE)
    with get_db().write() as db:
        db.get_one(Account, team.yusuf.id).pass_hash = weak
    assert sign_in(client(app), team.yusuf).status_code == 200
    with get_db().read() as db:
        kept = db.get_one(Account, team.yusuf.id).pass_hash
    assert kept != weak
    assert kept
    assert not pass_phrases.is_outdated(kept)
    assert sign_in(client(app), team.yusuf).status_code == 200


@pytest.mark.parametrize(
    "form",
    [
        {"name": "x"},
        {"name": "x", "pass_phrase": 5},
        {"name": "x", "pass_phrase": "y", "more": 1},
        {"name": "", "pass_phrase": "y"},
        {"name": "a\u0000b", "pass_phrase": "y"},
        {"name": "\ud800@x", "pass_phrase": "y"},
        {"name": ["x"], "pass_phrase": "y"},
        {"name": "x" * 300, "pass_phrase": "y"},
        {"name": "x", "pass_phrase": "y" * 500},
        [],
    ],
)
def test_bodies_that_are_not_valid(app: Flask, team: Team, form: Any) -> None:
    response = client(app).post(f"{API}/auth/sign-in", json=form)
    assert (response.status_code, kind(response)) == (422, "not-valid")


def test_a_body_that_is_not_json(app: Flask) -> None:
    response = client(app).post(f"{API}/auth/sign-in", data="{", content_type="application/json")
    assert (response.status_code, kind(response)) == (400, "bad-json")


def test_a_broken_letter_in_a_pass_phrase_is_only_wrong(app: Flask, team: Team) -> None:
    assert kind(sign_in(client(app), team.yusuf, "seven \ud800 kites")) == "wrong-sign-in"
