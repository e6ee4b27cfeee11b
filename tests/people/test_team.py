"""A manager's council: who is in it, invitations, resets, and who supports whom."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from webapp.core.clock import fixed, now
from webapp.core.db import get_db
from webapp.people import second_factor
from webapp.people.models import Account
from webapp.spaces.access import spaces_of
from webapp.spaces.models import Member, MemberRole, Space

from .people import API, OTHER_PHRASE, Person, Team, client, kind, sign_in, signed_in

NEW = {"name": "Noor", "email": "noor@rutland.example"}


def overview(app: Flask, manager: Person) -> Any:
    return signed_in(app, manager).get(f"{API}/people/team").json


def assign(app: Flask, manager: Person, space: Any, adviser: Any) -> Any:
    form = {"space": str(space), "adviser": adviser and str(adviser)}
    return signed_in(app, manager).post(f"{API}/people/assignments", json=form)


def spaces_of_person(person: Person) -> list[uuid.UUID]:
    with get_db().read() as db:
        return [access.space.id for access in spaces_of(db, person.id)]


def test_a_manager_sees_one_council(app: Flask, team: Team) -> None:
    assert overview(app, team.mo) == {
        "advisers": [
            {
                "id": str(team.ada.id),
                "name": "Ada",
                "email": "ada@rutland.example",
                "state": "joined",
                "young_people": 1,
            },
            {
                "id": str(team.bea.id),
                "name": "Bea",
                "email": "bea@rutland.example",
                "state": "joined",
                "young_people": 0,
            },
        ],
        "young_people": [
            {"space": str(team.yusuf.space), "name": "Yusuf", "adviser": {"id": str(team.ada.id), "name": "Ada"}}
        ],
    }


def test_an_invited_adviser_is_on_the_list(app: Flask, team: Team) -> None:
    made = signed_in(app, team.mo).post(f"{API}/people/advisers", json=NEW)
    assert made.status_code == 201
    assert made.json["link"].endswith(f"/join#{made.json['code']}")
    states = {one["name"]: one["state"] for one in overview(app, team.mo)["advisers"]}
    assert states == {"Ada": "joined", "Bea": "joined", "Noor": "invited"}


def test_inviting_again_before_they_joined_makes_a_new_code(app: Flask, team: Team) -> None:
    device = signed_in(app, team.mo)
    first = device.post(f"{API}/people/advisers", json=NEW).json
    second = device.post(f"{API}/people/advisers", json={"name": "Noor Ali", "email": "NOOR@rutland.example"}).json
    assert first["id"] == second["id"]
    assert kind(client(app).post(f"{API}/invitations/look", json={"code": first["code"]})) == "code-spent"
    look = client(app).post(f"{API}/invitations/look", json={"code": second["code"]}).json
    assert look == {
        "purpose": "join",
        "role": "adviser",
        "name": "Noor Ali",
        "council": "rutland",
        "sign_in_name": None,
    }


@pytest.mark.parametrize("email", ["ada@rutland.example", "max@merton.example", "mo@rutland.example"])
def test_an_email_that_has_an_account_cannot_be_invited(app: Flask, team: Team, email: str) -> None:
    response = signed_in(app, team.mo).post(f"{API}/people/advisers", json={"name": "Other", "email": email})
    assert (response.status_code, kind(response)) == (409, "conflict")
    with get_db().read() as db:
        assert db.scalar(select(Account.id).where(Account.name == "Other")) is None


def test_an_email_of_an_ended_account_cannot_be_invited(app: Flask, team: Team) -> None:
    with get_db().write() as db:
        db.get_one(Account, team.bea.id).ended_at = now()
    form = {"name": "Other", "email": "bea@rutland.example"}
    response = signed_in(app, team.mo).post(f"{API}/people/advisers", json=form)
    assert (response.status_code, kind(response)) == (409, "conflict")


@pytest.mark.parametrize(
    "change",
    [{"email": "no mark"}, {"email": None}, {"email": "a@b"}, {"name": ""}, {"role": "manager"}, {"council": "merton"}],
)
def test_invitations_that_are_not_valid(app: Flask, team: Team, change: dict[str, Any]) -> None:
    response = signed_in(app, team.mo).post(f"{API}/people/advisers", json={**NEW, **change})
    assert (response.status_code, kind(response)) == (422, "not-valid")


def test_resetting_a_second_factor_ends_everything_old_at_once(app: Flask, team: Team) -> None:
    device = signed_in(app, team.ada)
    device_code = device.post(f"{API}/auth/device-code").json["code"]
    made = signed_in(app, team.mo).post(f"{API}/people/advisers/{team.ada.id}/second-factor")
    assert made.status_code == 201
    assert device.get(f"{API}/auth/me").status_code == 401
    look = client(app).post(f"{API}/invitations/look", json={"code": device_code})
    assert kind(look) == "code-spent"
    with fixed(now() + timedelta(minutes=2)):
        assert kind(sign_in(client(app), team.ada)) == "wrong-code"
        form = {"code": made.json["code"], "pass_phrase": OTHER_PHRASE}
        enrol = client(app).post(f"{API}/invitations/spend", json=form).json["enrol"]
        code = second_factor.code_at_this_moment(enrol["secret"])
        done = client(app).post(f"{API}/invitations/confirm", json={"token": enrol["token"], "code": code})
    assert done.status_code == 200
    assert [notice["kind"] for notice in done.json["notices"]] == ["code_used", "code_made"]
    ada = Person(team.ada.id, team.ada.sign_in_name, enrol["secret"])
    with fixed(now() + timedelta(minutes=4)):
        assert sign_in(client(app), ada, OTHER_PHRASE).status_code == 200
        assert kind(sign_in(client(app), team.ada, OTHER_PHRASE)) == "wrong-code"


@pytest.mark.parametrize("who", ["max", "meg", "mo", "yusuf", None])
def test_only_advisers_of_the_own_council_can_be_reset(app: Flask, team: Team, who: str | None) -> None:
    target = getattr(team, who).id if who else uuid.uuid4()
    response = signed_in(app, team.mo).post(f"{API}/people/advisers/{target}/second-factor")
    assert (response.status_code, kind(response)) == (404, "not-found")
    if who == "max":
        assert sign_in(client(app), team.max).status_code == 200


def test_a_young_person_moves_to_another_adviser(app: Flask, team: Team) -> None:
    assert assign(app, team.mo, team.yusuf.space, team.bea.id).status_code == 204
    assert spaces_of_person(team.ada) == []
    assert spaces_of_person(team.bea) == [team.yusuf.space]
    assert overview(app, team.mo)["young_people"][0]["adviser"]["name"] == "Bea"


def test_a_young_person_without_an_adviser_is_on_the_duty_list(app: Flask, team: Team) -> None:
    assert assign(app, team.mo, team.yusuf.space, None).status_code == 204
    assert spaces_of_person(team.ada) == []
    assert spaces_of_person(team.yusuf) == [team.yusuf.space]
    later = overview(app, team.mo)
    assert later["young_people"] == [{"space": str(team.yusuf.space), "name": "Yusuf", "adviser": None}]
    assert {one["young_people"] for one in later["advisers"]} == {0}


def test_assigning_the_same_adviser_again_changes_nothing(app: Flask, team: Team) -> None:
    with get_db().read() as db:
        before = db.get_one(Space, team.yusuf.space).seq
    assert assign(app, team.mo, team.yusuf.space, team.ada.id).status_code == 204
    with get_db().read() as db:
        assert db.get_one(Space, team.yusuf.space).seq == before
        rows = select(func.count()).select_from(Member).where(Member.role == MemberRole.ADVISER)
        assert db.scalar(rows.where(Member.space_id == team.yusuf.space)) == 1


@pytest.mark.parametrize(
    ("space", "adviser"),
    [("zoe", "ada"), ("zoe", None), ("yusuf", "max"), ("yusuf", "mo"), ("yusuf", "zoe"), ("nobody", "ada")],
)
def test_assignments_stay_within_one_council(app: Flask, team: Team, space: str, adviser: str | None) -> None:
    of = getattr(team, space).space if space != "nobody" else uuid.uuid4()
    response = assign(app, team.mo, of, getattr(team, adviser).id if adviser else None)
    assert (response.status_code, kind(response)) == (404, "not-found")
    assert spaces_of_person(team.max) == [team.zoe.space]
    assert spaces_of_person(team.ada) == [team.yusuf.space]


@pytest.mark.parametrize("form", [{}, {"space": "x", "adviser": None}, {"space": str(uuid.uuid4())}])
def test_assignments_that_are_not_valid(app: Flask, team: Team, form: Any) -> None:
    response = signed_in(app, team.mo).post(f"{API}/people/assignments", json=form)
    assert (response.status_code, kind(response)) == (422, "not-valid")
