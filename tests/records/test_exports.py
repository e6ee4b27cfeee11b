"""A young person's copy: everything about them in one ZIP, made by the worker, sealed at rest, fetched once."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from tests.messages.sending import PDF, taken
from tests.messages.writing import sent, withdraw
from tests.support.care import Care
from tests.support.marked import BY_THE_WORKER, MARK, TODAY, Writer, sealed_columns
from webapp.content.library import get_library
from webapp.core import clock
from webapp.core.clock import now
from webapp.core.crypto import SealBroken, get_crypto
from webapp.core.db import get_db
from webapp.core.jobs import all_jobs
from webapp.deliveries.models import NoticeRow
from webapp.records import exports, sealing, threads
from webapp.records.copying import path_of
from webapp.records.models import Export, ExportPart
from webapp.spaces.copies import CopiedFile, copied_of
from webapp.spaces.models import Space
from webapp.sync.registry import registry_of

pytestmark = pytest.mark.usefixtures("on_one_day")

EXPORTS = "/api/v1/me/exports"


def client(care: Care) -> Any:
    return care.maya_phone.client


def ask(care: Care) -> str:
    answer = client(care).post(EXPORTS)
    assert (answer.status_code, answer.json["state"]) == (202, "waiting")
    export: str = answer.json["id"]
    return export


def copy(care: Care) -> zipfile.ZipFile:
    """Asked for, made and fetched."""
    export = ask(care)
    exports.make_waiting()
    answer = client(care).get(f"{EXPORTS}/{export}")
    assert answer.status_code == 200
    return zipfile.ZipFile(io.BytesIO(answer.data))


def parts() -> int:
    with get_db().read() as db:
        return db.scalar(select(func.count()).select_from(ExportPart)) or 0


def test_everything_that_is_registered_is_in_it(app: Flask, care: Care) -> None:
    archive = copy(care)
    names = {*registry_of(app).collections, *copied_of(app).parts}
    assert {"profile", "messages", "account", "who_could_read"} <= names
    found = set(archive.namelist())
    for name in names:
        assert isinstance(json.loads(archive.read(f"data/{name}.json")), list)
        assert archive.read(f"pages/{name}.html").startswith(b"<!doctype html>")
    assert found == {
        *(f"data/{name}.json" for name in names),
        *(f"pages/{name}.html" for name in names),
        *("thread.json", "thread.html", "index.html", "manifest.json"),
    }


def test_every_word_that_was_written_is_in_it(care: Care) -> None:
    Writer(care).everything()
    archive = copy(care)
    everything = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    data = "".join(text for name, text in everything.items() if name.startswith(("data/", "files/")))
    pages = "".join(text for name, text in everything.items() if name.startswith(("pages/", "files/")))
    for column in sorted(set(sealed_columns()) - BY_THE_WORKER - {"shared_check.result"}):
        assert f"{MARK} {column} 1" in data, column
        assert f"{MARK} {column} 1" in pages, column
    assert MARK in everything["data/shared_checks.json"]
    assert f"{MARK} message.body by the adviser 1" in everything["thread.html"]


def test_the_manifest_names_every_file_with_its_hash(care: Care) -> None:
    Writer(care).messages()
    archive = copy(care)
    manifest = json.loads(archive.read("manifest.json"))
    assert manifest["space"] == str(care.space)
    listed = {row["path"]: row for row in manifest["files"]}
    assert set(listed) == set(archive.namelist()) - {"manifest.json"}
    for path, row in listed.items():
        data = archive.read(path)
        assert (len(data), hashlib.sha256(data).hexdigest()) == (row["bytes"], row["sha256"])


def test_it_says_who_could_read_and_how_one_signs_in_but_no_secret(care: Care) -> None:
    archive = copy(care)
    who = json.loads(archive.read("data/who_could_read.json"))
    assert {(row["name"], row["role"], row["until"]) for row in who} == {
        ("Maya", "young_person", None),
        ("Sam", "adviser", None),
    }
    (account,) = json.loads(archive.read("data/account.json"))
    assert (account["name"], "pass_hash" in account) == ("Maya", False)
    assert [row["name"] for row in json.loads(archive.read("data/devices.json"))] == ["test"]


def test_what_was_withdrawn_is_not_shown_again(care: Care) -> None:
    file = taken(care, care.sam, PDF, "other.pdf")
    wrong = sent(care, care.sam, "For somebody else", files=[file.id])
    assert care.outcome(care.sam, withdraw(care, wrong))["outcome"] == "applied"
    archive = copy(care)
    assert not [name for name in archive.namelist() if b"somebody else" in archive.read(name)]
    assert not [name for name in archive.namelist() if name.startswith("files/")]
    assert threads.TAKEN_BACK in archive.read("thread.html").decode()


def test_it_is_fetched_once_and_nothing_of_it_is_left(care: Care) -> None:
    export = ask(care)
    assert client(care).get(f"{EXPORTS}/{export}").status_code == 404
    exports.make_waiting()
    (row,) = client(care).get(EXPORTS).json["exports"]
    assert (row["state"], row["until"]) == ("ready", "2026-11-29T09:00:00.000Z")
    assert client(care).head(f"{EXPORTS}/{export}").status_code == 404
    other_site = client(care).get(f"{EXPORTS}/{export}", headers={"Sec-Fetch-Site": "cross-site"})
    assert other_site.status_code == 404
    for phone in (care.sam_phone, care.ali_phone):
        assert phone.client.get(f"{EXPORTS}/{export}").status_code == 404
    answer = client(care).get(f"{EXPORTS}/{export}")
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    assert (len(answer.data), hashlib.sha256(answer.data).hexdigest()) == (row["bytes"], row["sha256"])
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    again = client(care).get(f"{EXPORTS}/{export}")
    assert (again.status_code, again.json["detail"], parts()) == (404, exports.NOT_HERE, 0)
    assert [one["state"] for one in client(care).get(EXPORTS).json["exports"]] == ["fetched"]


def test_after_seven_days_it_is_gone(care: Care) -> None:
    export = ask(care)
    exports.make_waiting()
    with clock.fixed(TODAY + timedelta(days=6, hours=23)):
        exports.tidy()
        assert parts() > 0
    with clock.fixed(TODAY + timedelta(days=7)):
        assert client(care).get(f"{EXPORTS}/{export}").status_code == 404
        exports.tidy()
        assert (parts(), client(care).get(EXPORTS).json["exports"][0]["state"]) == (0, "gone")


def test_asking_twice_is_one_and_a_new_one_takes_the_place(care: Care) -> None:
    first = ask(care)
    assert ask(care) == first
    exports.make_waiting()
    second = ask(care)
    assert (second != first, parts()) == (True, 0)
    assert client(care).get(f"{EXPORTS}/{first}").status_code == 404
    for _ in range(3):
        exports.make_waiting()
        ask(care)
    exports.make_waiting()
    assert client(care).post(EXPORTS).status_code == 429
    with clock.fixed(TODAY + timedelta(days=1, hours=1)):
        assert client(care).post(EXPORTS).status_code == 202


def test_the_young_person_is_told_when_it_is_ready(care: Care) -> None:
    ask(care)
    exports.make_waiting()
    with get_db().read() as db:
        row = db.execute(select(NoticeRow.kind, NoticeRow.to_role, NoticeRow.url, NoticeRow.space_id)).one()
    assert tuple(row) == ("export", "young_person", "/me/copy", care.space)


def test_a_worker_that_died_half_way_is_followed_by_another(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    Writer(care).messages()
    export = ask(care)

    def dies(*_args: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sealing, "PIECE", 100)
    with monkeypatch.context() as broken:
        broken.setattr("webapp.records.copying.threads.readable", dies)
        with pytest.raises(KeyboardInterrupt):
            exports.make_waiting()
    assert parts() > 0
    exports.make_waiting()
    assert client(care).get(EXPORTS).json["exports"][0]["state"] == "waiting"
    with clock.fixed(TODAY + exports.LEASE):
        exports.make_waiting()
        answer = client(care).get(f"{EXPORTS}/{export}")
        assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None


def test_a_worker_that_was_taken_for_dead_stops(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    export = ask(care)

    def taken_over(*args: Any) -> None:
        with get_db().write() as db:
            db.execute(update(Export).values(claim=care.space))

    monkeypatch.setattr("webapp.records.exports.write_copy", taken_over)
    exports.make_waiting()
    with get_db().read() as db:
        row = db.execute(select(Export.id, Export.state, Export.claim)).one()
    assert tuple(map(str, row)) == (export, "waiting", str(care.space))


def test_at_rest_it_is_sealed_and_bound_to_its_place(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "PIECE", 1000)
    export = ask(care)
    exports.make_waiting()
    with get_db().read() as db:
        rows = db.execute(select(ExportPart.number, ExportPart.sealed).order_by(ExportPart.number)).all()
        key = db.scalars(select(Space.wrapped_key).where(Space.id == care.space)).one()
    assert len(rows) > 2
    assert all(sealed[:2] != b"PK" and b"Maya" not in sealed for _, sealed in rows)
    assert get_crypto().open_bytes(key, f"export_part.sealed:{export}/0", rows[0][1])[:2] == b"PK"
    with pytest.raises(SealBroken):
        get_crypto().open_bytes(key, f"export_part.sealed:{export}/1", rows[0][1])
    with get_db().write() as db:
        db.delete(db.get_one(ExportPart, (rows and db.scalars(select(Export.id)).one(), 1)))
    with pytest.raises(SealBroken), get_db().read() as db:
        list(sealing.pieces(get_db(), key, db.scalars(select(Export.id)).one()))


def test_staff_have_no_copy_of_their_own(care: Care) -> None:
    assert care.sam_phone.client.post(EXPORTS).status_code == 404
    assert care.sam_phone.client.get(EXPORTS).status_code == 404


def test_a_file_name_leads_nowhere(care: Care) -> None:
    for name in ("../../etc/passwd", "..", "a/b\\c.pdf", "\u202egpj.exe", "x" * 300):
        path = path_of(CopiedFile(care.space, name, lambda: b""))
        assert path.startswith(f"files/{care.space}-")
        assert path.count("/") == 1
        assert not {"\\", "\u202e", ":"} & set(path)
        assert len(path) < 150


def test_tricks_and_tags_are_shown_safely(care: Care) -> None:
    sent(care, care.maya, "<script>alert(1)</script> \u202eevil\u202c & more")
    archive = copy(care)
    for page in ("thread.html", "pages/messages.html"):
        text = archive.read(page).decode()
        assert ("<script" in text, "\u202e" in text, "evil &amp; more" in text) == (False, False, True)
    assert "\u202eevil" in json.loads(archive.read("thread.json"))["messages"][0]["body"]


def test_pages_say_titles_days_and_plain_words(care: Care) -> None:
    writer = Writer(care)
    writer.passport()
    writer.requests()
    archive = copy(care)
    skills, requests = (archive.read(f"pages/{name}.html").decode() for name in ("skills", "requests"))
    assert "home-01" not in skills
    council = get_library().council("rutland")
    (skill,) = (skill for area in council.areas for skill in area["skills"] if skill["id"] == "home-01")
    assert skill["can"] in skills
    assert ("on my own" in skills, "on_my_own" in skills) == (True, False)
    assert ("Money to set up your first home" in requests, "4 December 2026" in requests) == (True, True)
    assert council.name in archive.read("pages/profile.html").decode()


def test_the_worker_makes_them(app: Flask) -> None:
    assert {"records.export", "records.tidy"} <= {job.name for job in all_jobs(app)}


def test_an_ended_account_fetches_nothing(care: Care) -> None:
    export = ask(care)
    exports.make_waiting()
    with get_db().write() as db:
        db.get_one(Space, care.space).ended_at = now()
    assert client(care).get(f"{EXPORTS}/{export}").status_code == 404
