"""Since when a young person waits to be read: the oldest message of theirs that none of their supporters has seen."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..spaces.models import Space
from ..spaces.thread import Waiting
from .models import Message, MessageRead, Thread


def thread_of(db: Session, space_id: uuid.UUID, seq: int) -> Thread:
    """The thread's row of a (locked) space; made as change `seq` when there is none."""
    row = db.get(Thread, space_id)
    if row is None:
        row = Thread(space_id=space_id, seq=seq)
        db.add(row)
    return row


def note_sent(db: Session, message: Message) -> None:
    """A message came: if it is the young person's and nothing else of theirs waits, the waiting begins."""
    row = thread_of(db, message.space_id, message.seq)
    if message.by_owner and row.waiting_number is None:
        row.waiting_number, row.waiting_since = message.number, message.arrived_at


def note_seen(db: Session, space_id: uuid.UUID) -> None:
    """Supporters saw more, or a message was taken back: look again for the oldest that waits."""
    row = db.get(Thread, space_id)
    if row is None or row.waiting_number is None:
        return
    upto = select(func.max(MessageRead.upto)).where(MessageRead.space_id == space_id, MessageRead.by_owner.is_(False))
    unseen = select(Message.number, Message.arrived_at).where(
        Message.space_id == space_id,
        Message.by_owner.is_(True),
        Message.withdrawn_at.is_(None),
        Message.number > func.coalesce(upto.scalar_subquery(), 0),
    )
    found = db.execute(unseen.order_by(Message.number).limit(1)).first()
    row.waiting_number, row.waiting_since = (None, None) if found is None else (found.number, found.arrived_at)


def waiting_since_before(db: Session, moment: datetime) -> Sequence[Waiting]:
    """Where a young person has waited since before a moment to be read, the longest first; living spaces only."""
    rows = db.execute(
        select(Thread, Space.council)
        .join(Space, Space.id == Thread.space_id)
        .where(Thread.waiting_since < moment, Space.ended_at.is_(None))
        .order_by(Thread.waiting_since, Thread.space_id)
    )
    return [
        Waiting(row.space_id, council, row.waiting_number, row.waiting_since)
        for row, council in rows
        if row.waiting_number is not None and row.waiting_since is not None
    ]
