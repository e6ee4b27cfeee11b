"""What comes back: that a notice was shown or seen, and what became of a text; and what was given up."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..spaces.models import Space
from . import listeners
from .models import Channel, Delivery, NoticeRow, State
from .senders.notify import result_of

MAX_PARKED = 500


def shown(db: Session, account_id: uuid.UUID, notice_id: uuid.UUID) -> None:
    """The notification stands on a screen of this person's: no text or e-mail needs to follow."""
    _mark(db, account_id, notice_id, "shown_at")


def seen(db: Session, account_id: uuid.UUID, notice_id: uuid.UUID) -> None:
    """The person opened it: nothing more about it needs to be sent, not even to their other browsers."""
    _mark(db, account_id, notice_id, "seen_at")


def _mark(db: Session, account_id: uuid.UUID, notice_id: uuid.UUID, column: str) -> None:
    notice = db.get(NoticeRow, notice_id)
    if notice is None:
        return
    heard = listeners.lock_causes(db, [(notice.space_id, notice.cause)])
    mine = Delivery.notice_id == notice_id, Delivery.account_id == account_id
    field = getattr(Delivery, column)
    marked = update(Delivery).where(*mine, Delivery.channel == Channel.PUSH)
    # The first time counts, however often a phone says it.
    rows = db.scalars(marked.values({column: func.coalesce(field, now())}).returning(Delivery.id)).all()
    if not rows:
        return
    unsent = update(Delivery).where(*mine, Delivery.state == State.WAITING)
    if column == "shown_at":
        unsent = unsent.where(Delivery.channel != Channel.PUSH)
    db.execute(unsent.values(state=State.CANCELLED))
    listeners.tell(db, heard)


def receipt(db: Session, reference: uuid.UUID, status: str) -> None:
    """Notify's last word on a text or an e-mail. Receipts may come twice, and late."""
    row = db.get(Delivery, reference, with_for_update=True)
    if row is None or row.channel == Channel.PUSH:
        return
    failure = result_of(status)
    if failure is not None:
        row.state, row.reason = State.PARKED, failure.reason
    elif status == "delivered":
        row.state, row.reason, row.received_at = State.SENT, None, row.received_at or now()


def parked(db: Session, council: str) -> list[dict[str, Any]]:
    """What was given up for the people of one council, the newest first: whose space and why, but not what it said."""
    rows = db.execute(
        select(Delivery, NoticeRow)
        .join(NoticeRow, NoticeRow.id == Delivery.notice_id)
        .join(Space, Space.id == NoticeRow.space_id)
        .where(Space.council == council, Space.ended_at.is_(None), Delivery.state == State.PARKED)
        .order_by(Delivery.first_at.desc(), Delivery.id)
        .limit(MAX_PARKED)
    )
    return [
        {
            "id": delivery.id,
            "space": notice.space_id,
            "to": notice.to_role,
            "kind": notice.kind,
            "channel": delivery.channel,
            "due": notice.due,
            "tries": delivery.tries,
            "reason": delivery.reason or "unknown",
        }
        for delivery, notice in rows
    ]
