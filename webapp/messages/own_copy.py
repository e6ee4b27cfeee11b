"""The files of the conversation, for a copy: those that everyone in it can still see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.crypto import get_crypto
from ..spaces.copies import CopiedFile
from ..spaces.models import Space
from .attaching import name_place
from .models import Attachment, Message
from .parts import read_parts


def files(db: Session, space: Space) -> Iterator[CopiedFile]:
    """Every file of a message that is not withdrawn, in the order of the thread. `read` raises `SealBroken`."""
    query = select(Attachment).join(Message, Message.id == Attachment.message_id)
    shown = query.where(Attachment.space_id == space.id, Message.withdrawn_at.is_(None))
    for row in db.scalars(shown.order_by(Message.number, Attachment.place)).all():
        name = get_crypto().open(space.wrapped_key, name_place(row.id), row.name)
        yield CopiedFile(row.id, name, partial(read_parts, db, space, row))
