"""Taking due deliveries, so that no two workers send the same one at the same time.

Taking moves `next_at` on by a lease before anything is tried: when this worker dies, another one finds the row due
again. The claim's id tells afterwards whether the row is still ours.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, exists, or_, select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import get_db
from ..core.guards import Role
from ..spaces.access import is_current
from ..spaces.models import Member, Space
from ..spaces.names import account_table
from . import rules
from .letters import Device, Letter
from .models import Channel, Delivery, NoticePrefs, NoticeRow, State, Subscription
from .people import BROWSER, NOTICE, WISHES, WORDING, allowed, manages, quiet_of, rest_of, session_table, wishes_of
from .rules import PLAINEST
from .tables import not_held

COLUMNS = (
    Delivery.id, Delivery.notice_id, Delivery.account_id, Delivery.channel, Delivery.target, Delivery.tries,
    Delivery.small, Delivery.first_at,
    *NOTICE, *BROWSER, *WORDING, *WISHES,
)  # fmt: skip


def claim(limit: int) -> list[Letter]:
    """Take up to `limit` due deliveries for this worker. What became pointless is ended instead, unsent."""
    moment, token = now(), uuid.uuid4()
    is_due = and_(Delivery.state == State.WAITING, Delivery.next_at <= moment)
    with get_db().write() as db:
        ids = db.scalars(not_held(db, due_deliveries(moment, limit))).all()
        if not ids:
            return []
        taken = {"claim": token, "next_at": moment + rules.LEASE, "tries": Delivery.tries + 1}
        db.execute(_update().where(Delivery.id.in_(ids), is_due).values(taken))
        letters = [_letter(row, token) for row in db.execute(_claimed(ids).where(Delivery.claim == token))]
        _end_the_rest(db, ids, letters)
        return [letter for letter in letters if not _postponed(db, letter, moment)]


def due_deliveries(moment: datetime, limit: int) -> Select[uuid.UUID]:
    """The ids of deliveries that wait for a try now, the longest due first."""
    due = select(Delivery.id).where(Delivery.state == State.WAITING, Delivery.next_at <= moment)
    return due.order_by(Delivery.next_at).limit(limit)


def _postponed(db: Session, letter: Letter, moment: datetime) -> bool:
    """Whether the person may not be told just now: another try, or a worker that was down, can come at night."""
    at = allowed(moment, young=letter.young, quiet=letter.quiet)
    if at <= moment:
        return False
    db.execute(_update().where(Delivery.id == letter.id).values(next_at=at, tries=Delivery.tries - 1))
    return True


def _end_the_rest(db: Session, ids: Sequence[uuid.UUID], letters: Sequence[Letter]) -> None:
    """What was due but is for nobody any more: the notice is over, or the person has left the space."""
    rest = set(ids) - {letter.id for letter in letters}
    if rest:
        ended = _update().where(Delivery.id.in_(rest), Delivery.state == State.WAITING)
        db.execute(ended.values(state=State.EXPIRED, reason="over"))


def _update() -> Any:
    return update(Delivery).execution_options(synchronize_session=False)


def _claimed(ids: Sequence[uuid.UUID]) -> Any:
    """All that a letter needs, in one statement; only what still makes sense to send."""
    account, session = account_table(), session_table()
    live = and_(
        Subscription.id == Delivery.target,
        Subscription.account_id == Delivery.account_id,
        exists().where(session.c.id == Subscription.session_id, session.c.ended_at.is_(None)),
    )
    inside = or_(
        exists().where(
            Member.account_id == Delivery.account_id, Member.space_id == NoticeRow.space_id, is_current(now())
        ),
        and_(NoticeRow.to_role == Role.MANAGER, manages(account)),
    )
    return (
        select(*COLUMNS, account.c.language, account.c.role, account.c.council)
        .join(NoticeRow, NoticeRow.id == Delivery.notice_id)
        .join(Space, Space.id == NoticeRow.space_id)
        .join(account, account.c.id == Delivery.account_id)
        .outerjoin(Subscription, live)
        .outerjoin(NoticePrefs, NoticePrefs.account_id == Delivery.account_id)
        .where(Delivery.id.in_(ids), NoticeRow.until > now(), inside)
        .where(Space.ended_at.is_(None), account.c.ended_at.is_(None))
    )


def _letter(row: Any, token: uuid.UUID) -> Letter:
    young = row.role == Role.YOUNG_PERSON
    return Letter(
        id=row.id,
        claim=token,
        notice_id=row.notice_id,
        account_id=row.account_id,
        space_id=row.space_id,
        channel=Channel(row.channel),
        target=row.target,
        tries=row.tries,
        small=row.small,
        first_at=row.first_at,
        cause=row.cause,
        kind=row.kind,
        url=row.url,
        until=row.until,
        device=Device(row.endpoint, row.p256dh, row.auth) if row.endpoint is not None else None,
        lang=row.lang or row.language,
        plainness=row.plainness or PLAINEST,
        number=row.number,
        address=row.address,
        fallback=wishes_of(row.text_on, row.email_on),
        young=young,
        quiet=quiet_of(row.quiet_from, row.quiet_to) if young else rest_of(row.council),
    )
