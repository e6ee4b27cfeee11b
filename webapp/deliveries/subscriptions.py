"""The browsers that take pushes: each belongs to one session of one account."""

from __future__ import annotations

import hashlib
import uuid

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from .models import DeadEndpoint, Subscription

# Browsers forget subscriptions without a word; the least recently renewed ones make room.
MAX_PER_ACCOUNT = 12


def keep(db: Session, who: SignedIn, endpoint: str, keys: tuple[bytes, bytes], old: str | None) -> None:
    """Keep or renew this browser's subscription. `old` is the endpoint that this one takes the place of.

    An endpoint is one browser: kept by another account before, it is this account's now.
    Raises `Problem(CONFLICT)` when its push service has said that nothing sent there arrives any more.
    """
    if db.get(DeadEndpoint, digest(endpoint)) is not None:
        raise Problem(ErrorCode.CONFLICT, "This browser has to subscribe anew: its push service has let this one go.")
    row = _mine(db, who, endpoint) or (_mine(db, who, old) if old else None)
    db.execute(delete(Subscription).where(Subscription.endpoint_hash == digest(endpoint), Subscription.id != _id(row)))
    if row is None:
        row = Subscription(id=uuid.uuid4(), account_id=who.account_id, made_at=now())
    row.session_id, row.renewed_at = who.session_id, now()
    row.endpoint, row.endpoint_hash = endpoint, digest(endpoint)
    row.p256dh, row.auth = keys
    db.add(row)
    db.flush()
    newest = select(Subscription.id).where(Subscription.account_id == who.account_id)
    kept = db.scalars(newest.order_by(Subscription.renewed_at.desc(), Subscription.id).limit(MAX_PER_ACCOUNT)).all()
    db.execute(delete(Subscription).where(Subscription.account_id == who.account_id, Subscription.id.not_in(kept)))


def remove(db: Session, who: SignedIn, endpoint: str) -> None:
    """Send nothing more to this browser. Somebody else's is left alone."""
    mine = Subscription.endpoint_hash == digest(endpoint), Subscription.account_id == who.account_id
    db.execute(delete(Subscription).where(*mine))


def digest(endpoint: str) -> bytes:
    """By which an endpoint is found."""
    return hashlib.sha256(endpoint.encode()).digest()


def _mine(db: Session, who: SignedIn, endpoint: str) -> Subscription | None:
    mine = Subscription.endpoint_hash == digest(endpoint), Subscription.account_id == who.account_id
    return db.scalar(select(Subscription).where(*mine))


def _id(row: Subscription | None) -> uuid.UUID:
    return row.id if row else uuid.UUID(int=0)
