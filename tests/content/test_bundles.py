"""The bundle: one JSON named by its hash, compressed once, served as the phone can take it."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import make_settings
from tests.content.packs import HELP, PACK, TODAY, body, write
from webapp import create_app
from webapp.content.schemas.conditions import STATUSES
from webapp.content.schemas.status import FLAGS, RULES
from webapp.core import clock
from webapp.core.api import PREFIX

HASH_LETTERS = 16


def address(client: FlaskClient) -> str:
    found: str = body(client.get(f"{PREFIX}/councils"))["councils"][0]["bundles"]["en"]
    return found


def as_it_is(data: bytes) -> bytes:
    return data


@pytest.mark.parametrize(
    ("accepts", "coding", "unpack"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("br;q=0.1, gzip;q=0.1", "br", brotli.decompress),
        ("*", "br", brotli.decompress),
        ("gzip, br;q=0", "gzip", gzip.decompress),
        ("deflate", None, as_it_is),
        ("", None, as_it_is),
    ],
)
def test_the_coding_is_one_that_the_phone_takes(
    client: FlaskClient, accepts: str, coding: str | None, unpack: Callable[[bytes], bytes]
) -> None:
    answer = client.get(address(client), headers={"Accept-Encoding": accepts})
    assert answer.status_code == 200
    assert answer.headers.get("Content-Encoding") == coding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.mimetype == "application/json"
    assert json.loads(unpack(answer.data))["council"]["slug"] == "oldshire"


def test_the_hash_is_of_the_content(client: FlaskClient) -> None:
    path = address(client)
    bundle = body(client.get(path))
    without = {name: value for name, value in bundle.items() if name != "hash"}
    data = json.dumps(without, ensure_ascii=False, separators=(",", ":")).encode()
    assert bundle["hash"] == hashlib.sha256(data).hexdigest()[:HASH_LETTERS]
    assert f"/bundle/{bundle['hash']}?lang=en" in path


def test_304_for_the_same_coding_only(client: FlaskClient) -> None:
    path = address(client)
    tag = client.get(path, headers={"Accept-Encoding": "br"}).headers["ETag"]
    again = client.get(path, headers={"Accept-Encoding": "br", "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get(path, headers={"Accept-Encoding": "gzip", "If-None-Match": tag}).status_code == 200


def test_it_brings_what_a_request_and_a_check_need_offline(tmp_path: Path) -> None:
    with clock.fixed(TODAY):
        app = create_app(replace(make_settings(tmp_path), content_dir=write(tmp_path)))
    bundle = body(app.test_client().get(address(app.test_client())))
    assert bundle["council"]["answer_days"] == 10
    assert {name: {one["id"] for one in found} for name, found in bundle["status"].items()} == {
        "statuses": set(STATUSES),
        "rules": set(RULES),
        "flags": set(FLAGS),
    }
    assert [one["id"] for one in bundle["challenges"]] == ["complain", "ask-them"]
    days = bundle["bank_holidays"]
    assert days == sorted(days)
    assert {day[:4] for day in days} == {"2025", "2026", "2027", "2028"}
    assert {"2025-12-25", "2026-04-03", "2026-12-28", "2027-12-27"} <= set(days)


@pytest.mark.parametrize("wrong", ["0123456789abcdef", "x", "..", "0123456789abcdef.json"])
def test_another_hash_is_a_problem(client: FlaskClient, wrong: str) -> None:
    answer = client.get(f"{PREFIX}/councils/oldshire/bundle/{wrong}?lang=en")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"


def test_changed_content_has_another_hash(tmp_path: Path) -> None:
    paths = []
    for name, text in (("one", HELP), ("two", HELP.replace("Night line", "Night call"))):
        content = write(tmp_path / name, {"england/help.yaml": text})
        app = create_app(replace(make_settings(tmp_path), content_dir=content))
        paths.append(address(app.test_client()))
    assert paths[0] != paths[1]


def test_a_start_makes_no_file_and_the_first_reader_makes_only_its_own(small: Flask, tmp_path: Path) -> None:
    folder = tmp_path / "bundles"
    assert not folder.exists()
    small.test_client().get(address(small.test_client()))
    # The bundle in its three forms; of the others only a note of what each is made of.
    assert sorted(path.suffix for path in folder.iterdir() if path.suffix) == [".br", ".gz", ".json"]


def test_a_second_start_keeps_the_files(small: Flask, tmp_path: Path) -> None:
    small.test_cli_runner().invoke(args=["content", "build"])
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "bundles").iterdir()}
    again = create_app(replace(make_settings(tmp_path), content_dir=tmp_path / "content"))
    built = again.test_cli_runner().invoke(args=["content", "build"])
    assert again.test_client().get(address(again.test_client())).status_code == 200
    assert "kept" in built.output
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in (tmp_path / "bundles").iterdir())
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "bundles").iterdir()} == before


def test_a_build_makes_only_what_has_changed(tmp_path: Path) -> None:
    other = {"newshire/pack.yaml": PACK.replace("oldshire", "newshire").replace("Oldshire", "Newshire")}
    write(tmp_path, other)
    settings = replace(make_settings(tmp_path), content_dir=tmp_path / "content")

    def build() -> dict[str, str]:
        lines = create_app(settings).test_cli_runner().invoke(args=["content", "build"]).output.splitlines()
        return {line.split()[0]: line.split()[3].rstrip(":") for line in lines}

    assert build() == {"newshire": "made", "oldshire": "made", "england": "made"}
    offer = tmp_path / "content" / "oldshire" / "offer.yaml"
    offer.write_text(offer.read_text(encoding="utf-8").replace("names a sum", "says how much"), encoding="utf-8")
    assert build() == {"newshire": "kept", "oldshire": "made", "england": "kept"}
    assert build() == {"newshire": "kept", "oldshire": "kept", "england": "kept"}


def test_a_missing_file_is_made_again(small: Flask, tmp_path: Path) -> None:
    client = small.test_client()
    path = address(client)
    client.get(path)
    next((tmp_path / "bundles").glob("*.br")).unlink()
    answer = client.get(path, headers={"Accept-Encoding": "br"})
    assert json.loads(brotli.decompress(answer.data))["lang"] == "en"
    assert len(list((tmp_path / "bundles").glob("*.json*"))) == 3


def test_a_failed_write_leaves_nothing_behind(small: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    client = small.test_client()
    path = address(client)
    monkeypatch.setattr("webapp.core.files.os.replace", fail)
    assert client.get(path).status_code == 500
    left = [path.name for path in (tmp_path / "bundles").iterdir()]
    assert [name for name in left if not name.startswith("made-of-")] == []
