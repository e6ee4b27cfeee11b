"""Built files: compressed, kept for a year when their name carries a hash, and nothing outside the folder."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from .conftest import SCRIPT, STYLE


@pytest.mark.parametrize("name", [SCRIPT, STYLE])
def test_a_hashed_file_is_kept_for_a_year(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/static/dist/{name}")
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_smallest_form_that_the_browser_takes(client: FlaskClient) -> None:
    address = f"/static/dist/{SCRIPT}"
    plain = client.get(address)
    small = client.get(address, headers={"Accept-Encoding": "gzip, deflate, br"})
    older = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert plain.headers.get("Content-Encoding") is None
    assert (small.headers["Content-Encoding"], older.headers["Content-Encoding"]) == ("br", "gzip")
    assert brotli.decompress(small.data) == gzip.decompress(older.data) == plain.data
    assert len(small.data) < len(plain.data)
    assert {answer.headers["Vary"] for answer in (plain, small, older)} == {"Accept-Encoding"}


def test_what_the_build_packed_is_sent_as_it_is(client: FlaskClient, dist: Path) -> None:
    packed = brotli.compress(b"as the build left it")
    (dist / f"{SCRIPT}.br").write_bytes(packed)
    answer = client.get(f"/static/dist/{SCRIPT}", headers={"Accept-Encoding": "br"})
    assert (answer.headers["Content-Encoding"], answer.data) == ("br", packed)


@pytest.mark.parametrize(("accepted", "sent"), [("br;q=0", None), ("br;q=0, gzip", "gzip"), ("gzip;q=0.0", None)])
def test_a_form_that_the_browser_refuses_is_not_sent(client: FlaskClient, accepted: str, sent: str | None) -> None:
    answer = client.get(f"/static/dist/{SCRIPT}", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == sent


@pytest.mark.parametrize("path", ["/sw.js", "/manifest.webmanifest", "/static/dist/manifest.json"])
def test_a_name_without_a_hash_is_asked_for_anew(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache"
    again = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_kinds_of_file(client: FlaskClient) -> None:
    kinds = {path: client.get(path).mimetype for path in ("/sw.js", "/manifest.webmanifest", "/icons/icon-192.png")}
    assert kinds["/sw.js"] in ("text/javascript", "application/javascript")
    assert kinds["/manifest.webmanifest"] == "application/manifest+json"
    assert kinds["/icons/icon-192.png"] == "image/png"


@pytest.mark.parametrize(
    "path",
    [
        "/static/dist/../secret.txt",
        "/static/dist/..%2fsecret.txt",
        "/static/dist/%2e%2e/secret.txt",
        "/static/dist//etc/passwd",
        "/static/dist/icons/../../secret.txt",
        "/icons/..%2f..%2fsecret.txt",
        "/icons/..",
        "/static/dist/icons",
        "/static/dist/",
        "/static/dist/%00",
        "/static/dist/" + "a" * 400,
        "/icons/%00",
        "/icons/" + "a" * 400,
    ],
)
def test_nothing_outside_the_folder(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (308, 404)
    assert b"outside" not in client.get(path, follow_redirects=True).data


def test_where_to_report_a_security_hole(client: FlaskClient) -> None:
    answer = client.get("/.well-known/security.txt")
    assert answer.mimetype == "text/plain"
    fields = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert fields["Contact"].startswith(("http", "mailto:"))
    expires = datetime.fromisoformat(fields["Expires"])
    assert datetime.now(UTC) < expires <= datetime.now(UTC) + timedelta(days=366)
