"""The names behind account ids. The account table belongs to people; here only names are read out of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, or_, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import Base
from .access import is_current
from .models import Member, MemberRole


@dataclass(frozen=True)
class Names:
    """The young person of a space, and their adviser (None: on the council's duty list)."""

    name: str
    sign_in_name: str | None
    adviser: str | None
    adviser_id: uuid.UUID | None


def account_table() -> Table:
    """The table that every `account_id` points at, found by its name: spaces may not import people."""
    return Base.metadata.tables["account"]


def names_in(db: Session, space_id: uuid.UUID) -> Names:
    """Who the space belongs to and who supports them now, in one statement."""
    account = account_table()
    rows = db.execute(
        select(Member.role, account.c.name, account.c.sign_in_name, account.c.id)
        .join(account, account.c.id == Member.account_id)
        .where(Member.space_id == space_id, is_current(now()))
    ).all()
    by_role = {MemberRole(role): told for role, *told in rows}
    name, sign_in_name, _ = by_role.get(MemberRole.YOUNG_PERSON, ("", None, None))
    adviser, _, adviser_id = by_role.get(MemberRole.ADVISER, (None, None, None))
    return Names(name, sign_in_name, adviser, adviser_id)


@dataclass(frozen=True)
class Covering:
    """Somebody covers for the adviser from a moment until just before another (None: no end is known)."""

    account_id: uuid.UUID
    name: str
    since: datetime
    until: datetime | None


def covering_in(db: Session, space_id: uuid.UUID) -> list[Covering]:
    """Who covers the space now and later, in the order of time."""
    account = account_table()
    rows = db.execute(
        select(account.c.id, account.c.name, Member.since, Member.until)
        .join(account, account.c.id == Member.account_id)
        .where(Member.space_id == space_id, Member.role == MemberRole.COVER)
        .where(or_(Member.until.is_(None), Member.until > now()))
        .order_by(Member.since, account.c.name, Member.id)
    )
    return [Covering(*row) for row in rows]
