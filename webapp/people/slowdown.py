"""Tries that failed slow the next ones down, and never lock anyone out. Counted in the database, for all processes.

A try is counted before anything is checked and taken back when it succeeds, so that many at once cannot slip through.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.crypto import get_crypto
from ..core.errors import ErrorCode, Problem
from . import rules
from .models import Attempt

KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Counter:
    """Something that tries are counted under: a keyed hash, and how many failures cost nothing."""

    counted_under: bytes
    free: int


def for_account(typed_name: str) -> Counter:
    """Tries for one name, whether or not it exists: the answer must not tell."""
    return Counter(_hash("account", rules.sign_in_key(typed_name)), free=5)


def for_device(known_token: str, account_id: uuid.UUID) -> Counter:
    """Tries from a device that has signed in to this account before: counted apart from those of strangers."""
    return Counter(_hash("device", f"{known_token}:{account_id}"), free=5)


def for_address(address: str) -> Counter:
    """Tries to sign in from one address. A phone network puts hundreds of people behind one, so more are free."""
    return Counter(_hash("address", rules.network_of(address)), free=20)


def for_codes(address: str) -> Counter:
    """Codes typed from one address that nobody was given."""
    return Counter(_hash("codes", rules.network_of(address)), free=10)


def begin_try(db: Session, counters: Sequence[Counter]) -> list[uuid.UUID]:
    """Count one try under each counter; the ids are for `forgive` when it succeeds.

    Raises `Problem(TOO_MANY)` with `retry_after` in seconds, counting nothing, when it comes too soon.
    """
    moment = now()
    _take_turn(db, counters)
    db.execute(delete(Attempt).where(Attempt.at < moment - KEPT_FOR))
    waits = []
    for counter in counters:
        recent = select(Attempt.at).where(
            Attempt.counted_under == counter.counted_under, Attempt.at > moment - rules.WINDOW
        )
        waits.append(rules.seconds_to_wait(list(db.scalars(recent)), moment, counter.free))
    wait = max(waits)
    if wait:
        raise Problem(ErrorCode.TOO_MANY, f"Too many tries. Wait {wait} seconds, then try again.", retry_after=wait)
    tries = [Attempt(id=uuid.uuid4(), counted_under=counter.counted_under, at=moment) for counter in counters]
    db.add_all(tries)
    db.flush()
    return [one.id for one in tries]


def forgive(db: Session, tries: Sequence[uuid.UUID]) -> None:
    """The try succeeded: it does not count."""
    db.execute(delete(Attempt).where(Attempt.id.in_(tries)))


def _take_turn(db: Session, counters: Sequence[Counter]) -> None:
    # SQLite has one writer anyway. PostgreSQL would let two tries at once both see the same count.
    if db.get_bind().dialect.name == "postgresql":
        for number in sorted(int.from_bytes(counter.counted_under[:8], signed=True) for counter in counters):
            db.execute(select(func.pg_advisory_xact_lock(number)))


def _hash(kind: str, what: str) -> bytes:
    return get_crypto().mac(f"attempt:{kind}:{what}".encode())
