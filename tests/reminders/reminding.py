"""Operations on reminders, as Sam and Maya send them, and what there is to send then."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from tests.support.care import Care, operation
from tests.support.crowd import Person
from webapp.core.db import get_db
from webapp.deliveries.models import NoticeRow, NoticeState

MADE = "2026-11-22T09:00:00.000Z"
Row = dict[str, Any]


def remind(care: Care, made_at: str = MADE, **changes: Any) -> Row:
    """Sam reminds Maya of something: tomorrow at two, unless a test says other."""
    body = {"text": "Bring your ID.", "day": "2026-11-23", "time": "14:00", "repeat": None, "template": None}
    return operation(care.space, "reminder.make", made_at, **(body | changes))


def reminded(care: Care, **changes: Any) -> str:
    """Sam has reminded Maya: the reminder's id."""
    made = remind(care, **changes)
    assert care.outcome(care.sam, made)["outcome"] == "applied"
    reminder: str = made["id"]
    return reminder


def repeat(every: str, until: str) -> Row:
    return {"every": every, "until": until}


def cancel(care: Care, reminder: str, made_at: str = MADE) -> Row:
    return operation(care.space, "reminder.cancel", made_at, reminder=reminder)


def saw(care: Care, reminder: str, on: str, made_at: str = MADE) -> Row:
    return operation(care.space, "reminder.seen", made_at, reminder=reminder, on=on)


def refusal(care: Care, person: Person, made: Row) -> Row:
    """The problem with which an operation is refused, its type cut to the code."""
    outcome = care.outcome(person, made)
    assert outcome["outcome"] == "refused", outcome
    problem: Row = outcome["problem"]
    return problem | {"type": problem["type"].removeprefix("urn:footing:problem:")}


def notices(*states: str, cause: str = "reminder:") -> list[NoticeRow]:
    """What waits to be sent (or stands otherwise), the one due first first."""
    query = select(NoticeRow).where(NoticeRow.state.in_(states or (NoticeState.WAITING,)))
    with get_db().read() as db:
        rows = list(
            db.scalars(query.where(NoticeRow.cause.startswith(cause)).order_by(NoticeRow.due, NoticeRow.to_role))
        )
        db.expunge_all()
    return rows
