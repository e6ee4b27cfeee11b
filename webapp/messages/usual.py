"""The usual time to a reply, worked out anew whenever a supporter replies."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..content.library import working_hours_of
from ..core.working_days import england_bank_holidays
from ..spaces.models import Space
from ..sync.registry import Change
from .models import Message
from .rules import Sent, replies, usual_reply
from .waiting import thread_of

# The last replies lie within so many messages, or the thread is one in which many are written for each answer.
LOOK_BACK = 400


def note_reply(change: Change) -> None:
    """A supporter wrote: keep the usual time as it is now, and let every phone hear of it when it changed."""
    row = thread_of(change.db, change.space.id, change.take_seq())
    usual = usual_minutes(change.db, change.space)
    if usual != row.usual_minutes:
        row.usual_minutes, row.seq = usual, change.take_seq()


def usual_minutes(db: Session, space: Space) -> int | None:
    """Minutes of working time, from the last messages of the thread; None while there are too few replies."""
    query = select(Message.by_owner, Message.arrived_at).where(Message.space_id == space.id)
    last = db.execute(query.order_by(Message.number.desc()).limit(LOOK_BACK)).all()
    pairs = replies(Sent(*row) for row in reversed(last))
    years = range(pairs[0][0].year, pairs[-1][1].year + 1) if pairs else ()
    return usual_reply(pairs, working_hours_of(space.council), england_bank_holidays(years))
