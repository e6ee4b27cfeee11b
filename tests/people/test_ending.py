"""Ending an account: hidden and locked at once on every device, the record kept, and a manager can open it again."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from tests.support import crowd
from tests.support.care import make_care, operation
from webapp.core.db import get_db
from webapp.passport.models import SkillLevel
from webapp.people.ending import end_again
from webapp.spaces.models import Member, Space

from .people import API, PHRASE, Person, Team, client, kind, sign_in


@pytest.fixture
def app(placed_app: Flask) -> Flask:
    """On SQLite and then on PostgreSQL."""
    return placed_app


def device_of(app: Flask, person: Person) -> Any:
    if person.secret:
        # A code of the code app is good once, and these tests sign in more often than it changes.
        return crowd.add_phone(app, crowd.Person(person.id, "")).client
    device = client(app)
    assert sign_in(device, person).status_code == 200
    return device


def sync(device: Any, person: Person, space: Any, *operations: Any) -> Any:
    cursors = {str(space): {"epoch": 1, "seq": 0}}
    body = {"account": str(person.id), "cursors": cursors, "operations": operations}
    return device.post(f"{API}/sync", json=body)


def mark(space: Any) -> dict[str, Any]:
    return operation(space, "passport.mark", skill="home-01", level="with_help")


def end(app: Flask, team: Team) -> Any:
    return device_of(app, team.mo).post(f"{API}/people/young-people/{team.yusuf.space}/end")


def test_it_is_hidden_and_locked_and_kept(app: Flask, team: Team) -> None:
    phone, other, ada = device_of(app, team.yusuf), device_of(app, team.yusuf), device_of(app, team.ada)
    assert sync(phone, team.yusuf, team.yusuf.space, mark(team.yusuf.space)).json["outcomes"][0]["outcome"] == "applied"
    code = ada.post(f"{API}/people/young-people/{team.yusuf.space}/code").json["code"]
    assert end(app, team).status_code == 204
    for device in (phone, other):
        assert sync(device, team.yusuf, team.yusuf.space, mark(team.yusuf.space)).status_code == 401
    answer = sync(ada, team.ada, team.yusuf.space, mark(team.yusuf.space)).json
    assert (answer["spaces"], answer["ended"]) == ([], [str(team.yusuf.space)])
    assert answer["outcomes"][0]["problem"]["type"].endswith(":not-found")
    assert kind(sign_in(client(app), team.yusuf)) == "wrong-sign-in"
    assert kind(client(app).post(f"{API}/invitations/look", json={"code": code})) == "code-spent"
    assert ada.post(f"{API}/people/young-people/{team.yusuf.space}/code").status_code == 404
    assert device_of(app, team.mo).get(f"{API}/people/team").json["young_people"] == []
    with get_db().read() as db:
        assert db.scalars(select(SkillLevel.level).where(SkillLevel.space_id == team.yusuf.space)).all() == [
            "with_help"
        ]


def test_it_ends_once(app: Flask, team: Team) -> None:
    assert end(app, team).status_code == 204
    assert end(app, team).status_code == 404


def test_a_manager_opens_it_again(app: Flask, team: Team) -> None:
    manager, space = device_of(app, team.mo), team.yusuf.space
    path = f"{API}/people/young-people/{space}/open-again"
    assert manager.post(path).status_code == 404
    end(app, team)
    assert device_of(app, team.meg).post(path).status_code == 404
    assert manager.post(path).status_code == 204
    assert manager.get(f"{API}/people/team").json["young_people"] == [
        {"space": str(space), "name": "Yusuf", "adviser": None}
    ]
    phone = device_of(app, team.yusuf)
    assert sync(phone, team.yusuf, space, mark(space)).json["outcomes"][0]["outcome"] == "applied"
    assert sync(device_of(app, team.ada), team.ada, space).json["ended"] == [str(space)]


def test_who_is_on_duty_is_in_an_account_that_was_opened_again(app: Flask, team: Team) -> None:
    manager, bea, space = device_of(app, team.mo), device_of(app, team.bea), team.yusuf.space
    named = manager.put(f"{API}/council/duty", json={"advisers": [str(team.bea.id)]})
    assert named.status_code < 300, named.json
    end(app, team)
    assert sync(bea, team.bea, space).json["ended"] == [str(space)]
    assert manager.post(f"{API}/people/young-people/{space}/open-again").status_code == 204
    assert [part["id"] for part in sync(bea, team.bea, space).json["spaces"]] == [str(space)]


def test_a_young_person_ends_their_own_with_the_pass_phrase(app: Flask, team: Team) -> None:
    phone = device_of(app, team.yusuf)
    wrong = phone.post(f"{API}/auth/me/end", json={"pass_phrase": "not the right one"})
    assert (wrong.status_code, list(wrong.json["errors"]["json"])) == (422, ["pass_phrase"])
    assert phone.get(f"{API}/auth/me").status_code == 200
    assert phone.post(f"{API}/auth/me/end", json={"pass_phrase": PHRASE}).status_code == 204
    assert phone.get(f"{API}/auth/me").status_code == 401
    with get_db().read() as db:
        assert db.scalars(select(Space.ended_at).where(Space.id == team.yusuf.space)).one() is not None
        assert None not in db.scalars(select(Member.until).where(Member.space_id == team.yusuf.space)).all()
        assert db.scalars(select(Space.ended_at).where(Space.id == team.zoe.space)).one() is None


def test_guessing_the_pass_phrase_is_slowed_down(app: Flask, team: Team) -> None:
    phone = device_of(app, team.yusuf)
    answers = [phone.post(f"{API}/auth/me/end", json={"pass_phrase": f"guess number {n}"}) for n in range(7)]
    assert {answer.status_code for answer in answers[:5]} == {422}
    assert answers[-1].status_code == 429


def test_what_is_sent_a_second_later_is_refused_and_stays_on_the_phone(app: Flask) -> None:
    care = make_care(app)
    with get_db().write() as db:
        end_again(db, care.space, db.get_one(Space, care.space).created_at)
    outcome = care.outcome(care.sam, mark(care.space))
    assert outcome["problem"]["type"].endswith(":not-found")
