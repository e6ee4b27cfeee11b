"""How every feature has somebody told: put a notice, cancel one, or have a date reminded of by the person's plan.

Each verb works inside the caller's transaction, so what is sent always belongs to what was written.

**News** ("your date was moved", "another time was proposed", "they answered") is a notice too: `put` one with `due`
now, to the other side, under the cause of its date and with an occurrence of its own (`moved`, `proposed:<seq>`; at
most 32 characters), in the date's version of now. Put it after `remind` or `cancel` of that cause: those take back what
is unsent of older versions, or all of it, so that only the newest news of a date goes out. The worker is nudged when
the transaction is committed. Quiet hours hold for news too. Its words are those of its kind, so it names no subject;
its tag is the cause's, so it takes the place of an older notification about the same date.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.guards import Role
from ..core.ids import new_id
from ..spaces.models import MemberRole
from . import nudging
from .models import Delivery, NoticeRow, NoticeState, Planned, State
from .plans import plan_of
from .rules import over_at, steps_to_come
from .tables import insert_new


@dataclass(frozen=True)
class Notice:
    """Somebody is to be told something at a moment, unless it becomes pointless before.

    `cause` is what it is about (`date:<uuid>`), `occurrence` which time of it (`-3d`, `2027-01-31`), and `version`
    grows whenever its date moves. `to` is one side of the space: YOUNG_PERSON, or ADVISER for whoever supports the
    young person when it is due; or the managers of its council. `url` is a path inside the app that names no person and
    no subject.
    """

    cause: str
    occurrence: str
    version: int
    space_id: uuid.UUID
    to: MemberRole | Literal[Role.MANAGER]
    kind: str
    due: datetime
    until: datetime
    url: str


def put(db: Session, notices: Iterable[Notice]) -> None:
    """Insert the notices that are not there yet: one cause, occurrence, version and side is told once."""
    wanted = list(notices)
    rows = [
        {
            "id": new_id(),
            "cause": notice.cause,
            "occurrence": notice.occurrence,
            "version": notice.version,
            "space_id": notice.space_id,
            "to_role": notice.to.value,
            "kind": notice.kind,
            "due": notice.due,
            "until": notice.until,
            "url": notice.url,
            "state": NoticeState.WAITING.value,
            "next_at": notice.due,
        }
        for notice in wanted
    ]
    if rows:
        insert_new(db, NoticeRow, rows)
        nudging.when_committed(db, min(notice.due for notice in wanted))


def cancel(db: Session, cause: str, *, below: int | None = None) -> None:
    """Cancel what was not sent yet of a cause; with `below`, only of versions before that one."""
    mine = NoticeRow.cause == cause
    planned = delete(Planned).where(Planned.cause == cause)
    if below is not None:
        mine &= NoticeRow.version < below
        planned = planned.where(Planned.version < below)
    ids = select(NoticeRow.id).where(mine)
    unsent = Delivery.notice_id.in_(ids), Delivery.state == State.WAITING
    db.execute(update(Delivery).where(*unsent).values(state=State.CANCELLED))
    unfanned = update(NoticeRow).where(mine, NoticeRow.state == NoticeState.WAITING)
    db.execute(unfanned.values(state=NoticeState.CANCELLED))
    # A try that is under way just now may still put a text for later: it finds its notice over, and is not sent.
    under_way = update(NoticeRow).where(mine, NoticeRow.state == NoticeState.OUT, NoticeRow.until > now())
    db.execute(under_way.values(until=now()))
    db.execute(planned)


def put_back(db: Session, notices: Iterable[Notice]) -> None:
    """Let those of these notices wait again that were cancelled before they went out: they are to be told after all."""
    for notice in notices:
        same = NoticeRow.cause == notice.cause, NoticeRow.occurrence == notice.occurrence
        one = *same, NoticeRow.version == notice.version, NoticeRow.to_role == notice.to.value
        change = update(NoticeRow).where(*one, NoticeRow.state == NoticeState.CANCELLED)
        times = {"due": notice.due, "next_at": notice.due, "until": notice.until}
        db.execute(change.values(state=NoticeState.WAITING, **times))
        nudging.when_committed(db, notice.due)


def remind(  # noqa: PLR0913 (a date is this much)
    db: Session,
    *,
    cause: str,
    version: int,
    space_id: uuid.UUID,
    day: date,
    time: time | None,
    kind: str,
    review_kind: str | None,
    url: Callable[[MemberRole], str],
    to: Iterable[MemberRole],
) -> None:
    """Remind of a date: cancel its older versions, and put a notice for each step of the plan that is still to come.

    The plan is the person's own for `review_kind`, else for `kind`, else the default. It is looked at again when the
    person changes it.
    """
    cancel(db, cause, below=version)
    for role in to:
        planned = db.get(Planned, (cause, role.value)) or Planned(cause=cause, to_role=role.value)
        planned.space_id, planned.version, planned.kind, planned.review_kind = space_id, version, kind, review_kind
        planned.day, planned.at, planned.url = day, time, url(role)
        db.add(planned)
        put(db, notices_of(db, planned))


def notices_of(db: Session, planned: Planned) -> list[Notice]:
    """The notices of a planned date that lie ahead now."""
    plan = plan_of(db, planned.space_id, MemberRole(planned.to_role), planned.kind, planned.review_kind)
    return [
        Notice(
            cause=planned.cause,
            occurrence=step,
            version=planned.version,
            space_id=planned.space_id,
            to=MemberRole(planned.to_role),
            kind=planned.kind,
            due=moment,
            until=over_at(planned.day, planned.at),
            url=planned.url,
        )
        for step, moment in steps_to_come(plan, planned.day, planned.at, now())
    ]
