"""Deny by default: every route names its guard, and the OpenAPI document names every route."""

from __future__ import annotations

import re

import pytest
from flask import Flask

GUARD = re.compile(r"public|signed_in:(young_person|adviser|manager)?(,(young_person|adviser|manager))*")
# Open to anyone on purpose. A new entry here needs a reason.
PUBLIC_API = {
    "/api/v1/openapi.json",  # how to talk to us
    "/api/v1/auth/sign-in",  # nobody is signed in yet
    "/api/v1/invitations/look",  # holding the code is the right
    "/api/v1/invitations/spend",
    "/api/v1/invitations/confirm",
    "/api/v1/receipts/notify",  # Notify shows a token of its own
    "/api/v1/entitlements/check",  # it looks at nothing of anybody's and keeps nothing
}
PUBLIC_PREFIX = "/api/v1/councils"  # content is for everyone


def test_every_route_names_a_guard(app: Flask) -> None:
    without = [
        rule.rule
        for rule in app.url_map.iter_rules()
        for view in [app.view_functions[rule.endpoint]]
        if not GUARD.fullmatch(str(getattr(view, "guard", None) or getattr(view, "guards", None)))
    ]
    assert without == []


def test_no_api_route_is_public_by_accident(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if rule.rule.startswith("/api/") and getattr(view, "guard", None) == "public":
            assert rule.rule in PUBLIC_API or rule.rule.startswith(PUBLIC_PREFIX), rule.rule


def test_openapi_lists_every_api_route(app: Flask) -> None:
    document = app.test_client().get("/api/v1/openapi.json").get_json()
    assert document["openapi"].startswith("3.1")
    listed = {
        (path, method.upper())
        for path, entry in document["paths"].items()
        for method in entry
        if method in ("get", "post", "put", "patch", "delete")
    }
    assert listed == {pair for pair in api_routes(app) if pair[0] != "/api/v1/openapi.json"}


def api_routes(app: Flask) -> set[tuple[str, str]]:
    """Every (path with {names}, method) under /api/v1."""
    return {
        (re.sub(r"<(?:[^:<>]+:)?([^<>]+)>", r"{\1}", rule.rule), method)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


HEADER_PATHS = [
    "/", "/healthz", "/api/v1/councils", "/api/v1/nowhere", "/api/v1/auth/me", "/oruk/merton/",
    "/oruk/merton/services?page=0",
]  # fmt: skip


@pytest.mark.parametrize("path", HEADER_PATHS)
def test_the_safety_headers_are_on_every_answer(app: Flask, path: str) -> None:
    headers = app.test_client().get(path).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Cache-Control" in headers
