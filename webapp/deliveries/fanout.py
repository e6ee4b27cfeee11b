"""When a notice is due it becomes deliveries: one for each person on its side of the space, and each of their ways.

All in one transaction for some hundreds of notices: cut off in the middle, nothing happened. The new rows are claimed
as they are written, as `claiming.py` claims those of another try.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import get_db
from ..core.ids import new_id
from ..spaces.models import MemberRole
from . import rules
from .letters import Device, Letter
from .models import NO_TARGET, Channel, Delivery, NoticeRow, NoticeState, State
from .people import Person, Told, who_is_told
from .tables import insert_new, not_held

# A notice to staff that reaches nobody is looked at again: a young person may be given an adviser, and whoever has no
# browser that takes pushes may add one. It is enough for a young person that it stands in their app.
LOOK_AGAIN = timedelta(hours=1)
# By which channel, and for a push the subscription's id and the browser.
_Way = tuple[Channel, uuid.UUID, Device | None]


@dataclass(frozen=True)
class Fanned:
    """How many notices were looked at, and the deliveries that they became: this worker holds them already."""

    looked: int = 0
    letters: Sequence[Letter] = ()


@dataclass
class _Work:
    """What becomes of one batch of notices."""

    out: list[uuid.UUID] = field(default_factory=list)
    expired: list[uuid.UUID] = field(default_factory=list)
    later: list[dict[str, Any]] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)


def fan_out(limit: int) -> Fanned:
    """Turn up to `limit` due notices into deliveries, claimed for this worker."""
    moment, token = now(), uuid.uuid4()
    with get_db().write() as db:
        ids = db.scalars(not_held(db, due_notices(moment, limit))).all()
        if not ids:
            return Fanned()
        work = _work(who_is_told(db, ids), moment, token)
        return Fanned(len(ids), _settle(db, work, moment))


def due_notices(moment: datetime, limit: int) -> Select[uuid.UUID]:
    """The ids of notices whose turn has come, the longest due first."""
    due = select(NoticeRow.id).where(NoticeRow.state == NoticeState.WAITING, NoticeRow.next_at <= moment)
    return due.order_by(NoticeRow.next_at).limit(limit)


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


def _work(notices: Sequence[Told], moment: datetime, claim: uuid.UUID) -> _Work:
    work = _Work()
    for notice in notices:
        if notice.until <= moment:
            work.expired.append(notice.id)
            continue
        later, letters = [], []
        for person in notice.people.values():
            at = person.allowed(moment)
            if at > moment:
                later.append(at)
            else:
                letters += [_letter(notice, person, way, first_at=moment, claim=claim) for way in _ways(person)]
        work.letters += letters
        if not (letters or later) and notice.to_role != MemberRole.YOUNG_PERSON:
            later.append(moment + LOOK_AGAIN)
        if later:
            work.later.append({"row": notice.id, "at": min(later)})
        else:
            work.out.append(notice.id)
    return work


def _ways(person: Person) -> list[_Way]:
    """Push on every signed-in browser; without any, at once by the first other way that the person chose."""
    if person.browsers:
        return [(Channel.PUSH, browser, device) for browser, device in person.browsers.items()]
    return [(way, NO_TARGET, None) for way in person.ways[:1]]


def _letter(notice: Told, person: Person, way: _Way, *, first_at: datetime, claim: uuid.UUID) -> Letter:
    channel, target, device = way
    return Letter(
        id=new_id(),
        claim=claim,
        notice_id=notice.id,
        account_id=person.account_id,
        space_id=notice.space_id,
        channel=channel,
        target=target,
        tries=1,
        small=False,
        first_at=first_at,
        cause=notice.cause,
        kind=notice.kind,
        url=notice.url,
        until=notice.until,
        device=device,
        lang=person.lang,
        plainness=person.plainness,
        number=person.number,
        address=person.address,
        fallback=person.ways,
        young=person.young,
        quiet=person.quiet,
    )


def _row(letter: Letter, until: datetime) -> dict[str, Any]:
    return {
        "id": letter.id,
        "notice_id": letter.notice_id,
        "account_id": letter.account_id,
        "channel": letter.channel.value,
        "target": letter.target,
        "state": State.WAITING.value,
        "first_at": letter.first_at,
        "next_at": until,
        "claim": letter.claim,
        "tries": letter.tries,
        "small": letter.small,
    }


def _settle(db: Session, work: _Work, moment: datetime) -> Sequence[Letter]:
    until = moment + rules.LEASE
    letters: Sequence[Letter] = work.letters
    if not insert_new(db, Delivery, [_row(letter, until) for letter in letters]):
        letters = _new_ones(db, letters)
    table = NoticeRow.__table__
    change = update(table)  # type: ignore[arg-type]
    for state, ids in ((NoticeState.OUT, work.out), (NoticeState.EXPIRED, work.expired)):
        if ids:
            db.connection().execute(change.where(table.c.id.in_(ids)).values(state=state.value))
    if work.later:
        moved = change.where(table.c.id == bindparam("row")).values(next_at=bindparam("at"))
        db.connection().execute(moved, work.later)
    return letters


def _new_ones(db: Session, letters: Sequence[Letter]) -> list[Letter]:
    """Those whose rows were really written: a notice that waited for one person had been told to another before."""
    table = Delivery.__table__
    notices = {letter.notice_id for letter in letters}
    mine = select(table.c.id).where(table.c.notice_id.in_(notices), table.c.claim == letters[0].claim)
    written = set(db.connection().scalars(mine))
    return [letter for letter in letters if letter.id in written]
