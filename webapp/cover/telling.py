"""What young people are told about an adviser's time away: before it, and after it. No names leave the app."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.london import instant
from ..core.working_days import london_day
from ..deliveries import service as deliveries
from ..deliveries.models import NoticeRow, NoticeState
from ..deliveries.service import Notice
from ..spaces.models import MemberRole, Space
from .models import Away
from .rules import ONE_DAY, Span, away_span

KIND = "message"
URL = "/messages"
CAUSE = "away:"
BEFORE = "before"
# On the day before, when there is still time to ask for something.
BEFORE_AT = time(9)
# That somebody is back is no news after this long.
BACK_FOR = timedelta(days=7)


def tell_before(db: Session, council: str, advisers: Mapping[uuid.UUID, Sequence[Span]], moment: datetime) -> None:
    """Have the young people of these spaces told of their advisers' times away, as they are planned now.

    What was planned before and does not hold any more is cancelled. What was cancelled and holds again, as with a young
    person who was given to somebody else by mistake, is told after all.
    """
    wanted = {notice.cause: notice for notice in _wanted(db, advisers, moment)}
    known = select(NoticeRow.space_id, NoticeRow.cause, NoticeRow.version, NoticeRow.state).join(Space)
    known = known.where(NoticeRow.cause.startswith(CAUSE), NoticeRow.occurrence == BEFORE, Space.council == council)
    unsent = known.where(NoticeRow.state.in_((NoticeState.WAITING, NoticeState.CANCELLED)), NoticeRow.until > moment)
    again = []
    for space, cause, version, state in db.execute(unsent).all():
        holds = cause in wanted and wanted[cause].version == version
        if state == NoticeState.WAITING and not holds and space in advisers:
            deliveries.cancel(db, cause)
        elif state == NoticeState.CANCELLED and holds:
            again.append(wanted[cause])
    deliveries.put_back(db, again)
    deliveries.put(db, wanted.values())


def back_notice(space_id: uuid.UUID, away: Away) -> Notice:
    """The young person is told, now, that their adviser is back."""
    moment = now()
    return _notice(space_id, away, "after", moment, moment + BACK_FOR)


def _wanted(db: Session, advisers: Mapping[uuid.UUID, Sequence[Span]], moment: datetime) -> list[Notice]:
    accounts = {span.account for spans in advisers.values() for span in spans}
    rows = db.scalars(
        select(Away).where(Away.account_id.in_(accounts), Away.cancelled_at.is_(None), Away.until >= london_day(moment))
    ).all()
    notices = []
    for space, spans in advisers.items():
        for away in rows:
            begins, ends = away_span(away.since, away.until)
            # A space that came to the adviser while they were away has heard of it with that.
            if any(span.account == away.account_id and span.holds(max(begins, away.made_at)) for span in spans):
                due = max(instant(away.since - ONE_DAY, BEFORE_AT), moment)
                notices.append(_notice(space, away, BEFORE, due, ends))
    return notices


def _notice(space_id: uuid.UUID, away: Away, occurrence: str, due: datetime, until: datetime) -> Notice:
    return Notice(
        cause=f"{CAUSE}{away.id}:{space_id}",
        occurrence=occurrence,
        version=away.version,
        space_id=space_id,
        to=MemberRole.YOUNG_PERSON,
        kind=KIND,
        due=due,
        until=until,
        url=URL,
    )
