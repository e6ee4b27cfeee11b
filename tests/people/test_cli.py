"""`flask people …`: the first manager, and a way back for one who lost everything."""

from __future__ import annotations

import re

from flask import Flask

from .people import API, Team, client, kind, sign_in, signed_in


def run(app: Flask, *arguments: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["people", *arguments])
    return result.exit_code, result.output


def code_in(output: str) -> str:
    found = re.search(r"Code: ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\n", output)
    assert found, output
    return found[1]


def test_the_first_manager_is_invited(app: Flask) -> None:
    status, output = run(app, "invite", "--council", "rutland", "--name", "Mo", "--email", "Mo@rutland.example")
    assert status == 0
    code = code_in(output)
    assert f"Link: http://localhost/join#{code}" in output
    look = client(app).post(f"{API}/invitations/look", json={"code": code})
    assert look.json == {
        "purpose": "join",
        "role": "manager",
        "name": "Mo",
        "council": "rutland",
        "sign_in_name": None,
    }


def test_inviting_again_prints_a_new_code(app: Flask) -> None:
    arguments = ("invite", "--council", "rutland", "--name", "Mo", "--email", "mo@rutland.example")
    first, second = code_in(run(app, *arguments)[1]), code_in(run(app, *arguments)[1])
    assert kind(client(app).post(f"{API}/invitations/look", json={"code": first})) == "code-spent"
    assert client(app).post(f"{API}/invitations/look", json={"code": second}).status_code == 200


def test_a_council_that_nobody_knows(app: Flask) -> None:
    status, output = run(app, "invite", "--council", "atlantis", "--name", "Mo", "--email", "mo@rutland.example")
    assert status == 1
    assert "We do not know the council “atlantis”." in output


def test_an_email_that_has_an_account(app: Flask, team: Team) -> None:
    status, output = run(app, "invite", "--council", "rutland", "--name", "Ada", "--email", "ada@rutland.example")
    assert status == 1
    assert "has an account already" in output


def test_a_manager_who_lost_everything_starts_again(app: Flask, team: Team) -> None:
    device = signed_in(app, team.mo)
    status, output = run(app, "reset", "--email", "mo@rutland.example")
    assert status == 0
    assert device.get(f"{API}/auth/me").status_code == 401
    assert kind(sign_in(client(app), team.mo)) == "wrong-code"
    look = client(app).post(f"{API}/invitations/look", json={"code": code_in(output)})
    assert look.json["purpose"] == "reset"


def test_a_young_person_is_not_reset_from_here(app: Flask, team: Team) -> None:
    assert run(app, "reset", "--email", team.yusuf.sign_in_name)[0] == 1
    assert run(app, "reset", "--email", "nobody@rutland.example")[0] == 1


def test_what_is_no_email_is_refused(app: Flask) -> None:
    status, output = run(app, "invite", "--council", "rutland", "--name", "Mo", "--email", "mo")
    assert status == 1
    assert "email" in output
