"""Files on their way: piece by piece, resumed after a break, looked at, sent with a message, fetched by who may."""

from __future__ import annotations

import hashlib
import io
import uuid
from typing import Any

import pytest
import time_machine
from PIL import Image
from sqlalchemy import func, select, update

from tests.support import crowd
from tests.support.care import Care
from webapp.core.db import get_db
from webapp.messages import looking, uploads
from webapp.messages.jobs import remove_unsent
from webapp.messages.models import Attachment, AttachmentPart

from .sending import PDF, PIECE, File, noise, picture, taken
from .test_looking import SVG, png_of
from .writing import message, refusal, sent, thread, withdraw

KB = 1024


def problem(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json["type"].removeprefix("urn:footing:problem:")


def count(table: Any) -> int:
    with get_db().read() as db:
        return db.scalar(select(func.count()).select_from(table)) or 0


def test_a_picture_goes_with_a_message_and_both_see_it(either_care: Care) -> None:
    care = either_care
    file = taken(care, care.maya, picture("jpeg", (640, 480), exif=True), "../My letter.JPG")
    id_ = sent(care, care.maya, "", files=[file.id])
    for person in (care.maya, care.sam):
        (row,) = thread(care, person)
        answer = file.fetch(person)
        assert row["files"] == [{"id": file.id, "kind": "jpeg", "name": "My letter.JPG", "bytes": len(answer.data),
                                 "width": 640, "height": 480}]  # fmt: skip
        assert (row["id"], row["body"]) == (id_, "")
        came = Image.open(io.BytesIO(answer.data))
        assert (came.size, dict(came.getexif())) == ((640, 480), {})
        headers = answer.headers
        assert headers["Content-Type"] == "image/jpeg"
        assert headers["Content-Disposition"].startswith("inline")
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_pdf_is_for_keeping_and_not_for_showing(care: Care) -> None:
    file = taken(care, care.sam, PDF, "Réponse.exe")
    sent(care, care.sam, "The form.", files=[file.id])
    answer = file.fetch(care.maya)
    assert (answer.data, answer.headers["Content-Type"]) == (PDF, "application/pdf")
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''R%C3%A9ponse.pdf"


def test_five_files_stand_in_the_order_that_was_chosen(care: Care) -> None:
    files = [taken(care, care.maya, picture("png", (size, 5))).id for size in (10, 50, 30, 20, 40)]
    sent(care, care.maya, "All.", files=files)
    assert [file["id"] for file in thread(care, care.sam)[0]["files"]] == files


def test_a_big_file_comes_in_pieces_and_goes_on_after_a_break(either_care: Care) -> None:
    care = either_care
    file = File(care, care.maya, noise(700 * KB), "form.pdf")
    assert file.begin().json == {"offset": 0, "done": False}
    assert file.piece(0, file.data[:PIECE]).json == {"offset": PIECE, "done": False}
    # The answer was lost, so the phone sends it again; then it asks how far it came.
    again = file.piece(0, file.data[:PIECE])
    assert problem(again) == (409, "conflict")
    assert again.json["offset"] == PIECE
    assert file.offset().json == file.begin().json == {"offset": PIECE, "done": False}
    assert file.send().json == {"offset": len(file.data), "done": True}
    assert file.offset().json == file.begin().json == {"offset": len(file.data), "done": True}
    assert problem(file.piece(len(file.data), b""))[0] == 409
    assert file.fetch().data == file.data
    assert count(AttachmentPart) == 3


def test_a_server_that_was_killed_before_it_looked_goes_on(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    file = File(care, care.maya, PDF, "form.pdf")
    monkeypatch.setattr(uploads, "look", lambda _data: pytest.fail("killed"))
    file.begin()
    with pytest.raises(BaseException, match="killed"):
        file.piece(0, PDF)
    monkeypatch.undo()
    assert file.offset().json == {"offset": len(PDF), "done": False}
    assert file.begin().json == {"offset": len(PDF), "done": True}


def test_a_picture_that_must_wait_for_another_is_looked_at_later(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    file = File(care, care.maya, picture("jpeg"), "form.jpg")
    monkeypatch.setattr(looking, "PATIENCE_SECONDS", 0.01)
    with looking._turn:
        answer = file.send()
        assert (problem(answer), answer.json["retry"]) == ((503, "busy"), True)
        assert problem(file.begin()) == (503, "busy")
    assert file.offset().json == {"offset": len(file.data), "done": False}
    assert file.begin().json["done"] is True


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (SVG, "kind"),
        (b"<!doctype html><script>alert(1)</script>", "kind"),
        (b"%PDF-1.7 not really", "broken"),
        (png_of(20_000, 20_000), "pixels"),
        (picture("jpeg")[:400], "broken"),
    ],
)
def test_what_is_not_taken_leaves_nothing_behind(care: Care, data: bytes, reason: str) -> None:
    file = File(care, care.maya, data, "holiday.jpg")
    answer = file.send()
    assert problem(answer) == (422, "not-valid")
    assert answer.json["reason"] == reason
    assert (count(Attachment), count(AttachmentPart)) == (0, 0)
    assert file.offset().status_code == 404


def test_a_file_that_changed_on_its_way_is_sent_anew(care: Care) -> None:
    file = File(care, care.maya, PDF)
    file.begin()
    answer = file.piece(0, PDF.replace(b"obj", b"jbo"))
    assert (problem(answer), answer.json["reason"]) == ((422, "not-valid"), "changed")
    assert file.send().json["done"] is True


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"bytes": 5 * KB * KB + 1}, 413),
        ({"bytes": 0}, 422),
        ({"bytes": -1}, 422),
        ({"bytes": "7"}, 422),
        ({"sha256": "x" * 64}, 422),
        ({"sha256": "a" * 63}, 422),
        ({"id": "seven"}, 422),
        ({"name": 7}, 422),
        ({"name": "x" * 1001}, 422),
        ({"name": "\ud83d"}, 422),
        ({"kind": "png"}, 422),
    ],
)
def test_a_bad_announcement_is_refused(care: Care, change: dict[str, Any], status: int) -> None:
    assert File(care, care.maya, PDF).begin(**change).status_code == status
    assert count(Attachment) == 0


