"""Sessions are rows: one for each device that is signed in, seen and ended by its owner."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.crypto import new_token, token_hash
from ..core.db import Database
from ..core.errors import ErrorCode, Problem
from ..core.guards import Role, SignedIn
from .cookies import LIFE, Caller
from .models import Account, DeviceSession, Invitation, KnownDevice, Purpose

SEEN_EVERY = timedelta(hours=1)


@dataclass(frozen=True)
class Begun:
    """A session just begun: its row's id, and the tokens for the two cookies (kept nowhere else)."""

    account_id: uuid.UUID
    session_id: uuid.UUID
    token: str
    known_token: str


def begin(db: Session, account_id: uuid.UUID, caller: Caller) -> Begun:
    """Sign a device in. A session that the device still held, whoever's it was, ends with that."""
    moment = now()
    if caller.session_token:
        old = DeviceSession.token_hash == token_hash(caller.session_token)
        db.execute(update(DeviceSession).where(old, DeviceSession.ended_at.is_(None)).values(ended_at=moment))
    token = new_token()
    session = DeviceSession(
        id=uuid.uuid4(),
        account_id=account_id,
        token_hash=token_hash(token),
        device_name=caller.device_name,
        created_at=moment,
        last_seen=moment,
    )
    db.add(session)
    db.flush()
    return Begun(account_id, session.id, token, _remember_device(db, account_id, caller.known_token))


def find(database: Database, token: str) -> tuple[SignedIn, bool] | None:
    """The live session behind a cookie, in one statement; and whether its last-seen time moved just now."""
    moment = now()
    with database.read() as db:
        row = db.execute(
            select(DeviceSession.id, DeviceSession.last_seen, Account.id, Account.role, Account.council, Account.name)
            .join(Account, Account.id == DeviceSession.account_id)
            .where(DeviceSession.token_hash == token_hash(token), DeviceSession.ended_at.is_(None))
            .where(DeviceSession.last_seen > moment - LIFE, Account.ended_at.is_(None))
        ).first()
    if row is None:
        return None
    session_id, last_seen, account_id, role, council, name = row
    moved = last_seen < moment - SEEN_EVERY
    if moved:
        with database.write() as db:
            db.execute(update(DeviceSession).where(DeviceSession.id == session_id).values(last_seen=moment))
    return SignedIn(account_id, Role(role), council, session_id, name), moved


def over_with(database: Database, token: str) -> tuple[uuid.UUID, Role] | None:
    """The account that a cookie's session was for, if it has ended, and its role; None for any other cookie.

    The session itself may have ended before its account.
    """
    with database.read() as db:
        row = db.execute(
            select(Account.id, Account.role)
            .join(DeviceSession, DeviceSession.account_id == Account.id)
            .where(DeviceSession.token_hash == token_hash(token), Account.ended_at.is_not(None))
        ).first()
    return None if row is None else (row[0], Role(row[1]))


def is_live(db: Session, session_id: uuid.UUID) -> bool:
    """Whether a session found earlier in this request still holds, asked inside the transaction that will write."""
    found = db.scalar(
        select(DeviceSession.id)
        .join(Account, Account.id == DeviceSession.account_id)
        .where(DeviceSession.id == session_id, DeviceSession.ended_at.is_(None), Account.ended_at.is_(None))
    )
    return found is not None


def devices_of(db: Session, account_id: uuid.UUID) -> Sequence[DeviceSession]:
    """Where this account is signed in, the last seen first."""
    query = select(DeviceSession).where(
        DeviceSession.account_id == account_id,
        DeviceSession.ended_at.is_(None),
        DeviceSession.last_seen > now() - LIFE,
    )
    return db.scalars(query.order_by(DeviceSession.last_seen.desc(), DeviceSession.id)).all()


def end_one(db: Session, account_id: uuid.UUID, session_id: uuid.UUID) -> None:
    """Sign one device out. Raises `Problem(NOT_FOUND)` when it is not this account's, or is out already."""
    _hold(db, account_id)
    ended = db.scalar(
        update(DeviceSession)
        .where(DeviceSession.id == session_id, DeviceSession.account_id == account_id)
        .where(DeviceSession.ended_at.is_(None))
        .values(ended_at=now())
        .returning(DeviceSession.id)
    )
    if ended is None:
        raise Problem(ErrorCode.NOT_FOUND)
    _void_device_codes(db, account_id)


def end_all(db: Session, account_id: uuid.UUID) -> None:
    """Sign every device out, and stop any code that would add one."""
    _hold(db, account_id)
    # Codes first: this waits for one that is being spent, whose session is then ended with the others.
    _void_device_codes(db, account_id)
    db.execute(
        update(DeviceSession)
        .where(DeviceSession.account_id == account_id, DeviceSession.ended_at.is_(None))
        .values(ended_at=now())
    )


def forget_devices(db: Session, account_id: uuid.UUID) -> None:
    """No device is known any more: after a reset, the old ones may be in other hands."""
    db.execute(delete(KnownDevice).where(KnownDevice.account_id == account_id))


def knows_device(db: Session, account_id: uuid.UUID, known_token: str) -> bool:
    """Whether this device has signed in to this account before."""
    found = select(KnownDevice.id).where(
        KnownDevice.token_hash == token_hash(known_token), KnownDevice.account_id == account_id
    )
    return db.scalar(found) is not None


def _remember_device(db: Session, account_id: uuid.UUID, known_token: str | None) -> str:
    if known_token and knows_device(db, account_id, known_token):
        return known_token
    kept = select(KnownDevice.id).where(KnownDevice.token_hash == token_hash(known_token or ""))
    # Only a token that we gave is used again; one that somebody planted in the browser is not.
    token = known_token if known_token and db.scalar(kept.limit(1)) else new_token()
    try:
        with db.begin_nested():
            db.add(KnownDevice(account_id=account_id, token_hash=token_hash(token), created_at=now()))
    except IntegrityError:
        # The same device signed in twice at once; the other one has written it.
        return token
    return token


def _hold(db: Session, account_id: uuid.UUID) -> None:
    # Whoever makes or spends a code holds the account too: none is made between the codes and the sessions ending.
    db.execute(select(Account.id).where(Account.id == account_id).with_for_update(key_share=True))


def _void_device_codes(db: Session, account_id: uuid.UUID) -> None:
    # A phone that is taken back must not leave a way in behind it.
    db.execute(
        update(Invitation)
        .where(Invitation.account_id == account_id, Invitation.purpose == Purpose.DEVICE)
        .where(Invitation.spent_at.is_(None), Invitation.voided_at.is_(None))
        .values(voided_at=now())
    )
