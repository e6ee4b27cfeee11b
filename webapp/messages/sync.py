"""The operations and collections of messages. Everyone in the space reads all; nobody reads what was withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from ..content.library import working_hours_of
from ..core.clock import to_wire
from ..deliveries.rules import SATURDAY
from ..spaces.models import OWNER, SUPPORTERS
from ..sync.registry import Collection, OperationKind, Row, View, Window
from . import schemas, service
from .attaching import files_of
from .models import Message, MessageLine, MessageRead, Thread
from .rules import is_tricky
from .service import place

BOTH = OWNER | SUPPORTERS
# A space's first change: before the first message, the thread's row comes with it.
FIRST = 1
# Days of the week by ISO 8601, Monday is 1.
DAYS = list(range(1, SATURDAY + 1))

KINDS = (
    OperationKind("message.send", schemas.SendBody, BOTH, service.send),
    OperationKind("message.withdraw", schemas.WithdrawBody, BOTH, service.withdraw),
    OperationKind("message.seen", schemas.SeenBody, BOTH, service.seen),
    OperationKind("message.mark", schemas.MarkBody, SUPPORTERS, service.mark),
)


def read_messages(view: View, window: Window) -> list[Row]:
    """The messages that came or changed."""
    query = select(Message).where(Message.space_id == view.space.id)
    return message_rows(view, view.db.scalars(window.cut(query, Message.seq)).all())


def message_rows(view: View, messages: Sequence[Message]) -> list[Row]:
    """Messages as a phone gets them. Of one that was withdrawn only that it was there: no words, no files."""
    files = files_of(view, [row.id for row in messages if row.withdrawn_at is None])
    return [_message(view, row) | {"files": files.get(row.id, [])} for row in messages]


def _message(view: View, row: Message) -> Row:
    body = view.open(place(row.id), row.body) if row.withdrawn_at is None else None
    stamps = [stamp for stamp in (row.written_at, row.withdrawn_at, row.marked_at) if stamp]
    return {
        "id": str(row.id),
        "seq": row.seq,
        "number": row.number,
        "by": row.by_name,
        "by_owner": row.by_owner,
        "mine": row.account_id == view.account_id,
        "body": body,
        "tricky": body is not None and is_tricky(body),
        "written_at": to_wire(row.written_at),
        "arrived_at": to_wire(row.arrived_at),
        "withdrawn_at": to_wire(row.withdrawn_at) if row.withdrawn_at else None,
        "answers": str(row.answers) if row.answers else None,
        "marked": {"as": row.marked, "id": str(row.mark_id) if row.mark_id else None} if row.marked else None,
        # The latest stamp of the row, as everywhere: a device stamps its next change after it.
        "made_at": to_wire(max(stamps)),
    }


def read_reads(view: View, window: Window) -> list[Row]:
    """Who had seen the thread up to which number, and when. A message was seen at the first that reaches it."""
    query = select(MessageRead).where(MessageRead.space_id == view.space.id)
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "by": row.by_name,
            "by_owner": row.by_owner,
            "mine": row.account_id == view.account_id,
            "upto": row.upto,
            "at": to_wire(row.at),
        }
        for row in view.db.scalars(window.cut(query, MessageRead.seq))
    ]


def read_lines(view: View, window: Window) -> list[Row]:
    """What the app itself says in the thread."""
    query = select(MessageLine).where(MessageLine.space_id == view.space.id)
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "number": row.number,
            "kind": row.kind,
            "name": row.name,
            "about": str(row.about) if row.about else None,
            "at": to_wire(row.at),
        }
        for row in view.db.scalars(window.cut(query, MessageLine.seq))
    ]


def read_thread(view: View, window: Window) -> list[Row]:
    """One row: the working hours, and how long a reply usually takes within them (None: not known yet)."""
    row = view.db.get(Thread, view.space.id)
    seq = row.seq if row else FIRST
    if not window.after < seq <= window.upto:
        return []
    return [
        {
            "id": str(view.space.id),
            "seq": seq,
            "hours": _hours(view.space.council),
            "usual_minutes": row.usual_minutes if row else None,
        }
    ]


def _hours(council: str) -> dict[str, Any]:
    opens, closes = (at.strftime("%H:%M") for at in working_hours_of(council))
    return {"from": opens, "to": closes, "days": DAYS}


COLLECTIONS = (
    Collection("messages", read_messages, (Message.seq,)),
    Collection("message_reads", read_reads, (MessageRead.seq,)),
    Collection("message_lines", read_lines, (MessageLine.seq,)),
    Collection("thread", read_thread, (Thread.seq,)),
)
