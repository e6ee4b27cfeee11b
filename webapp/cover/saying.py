"""The conversations say when an adviser is away and when they are back, once each, as it happens."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import get_db
from ..core.working_days import london_day
from ..deliveries import service as deliveries
from ..spaces.access import is_current
from ..spaces.models import Member, MemberRole, Space
from ..spaces.names import account_table, covering_in
from ..spaces.thread import conversations
from .models import Away
from .service import lock
from .telling import back_notice


def say_who_is_away() -> None:
    """Say it in every conversation of an adviser whose time away has begun, each adviser in their own transaction."""
    today = london_day(now())
    begun = Away.cancelled_at.is_(None), Away.away_said.is_(None), Away.since <= today, Away.until >= today
    for id_ in _ids(*begun):
        with get_db().write() as db:
            away = db.get(Away, id_, with_for_update=True)
            if away and away.cancelled_at is None and away.away_said is None:
                say_away(db, away)


def say_away(db: Session, away: Away) -> None:
    """Say in every conversation of an adviser that they are away, and who covers now, or that nobody does."""
    away.away_said = now()
    alone = _name(db, away.account_id)
    for space in _spaces_of(db, away.account_id):
        names = [one.name for one in covering_in(db, space.id) if one.since <= now()]
        kind, name = ("away", names[0] if len(names) == 1 else None) if names else ("nobody_covers", alone)
        conversations().say(db, space, kind, at=now(), name=name)


def say_who_is_back() -> None:
    """Say it, and have the young person told, when a time away is over or was ended early."""
    over = or_(Away.cancelled_at.is_not(None), Away.until < london_day(now()))
    for id_ in _ids(over, Away.away_said.is_not(None), Away.back_said.is_(None)):
        with get_db().write() as db:
            away = db.get(Away, id_, with_for_update=True)
            if away and away.back_said is None and away.away_said is not None:
                away.back_said = now()
                spaces = [space for space in _spaces_of(db, away.account_id) if _was_theirs(db, space, away)]
                name = _name(db, away.account_id)
                for space in spaces:
                    conversations().say(db, space, "back", at=now(), name=name)
                deliveries.put(db, [back_notice(space.id, away) for space in spaces])


def _ids(*conditions: object) -> Sequence[uuid.UUID]:
    with get_db().read() as db:
        return db.scalars(select(Away.id).where(*conditions).order_by(Away.id)).all()  # type: ignore[arg-type]


def _spaces_of(db: Session, adviser: uuid.UUID) -> Sequence[Space]:
    """The living spaces of an adviser, locked."""
    placed = Member.account_id == adviser, Member.role == MemberRole.ADVISER, is_current(now())
    living = select(Space.id).join(Member, Member.space_id == Space.id).where(*placed, Space.ended_at.is_(None))
    return lock(db, db.scalars(living))


def _was_theirs(db: Session, space: Space, away: Away) -> bool:
    """Whether the space was the adviser's when the conversations said that they were away, and they read it now.

    Whoever has not joined by then is not back.
    """
    account = account_table()
    mine = Member.account_id == away.account_id, Member.space_id == space.id, Member.role == MemberRole.ADVISER
    said: datetime | None = away.away_said
    there = select(Member.id).join(account, account.c.id == Member.account_id).where(account.c.pass_hash.is_not(None))
    return db.scalar(there.where(*mine, Member.since <= said, is_current(now()))) is not None


def _name(db: Session, account_id: uuid.UUID) -> str | None:
    account = account_table()
    return db.scalar(select(account.c.name).where(account.c.id == account_id, account.c.ended_at.is_(None)))
