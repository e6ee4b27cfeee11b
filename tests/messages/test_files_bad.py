"""Files that mean harm or come too late: a name that tricks, and a space that ended a second ago."""

from __future__ import annotations

import uuid
from urllib.parse import quote

import pytest
from sqlalchemy import update

from tests.support import crowd
from tests.support.care import Care
from webapp.core.clock import now
from webapp.core.db import get_db
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
