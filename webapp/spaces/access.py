"""The one door to personal rows. Not found and not yours look the same."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ..core.clock import now
from ..core.errors import ErrorCode, Problem
from .models import Member, MemberRole, Space


@dataclass(frozen=True)
class Access:
    """An opened door: the space's row, and in what capacity this account stands in it."""

    space: Space
    role: MemberRole

    @property
    def is_owner(self) -> bool:
        """Whether this is the young person's own space."""
        return self.role is MemberRole.YOUNG_PERSON


def is_current(moment: datetime) -> ColumnElement[bool]:
    """The condition on `Member` that it holds at `moment`."""
    return and_(Member.since <= moment, or_(Member.until.is_(None), Member.until > moment))


def living_spaces(account_id: uuid.UUID) -> Select[Space, MemberRole]:
    """The one statement for every living space that this account is in now, oldest first (a caller may add columns)."""
    return (
        select(Space, Member.role)
        .join(Member, Member.space_id == Space.id)
        .where(Member.account_id == account_id, is_current(now()), Space.ended_at.is_(None))
        .order_by(Space.created_at, Space.id)
    )


def spaces_of(db: Session, account_id: uuid.UUID) -> list[Access]:
    """Every living space that this account is in now, in one statement, oldest first."""
    return [Access(space, MemberRole(role)) for space, role in db.execute(living_spaces(account_id))]


def was_inside(
    account_id: uuid.UUID,
    space_id: uuid.UUID,
    since: InstrumentedAttribute[datetime | None],
    until: InstrumentedAttribute[datetime | None],
) -> ColumnElement[bool]:
    """The condition that the account was in the space at some moment between two columns of the row being read."""
    return exists().where(
        Member.account_id == account_id,
        Member.space_id == space_id,
        Member.since <= until,
        or_(Member.until.is_(None), Member.until >= since),
    )


def enter(db: Session, account_id: uuid.UUID, space_id: uuid.UUID, *, to_write: bool = False) -> Access:
    """Open the door of one space for an account, locking its row when `to_write` (PostgreSQL).

    Raises `Problem(NOT_FOUND)` when there is no such space or the account is not in it: the caller cannot tell which.
    """
    if to_write:
        # Locked first and asked afterwards: a place may end while this waits for the lock, and a statement that waits
        # would still see it as it was before.
        db.execute(select(Space.id).where(Space.id == space_id).with_for_update())
    query = (
        select(Space, Member.role)
        .join(Member, Member.space_id == Space.id)
        .where(Space.id == space_id, Member.account_id == account_id)
        .where(is_current(now()), Space.ended_at.is_(None))
    )
    row = db.execute(query).first()
    if row is None:
        raise Problem(ErrorCode.NOT_FOUND)
    return Access(row[0], MemberRole(row[1]))