@pytest.mark.parametrize("offset", ["", "-1", "x", "1.5", "٠", "1" * 10])
def test_a_bad_offset_is_refused(care: Care, offset: str) -> None:
    file = File(care, care.maya, PDF)
    file.begin()
    answer = care.maya_phone.client.patch(f"{file.url}/{file.id}", data=PDF, headers={"Upload-Offset": offset})
    assert problem(answer) == (422, "not-valid")


def test_pieces_that_are_too_small_too_big_or_too_many_are_refused(care: Care) -> None:
    file = File(care, care.maya, noise(700 * KB))
    file.begin()
    assert file.piece(0, b"").status_code == 422
    assert file.piece(0, file.data[: 16 * KB - 1]).status_code == 422
    assert file.piece(0, file.data[: 256 * KB + 1]).status_code == 413
    assert file.piece(5, file.data[:PIECE]).status_code == 409
    small = File(care, care.maya, PDF)
    small.begin()
    assert small.piece(0, PDF + b"more").status_code == 422
    assert (file.offset().json["offset"], small.offset().json["offset"]) == (0, 0)


def test_another_file_by_the_same_id_is_refused(care: Care) -> None:
    file = taken(care, care.maya, PDF)
    other = File(care, care.maya, PDF + b"\n", id=file.id)
    assert problem(other.begin()) == (409, "reused-id")


def test_nobody_else_sees_or_touches_it_before_it_is_sent(care: Care) -> None:
    file = taken(care, care.maya, PDF)
    for person in (care.sam, care.ali):
        theirs = File(care, person, PDF, id=file.id)
        for answer in (theirs.begin(), theirs.piece(0, PDF), theirs.offset(), theirs.fetch(), theirs.take_away()):
            assert problem(answer) == (404, "not-found")
    assert file.fetch().data == PDF


def test_only_who_is_in_the_space_fetches_it(care: Care) -> None:
    file = taken(care, care.maya, PDF)
    sent(care, care.maya, files=[file.id])
    assert file.fetch(care.sam).status_code == 200
    assert file.fetch(care.ali).status_code == 404
    assert care.app.test_client().get(f"{file.url}/{file.id}").status_code == 401
    own = f"/api/v1/spaces/{care.ali.space}/files/{file.id}"
    assert care.ali_phone.client.get(own).status_code == 404
    crowd.assign(care.maya, None)
    assert file.fetch(care.sam).status_code == 404


