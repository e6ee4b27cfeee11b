"""A ciphertext that was moved to another row opens nowhere: the reader gets an error, never another's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Column, and_, select, update
from sqlalchemy.orm import Session

from tests.support.care import Care
from tests.support.marked import BY_THE_WORKER, Writer, sealed_columns
from webapp.core.crypto import SealBroken
from webapp.core.db import Base, get_db
from webapp.records import exports, sealing
from webapp.records.copying import read_lists
from webapp.records.models import Export
from webapp.spaces.copies import get_copied
from webapp.spaces.models import MemberRole, Space
from webapp.sync.registry import View

pytestmark = pytest.mark.usefixtures("on_one_day")

# One row for each space, so there is no other row of the same space to move it to.
ONE_ROW = {"shared_check.result"}


@pytest.fixture
def care(care: Care) -> Care:
    for round_ in (1, 2):
        Writer(care, round_).everything()
    return care


def read_all(care: Care) -> None:
    """Everything that there is to open in Maya's space, as she reads it."""
    with get_db().read() as db:
        space = db.get_one(Space, care.space)
        read_lists(View(db, space, MemberRole.YOUNG_PERSON, care.maya.id))
        for files in get_copied().files:
            for file in files(db, space):
                file.read()
        for export in db.scalars(select(Export.id)):
            list(sealing.pieces(get_db(), space.wrapped_key, export))


def is_broken(care: Care) -> bool:
    try:
        read_all(care)
    except SealBroken:
        return True
    return False


@contextmanager
def swapped(column: Column[Any]) -> Iterator[int]:
    """Within the block, the first two sealed values of a column stand in each other's rows; how many there are."""
    with get_db().write() as db:
        keys = list(column.table.primary_key.columns)
        rows = db.execute(select(*keys, column).where(column.is_not(None)).order_by(*keys)).all()
        one, two = rows[0], rows[1]
        _put(db, column, one, two[-1])
        _put(db, column, two, one[-1])
    try:
        yield len(rows)
    finally:
        with get_db().write() as db:
            _put(db, column, one, one[-1])
            _put(db, column, two, two[-1])


def _put(db: Session, column: Column[Any], row: Any, value: bytes) -> None:
    keys = list(column.table.primary_key.columns)
    here = and_(*(key == row[place] for place, key in enumerate(keys)))
    db.execute(update(Base.metadata.tables[column.table.name]).where(here).values({column: value}))


def test_every_sealed_field_is_bound_to_its_row(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "PIECE", 1000)
    care.maya_phone.client.post("/api/v1/me/exports")
    exports.make_waiting()
    read_all(care)
    columns = sealed_columns()
    assert {"message.body", "attachment.name", "attachment_part.content"} | BY_THE_WORKER <= set(columns)
    for name in sorted(set(columns) - ONE_ROW):
        with swapped(columns[name]):
            assert is_broken(care), f"{name} opened in another row"
    read_all(care)


def test_what_is_moved_between_two_peoples_spaces_does_not_open(care: Care) -> None:
    with get_db().write() as db:
        db.execute(update(Space).where(Space.id == care.space).values(wrapped_key=other_key(db, care)))
    with pytest.raises(SealBroken):
        read_all(care)
    assert care.send(care.maya).status_code == 500


def other_key(db: Session, care: Care) -> bytes:
    return db.scalars(select(Space.wrapped_key).where(Space.id == care.ali.space)).one()


def test_a_moved_file_is_not_given_out(care: Care) -> None:
    rows = [file for row in care.rows(care.maya, "messages") for file in row["files"]]
    url = f"/api/v1/spaces/{care.space}/files/{rows[0]['id']}"
    assert care.sam_phone.client.get(url).status_code == 200
    with swapped(sealed_columns()["attachment_part.content"]):
        answer = care.sam_phone.client.get(url)
    assert answer.status_code == 500
    assert b"zebraquill" not in answer.data
