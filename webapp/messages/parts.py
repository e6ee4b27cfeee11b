"""The bytes of a file in the database: pieces of at most 256 KiB, each sealed to its place."""

from __future__ import annotations

import uuid

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ..core.crypto import SealBroken, get_crypto
from ..spaces.models import Space
from .models import Attachment, AttachmentPart
from .rules import MAX_PART_BYTES


def add_part(db: Session, space: Space, row: Attachment, data: bytes) -> None:
    """Put a piece at the end of what is there."""
    sealed = get_crypto().seal_bytes(space.wrapped_key, _place(row.id, row.parts), data)
    db.add(AttachmentPart(attachment_id=row.id, index=row.parts, content=sealed))
    row.parts += 1
    row.received += len(data)


def replace_parts(db: Session, space: Space, row: Attachment, data: bytes) -> None:
    """Put other bytes in the place of those that are there."""
    db.execute(delete(AttachmentPart).where(AttachmentPart.attachment_id == row.id))
    row.parts = row.received = 0
    for start in range(0, len(data), MAX_PART_BYTES):
        add_part(db, space, row, data[start : start + MAX_PART_BYTES])


def read_parts(db: Session, space: Space, row: Attachment) -> bytes:
    """All that has come of a file. Raises `SealBroken` when a piece was changed, moved or is missing."""
    query = select(AttachmentPart).where(AttachmentPart.attachment_id == row.id).order_by(AttachmentPart.index)
    open_bytes, key = get_crypto().open_bytes, space.wrapped_key
    data = b"".join(open_bytes(key, _place(row.id, part.index), part.content) for part in db.scalars(query))
    if len(data) != row.received:
        raise SealBroken("a piece of a file is missing")
    return data


def _place(file: uuid.UUID, index: int) -> str:
    return f"attachment_part.content:{file}/{index}"
