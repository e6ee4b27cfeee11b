"""Who is told of a message: the other side of the space, once for all that they have not seen."""

from __future__ import annotations

import uuid
from datetime import timedelta

from sqlalchemy.orm import Session

from ..core.clock import now
from ..deliveries import service as deliveries
from ..deliveries.service import Notice
from ..spaces.models import MemberRole

KIND = "message"
# Nobody needs to be told after this long: they have opened the app, or somebody else was told.
POINTLESS_AFTER = timedelta(days=30)


def tell_other_side(db: Session, space_id: uuid.UUID, number: int, *, by_owner: bool) -> None:
    """Have the other side told of a message. It takes the place of what was not sent yet of those before it."""
    cause, moment = _cause(space_id, to_owner=not by_owner), now()
    deliveries.cancel(db, cause, below=number)
    deliveries.put(
        db,
        [
            Notice(
                cause=cause,
                occurrence=str(number),
                version=number,
                space_id=space_id,
                to=MemberRole.ADVISER if by_owner else MemberRole.YOUNG_PERSON,
                kind=KIND,
                due=moment,
                until=moment + POINTLESS_AFTER,
                url=f"/people/{space_id}/messages" if by_owner else "/messages",
            )
        ],
    )


def tell_no_more(db: Session, space_id: uuid.UUID, upto: int, *, to_owner: bool) -> None:
    """One side has seen all up to a number: cancel what was not sent yet about it."""
    deliveries.cancel(db, _cause(space_id, to_owner=to_owner), below=upto + 1)


def _cause(space_id: uuid.UUID, *, to_owner: bool) -> str:
    # One for each side: it is also what a newer notification replaces the older one by.
    return f"{KIND}:{space_id}:{'owner' if to_owner else 'supporters'}"
