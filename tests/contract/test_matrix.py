"""Every API route × every role × somebody else's space, device or adviser. A route that the table lacks fails."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import make_settings
from tests.support.apps import running

from .cast import ADVISER, FOREIGN, MANAGER, OTHER, OWNER, ROLES, SIGNED_OUT, STRANGER, Cast, make_cast
from .table import INSIDE, OUTSIDE, TABLE, Case

KEYS = sorted(TABLE)
# Where a manager of the council is meant to read a young person's name.
TELLS_A_MANAGER = {"/api/v1/people/team", "/api/v1/council/spaces/<uuid:space_id>/thread"}


@pytest.fixture(scope="module")
def one_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One app for the whole matrix; each test brings its own people."""
    with running(make_settings(tmp_path_factory.mktemp("matrix"))) as app:
        yield app


@pytest.fixture
def cast(one_app: Flask) -> Cast:
    return make_cast(one_app)


def ask(cast: Cast, role: str, method: str, rule: str, case: Case) -> TestResponse:
    path = case.path(cast) if case.path else rule.replace("<slug>", "rutland")
    body = case.body(cast, role) if case.body else None
    # An address each: what slows guessers down is tested elsewhere.
    address = {"REMOTE_ADDR": f"10.0.{secrets.randbelow(256)}.{secrets.randbelow(256)}"}
    return cast.phones[role].client.open(path, method=method, json=body, environ_overrides=address)


def test_no_route_is_missing(one_app: Flask) -> None:
    routes = {
        (method, rule.rule)
        for rule in one_app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert routes == set(TABLE)
    assert all(set(case.expected) == set(ROLES) for case in TABLE.values())


@pytest.mark.parametrize(("method", "rule"), KEYS, ids=[" ".join(key) for key in KEYS])
def test_each_role_gets_what_the_table_says(cast: Cast, method: str, rule: str) -> None:
    case = TABLE[method, rule]
    # Those who are refused ask first, so that nobody is refused only because another has used it up.
    order = sorted(ROLES, key=lambda role: -case.expected[role])
    answers = {role: ask(cast, role, method, rule, case) for role in order}
    assert {role: answer.status_code for role, answer in answers.items()} == case.expected
    for role in (SIGNED_OUT, *OUTSIDE):
        assert "Maya" not in answers[role].text or (role == MANAGER and rule in TELLS_A_MANAGER)


def test_a_device_is_seen_by_its_owner_alone(cast: Cast) -> None:
    for role in ROLES[1:]:
        seen = cast.phones[role].client.get("/api/v1/auth/devices").get_json()["devices"]
        assert (str(cast.lost_phone.session_id) in {device["id"] for device in seen}) is (role == OWNER)


def test_a_manager_sees_one_council(cast: Cast) -> None:
    def spaces(role: str) -> set[str]:
        return {row["space"] for row in cast.phones[role].client.get("/api/v1/people/team").get_json()["young_people"]}

    assert str(cast.space) in spaces(MANAGER)
    assert str(cast.space) not in spaces(FOREIGN)


@pytest.mark.parametrize("role", ROLES[1:])
def test_sync_shows_the_space_to_those_inside(cast: Cast, role: str) -> None:
    answer = ask(cast, role, "POST", "/api/v1/sync", TABLE["POST", "/api/v1/sync"]).get_json()
    seen = {space["id"] for space in answer["spaces"]}
    (outcome,) = answer["outcomes"]
    assert (str(cast.space) in seen) is (role in INSIDE)
    assert (str(cast.space) in answer["ended"]) is (role in OUTSIDE)
    assert outcome["outcome"] == ("applied" if role == OWNER else "refused")
    if role in OUTSIDE:
        assert outcome["problem"]["type"].endswith(":not-found")
    if role == ADVISER:
        assert outcome["problem"]["type"].endswith(":not-allowed")


def same_answer(there: TestResponse, nowhere: TestResponse) -> None:
    """Nothing in the two answers tells one from the other."""
    assert there.status_code == nowhere.status_code == 404
    assert there.data == nowhere.data
    assert dict(there.headers) == dict(nowhere.headers)


@pytest.mark.parametrize("role", [OWNER, OTHER, STRANGER, MANAGER, FOREIGN])
def test_not_yours_and_not_there_look_the_same(cast: Cast, role: str) -> None:
    client, nobody = cast.phones[role].client, uuid.uuid4()

    def post(path: str, body: dict[str, Any] | None = None) -> TestResponse:
        return client.post(f"/api/v1/people/{path}", json=body)

    same_answer(post(f"young-people/{cast.space}/code"), post(f"young-people/{nobody}/code"))
    if role != MANAGER:
        adviser = cast.people[ADVISER].id
        same_answer(post(f"advisers/{adviser}/second-factor"), post(f"advisers/{nobody}/second-factor"))
        there = {"space": str(cast.space), "adviser": None}
        same_answer(post("assignments", there), post("assignments", {"space": str(nobody), "adviser": None}))
    if role != OWNER:
        device = cast.lost_phone.session_id
        same_answer(client.delete(f"/api/v1/auth/devices/{device}"), client.delete(f"/api/v1/auth/devices/{nobody}"))


@pytest.mark.parametrize("role", sorted(OUTSIDE))
def test_sync_tells_a_stranger_nothing(cast: Cast, role: str) -> None:
    sync = TABLE["POST", "/api/v1/sync"]
    assert sync.body is not None
    body = sync.body(cast, role)
    there = cast.phones[role].client.post("/api/v1/sync", json=body).get_json()
    nobody = str(uuid.uuid4())
    body["cursors"] = {nobody: {"epoch": 1, "seq": 0}}
    body["operations"][0]["space"] = nobody
    nowhere = cast.phones[role].client.post("/api/v1/sync", json=body).get_json()
    assert there["outcomes"] == nowhere["outcomes"]
    assert (there["ended"], nowhere["ended"]) == ([str(cast.space)], [nobody])
    assert there["spaces"] == nowhere["spaces"]


@pytest.mark.parametrize("role", [OTHER, STRANGER, MANAGER, FOREIGN])
def test_an_account_cannot_send_anothers_queue(cast: Cast, role: str) -> None:
    sync = TABLE["POST", "/api/v1/sync"]
    assert sync.body is not None
    answer = cast.phones[role].client.post("/api/v1/sync", json=sync.body(cast, OWNER))
    assert answer.status_code == 409
    assert answer.get_json()["type"].endswith(":wrong-account")
