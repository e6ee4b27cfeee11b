"""What the young person's copy says of the space itself: who could read it, and from when until when."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import to_wire
from .models import Member, Space
from .names import account_table

Row = dict[str, Any]


def who_could_read(db: Session, space: Space, _account_id: uuid.UUID) -> list[Row]:
    """Everyone who was or is in the space, in the order in which they came."""
    account = account_table()
    rows = db.execute(
        select(account.c.name, Member.role, Member.since, Member.until)
        .join(account, account.c.id == Member.account_id)
        .where(Member.space_id == space.id)
        .order_by(Member.since, Member.id)
    )
    return [
        {"name": name, "role": role, "since": to_wire(since), "until": to_wire(until) if until else None}
        for name, role, since, until in rows
    ]
