"""A write must come from our own pages; what the request says of its own host counts in a try-out only."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from tests.conftest import make_settings
from webapp import create_app

OURS = "https://footing.example"


@pytest.mark.parametrize(
    ("origin", "host", "status"),
    [
        (OURS, "footing.example", 422),
        # What a page that somebody slipped in on the way, without TLS, would send to the proxy's address.
        ("http://footing.example", "footing.example", 403),
        # A name of somebody else's that was made to point at our server.
        ("http://evil.example", "evil.example", 403),
        ("https://evil.example", "footing.example", 403),
        ("null", "footing.example", 403),
    ],
)
def test_in_production_only_our_own_address_writes(tmp_path: Path, origin: str, host: str, status: int) -> None:
    settings = dataclasses.replace(make_settings(tmp_path), environment="production", origin=OURS)
    client = create_app(settings).test_client()
    answer = client.post("/api/v1/auth/sign-in", json={}, headers={"Origin": origin, "Host": host})
    assert answer.status_code == status


def test_a_try_out_may_be_opened_by_any_address_of_the_machine(tmp_path: Path) -> None:
    client = create_app(make_settings(tmp_path)).test_client()
    headers = {"Origin": "http://192.0.2.7:8000", "Host": "192.0.2.7:8000"}
    assert client.post("/api/v1/auth/sign-in", json={}, headers=headers).status_code == 422


OPEN = "/oruk/"  # the standard feed of services, which other directories read


def test_only_the_open_feed_may_be_read_by_other_sites(tmp_path: Path) -> None:
    app = create_app(make_settings(tmp_path))
    client = app.test_client()
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or set()):
            continue
        path = re.sub(r"<uuid:[^>]+>", "00000000-0000-0000-0000-000000000000", rule.rule)
        path = re.sub(r"<[^>]*>", "merton", path)
        headers = client.get(path, headers={"Origin": "https://evil.example"}).headers
        opened = {name: headers.get(name) for name in ("Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy")}
        expected = ("*", "cross-origin") if path.startswith(OPEN) else (None, "same-origin")
        assert tuple(opened.values()) == expected, path
        assert "Access-Control-Allow-Credentials" not in headers
