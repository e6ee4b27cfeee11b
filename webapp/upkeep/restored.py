"""What every restore checks and does in the restored data before anyone sees it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, LargeBinary, func, inspect, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.crypto import KEY_ID_BYTES, SealBroken, get_crypto
from ..core.db import Database
from ..people.models import DeviceSession, Invitation, RecoveryCode
from ..spaces.models import Space
from ..sync.models import STATE_ID, ServerState
from ..sync.service import new_epoch
from .migrate import known_revisions, upgrade_within


class NotABackup(Exception):
    """The file cannot be restored here. The text is a plain sentence that says why."""


@dataclass(frozen=True)
class Live:
    """The sessions and one-time codes that are good just before a restore, the recovery codes that were used by then
    (and when), and the epoch the devices know.
    """

    sessions: frozenset[uuid.UUID] = frozenset()
    codes: frozenset[uuid.UUID] = frozenset()
    used: Mapping[uuid.UUID, datetime] = field(default_factory=dict)
    epoch: int = 0


def who_is_live(database: Database) -> Live:
    """What is live in the present data; nothing at all when that data is lost or was never there."""
    try:
        with database.read() as db:
            sessions = db.scalars(select(DeviceSession.id).where(DeviceSession.ended_at.is_(None)))
            codes = db.scalars(
                select(Invitation.id).where(Invitation.spent_at.is_(None), Invitation.voided_at.is_(None))
            )
            used = db.execute(select(RecoveryCode.id, RecoveryCode.used_at).where(RecoveryCode.used_at.is_not(None)))
            epoch = db.scalar(select(ServerState.epoch).where(ServerState.id == STATE_ID))
            return Live(frozenset(sessions), frozenset(codes), {row[0]: row[1] for row in used if row[1]}, epoch or 0)
    except SQLAlchemyError:
        return Live()


def check_revision(connection: Connection) -> None:
    """Raise `NotABackup` unless the restored tables are ours and not newer than this Footing."""
    tables = set(inspect(connection).get_table_names())
    if not {"alembic_version", "account"} <= tables:
        raise NotABackup("This file is a database, but not one of Footing.")
    revisions = set(connection.scalars(text("SELECT version_num FROM alembic_version")))
    if not revisions or not revisions <= known_revisions():
        raise NotABackup("This backup was made by a newer Footing. Bring this one up to date first, then restore.")


def settle(connection: Connection, live: Live) -> None:
    """Bring the restored data to the newest shape and make it safe to serve, in the caller's transaction.

    A session or code that was ended since the backup must not come to life again, so only those that are live now stay.
    """
    upgrade_within(connection)
    with Session(connection, join_transaction_mode="rollback_only") as db:
        _check_keys(db)
        moment = now()
        gone = DeviceSession.id.not_in(live.sessions)
        db.execute(update(DeviceSession).where(DeviceSession.ended_at.is_(None), gone).values(ended_at=moment))
        spent = Invitation.id.not_in(live.codes)
        db.execute(update(Invitation).where(Invitation.voided_at.is_(None), spent).values(voided_at=moment))
        for code, used_at in live.used.items():
            db.execute(update(RecoveryCode).where(RecoveryCode.id == code).values(used_at=used_at))
        new_epoch(db, after=live.epoch)
        db.flush()


def _check_keys(db: Session) -> None:
    # One space for each key: in the middle of a rotation a backup has spaces of several.
    named = func.substr(Space.wrapped_key, 1, KEY_ID_BYTES, type_=LargeBinary)
    try:
        for key in db.scalars(select(named).distinct()).all():
            wrapped = db.scalars(select(Space.wrapped_key).where(named == key).limit(1)).one()
            get_crypto().seal(wrapped, "restore.check:0", "")
    except SealBroken as error:
        raise NotABackup(
            "This backup was made with other keys. Put the keys of that time into FOOTING_WRAPPING_KEYS first."
        ) from error
