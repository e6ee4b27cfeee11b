"""Every address of the app answers with the same shell, under a strict policy; anything else is the usual 404."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from webapp.pages.routes import PATHS
from webapp.settings import ROOT
from webapp.shell.routes import APP_PATHS

from .conftest import SCRIPT, STYLE

PAGES = [path.replace("<path:rest>", "home/home-01") for path in APP_PATHS]


@pytest.mark.parametrize("path", PAGES)
def test_every_address_of_the_app_is_the_shell(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert f"/static/dist/{SCRIPT}" in answer.text
    assert f"/static/dist/{STYLE}" in answer.text
    assert answer.headers["Cache-Control"] == "no-cache"


def test_nothing_inline_under_a_strict_policy(client: FlaskClient) -> None:
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert re.findall(r"<script(?![^>]*\ssrc=)", answer.text) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", answer.text) == []
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//", answer.text) == []


def test_the_shell_is_kept_by_its_etag(client: FlaskClient) -> None:
    first = client.get("/passport")
    again = client.get("/passport", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_help_lines_without_javascript(client: FlaskClient) -> None:
    text = client.get("/help").text
    assert all(f"tel:{number}" in text for number in ("999", "111", "116123"))


@pytest.mark.parametrize(
    "path", ["/nowhere", "/wp-login.php", "/static/dist/gone-ABCD1234.js", "/api/v1/nowhere", "/favicon.ico"]
)
def test_an_unknown_address_is_the_usual_404(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_missing_build_says_so_without_a_trace(client: FlaskClient, dist: Path) -> None:
    (dist / "manifest.json").unlink()
    answer = client.get("/")
    assert answer.status_code == 500
    assert answer.mimetype == "application/problem+json"
    assert str(dist) not in answer.text


def test_the_worker_knows_every_address_of_the_app_and_no_other() -> None:
    # Without a signal it shows the kept shell for these, and the offline page for the others.
    source = (ROOT / "static" / "src" / "sw" / "pages.ts").read_text("utf-8")
    known = re.search(r"const APP =\s+/\^\\/\(\$\|\((.+?)\)", source)
    assert known
    firsts = {path.split("/")[1] for path in (*APP_PATHS, *PATHS)} - {""}
    assert set(known[1].split("|")) == firsts
