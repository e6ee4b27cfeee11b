"""A client for the check on an app without tables, for the tests of the check over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import make_settings
from tests.entitlements.bad_answers import told
from webapp import create_app
from webapp.core.clock import fixed

URL = "/api/v1/entitlements/check"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def app_at_noon(folder: Path) -> Iterator[Flask]:
    """An app, and the time stopped. Its database has no tables: the check needs none."""
    with fixed(NOON):
        yield create_app(make_settings(folder))


def ask(client: FlaskClient, raw: Any = None, **more: Any) -> dict[str, Any]:
    """The answer to a check that is taken; without answers, of somebody who says nothing."""
    answer = client.post(URL, json={"answers": told() if raw is None else raw, **more})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.get_json()
    return body


def refused(client: FlaskClient, body: Any) -> dict[str, list[str]]:
    """What is said to be wrong with a check that is refused."""
    answer = client.post(URL, json=body)
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json"), answer.text
    assert answer.get_json()["type"] == "urn:footing:problem:not-valid"
    errors: dict[str, list[str]] = answer.get_json()["errors"]
    return errors
