"""The verbs of reminders. Those of operations work inside the operation's transaction, on a space that is locked."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.errors import ErrorCode, Problem
from ..deliveries import service as deliveries
from ..deliveries import telling
from ..deliveries.listeners import told
from ..deliveries.models import NoticeRow
from ..deliveries.service import Notice
from ..spaces.models import MemberRole, Space
from ..spaces.service import next_seq
from ..sync.registers import put
from ..sync.registry import Change, Outcome
from .models import Reminder, ReminderDay
from .rules import Every, Plan, Repeat, next_batch, trouble

KIND = "reminder"
# A reminder never moves: whoever wants another time cancels it and makes another.
VERSION = 1


def make(change: Change) -> Outcome:
    """Keep a reminder and put its next notices.

    Whether its time is over is judged by when it was made, not by when it arrived, so that any order of arrival ends
    the same: one that waited on a phone for too long stays to be seen as not sent. Raises `Problem(NOT_VALID)` for a
    time that was over, a day that is too far away, and a repeat of more than a year.
    """
    body, stamp = change.body, change.stamp
    plan: Plan = body["plan"]
    wrong = trouble(plan, stamp.at)
    if wrong is not None:
        field, sentence = wrong
        raise Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={field: [sentence]})
    row = Reminder(
        id=stamp.op,
        space_id=change.space.id,
        text=change.seal(text_place(stamp.op), body["text"]),
        template=body["template"],
        day=plan.day,
        at=plan.at,
        every=plan.repeat.every if plan.repeat else None,
        until=plan.repeat.until if plan.repeat else None,
        by_name=change.who.name,
        made_at=stamp.at,
        cancelled=False,
        seq=change.take_seq(),
    )
    change.db.add(row)
    put_next(change.db, row, change.arrived)
    return Outcome.APPLIED


def cancel(change: Change) -> Outcome:
    """Remind no more: what is not sent yet never is. Raises as `_reminder` does."""
    row = _reminder(change)
    if not put(row, "cancelled", True, change.stamp):
        return Outcome.SUPERSEDED
    row.extend_at = None
    deliveries.cancel(change.db, cause_of(row.id))
    row.seq = change.take_seq()
    return Outcome.APPLIED


def seen(change: Change) -> Outcome:
    """The young person saw what came on a day; the first time counts, and no text or e-mail needs to follow.

    Raises `Problem(NOT_VALID)` for a day on which it does not come, and as `_reminder` does.
    """
    row, on = _reminder(change), change.body["on"]
    if on not in plan_of(row).days():
        sentence = "This reminder does not come on that day."
        raise Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={"on": [sentence]})
    if not _note_day(change.db, row, on, seen_at=change.stamp.at):
        return Outcome.SUPERSEDED
    row.seq = change.take_seq()
    mine = NoticeRow.cause == cause_of(row.id), NoticeRow.occurrence == on.isoformat()
    for notice in change.db.scalars(select(NoticeRow.id).where(*mine)):
        telling.seen(change.db, change.who.account_id, notice)
    return Outcome.APPLIED


def put_next(db: Session, row: Reminder, moment: datetime) -> None:
    """Put the notices of a reminder that come next, and note when to do it again. Twice puts nothing twice."""
    batch = next_batch(plan_of(row), row.put_upto, moment)
    deliveries.put(
        db,
        [
            Notice(
                cause=cause_of(row.id),
                occurrence=one.on.isoformat(),
                version=VERSION,
                space_id=row.space_id,
                to=MemberRole.YOUNG_PERSON,
                kind=KIND,
                due=one.due,
                until=one.until,
                url=f"/reminders/{row.id}",
            )
            for one in batch.put
        ],
    )
    row.put_upto, row.extend_at = batch.upto, batch.again


def hear(db: Session, space: Space, cause: str) -> None:
    """Take over what deliveries say became of a reminder, in the transaction in which they write it down."""
    row = db.get(Reminder, uuid.UUID(cause.removeprefix(f"{KIND}:")))
    if row is None:
        return
    news = [
        _note_day(db, row, date.fromisoformat(one.occurrence), sent_at=one.sent_at, seen_at=one.seen_at)
        for one in told(db, cause)
        if one.sent_at or one.seen_at
    ]
    if any(news):
        row.seq = next_seq(space)


def plan_of(row: Reminder) -> Plan:
    """When a reminder comes."""
    repeat = Repeat(Every(row.every), row.until) if row.every and row.until else None
    return Plan(row.day, row.at, repeat)


def cause_of(reminder: uuid.UUID) -> str:
    """By what name deliveries know a reminder."""
    return f"{KIND}:{reminder}"


def text_place(reminder: uuid.UUID) -> str:
    """Where a reminder's words stand: they open nowhere else."""
    return f"reminder.text:{reminder}"


def _reminder(change: Change) -> Reminder:
    """The reminder that is spoken of.

    Raises `Problem(NOT_YET)`, a passing trouble, when the space has no such reminder: after a restore, what was said of
    one can come back before it does.
    """
    row = change.db.get(Reminder, change.body["reminder"])
    if row is None or row.space_id != change.space.id:
        raise Problem(ErrorCode.NOT_YET)
    return row


def _note_day(
    db: Session, row: Reminder, on: date, *, sent_at: datetime | None = None, seen_at: datetime | None = None
) -> bool:
    """Write down when a reminder was sent or seen on one of its days: the earliest that is known. Tells of a change."""
    day = db.get(ReminderDay, (row.id, on))
    if day is None:
        day = ReminderDay(reminder_id=row.id, day=on, space_id=row.space_id)
        db.add(day)
    before = (day.sent_at, day.seen_at)
    day.sent_at, day.seen_at = _earlier(day.sent_at, sent_at), _earlier(day.seen_at, seen_at)
    return before != (day.sent_at, day.seen_at)


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    known = [moment for moment in (one, other) if moment is not None]
    return min(known, default=None)
