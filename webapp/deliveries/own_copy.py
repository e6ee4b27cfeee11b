"""What a young person's copy says of being told: what they chose, and what was sent to them when."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import to_wire
from ..spaces.models import Space
from . import prefs
from .models import Delivery, NoticeRow

Row = dict[str, Any]


def settings(db: Session, _space: Space, account_id: uuid.UUID) -> list[Row]:
    """How the person wants to be told, with the number and the address that they gave."""
    chosen = prefs.read(db, account_id)
    times = {name: chosen[name].strftime("%H:%M") for name in ("quiet_from", "quiet_to")}
    return [{**chosen, **times}]


def sent(db: Session, space: Space, account_id: uuid.UUID) -> list[Row]:
    """What was sent to the person, by which way, and what became of it."""
    rows = db.execute(
        select(NoticeRow.kind, NoticeRow.due, Delivery.channel, Delivery.state, Delivery.sent_at, Delivery.seen_at)
        .join(Delivery, Delivery.notice_id == NoticeRow.id)
        .where(NoticeRow.space_id == space.id, Delivery.account_id == account_id)
        .order_by(NoticeRow.due, Delivery.id)
    )
    return [
        {"kind": kind, "due": _wire(due), "way": way, "state": state, "sent_at": _wire(sent_at), "seen_at": _wire(seen)}
        for kind, due, way, state, sent_at, seen in rows
    ]


def _wire(moment: datetime | None) -> str | None:
    return to_wire(moment) if moment else None
