"""A message that nobody reads for too long is passed on: to whoever covers, else to the duty list; then to a manager.

Each step has somebody told, and is a line in the conversation that the young person sees. That a manager was told is
said when it has gone out to one, and not before: until then it stands on the managers' list only.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Literal

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import get_db
from ..core.guards import Role
from ..core.working_days import england_bank_holidays
from ..deliveries import service as deliveries
from ..deliveries.models import Delivery, NoticeRow
from ..deliveries.people import rest_of
from ..deliveries.service import Notice
from ..settings import Settings
from ..spaces.models import MemberRole, Space
from ..spaces.names import covering_in
from ..spaces.settling import hold, settle
from ..spaces.thread import Waiting, conversations
from .models import PassedOn
from .rules import PASSED_ON_FOR, worked_off
from .service import lock
from .telling import KIND

CAUSE = "unread:"
# The occurrence of the notice to managers, and the line in the conversation.
TOLD_MANAGER = "told_manager"
POINTLESS_AFTER = timedelta(days=30)
# A message that was passed on this long ago and is read now: nothing about it waits to be sent any more.
LOOK_BACK = timedelta(days=31)


def pass_on() -> None:
    """Take the next step for every message that waits for too long, each in its own transaction."""
    for one in _waiting(now()):
        with get_db().write() as db:
            hold(db, one.council)
            spaces = lock(db, [one.space_id])
            # Somebody may have read it just now.
            if any(still == one for still in conversations().waiting(db, now())):
                _step(db, spaces[0], one, now())


def cancel_what_was_read() -> None:
    """Tell nobody any more of messages that were passed on and have been read since."""
    with get_db().write() as db:
        waits = {(one.space_id, one.number) for one in conversations().waiting(db, now())}
        for row in db.scalars(select(PassedOn).where(PassedOn.at > now() - LOOK_BACK)):
            if (row.space_id, row.number) not in waits:
                deliveries.cancel(db, _cause(row.space_id), below=row.number + 1)


def told_managers(db: Session, council: str) -> list[dict[str, Any]]:
    """The spaces of a council where a message is still not read and managers are to know; the longest wait first.

    Each with since when it waits, whether or not anything reached a manager. No words: to read them, a manager looks
    with a reason.
    """
    waits = [one for one in conversations().waiting(db, now()) if one.council == council]
    steps = NoticeRow.cause.in_([_cause(one.space_id) for one in waits]), NoticeRow.occurrence == TOLD_MANAGER
    known = {tuple(row) for row in db.execute(select(NoticeRow.space_id, NoticeRow.version).where(*steps))}
    return [{"space": one.space_id, "since": one.since} for one in waits if (one.space_id, one.number) in known]


def managers_were_told(db: Session, space: Space, cause: str) -> None:
    """Say so in the conversation of a (locked) space, once a notice of the cause has gone out to a manager."""
    sent = select(NoticeRow.version).join(Delivery, Delivery.notice_id == NoticeRow.id)
    sent = sent.where(NoticeRow.cause == cause, NoticeRow.occurrence == TOLD_MANAGER, Delivery.sent_at.is_not(None))
    unsaid = PassedOn.space_id == space.id, PassedOn.told_at.is_(None), PassedOn.number.in_(sent)
    for row in db.scalars(select(PassedOn).where(*unsaid).order_by(PassedOn.number)).all():
        row.told_at = now()
        conversations().say(db, space, TOLD_MANAGER, at=row.told_at)


def _waiting(moment: datetime) -> Iterable[Waiting]:
    # So many working hours are never over before as many hours are; what has waited just as long counts.
    with get_db().read() as db:
        return conversations().waiting(db, moment - _patience() + timedelta(milliseconds=1))


def _step(db: Session, space: Space, one: Waiting, moment: datetime) -> None:
    row = db.get(PassedOn, (space.id, one.number))
    if row is None and moment >= _after(one.since, _patience(), space.council):
        _pass_on(db, space, one, moment)
    elif row is not None and row.told_at is None and moment >= _after(row.at, _patience(), space.council):
        _tell_managers(db, space, row)


def _pass_on(db: Session, space: Space, one: Waiting, moment: datetime) -> None:
    """To whoever covers now; when nobody does, to the duty list, which may read the space for a time."""
    covered = _covering(db, space)
    until = moment if covered else _after(moment, PASSED_ON_FOR, space.council)
    row = PassedOn(space_id=space.id, number=one.number, at=moment, until=until)
    db.add(row)
    settle(db, space.council, space.id)
    names = covered or _covering(db, space)
    if not names:
        # Nobody else could read it: there is no use in waiting as long again.
        _tell_managers(db, space, row)
        return
    conversations().say(db, space, "passed_on", at=moment, name=names[0] if len(names) == 1 else None)
    deliveries.put(db, [_notice(space, row, "passed_on", MemberRole.ADVISER, f"/people/{space.id}/messages")])


def _tell_managers(db: Session, space: Space, row: PassedOn) -> None:
    deliveries.put(db, [_notice(space, row, TOLD_MANAGER, Role.MANAGER, "/team")])


def _covering(db: Session, space: Space) -> list[str]:
    return [one.name for one in covering_in(db, space.id) if one.since <= now()]


def _notice(space: Space, row: PassedOn, step: str, to: MemberRole | Literal[Role.MANAGER], url: str) -> Notice:
    moment = now()
    return Notice(
        cause=_cause(space.id),
        occurrence=step,
        version=row.number,
        space_id=space.id,
        to=to,
        kind=KIND,
        due=moment,
        until=moment + POINTLESS_AFTER,
        url=url,
    )


def _cause(space_id: object) -> str:
    return f"{CAUSE}{space_id}"


def _patience() -> timedelta:
    settings: Settings = current_app.extensions["footing-settings"]
    return timedelta(hours=settings.unread_hours)


def _after(start: datetime, hours: timedelta, council: str) -> datetime:
    return worked_off(start, hours, rest_of(council), england_bank_holidays((start.year, start.year + 1)))
