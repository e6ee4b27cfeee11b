"""The verbs of messages. Each works inside the operation's transaction, on a space whose row is locked.

Nothing is ever taken out of the record: to withdraw a message hides it. Whatever order operations arrive in, the same
is withdrawn, seen and marked in the end; only the order of the thread is that of arrival.
"""

from __future__ import annotations

import uuid

from sqlalchemy import exists, select

from ..core.errors import ErrorCode, Problem
from ..sync.registers import put
from ..sync.registry import Change, Outcome
from . import attaching, notices, waiting
from .lines import add_line
from .models import Message, MessageRead
from .rules import LineKind
from .usual import note_reply


def send(change: Change) -> Outcome:
    """Put a message into the thread, at its end, and have the other side told. Raises as `attaching.attach` does."""
    body, stamp, seq = change.body, change.stamp, change.take_seq()
    row = Message(
        id=stamp.op,
        space_id=change.space.id,
        seq=seq,
        number=seq,
        account_id=change.who.account_id,
        by_name=change.who.name,
        by_owner=change.access.is_owner,
        body=change.seal(place(stamp.op), body["body"]),
        written_at=stamp.at,
        arrived_at=change.arrived,
        answers=body["answers"],
    )
    change.db.add(row)
    attaching.attach(change, row, body["files"])
    change.db.flush()
    waiting.note_sent(change.db, row)
    if not row.by_owner:
        note_reply(change)
    notices.tell_other_side(change.db, row.space_id, row.number, by_owner=row.by_owner)
    return Outcome.APPLIED


def withdraw(change: Change) -> Outcome:
    """Hide a message of one's own from everybody, and say so in the thread; the first time that was wished counts.

    Raises `Problem(NOT_ALLOWED)` for somebody else's, and as `find_message` does.
    """
    row, at = find_message(change, "message"), change.stamp.at
    if row.account_id != change.who.account_id:
        raise Problem(ErrorCode.NOT_ALLOWED)
    if row.withdrawn_at is not None and row.withdrawn_at <= at:
        return Outcome.SUPERSEDED
    first = row.withdrawn_at is None
    row.withdrawn_at, row.seq = at, change.take_seq()
    if first:
        add_line(change.db, change.space, LineKind.WITHDRAWN, seq=row.seq, at=at, name=row.by_name, about=row.id)
        change.db.flush()
        waiting.note_seen(change.db, change.space.id)
        _tell_no_more_of_nothing(change, row)
    return Outcome.APPLIED


def seen(change: Change) -> Outcome:
    """Keep that this person had seen a message, and all before it, at a moment. Raises as `find_message` does."""
    row, db, mine = find_message(change, "upto"), change.db, change.who.account_id
    known = select(MessageRead.id).where(
        MessageRead.space_id == row.space_id,
        MessageRead.account_id == mine,
        MessageRead.upto >= row.number,
        MessageRead.at <= change.stamp.at,
    )
    if db.scalar(known.limit(1)):
        return Outcome.SUPERSEDED
    is_owner = change.access.is_owner
    db.add(
        MessageRead(
            id=change.stamp.op,
            space_id=row.space_id,
            seq=change.take_seq(),
            account_id=mine,
            by_name=change.who.name,
            by_owner=is_owner,
            upto=row.number,
            at=change.stamp.at,
        )
    )
    db.flush()
    if not is_owner:
        waiting.note_seen(db, row.space_id)
    notices.tell_no_more(db, row.space_id, row.number, to_owner=is_owner)
    return Outcome.APPLIED


def mark(change: Change) -> Outcome:
    """Keep what an adviser made of a message, or that it needs no answer. Raises as `find_message` does."""
    row, body = find_message(change, "message"), change.body
    if not put(row, "marked", body["as_"], change.stamp):
        return Outcome.SUPERSEDED
    row.mark_id, row.seq = body["id"], change.take_seq()
    return Outcome.APPLIED


def find_message(change: Change, field: str) -> Message:
    """The message that is spoken of.

    Raises `Problem(NOT_YET)`, a passing trouble, when the space has no such message: after a restore, what was said of
    one can come back before it does.
    """
    row = change.db.get(Message, change.body[field])
    if row is None or row.space_id != change.space.id:
        raise Problem(ErrorCode.NOT_YET)
    return row


def place(message: uuid.UUID) -> str:
    """Where a message's words stand: they open nowhere else."""
    return f"message.body:{message}"


def _tell_no_more_of_nothing(change: Change, row: Message) -> None:
    """Whoever was to be told of the message is not, unless there is another one that they have not seen."""
    other_side = MessageRead.by_owner.is_not(row.by_owner)
    read = exists().where(MessageRead.space_id == row.space_id, other_side, MessageRead.upto >= Message.number)
    unseen = select(Message.id).where(
        Message.space_id == row.space_id, Message.by_owner.is_(row.by_owner), Message.withdrawn_at.is_(None), ~read
    )
    if change.db.scalar(unseen.limit(1)) is None:
        notices.tell_no_more(change.db, row.space_id, change.space.seq, to_owner=not row.by_owner)
