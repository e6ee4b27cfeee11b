"""Files that go with a message: they came before it, apart from the sync."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.errors import ErrorCode, Problem
from ..sync.registry import Change, View
from .models import Attachment, Message


def attach(change: Change, message: Message, files: Sequence[uuid.UUID]) -> None:
    """Let these files go with a message, in this order.

    Raises `Problem(NOT_YET)`, a passing trouble, for one that is not here whole yet: `files` names them, and the phone
    sends them again. Raises `Problem(NOT_VALID)` for one that another message has, or that somebody else sent.
    """
    if not files:
        return
    query = select(Attachment).where(Attachment.id.in_(files), Attachment.space_id == change.space.id)
    found = {row.id: row for row in change.db.scalars(query)}
    missing = [str(id_) for id_ in files if id_ not in found or found[id_].kind is None]
    if missing:
        raise Problem(ErrorCode.NOT_YET, detail="A file of this message has not reached us yet.", files=missing)
    if any(row.message_id is not None or row.account_id != message.account_id for row in found.values()):
        sentence = "This file went with another message."
        raise Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={"files": [sentence]})
    change.db.flush()
    for place, id_ in enumerate(files):
        found[id_].message_id, found[id_].place = message.id, place


def files_of(view: View, messages: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[dict[str, Any]]]:
    """The files of each of these messages, in the order in which they were chosen, in one statement."""
    files: dict[uuid.UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows_of(view.db, messages):
        assert row.message_id is not None  # noqa: S101 (it was asked for by it)
        files[row.message_id].append(
            {
                "id": str(row.id),
                "kind": row.kind,
                "name": view.open(name_place(row.id), row.name),
                "bytes": row.size,
                "width": row.width,
                "height": row.height,
            }
        )
    return files


def name_place(file: uuid.UUID) -> str:
    """Where a file's name stands: it opens nowhere else."""
    return f"attachment.name:{file}"


def _rows_of(db: Session, messages: Sequence[uuid.UUID]) -> Sequence[Attachment]:
    if not messages:
        return ()
    query = select(Attachment).where(Attachment.message_id.in_(messages))
    return db.scalars(query.order_by(Attachment.message_id, Attachment.place)).all()
