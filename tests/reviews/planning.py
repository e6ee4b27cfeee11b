"""Operations on dates, as Maya and Sam send them, with days of every day unless a test says other."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import select

from tests.support.care import MADE, Care, operation
from tests.support.crowd import Person
from webapp.core.clock import to_wire
from webapp.core.db import get_db
from webapp.deliveries.models import NoticeRow, NoticeState

Row = dict[str, Any]
REVIEW = "pathway-plan-review"
WHEN: Row = {"day": "2027-01-14", "time": "14:00"}
PLAN: Row = WHEN | {"kind": REVIEW, "place": "Civic Centre, room 2", "with": "Sam and Ms Cole", "call": False}
EXAM: Row = {"day": "2027-01-11", "time": "09:30", "title": "Maths exam", "place": "College hall"}


def at(second: int) -> str:
    """A moment shortly after `MADE`, on the same day."""
    return f"2026-11-20T09:00:{second:02d}.000Z"


def do(care: Care, person: Person, kind: str, made_at: str = MADE, /, **body: Any) -> str:
    """Somebody does something, and it is taken: its id."""
    made = operation(care.space, kind, made_at, **body)
    outcome = care.outcome(person, made)
    assert outcome["outcome"] != "refused", outcome
    made_id: str = made["id"]
    return made_id


def planned(care: Care, made_at: str = MADE, **changes: Any) -> str:
    """Sam has planned a review: its id."""
    return do(care, care.sam, "date.plan", made_at, **(PLAN | changes))


def own(care: Care, made_at: str = MADE, *, shared: bool = False, **changes: Any) -> str:
    """Maya has written down an exam: its id."""
    return do(care, care.maya, "date.own", made_at, **(EXAM | {"shared": shared} | changes))


def refusal(care: Care, person: Person, kind: str, made_at: str = MADE, /, **body: Any) -> Row:
    """The problem with which an operation is refused."""
    outcome = care.outcome(person, operation(care.space, kind, made_at, **body))
    assert outcome["outcome"] == "refused", outcome
    problem: Row = outcome["problem"]
    return problem


def code(problem: Row) -> str:
    """The short name of a problem."""
    name: str = problem["type"].removeprefix("urn:footing:problem:")
    return name


def only(care: Care, person: Person, collection: str = "dates") -> Row:
    """The one row of a collection, as a person's phone has it."""
    (row,) = care.rows(person, collection)
    return row


def waiting(cause: str) -> set[tuple[str, str, str, str]]:
    """What somebody is still to be told of a cause: to which side, which step, when, and which screen it opens."""
    with get_db().read() as db:
        query = select(NoticeRow).where(NoticeRow.cause == cause, NoticeRow.state == NoticeState.WAITING)
        return {(row.to_role, row.occurrence, to_wire(row.due), row.url) for row in db.scalars(query)}


def steps_of(cause: str) -> set[tuple[str, str]]:
    """The same, without when and where."""
    return {(to, step) for to, step, _, _ in waiting(cause)}


def nobody() -> str:
    """The id of a thing that is not there."""
    return str(uuid.uuid4())
