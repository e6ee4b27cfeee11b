"""The conversation as it is kept for good: what a record of it is made from."""

from __future__ import annotations

import uuid
from collections import defaultdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import to_wire
from ..core.crypto import get_crypto
from ..spaces.models import Space
from .attaching import name_place
from .models import Attachment, Message
from .service import place

Row = dict[str, Any]


def entries(db: Session, space: Space, *, withdrawn: bool) -> list[Row]:
    """Every message, in the order of the thread; words and files of what was withdrawn only with `withdrawn`.

    Raises `SealBroken`.
    """
    files = _files(db, space)
    query = select(Message).where(Message.space_id == space.id).order_by(Message.number)
    return [_entry(space, row, files, shown=withdrawn or row.withdrawn_at is None) for row in db.scalars(query)]


def _entry(space: Space, row: Message, files: dict[uuid.UUID, list[Row]], *, shown: bool) -> Row:
    return {
        "number": row.number,
        "id": str(row.id),
        "by": row.by_name,
        "by_owner": row.by_owner,
        "written_at": to_wire(row.written_at),
        "arrived_at": to_wire(row.arrived_at),
        "withdrawn_at": to_wire(row.withdrawn_at) if row.withdrawn_at else None,
        "answers": str(row.answers) if row.answers else None,
        "body": get_crypto().open(space.wrapped_key, place(row.id), row.body) if shown else None,
        "files": files[row.id] if shown else [],
    }


def _files(db: Session, space: Space) -> dict[uuid.UUID, list[Row]]:
    found: dict[uuid.UUID, list[Row]] = defaultdict(list)
    query = select(Attachment).where(Attachment.space_id == space.id, Attachment.message_id.is_not(None))
    for row in db.scalars(query.order_by(Attachment.message_id, Attachment.place)):
        assert row.message_id is not None  # noqa: S101 - it was asked for by it
        name = get_crypto().open(space.wrapped_key, name_place(row.id), row.name)
        told = {"id": str(row.id), "name": name, "kind": row.kind, "bytes": row.size, "sha256": row.sha256.hex()}
        found[row.message_id].append(told)
    return found
