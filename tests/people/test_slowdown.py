"""Tries slow down and never lock; strangers do not slow a device that has signed in before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from webapp.core.clock import fixed, now
from webapp.core.db import get_db
from webapp.people.models import Attempt

from .people import API, Person, Team, at_once, client, kind, sign_in, signed_in

WRONG = "not the right one"


@pytest.fixture
def moment() -> Iterator[datetime]:
    """Time stands still, so that only the count decides."""
    with fixed(now()):
        yield now()


def fail(app: Flask, person: Person, times: int, address: str = "198.51.100.9") -> Any:
    """Wrong pass phrases from one stranger; the last answer."""
    return [sign_in(client(app, address), person, WRONG) for _ in range(times)][-1]


def count(app: Flask) -> int:
    with get_db().read() as db:
        return db.scalar(select(func.count()).select_from(Attempt)) or 0


def test_five_tries_are_free_then_each_costs_twice_the_wait(app: Flask, team: Team, moment: datetime) -> None:
    assert kind(fail(app, team.yusuf, 5)) == "wrong-sign-in"
    at = moment
    for wait in (2, 4, 8, 16, 32, 60, 60):
        with fixed(at):
            refused = fail(app, team.yusuf, 1)
        assert (refused.status_code, kind(refused)) == (429, "too-many")
        assert refused.json["retry_after"] == wait
        assert refused.headers["Retry-After"] == str(wait)
        at += timedelta(seconds=wait)
        with fixed(at):
            assert kind(fail(app, team.yusuf, 1)) == "wrong-sign-in"


def test_the_right_pass_phrase_waits_too_and_then_gets_in(app: Flask, team: Team, moment: datetime) -> None:
    fail(app, team.yusuf, 5)
    assert sign_in(client(app, "203.0.113.5"), team.yusuf).status_code == 429
    with fixed(moment + timedelta(seconds=2)):
        assert sign_in(client(app, "203.0.113.5"), team.yusuf).status_code == 200


def test_refused_tries_do_not_lengthen_the_wait(app: Flask, team: Team, moment: datetime) -> None:
    assert fail(app, team.yusuf, 40).json["retry_after"] == 2


def test_a_known_device_is_not_slowed_by_strangers(app: Flask, team: Team, moment: datetime) -> None:
    phone = signed_in(app, team.yusuf)
    phone.post(f"{API}/auth/sign-out", json={})
    fail(app, team.yusuf, 30)
    assert sign_in(client(app), team.yusuf).status_code == 429
    assert sign_in(phone, team.yusuf).status_code == 200


def test_a_known_device_is_counted_by_itself(app: Flask, team: Team, moment: datetime) -> None:
    phone = signed_in(app, team.yusuf)
    for _ in range(5):
        assert kind(sign_in(phone, team.yusuf, WRONG)) == "wrong-sign-in"
    assert sign_in(phone, team.yusuf, WRONG).json["retry_after"] == 2
    assert sign_in(client(app), team.yusuf).status_code == 200


def test_a_device_known_to_one_account_is_a_stranger_to_another(app: Flask, team: Team, moment: datetime) -> None:
    phone = signed_in(app, team.yusuf)
    fail(app, team.zoe, 5)
    assert sign_in(phone, team.zoe, WRONG).status_code == 429


def test_a_name_that_does_not_exist_slows_the_same(app: Flask, team: Team, moment: datetime) -> None:
    nobody = Person(team.yusuf.id, "maple-nobody-42")
    fail(app, nobody, 5)
    refused, real = fail(app, nobody, 1), fail(app, team.yusuf, 6)
    assert refused.status_code == 429
    assert refused.json == real.json


def test_writing_the_name_in_another_way_is_the_same_name(app: Flask, team: Team, moment: datetime) -> None:
    for name in ("ada@rutland.example", "ADA@RUTLAND.example", " Ada@Rutland.Example", "ada@rutland.example ") * 2:
        last = sign_in(client(app, "198.51.100.9"), Person(team.ada.id, name), WRONG)
    assert last.status_code == 429


def test_one_address_is_slowed_over_many_names(app: Flask, team: Team, moment: datetime) -> None:
    names = [Person(team.yusuf.id, f"maple-nobody-{number}") for number in range(21)]
    answers = [fail(app, person, 1) for person in names]
    assert [answer.status_code for answer in answers] == [401] * 20 + [429]
    assert sign_in(client(app, "203.0.113.5"), team.yusuf).status_code == 200


def test_success_and_the_question_for_a_code_do_not_count(app: Flask, team: Team, moment: datetime) -> None:
    for _ in range(8):
        assert kind(sign_in(client(app), team.ada, code=None)) == "not-valid"
        form = {"name": team.ada.sign_in_name, "pass_phrase": "seven purple kites"}
        assert kind(client(app).post(f"{API}/auth/sign-in", json=form)) == "second-factor-needed"
        assert sign_in(client(app), team.yusuf).status_code == 200
    assert count(app) == 0


def test_guessing_the_second_factor_is_slowed(app: Flask, team: Team, moment: datetime) -> None:
    answers = [sign_in(client(app), team.ada, code="000000") for _ in range(6)]
    assert [kind(answer) for answer in answers] == ["wrong-code"] * 5 + ["too-many"]


def test_guessing_codes_is_slowed_for_that_address(app: Flask, team: Team, moment: datetime) -> None:
    guess = {"code": "AAAA-BBBB-CCCC"}
    answers = [client(app, "198.51.100.9").post(f"{API}/invitations/look", json=guess) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [404] * 10 + [429]
    assert client(app, "198.51.100.9").post(f"{API}/invitations/spend", json=guess).status_code == 429
    assert client(app, "203.0.113.5").post(f"{API}/invitations/look", json=guess).status_code == 404


def test_looking_at_a_real_code_is_never_slowed(app: Flask, team: Team, moment: datetime) -> None:
    code = signed_in(app, team.yusuf).post(f"{API}/auth/device-code").json["code"]
    answers = [client(app).post(f"{API}/invitations/look", json={"code": code}) for _ in range(12)]
    assert {answer.status_code for answer in answers} == {200}
    assert count(app) == 0


def test_neither_names_nor_addresses_are_kept(app: Flask, team: Team, moment: datetime) -> None:
    fail(app, team.yusuf, 1)
    with get_db().read() as db:
        assert all(len(kept) == 32 for kept in db.scalars(select(Attempt.counted_under)))


def test_old_tries_are_tidied_away(app: Flask, team: Team, moment: datetime) -> None:
    fail(app, team.yusuf, 3)
    assert count(app) == 6
    with fixed(moment + timedelta(days=1, seconds=1)):
        fail(app, team.zoe, 1)
    assert count(app) == 2


def test_many_tries_at_once_do_not_slip_through(placed_app: Flask, placed_team: Team) -> None:
    with fixed(now()):
        answers = at_once(12, lambda _: fail(placed_app, placed_team.yusuf, 1))
    assert sorted(answer.status_code for answer in answers) == [401] * 5 + [429] * 7
