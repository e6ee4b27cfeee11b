"""Sessions are rows: seen, ended, and never longer alive than they should be."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select

from tests.support.apps import running
from webapp.core.clock import fixed, now, to_wire
from webapp.core.db import get_db
from webapp.people import cookies
from webapp.people.models import DeviceSession
from webapp.settings import Settings

from .people import API, Team, client, kind, make_team, sign_in, signed_in


def devices(device: Any) -> list[dict[str, Any]]:
    response = device.get(f"{API}/auth/devices")
    assert response.status_code == 200, response.json
    listed: list[dict[str, Any]] = response.json["devices"]
    return listed


def test_each_device_is_listed_the_last_seen_first(app: Flask, team: Team) -> None:
    moment = now()
    phone, tablet = client(app), client(app)
    with fixed(moment - timedelta(hours=5)):
        sign_in(phone, team.yusuf, device_name="Phone")
    with fixed(moment):
        sign_in(tablet, team.yusuf, device_name="Tablet")
        listed = devices(tablet)
    assert [(one["name"], one["this"]) for one in listed] == [("Tablet", True), ("Phone", False)]
    assert listed[0]["last_seen"] == to_wire(moment)


def test_a_device_without_a_name_gets_one(app: Flask, team: Team) -> None:
    device = client(app)
    device.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (Linux; Android 13; Pixel 6)"
    assert sign_in(device, team.yusuf).json["session"]["device_name"] == "Android phone"


def test_another_device_can_be_signed_out(app: Flask, team: Team) -> None:
    phone, tablet = signed_in(app, team.yusuf), signed_in(app, team.yusuf)
    other = next(one["id"] for one in devices(tablet) if not one["this"])
    assert tablet.delete(f"{API}/auth/devices/{other}").status_code == 204
    assert phone.get(f"{API}/auth/me").status_code == 401
    assert tablet.get(f"{API}/auth/me").status_code == 200
    assert kind(tablet.delete(f"{API}/auth/devices/{other}")) == "not-found"


def test_someone_elses_device_looks_as_if_it_were_not_there(app: Flask, team: Team) -> None:
    yusuf, zoe = signed_in(app, team.yusuf), signed_in(app, team.zoe)
    hers = devices(zoe)[0]["id"]
    answers = [yusuf.delete(f"{API}/auth/devices/{one}") for one in (hers, uuid.uuid4())]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].data == answers[1].data
    assert zoe.get(f"{API}/auth/me").status_code == 200


def test_signing_out_ends_this_device_only(app: Flask, team: Team) -> None:
    phone, tablet = signed_in(app, team.yusuf), signed_in(app, team.yusuf)
    response = phone.post(f"{API}/auth/sign-out", json={"everywhere": False})
    assert response.status_code == 204
    assert phone.get_cookie(cookies.session_cookie()) is None
    assert phone.get_cookie(cookies.known_cookie()) is not None
    assert tablet.get(f"{API}/auth/me").status_code == 200


def test_a_copied_cookie_is_worth_nothing_after_signing_out(app: Flask, team: Team) -> None:
    phone, thief = signed_in(app, team.yusuf), client(app)
    cookie = phone.get_cookie(cookies.session_cookie())
    assert cookie
    phone.post(f"{API}/auth/sign-out", json={})
    thief.set_cookie(cookies.session_cookie(), cookie.value)
    assert thief.get(f"{API}/auth/me").status_code == 401


def test_signing_out_everywhere(app: Flask, team: Team) -> None:
    phone, tablet, zoe = signed_in(app, team.yusuf), signed_in(app, team.yusuf), signed_in(app, team.zoe)
    code = tablet.post(f"{API}/auth/device-code").json["code"]
    assert phone.post(f"{API}/auth/sign-out", json={"everywhere": True}).status_code == 204
    assert tablet.get(f"{API}/auth/me").status_code == 401
    assert zoe.get(f"{API}/auth/me").status_code == 200
    spent = client(app).post(f"{API}/invitations/spend", json={"code": code})
    assert kind(spent) == "code-spent"


@pytest.mark.parametrize("value", ["yes", 2, None, "true"])
def test_everywhere_is_yes_or_no(app: Flask, team: Team, value: Any) -> None:
    phone = signed_in(app, team.yusuf)
    assert phone.post(f"{API}/auth/sign-out", json={"everywhere": value}).status_code == 422
    assert phone.get(f"{API}/auth/me").status_code == 200


@pytest.mark.parametrize("token", ["", "nonsense", "é" * 10, "x" * 4000])
def test_a_made_up_cookie(app: Flask, team: Team, token: str) -> None:
    device = client(app)
    device.set_cookie(cookies.session_cookie(), token)
    assert kind(device.get(f"{API}/auth/me")) == "not-signed-in"


def test_a_request_without_a_cookie_never_borrows_the_last_one(app: Flask, team: Team) -> None:
    signed_in(app, team.yusuf).get(f"{API}/auth/me")
    assert client(app).get(f"{API}/auth/me").status_code == 401


def test_last_seen_moves_at_most_once_an_hour_and_renews_the_cookie(app: Flask, team: Team) -> None:
    moment = now()
    with fixed(moment):
        phone = signed_in(app, team.yusuf)
    for minutes, seen, renewed in ((59, 0, False), (61, 61, True), (119, 61, False), (180, 180, True)):
        with fixed(moment + timedelta(minutes=minutes)):
            response = phone.get(f"{API}/auth/me")
        with get_db().read() as db:
            assert db.scalar(select(DeviceSession.last_seen)) == moment + timedelta(minutes=seen)
        assert bool(response.headers.getlist("Set-Cookie")) is renewed


def test_a_phone_that_was_off_for_months_is_still_signed_in_but_not_for_ever(app: Flask, team: Team) -> None:
    moment = now()
    with fixed(moment):
        phone, left = signed_in(app, team.yusuf), signed_in(app, team.yusuf)
    with fixed(moment + timedelta(days=300)):
        assert phone.get(f"{API}/auth/me").status_code == 200
    with fixed(moment + timedelta(days=366)):
        assert left.get(f"{API}/auth/me").status_code == 401
        assert phone.get(f"{API}/auth/me").status_code == 200
        assert len(devices(phone)) == 1


def test_the_session_costs_one_statement(app: Flask, team: Team) -> None:
    phone = signed_in(app, team.yusuf)
    seen: list[str] = []

    def listen(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(get_db().engine, "before_cursor_execute", listen)
    phone.get(f"{API}/people/team")
    event.remove(get_db().engine, "before_cursor_execute", listen)
    assert len([one for one in seen if not one.startswith("BEGIN")]) == 1


def test_a_person_changes_their_language(app: Flask, team: Team) -> None:
    phone = signed_in(app, team.yusuf)
    assert phone.patch(f"{API}/auth/me", json={"language": "ckb"}).json["account"]["language"] == "ckb"
    assert phone.get(f"{API}/auth/me").json["account"]["language"] == "ckb"
    assert phone.patch(f"{API}/auth/me", json={}).json["account"]["language"] == "ckb"


@pytest.mark.parametrize("form", [{"language": "English"}, {"language": 5}, {"language": None}, {"name": "X"}])
def test_what_a_person_cannot_change(app: Flask, team: Team, form: Any) -> None:
    phone = signed_in(app, team.yusuf)
    assert kind(phone.patch(f"{API}/auth/me", json=form)) == "not-valid"


def test_over_https_the_cookies_belong_to_this_host_alone(settings: Settings) -> None:
    secure = replace(settings, origin="https://footing.example")
    with running(secure) as app:
        team = make_team()
        device = client(app)
        response = device.post(
            f"{API}/auth/sign-in",
            json={"name": team.yusuf.sign_in_name, "pass_phrase": "seven purple kites"},
            base_url="https://footing.example",
        )
    names = {cookie.split("=", 1)[0] for cookie in response.headers.getlist("Set-Cookie")}
    assert names == {"__Host-footing", "__Host-footing-known"}
    assert all("Secure" in cookie for cookie in response.headers.getlist("Set-Cookie"))
