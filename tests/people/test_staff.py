"""People who work for a council: joining in two steps, recovery codes, adding a device."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from webapp.core.clock import fixed, now
from webapp.core.db import get_db
from webapp.people import jobs, second_factor
from webapp.people.models import Account, Enrolment, RecoveryCode, SecondFactor

from .people import API, OTHER_PHRASE, PHRASE, Person, Team, at_once, client, kind, sign_in, signed_in

NEW = {"name": "Noor", "email": "Noor@Rutland.example"}


def invited(app: Flask, team: Team) -> str:
    response = signed_in(app, team.mo).post(f"{API}/people/advisers", json=NEW)
    assert response.status_code == 201, response.json
    code: str = response.json["code"]
    return code


def begin(app: Flask, code: str, phrase: str = OTHER_PHRASE) -> Any:
    form = {"code": code, "pass_phrase": phrase, "device_name": "Laptop"}
    return client(app).post(f"{API}/invitations/spend", json=form)


def confirm(app: Flask, enrol: Any, code: str | None = None) -> Any:
    typed = code or second_factor.code_at_this_moment(enrol["secret"])
    return client(app).post(f"{API}/invitations/confirm", json={"token": enrol["token"], "code": typed})


def joined(app: Flask, team: Team) -> tuple[Person, list[str]]:
    """Noor, who has joined, and her recovery codes."""
    enrol = begin(app, invited(app, team)).json["enrol"]
    done = confirm(app, enrol).json
    with get_db().read() as db:
        account_id = db.scalars(select(Account.id).where(Account.name == "Noor")).one()
    return Person(account_id, "noor@rutland.example", enrol["secret"]), done["recovery_codes"]


def test_an_adviser_joins_in_two_steps(app: Flask, team: Team) -> None:
    first = begin(app, invited(app, team))
    assert first.status_code == 200
    assert list(first.json) == ["enrol"]
    assert not first.headers.getlist("Set-Cookie")
    enrol = first.json["enrol"]
    assert enrol["otpauth_uri"].startswith("otpauth://totp/Footing:noor%40rutland.example?secret=" + enrol["secret"])
    done = confirm(app, enrol)
    assert done.status_code == 200
    assert done.headers.getlist("Set-Cookie")
    assert done.json["account"]["role"] == "adviser"
    assert done.json["session"]["device_name"] == "Laptop"
    assert done.json["account"]["email"] == "noor@rutland.example"
    assert len(set(done.json["recovery_codes"])) == 10


def test_nothing_of_the_first_step_counts_before_the_second(app: Flask, team: Team) -> None:
    code = invited(app, team)
    begin(app, code)
    with get_db().read() as db:
        noor = db.scalars(select(Account).where(Account.name == "Noor")).one()
        assert noor.pass_hash is None
        assert db.get(SecondFactor, noor.id) is None
    assert begin(app, code).status_code == 200


def test_starting_again_voids_the_first_start(app: Flask, team: Team) -> None:
    code = invited(app, team)
    first, second = begin(app, code).json["enrol"], begin(app, code, PHRASE).json["enrol"]
    assert first["secret"] != second["secret"]
    assert kind(confirm(app, first)) == "code-spent"
    assert confirm(app, second).status_code == 200


def test_wrong_digits_can_be_tried_again(app: Flask, team: Team) -> None:
    enrol = begin(app, invited(app, team)).json["enrol"]
    for wrong in ("000000", "12345", "１２３４５６", "abcdef"):
        assert kind(confirm(app, enrol, wrong)) == "wrong-code"
    assert confirm(app, enrol).status_code == 200


def test_the_invitation_is_used_up_by_the_second_step(app: Flask, team: Team) -> None:
    code = invited(app, team)
    enrol = begin(app, code).json["enrol"]
    assert confirm(app, enrol).status_code == 200
    assert kind(confirm(app, enrol)) == "code-spent"
    assert kind(begin(app, code)) == "code-spent"


def test_the_second_step_at_once_works_for_one(placed_app: Flask, placed_team: Team) -> None:
    enrol = begin(placed_app, invited(placed_app, placed_team)).json["enrol"]
    answers = at_once(4, lambda _: confirm(placed_app, enrol))
    assert sorted(answer.status_code for answer in answers) == [200, 410, 410, 410]
    with get_db().read() as db:
        noor = db.scalars(select(Account).where(Account.name == "Noor")).one()
        kept = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.account_id == noor.id)
        assert db.scalar(kept) == 10


def test_the_second_step_waits_half_an_hour(app: Flask, team: Team) -> None:
    moment = now()
    with fixed(moment):
        enrol = begin(app, invited(app, team)).json["enrol"]
    with fixed(moment + timedelta(minutes=30)):
        assert kind(confirm(app, enrol)) == "code-spent"
        jobs.forget_old_enrolments()
    with get_db().read() as db:
        assert db.scalar(select(func.count()).select_from(Enrolment)) == 1
    with fixed(moment + timedelta(minutes=31)):
        jobs.forget_old_enrolments()
    with get_db().read() as db:
        assert db.scalar(select(func.count()).select_from(Enrolment)) == 0


def test_a_made_up_token(app: Flask) -> None:
    response = client(app).post(f"{API}/invitations/confirm", json={"token": "x", "code": "123456"})
    assert (response.status_code, kind(response)) == (410, "code-spent")


def test_the_code_that_proved_the_app_does_not_sign_in(app: Flask, team: Team) -> None:
    with fixed(now()):
        noor, _ = joined(app, team)
        assert kind(sign_in(client(app), noor, OTHER_PHRASE)) == "wrong-code"
    with fixed(now() + timedelta(seconds=60)):
        assert sign_in(client(app), noor, OTHER_PHRASE).status_code == 200


def test_each_recovery_code_works_once(app: Flask, team: Team) -> None:
    noor, codes = joined(app, team)
    typed = codes[3].lower().replace("-", " ")
    first = sign_in(client(app), noor, OTHER_PHRASE, code=typed)
    assert first.status_code == 200
    assert [notice["kind"] for notice in first.json["notices"]] == ["recovery_code_used"]
    again = sign_in(client(app), noor, OTHER_PHRASE, code=codes[3])
    assert (again.status_code, kind(again)) == (401, "wrong-code")
    assert sign_in(client(app), noor, OTHER_PHRASE, code=codes[4]).status_code == 200


def test_a_recovery_code_used_at_once_works_once(placed_app: Flask, placed_team: Team) -> None:
    noor, codes = joined(placed_app, placed_team)
    answers = at_once(3, lambda _: sign_in(client(placed_app), noor, OTHER_PHRASE, code=codes[0]))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401]


def test_a_code_of_the_app_used_at_once_works_once(placed_app: Flask, placed_team: Team) -> None:
    with fixed(now()):
        answers = at_once(3, lambda _: sign_in(client(placed_app), placed_team.ada))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401]


def test_anothers_recovery_code_is_wrong(app: Flask, team: Team) -> None:
    _, codes = joined(app, team)
    assert kind(sign_in(client(app), team.ada, code=codes[0])) == "wrong-code"


def test_a_workers_new_device_needs_the_code_app_too(app: Flask, team: Team) -> None:
    moment = now()
    with fixed(moment):
        code = signed_in(app, team.ada).post(f"{API}/auth/device-code").json["code"]
    with fixed(moment + timedelta(seconds=60)):
        form = {"code": code, "device_name": "Phone"}
        asked = client(app).post(f"{API}/invitations/spend", json=form)
        assert (asked.status_code, kind(asked)) == (401, "second-factor-needed")
        wrong = client(app).post(f"{API}/invitations/spend", json={**form, "second_factor": "000000"})
        assert (wrong.status_code, kind(wrong)) == (401, "wrong-code")
        right = client(app).post(f"{API}/invitations/spend", json={**form, "second_factor": team.ada.code()})
        assert right.status_code == 200
        assert right.json["account"]["name"] == "Ada"


def test_guessing_digits_with_a_device_code_is_slowed(app: Flask, team: Team) -> None:
    with fixed(now()):
        code = signed_in(app, team.ada).post(f"{API}/auth/device-code").json["code"]
        form = {"code": code, "second_factor": "000000"}
        answers = [client(app).post(f"{API}/invitations/spend", json=form) for _ in range(6)]
    assert [kind(answer) for answer in answers] == ["wrong-code"] * 5 + ["too-many"]


@pytest.mark.parametrize("phrase", ["noor@rutland.example", "Password123!", "short"])
def test_a_workers_pass_phrase_is_checked_at_the_first_step(app: Flask, team: Team, phrase: str) -> None:
    assert kind(begin(app, invited(app, team), phrase)) == "not-valid"
