"""What a young person's copy says of their account: the account itself, and the devices that were signed in."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import to_wire
from ..spaces.models import Space
from .models import Account, DeviceSession

Row = dict[str, Any]


def account(db: Session, space: Space, account_id: uuid.UUID) -> list[Row]:
    """The account, without anything that could be used to sign in."""
    row = db.get_one(Account, account_id)
    return [
        {
            "id": str(row.id),
            "name": row.name,
            "sign_in_name": row.sign_in_name,
            "birthday": space.birthday.isoformat(),
            "council": row.council,
            "language": row.language,
            "created_at": to_wire(row.created_at),
        }
    ]


def devices(db: Session, _space: Space, account_id: uuid.UUID) -> list[Row]:
    """Where the account was signed in. Sessions that ended long ago are not kept."""
    query = select(DeviceSession).where(DeviceSession.account_id == account_id).order_by(DeviceSession.created_at)
    return [
        {
            "name": row.device_name,
            "created_at": to_wire(row.created_at),
            "last_seen": to_wire(row.last_seen),
            "ended_at": to_wire(row.ended_at) if row.ended_at else None,
        }
        for row in db.scalars(query)
    ]
