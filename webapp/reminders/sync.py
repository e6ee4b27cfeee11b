"""The operations and the collection of reminders. Everyone in the space sees all of them."""

from __future__ import annotations

import uuid
from collections import defaultdict
from typing import Any

from sqlalchemy import select

from ..core.clock import to_wire
from ..spaces.models import OWNER, SUPPORTERS
from ..sync.registry import Collection, OperationKind, Row, View, Window
from . import schemas, service
from .models import Reminder, ReminderDay
from .service import text_place

KINDS = (
    OperationKind("reminder.make", schemas.MakeBody, SUPPORTERS, service.make),
    OperationKind("reminder.cancel", schemas.ReminderBody, SUPPORTERS, service.cancel),
    OperationKind("reminder.seen", schemas.SeenBody, OWNER, service.seen),
)


def read_reminders(view: View, window: Window) -> list[Row]:
    """Each reminder, when it comes, and what became of it so far."""
    query = select(Reminder).where(Reminder.space_id == view.space.id)
    found = list(view.db.scalars(window.cut(query, Reminder.seq)))
    happened = _happened(view, [row.id for row in found])
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "text": view.open(text_place(row.id), row.text),
            "template": row.template,
            "day": row.day.isoformat(),
            "time": row.at.strftime("%H:%M") if row.at else None,
            "repeat": {"every": row.every, "until": row.until.isoformat()} if row.every and row.until else None,
            "state": "cancelled" if row.cancelled else "on",
            "made_at": to_wire(row.made_at),
            "by": row.by_name,
            "by_owner": False,
            "happened": happened[row.id],
        }
        for row in found
    ]


def _happened(view: View, reminders: list[uuid.UUID]) -> dict[uuid.UUID, list[dict[str, Any]]]:
    """What became of these reminders, by day, in one statement."""
    days: dict[uuid.UUID, list[dict[str, Any]]] = defaultdict(list)
    if not reminders:
        return days
    query = select(ReminderDay).where(ReminderDay.reminder_id.in_(reminders)).order_by(ReminderDay.day)
    for row in view.db.scalars(query):
        moments = {
            "sent_at": to_wire(row.sent_at) if row.sent_at else None,
            "seen_at": to_wire(row.seen_at) if row.seen_at else None,
        }
        days[row.reminder_id].append({"on": row.day.isoformat(), **moments})
    return days


COLLECTIONS = (Collection("reminders", read_reminders, (Reminder.seq,)),)
