"""When a notice is due it becomes deliveries: one for each person on its side of the space, and each of their ways.

All in one transaction for some hundreds of notices: cut off in the middle, nothing happened.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import get_db
from ..core.ids import new_id
from ..spaces.models import MemberRole
from .models import NO_TARGET, Channel, Delivery, NoticeRow, NoticeState, State
from .people import Person, Told, who_is_told
from .tables import insert_new, not_held

# A young person without an adviser may be given one: their notices to an adviser are looked at again.
LOOK_AGAIN = timedelta(hours=1)


@dataclass
class _Work:
    """What becomes of one batch of notices."""

    out: list[uuid.UUID] = field(default_factory=list)
    expired: list[uuid.UUID] = field(default_factory=list)
    later: list[dict[str, Any]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)


def fan_out(limit: int) -> int:
    """Turn up to `limit` due notices into deliveries. Gives how many notices were looked at."""
    moment = now()
    with get_db().write() as db:
        due = select(NoticeRow.id).where(NoticeRow.state == NoticeState.WAITING, NoticeRow.next_at <= moment)
        ids = db.scalars(not_held(db, due.order_by(NoticeRow.next_at).limit(limit))).all()
        if ids:
            _settle(db, _work(who_is_told(db, ids), moment))
    return len(ids)


def delivery_row(
    notice: uuid.UUID, account: uuid.UUID, channel: Channel, at: datetime, target: uuid.UUID = NO_TARGET
) -> dict[str, Any]:
    """A delivery that waits until `at`."""
    return {
        "id": new_id(),
        "notice_id": notice,
        "account_id": account,
        "channel": channel.value,
        "target": target,
        "state": State.WAITING.value,
        "first_at": at,
        "next_at": at,
        "tries": 0,
        "small": False,
    }


def _work(notices: Sequence[Told], moment: datetime) -> _Work:
    work = _Work()
    for notice in notices:
        if notice.until <= moment:
            work.expired.append(notice.id)
            continue
        later = []
        for person, browsers in notice.people.values():
            at = person.allowed(moment)
            if at > moment:
                later.append(at)
            else:
                work.rows.extend(_ways(notice.id, person, browsers, moment))
        if not notice.people and notice.to_role != MemberRole.YOUNG_PERSON:
            later.append(moment + LOOK_AGAIN)
        if later:
            work.later.append({"row": notice.id, "at": min(later)})
        else:
            work.out.append(notice.id)
    return work


def _ways(notice: uuid.UUID, person: Person, browsers: Sequence[uuid.UUID], moment: datetime) -> list[dict[str, Any]]:
    """Push on every signed-in browser; without any, at once by the first other way that the person chose."""
    if browsers:
        return [delivery_row(notice, person.account_id, Channel.PUSH, moment, browser) for browser in browsers]
    return [delivery_row(notice, person.account_id, way, moment) for way in person.ways[:1]]


def _settle(db: Session, work: _Work) -> None:
    insert_new(db, Delivery, work.rows)
    for state, ids in ((NoticeState.OUT, work.out), (NoticeState.EXPIRED, work.expired)):
        if ids:
            db.execute(update(NoticeRow).where(NoticeRow.id.in_(ids)).values(state=state.value))
    if work.later:
        table = NoticeRow.__table__
        moved = update(table).where(table.c.id == bindparam("row")).values(next_at=bindparam("at"))  # type: ignore[arg-type]
        db.connection().execute(moved, work.later)