def test_withdrawn_files_are_hidden_and_kept(care: Care) -> None:
    file = taken(care, care.maya, PDF)
    care.send(care.maya, withdraw(care, sent(care, care.maya, files=[file.id])))
    assert [file.fetch(person).status_code for person in (care.maya, care.sam)] == [404, 404]
    assert thread(care, care.sam)[0]["files"] == []
    assert count(AttachmentPart) == 1


def test_a_message_waits_for_its_files(care: Care) -> None:
    file, other = File(care, care.maya, PDF), str(uuid.uuid4())
    file.begin()
    made = message(care, "See this.", files=[file.id, other])
    refused = refusal(care, care.maya, made)
    assert (refused["type"], refused["retry"], refused["files"]) == ("not-yet", True, [file.id, other])
    assert thread(care, care.sam) == []
    File(care, care.maya, PDF, id=other).send()
    assert refusal(care, care.maya, made)["files"] == [file.id]
    file.send()
    assert care.outcome(care.maya, made)["outcome"] == "applied"


def test_a_file_goes_with_one_message_and_with_its_senders(care: Care) -> None:
    file = taken(care, care.maya, PDF)
    assert refusal(care, care.sam, message(care, files=[file.id]))["type"] == "not-valid"
    sent(care, care.maya, files=[file.id])
    assert refusal(care, care.maya, message(care, files=[file.id]))["type"] == "not-valid"
    assert len(thread(care, care.sam)) == 1
    assert file.take_away().status_code == 404


def test_a_file_that_is_taken_away_is_gone(care: Care) -> None:
    file = taken(care, care.maya, PDF)
    assert file.take_away().status_code == 204
    assert (count(Attachment), count(AttachmentPart)) == (0, 0)
    assert file.take_away().status_code == 404


def test_what_was_not_sent_for_a_week_is_removed(either_care: Care, today: time_machine.Traveller) -> None:
    care = either_care
    kept, lost = taken(care, care.maya, PDF), taken(care, care.maya, PDF)
    sent(care, care.maya, files=[kept.id])
    today.shift(7 * 86_400)
    remove_unsent()
    assert lost.offset().status_code == 200
    today.shift(1)
    remove_unsent()
    assert (count(Attachment), lost.offset().status_code, kept.fetch(care.sam).status_code) == (1, 404, 200)


def test_no_byte_of_a_file_or_its_name_stands_in_the_database_file(care: Care) -> None:
    data = PDF.replace(b"<<>>", b"zebra", 1)
    file = taken(care, care.maya, data, "zebra.pdf")
    sent(care, care.maya, files=[file.id])
    unsent = File(care, care.maya, noise(200 * KB).replace(b"%PDF-1.7\n", b"%PDF-zebra"), "zebra.pdf")
    unsent.begin()
    unsent.piece(0, unsent.data[:PIECE])
    get_db().engine.dispose()
    stored = b"".join(path.read_bytes() for path in care.app.extensions["footing-settings"].data_dir.glob("*.sqlite3*"))
    assert file.id.replace("-", "").encode() in stored
    assert b"zebra" not in stored


@pytest.mark.parametrize("moved", ["name", "content", "lost"])
def test_pieces_and_names_open_only_in_their_own_place(care: Care, moved: str) -> None:
    # As long as each other, so that nothing but the seal tells them apart.
    one, other = taken(care, care.maya, PDF), taken(care, care.maya, PDF.replace(b"1.7", b"1.6"))
    mine, theirs = uuid.UUID(one.id), uuid.UUID(other.id)
    with get_db().write() as db:
        if moved == "name":
            name = select(Attachment.name).where(Attachment.id == theirs).scalar_subquery()
            db.execute(update(Attachment).where(Attachment.id == mine).values(name=name))
        elif moved == "content":
            content = select(AttachmentPart.content).where(AttachmentPart.attachment_id == theirs).scalar_subquery()
            db.execute(update(AttachmentPart).where(AttachmentPart.attachment_id == mine).values(content=content))
        else:
            db.execute(update(Attachment).where(Attachment.id == mine).values(received=99))
    assert one.fetch().status_code == 500
    assert other.fetch().status_code == 200


def test_what_is_kept_is_known_by_its_hash(care: Care) -> None:
    file = taken(care, care.maya, picture("png"))
    with get_db().read() as db:
        kept, announced = db.execute(select(Attachment.sha256, Attachment.announced)).one()
    assert kept == hashlib.sha256(file.fetch().data).digest() != announced
