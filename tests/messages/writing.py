"""Operations on messages, as Maya and Sam send them, and what there is to tell then."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from tests.support.care import Care, operation
from tests.support.crowd import Person
from webapp.core.db import get_db
from webapp.deliveries.models import NoticeRow, NoticeState

MADE = "2026-11-23T08:59:00.000Z"
Row = dict[str, Any]


def message(care: Care, body: str = "Can you ring me?", made_at: str = MADE, **more: Any) -> Row:
    """A message, as an operation."""
    return operation(care.space, "message.send", made_at, body=body, **more)


def sent(care: Care, person: Person, body: str = "Can you ring me?", **more: Any) -> str:
    """A person has sent a message: its id."""
    made = message(care, body, **more)
    assert care.outcome(person, made)["outcome"] == "applied"
    id_: str = made["id"]
    return id_


def withdraw(care: Care, id_: str, made_at: str = MADE) -> Row:
    return operation(care.space, "message.withdraw", made_at, message=id_)


def saw(care: Care, id_: str, made_at: str = MADE) -> Row:
    return operation(care.space, "message.seen", made_at, upto=id_)


def mark(care: Care, id_: str, as_: str, of: str | None, made_at: str = MADE) -> Row:
    return operation(care.space, "message.mark", made_at, message=id_, id=of, **{"as": as_})


def refusal(care: Care, person: Person, made: Row) -> Row:
    """The problem with which an operation is refused, its type cut to the code."""
    outcome = care.outcome(person, made)
    assert outcome["outcome"] == "refused", outcome
    problem: Row = outcome["problem"]
    return problem | {"type": problem["type"].removeprefix("urn:footing:problem:")}


def thread(care: Care, person: Person) -> list[Row]:
    """The messages as a person's phone shows them: in the order of their numbers."""
    return sorted(care.rows(person, "messages"), key=lambda row: row["number"])


def notices(*states: str) -> list[NoticeRow]:
    """Who is to be told (or stands otherwise), the oldest first."""
    query = select(NoticeRow).where(NoticeRow.state.in_(states or (NoticeState.WAITING,)))
    with get_db().read() as db:
        rows = list(db.scalars(query.where(NoticeRow.kind == "message").order_by(NoticeRow.version)))
        db.expunge_all()
    return rows
