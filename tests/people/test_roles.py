"""Every route about people, for everyone who may not call it: the same answer as if it were not there."""

from __future__ import annotations

import pytest
from flask import Flask

from .people import API, Team, client, kind, signed_in

ROUTES = [
    ("GET", "/auth/me", {"yusuf", "ada", "mo"}),
    ("PATCH", "/auth/me", {"yusuf", "ada", "mo"}),
    ("GET", "/auth/devices", {"yusuf", "ada", "mo"}),
    ("POST", "/auth/device-code", {"yusuf", "ada", "mo"}),
    ("DELETE", "/auth/devices/{space}", set()),
    ("POST", "/people/young-people", {"ada"}),
    ("POST", "/people/young-people/{space}/code", {"ada"}),
    ("GET", "/people/team", {"mo"}),
    ("POST", "/people/advisers", {"mo"}),
    ("POST", "/people/advisers/{adviser}/second-factor", {"mo"}),
    ("POST", "/people/assignments", {"mo"}),
]


@pytest.mark.parametrize("who", ["yusuf", "ada", "mo"])
def test_who_may_call_what(app: Flask, team: Team, who: str) -> None:
    device = signed_in(app, getattr(team, who))
    for method, path, allowed in ROUTES:
        url = API + path.format(space=team.yusuf.space, adviser=team.bea.id)
        response = device.open(url, method=method, json={} if method in ("POST", "PATCH") else None)
        assert (response.status_code == 404) is (who not in allowed), (method, path, response.status_code)


def test_nobody_may_call_anything_without_a_session(app: Flask, team: Team) -> None:
    for method, path, _ in ROUTES:
        url = API + path.format(space=team.yusuf.space, adviser=team.bea.id)
        response = client(app).open(url, method=method, json={} if method in ("POST", "PATCH") else None)
        assert (response.status_code, kind(response)) == (401, "not-signed-in"), (method, path)


def test_a_write_from_another_site_is_refused(app: Flask, team: Team) -> None:
    device = signed_in(app, team.yusuf)
    response = device.post(f"{API}/auth/sign-out", json={}, headers={"Origin": "https://elsewhere.example"})
    assert (response.status_code, kind(response)) == (403, "wrong-origin")
    assert device.get(f"{API}/auth/me").status_code == 200
