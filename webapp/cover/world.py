"""What decides who stands where in the spaces of a council, read from its tables."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from ..core.guards import Role
from ..core.working_days import london_day
from ..spaces.models import Member, MemberRole, Space
from ..spaces.names import account_table
from .models import Away, Duty, PassedOn
from .rules import Away as AwayTime
from .rules import Span, World, away_span


@dataclass(frozen=True)
class Council:
    """What holds for all spaces of a council, and what differs between them by space."""

    away: tuple[AwayTime, ...]
    duty: tuple[Span, ...]
    advisers: defaultdict[uuid.UUID, list[Span]]
    passed_on: dict[uuid.UUID, list[tuple[datetime, datetime]]]

    def world_of(self, space_id: uuid.UUID) -> World:
        """What the rules need of one space."""
        advisers, passed_on = self.advisers.get(space_id, ()), self.passed_on.get(space_id, ())
        return World(tuple(advisers), self.away, self.duty, tuple(passed_on))


def read_council(db: Session, council: str, moment: datetime, space_id: uuid.UUID | None = None) -> Council:
    """All that is not over at a moment, in a council's living spaces or in one of them."""
    wanted = [Space.council == council, Space.ended_at.is_(None)]
    if space_id is not None:
        wanted.append(Space.id == space_id)
    advisers: defaultdict[uuid.UUID, list[Span]] = defaultdict(list)
    placed = select(Member.space_id, Member.account_id, Member.since, Member.until).join(Space)
    for space, account_id, since, until in db.execute(
        placed.where(*wanted, Member.role == MemberRole.ADVISER, not_over(moment))
    ):
        advisers[space].append(Span(account_id, since, until))
    passed_on: defaultdict[uuid.UUID, list[tuple[datetime, datetime]]] = defaultdict(list)
    passed = select(PassedOn.space_id, PassedOn.at, PassedOn.until).join(Space, Space.id == PassedOn.space_id)
    for space, at, until in db.execute(passed.where(*wanted, PassedOn.until > moment)):
        passed_on[space].append((at, until))
    on_duty = select(Duty.account_id, Duty.since, Duty.until).where(Duty.council == council)
    duty = db.execute(on_duty.where(or_(Duty.until.is_(None), Duty.until > moment)))
    return Council(_away(db, council, moment), tuple(Span(*row) for row in duty), advisers, passed_on)


def not_over(moment: datetime) -> ColumnElement[bool]:
    """The condition on `Member` that it holds at a moment or later."""
    return or_(Member.until.is_(None), Member.until > moment)


def _away(db: Session, council: str, moment: datetime) -> tuple[AwayTime, ...]:
    """Who of the council is away; whoever has left is away for ever and names nobody.

    Whoever was invited and has not joined reads nothing: they are away until they join, and the duty list reads, unless
    somebody was named for them. Those times come first, so that a time that was planned counts before them.
    """
    account = account_table()
    staff = (account.c.council == council, account.c.role == Role.ADVISER)
    out = or_(account.c.ended_at.is_not(None), account.c.pass_hash.is_(None))
    rows = db.execute(select(account.c.id, account.c.created_at, account.c.ended_at).where(*staff, out)).all()
    times = [AwayTime(row.id, row.ended_at or row.created_at) for row in rows]
    gone = {row.id for row in rows if row.ended_at}
    kept = select(Away).join(account, account.c.id == Away.account_id).where(*staff)
    away = db.scalars(kept.where(Away.until >= london_day(moment), Away.cancelled_at.is_(None)))
    planned = (row for row in away if row.account_id not in gone)
    times += [AwayTime(row.account_id, *away_span(row.since, row.until), row.cover_id) for row in planned]
    return tuple(times)
