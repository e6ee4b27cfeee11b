"""The epoch of this database: what tells devices that the server's memory is not the one they know."""

from __future__ import annotations

from sqlalchemy.orm import Session

from ..core.clock import now
from .models import STATE_ID, ServerState


def new_epoch(db: Session, *, after: int = 0) -> int:
    """Begin a new epoch, within the caller's transaction, and give its number.

    To be called in the transaction that ends a restore, or when the shape of the answers changed. `after` is an epoch
    that devices may have seen although this database has not (the one of the database that the restore replaced).
    The clock is in it for a database whose predecessor is gone, so that an old number is not met again.
    """
    state = db.get_one(ServerState, STATE_ID, with_for_update=True)
    state.epoch = max(state.epoch + 1, after + 1, int(now().timestamp()))
    return state.epoch
