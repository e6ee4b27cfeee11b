"""Files that mean harm, are too many, or come too late: after the end of the space."""

from __future__ import annotations

import uuid
from urllib.parse import quote

import pytest
import time_machine
from sqlalchemy import update

from tests.support import crowd
from tests.support.care import Care
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.messages.models import Attachment
from webapp.spaces.models import Space

from .sending import PDF, PIECE, File, noise, picture, taken
from .writing import sent, thread


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\maya\\home.jpg", "home.jpg"),
        ("photo\u202egpj.exe", "photogpj.jpg"),
        ('a"\r\nSet-Cookie: b\x00\x1b[2J.jpg', 'a"Set-Cookie: b[2J.jpg'),
        ("\u2066\u2069\u202e", "file.jpg"),
    ],
)
def test_a_tricky_name_tricks_nobody(care: Care, told: str, kept: str) -> None:
    file = taken(care, care.maya, picture("jpeg"), told)
    sent(care, care.maya, files=[file.id])
    ((row,),) = (one["files"] for one in thread(care, care.sam))
    assert row["name"] == kept
    answer = file.fetch(care.sam)
    assert answer.headers["Content-Disposition"] == f"inline; filename*=UTF-8''{quote(kept, safe='')}"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("ends", ["space", "assignment"])
def test_nothing_of_a_file_goes_on_once_ones_place_in_the_space_is_over(either_care: Care, ends: str) -> None:
    care = either_care
    read = taken(care, care.sam, PDF)
    sent(care, care.sam, "A form.", files=[read.id])
    half, new = File(care, care.sam, noise(3 * PIECE)), File(care, care.sam, PDF)
    half.begin()
    assert half.piece(0, half.data[:PIECE]).status_code == 200
    if ends == "space":
        with get_db().write() as db:
            db.execute(update(Space).where(Space.id == uuid.UUID(str(care.space))).values(ended_at=now()))
    else:
        crowd.assign(care.maya, None)
    answers = (
        *(half.piece(PIECE, half.data[PIECE : 2 * PIECE]), half.offset(), half.begin(), half.take_away()),
        *(new.begin(), read.fetch()),
    )
    assert [answer.status_code for answer in answers] == [404] * 6


def test_twenty_files_wait_at_most(care: Care) -> None:
    files = [File(care, care.maya, PDF) for _ in range(21)]
    answers = [file.begin().status_code for file in files]
    assert answers == [200] * 20 + [429]
    assert File(care, care.sam, PDF).begin().status_code == 200, "each has room of their own"
    assert files[0].begin().status_code == 200, "one that is known already still goes on"
    files[0].send()
    sent(care, care.maya, files=[files[0].id])
    assert files[20].begin().status_code == 200


def test_a_day_has_room_for_a_hundred_megabytes_of_each(care: Care, today: time_machine.Traveller) -> None:
    gone = [taken(care, care.maya, PDF).id for _ in range(5)]
    sent(care, care.maya, files=gone)
    files = [taken(care, care.maya, PDF) for _ in range(15)]
    # As if they had been of the largest size: to send so much takes long.
    with get_db().write() as db:
        db.execute(update(Attachment).values(size=5 * 1024 * 1024))
    answer = File(care, care.maya, PDF).begin()
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")
    assert "goes tomorrow" in answer.get_json()["detail"]
    assert files[0].begin().status_code == 200, "one that is known already still goes on"
    assert File(care, care.sam, PDF).begin().status_code == 200, "each has room of their own"
    today.shift(86_400)
    assert File(care, care.maya, PDF).begin().status_code == 200
