"""The newest messages first: what a new phone shows while the sync, which goes from the oldest on, fetches the rest."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from ..spaces.access import enter
from ..sync.registry import View
from .models import Message
from .sync import message_rows


def newest(db: Session, who: SignedIn, space_id: uuid.UUID, *, before: int | None, limit: int) -> dict[str, Any]:
    """The last messages before a number (None: of all), in the order of the thread, and whether there are older ones.

    For the young person alone: what a supporter reads comes by the sync, where it is written down who has a copy.
    Raises `Problem(NOT_FOUND)` for anyone else.
    """
    access = enter(db, who.account_id, space_id)
    if not access.is_owner:
        raise Problem(ErrorCode.NOT_FOUND)
    query = select(Message).where(Message.space_id == space_id).order_by(Message.number.desc()).limit(limit + 1)
    found = db.scalars(query if before is None else query.where(Message.number < before)).all()
    view = View(db, access.space, access.role, who.account_id)
    return {"messages": message_rows(view, found[:limit][::-1]), "more": len(found) > limit}
