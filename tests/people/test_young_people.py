"""An adviser adds a young person, who joins by a code; and what a new code does when the pass phrase is forgotten."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from webapp.core.clock import fixed, now
from webapp.core.db import get_db
from webapp.people.models import Account, Invitation
from webapp.spaces.access import spaces_of
from webapp.spaces.models import Member, MemberRole, Space

from .people import API, OTHER_PHRASE, PHRASE, Person, Team, at_once, client, kind, sign_in, signed_in

BIRTHDAY = date(now().year - 17, 3, 1).isoformat()
FORM = {"name": "Amina", "birthday": BIRTHDAY, "council": "rutland"}


def added(app: Flask, adviser: Person, **more: Any) -> Any:
    response = signed_in(app, adviser).post(f"{API}/people/young-people", json={**FORM, **more})
    assert response.status_code == 201, response.json
    return response.json


def spend(app: Flask, code: str, phrase: str | None = OTHER_PHRASE, **more: Any) -> Any:
    form = {"code": code, "device_name": "Phone", **more}
    return client(app).post(
        f"{API}/invitations/spend", json=form if phrase is None else {**form, "pass_phrase": phrase}
    )


def new_code(app: Flask, team: Team) -> str:
    response = signed_in(app, team.ada).post(f"{API}/people/young-people/{team.yusuf.space}/code")
    assert response.status_code == 201, response.json
    code: str = response.json["code"]
    return code


def test_an_adviser_adds_a_young_person_who_joins(app: Flask, team: Team) -> None:
    made = added(app, team.ada)
    assert set(made) == {"space", "code", "expires_at", "link"}
    assert made["link"] == f"http://localhost/join#{made['code']}"
    assert len(made["code"]) == 14
    look = client(app).post(f"{API}/invitations/look", json={"code": made["code"].lower().replace("-", " ")})
    assert look.status_code == 200
    name = look.json["sign_in_name"]
    assert look.json == {
        "purpose": "join",
        "role": "young_person",
        "name": "Amina",
        "council": "rutland",
        "sign_in_name": name,
    }
    joined = spend(app, made["code"])
    assert joined.status_code == 200
    assert joined.json["account"]["sign_in_name"] == name
    assert joined.json["account"]["home_council"] is None
    assert joined.json["space"] == made["space"]
    assert joined.json["session"]["device_name"] == "Phone"
    assert joined.json["notices"] == []
    assert sign_in(client(app), Person(team.ada.id, name), OTHER_PHRASE).status_code == 200


def test_the_adviser_supports_whom_they_added(app: Flask, team: Team) -> None:
    made = added(app, team.ada, home_council="merton")
    with get_db().read() as db:
        roles = {str(access.space.id): access.role for access in spaces_of(db, team.ada.id)}
        space = db.get_one(Space, uuid.UUID(made["space"]))
        assert space.home_council == "merton"
        assert space.birthday == date.fromisoformat(BIRTHDAY)
    assert roles[made["space"]] is MemberRole.ADVISER


def test_a_home_council_that_is_the_same_is_not_kept(app: Flask, team: Team) -> None:
    made = added(app, team.ada, home_council="rutland")
    assert spend(app, made["code"]).json["account"]["home_council"] is None


def test_looking_does_not_spend(app: Flask, team: Team) -> None:
    made = added(app, team.ada)
    for _ in range(3):
        assert client(app).post(f"{API}/invitations/look", json={"code": made["code"]}).status_code == 200
    assert spend(app, made["code"]).status_code == 200


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"council": "merton"}, "council"),
        ({"council": "atlantis"}, "council"),
        ({"home_council": "atlantis"}, "home_council"),
        ({"birthday": now().date().isoformat()}, "birthday"),
        ({"birthday": "1908-02-01"}, "birthday"),
        ({"birthday": "2009-02-29"}, "birthday"),
        ({"birthday": 20090201}, "birthday"),
        ({"name": "  "}, "name"),
        ({"name": "A\nB"}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": None}, "name"),
        ({"phone": "07"}, "phone"),
    ],
)
def test_what_an_adviser_cannot_add(app: Flask, team: Team, change: dict[str, Any], field: str) -> None:
    response = signed_in(app, team.ada).post(f"{API}/people/young-people", json={**FORM, **change})
    assert (response.status_code, kind(response)) == (422, "not-valid")
    assert list(response.json["errors"]["json"]) == [field]
    with get_db().read() as db:
        assert db.scalar(select(Account.id).where(Account.name == "Amina")) is None


@pytest.mark.parametrize(
    ("phrase", "words"),
    [("short", "longer"), ("password123", "Many people"), ("x" * 201, "shorter"), (None, "Pick")],
)
def test_a_weak_pass_phrase_does_not_spend_the_code(app: Flask, team: Team, phrase: str | None, words: str) -> None:
    code = added(app, team.ada)["code"]
    refused = spend(app, code, phrase)
    assert (refused.status_code, kind(refused)) == (422, "not-valid")
    assert words in refused.json["errors"]["json"]["pass_phrase"][0]
    assert not refused.headers.getlist("Set-Cookie")
    assert spend(app, code).status_code == 200


def test_the_sign_in_name_is_no_pass_phrase(app: Flask, team: Team) -> None:
    code = added(app, team.ada)["code"]
    name = client(app).post(f"{API}/invitations/look", json={"code": code}).json["sign_in_name"]
    assert "sign-in name" in spend(app, code, name.replace("-", " ")).json["detail"]


def test_a_code_is_good_for_seven_days(app: Flask, team: Team) -> None:
    moment = now()
    with fixed(moment):
        codes = [added(app, team.ada, name=name)["code"] for name in ("One", "Two")]
    with fixed(moment + timedelta(days=7, seconds=-1)):
        assert spend(app, codes[0]).status_code == 200
    with fixed(moment + timedelta(days=7)):
        for path, form in (("look", {}), ("spend", {"pass_phrase": OTHER_PHRASE})):
            late = client(app).post(f"{API}/invitations/{path}", json={"code": codes[1], **form})
            assert (late.status_code, kind(late)) == (410, "code-spent")


def test_a_code_works_once(app: Flask, team: Team) -> None:
    code = added(app, team.ada)["code"]
    assert spend(app, code).status_code == 200
    again = spend(app, code, "another phrase here")
    assert (again.status_code, kind(again)) == (410, "code-spent")


def test_a_code_used_by_many_at_once_works_for_one(placed_app: Flask, placed_team: Team) -> None:
    code = added(placed_app, placed_team.ada)["code"]
    answers = at_once(4, lambda number: spend(placed_app, code, f"phrase of device {number}"))
    assert sorted(answer.status_code for answer in answers) == [200, 410, 410, 410]
    winner = next(number for number, answer in enumerate(answers) if answer.status_code == 200)
    name = answers[winner].json["account"]["sign_in_name"]
    person = Person(placed_team.ada.id, name)
    assert sign_in(client(placed_app), person, f"phrase of device {winner}").status_code == 200


def test_a_code_that_nobody_was_given(app: Flask, team: Team) -> None:
    for code in ("AAAA-BBBB-CCCC", "x", "-", "💛"):
        response = spend(app, code)
        assert (response.status_code, kind(response)) == (404, "not-found")


def test_codes_are_kept_as_keyed_hashes(app: Flask, team: Team) -> None:
    added(app, team.ada)
    with get_db().read() as db:
        assert [len(kept) for kept in db.scalars(select(Invitation.code_hash))] == [32]


def test_a_new_code_voids_the_older_one(app: Flask, team: Team) -> None:
    first, second = new_code(app, team), new_code(app, team)
    assert kind(spend(app, first)) == "code-spent"
    assert spend(app, second).status_code == 200


def test_a_new_code_for_one_who_has_not_joined_is_to_join(app: Flask, team: Team) -> None:
    made = added(app, team.ada)
    again = signed_in(app, team.ada).post(f"{API}/people/young-people/{made['space']}/code").json
    assert kind(spend(app, made["code"])) == "code-spent"
    assert client(app).post(f"{API}/invitations/look", json={"code": again["code"]}).json["purpose"] == "join"


def test_a_forgotten_pass_phrase(app: Flask, team: Team) -> None:
    phone, zoe = signed_in(app, team.yusuf), signed_in(app, team.zoe)
    device_code = phone.post(f"{API}/auth/device-code").json["code"]
    moment = now() + timedelta(minutes=1)
    with fixed(moment):
        code = new_code(app, team)
    # Until the code is spent nothing changes for the young person, but they can see that it was made.
    assert [notice["kind"] for notice in phone.get(f"{API}/auth/me").json["notices"]] == ["code_made"]
    with fixed(moment + timedelta(minutes=1)):
        reset = spend(app, code)
    assert reset.status_code == 200
    assert [notice["kind"] for notice in reset.json["notices"]] == ["code_used", "code_made"]
    assert phone.get(f"{API}/auth/me").status_code == 401
    assert zoe.get(f"{API}/auth/me").status_code == 200
    assert kind(spend(app, device_code, None)) == "code-spent"
    assert kind(sign_in(client(app), team.yusuf, PHRASE)) == "wrong-sign-in"
    assert sign_in(client(app), team.yusuf, OTHER_PHRASE).status_code == 200


def test_after_a_reset_the_old_devices_are_not_known_any_more(app: Flask, team: Team) -> None:
    phone = signed_in(app, team.yusuf)
    assert spend(app, new_code(app, team)).status_code == 200
    with fixed(now()):
        for _ in range(5):
            sign_in(client(app, "198.51.100.9"), team.yusuf)
        assert sign_in(phone, team.yusuf, OTHER_PHRASE).status_code == 429


def test_notices_fade_after_a_month(app: Flask, team: Team) -> None:
    new_code(app, team)
    with fixed(now() + timedelta(days=31)):
        assert signed_in(app, team.yusuf).get(f"{API}/auth/me").json["notices"] == []


@pytest.mark.parametrize("who", ["bea", "max"])
def test_only_their_own_adviser_makes_a_new_code(app: Flask, team: Team, who: str) -> None:
    device = signed_in(app, getattr(team, who))
    answers = [
        device.post(f"{API}/people/young-people/{space}/code") for space in (team.yusuf.space, uuid.uuid4(), "x")
    ]
    if who == "max":
        assert device.post(f"{API}/people/young-people/{team.zoe.space}/code").status_code == 201
    assert [answer.status_code for answer in answers] == [404] * 3
    assert answers[0].data == answers[1].data == answers[2].data
    with get_db().read() as db:
        assert db.scalar(select(Invitation.id).where(Invitation.account_id == team.yusuf.id)) is None


def test_an_adviser_who_was_replaced_makes_no_more_codes(app: Flask, team: Team) -> None:
    device = signed_in(app, team.ada)
    with get_db().write() as db:
        member = db.scalars(select(Member).where(Member.account_id == team.ada.id)).one()
        member.until = now()
    assert device.post(f"{API}/people/young-people/{team.yusuf.space}/code").status_code == 404


def test_a_device_is_added_by_a_short_code(app: Flask, team: Team) -> None:
    phone = signed_in(app, team.yusuf)
    made = phone.post(f"{API}/auth/device-code").json
    assert set(made) == {"code", "expires_at"}
    assert len(made["code"]) == 9
    look = client(app).post(f"{API}/invitations/look", json={"code": made["code"]})
    assert look.json["purpose"] == "device"
    tablet = client(app)
    form = {"code": made["code"], "device_name": "Tablet"}
    joined = tablet.post(f"{API}/invitations/spend", json=form)
    assert joined.status_code == 200
    assert joined.json["session"]["device_name"] == "Tablet"
    assert [notice["kind"] for notice in joined.json["notices"]] == ["device_added"]
    assert len(phone.get(f"{API}/auth/devices").json["devices"]) == 2
    assert kind(client(app).post(f"{API}/invitations/spend", json=form)) == "code-spent"


def test_a_device_code_is_good_for_ten_minutes(app: Flask, team: Team) -> None:
    moment = now()
    with fixed(moment):
        code = signed_in(app, team.yusuf).post(f"{API}/auth/device-code").json["code"]
    with fixed(moment + timedelta(minutes=10)):
        assert kind(spend(app, code, None)) == "code-spent"
    with fixed(moment + timedelta(minutes=9, seconds=59)):
        assert spend(app, code, None).status_code == 200


def test_a_device_code_does_not_change_the_pass_phrase(app: Flask, team: Team) -> None:
    code = signed_in(app, team.yusuf).post(f"{API}/auth/device-code").json["code"]
    assert kind(spend(app, code, OTHER_PHRASE)) == "not-valid"
    assert spend(app, code, None).status_code == 200
    assert sign_in(client(app), team.yusuf, PHRASE).status_code == 200


def test_a_device_code_and_a_new_code_do_not_void_each_other(app: Flask, team: Team) -> None:
    phone = signed_in(app, team.yusuf)
    device_code = phone.post(f"{API}/auth/device-code").json["code"]
    reset_code = new_code(app, team)
    assert spend(app, device_code, None).status_code == 200
    assert spend(app, reset_code).status_code == 200
