"""What every restore checks and does in the restored data before anyone sees it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from flask import current_app
from sqlalchemy import Connection, LargeBinary, func, inspect, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.crypto import KEY_ID_BYTES, SealBroken, get_crypto
from ..core.db import Database
from ..core.guards import STAFF
from ..people import ending, leaving
from ..people.models import Account, DeviceSession, Invitation, RecoveryCode
from ..records.exports import forget_ready
from ..records.listed import Erased, read_list, read_table, replay
from ..records.models import Erasure
from ..spaces.models import Space
from ..sync.models import STATE_ID, ServerState
from ..sync.service import new_epoch
from .migrate import known_revisions, upgrade_within


class NotABackup(Exception):
    """The file cannot be restored here. The text is a plain sentence that says why."""


@dataclass(frozen=True)
class Live:
    """The sessions and one-time codes that are good just before a restore, the recovery codes that were used by then
    (and when), the spaces that have ended and the staff whose accounts have (and when), what was erased, and the epoch
    the devices know.
    """

    sessions: frozenset[uuid.UUID] = frozenset()
    codes: frozenset[uuid.UUID] = frozenset()
    used: Mapping[uuid.UUID, datetime] = field(default_factory=dict)
    ended: Mapping[uuid.UUID, datetime] = field(default_factory=dict)
    left: Mapping[uuid.UUID, datetime] = field(default_factory=dict)
    erased: Sequence[Erased] = ()
    epoch: int = 0


def who_is_live(database: Database) -> Live:
    """What is live in the present data, and what was erased from it.

    When that data is lost or was never there, only the list of erasures beside it is known.
    """
    erased = read_list(current_app.extensions["footing-settings"].data_dir)
    try:
        with database.read() as db:
            sessions = db.scalars(select(DeviceSession.id).where(DeviceSession.ended_at.is_(None)))
            codes = db.scalars(
                select(Invitation.id).where(Invitation.spent_at.is_(None), Invitation.voided_at.is_(None))
            )
            used = db.execute(select(RecoveryCode.id, RecoveryCode.used_at).where(RecoveryCode.used_at.is_not(None)))
            ended = db.execute(select(Space.id, Space.ended_at).where(Space.ended_at.is_not(None)))
            staff = Account.role.in_(STAFF), Account.ended_at.is_not(None)
            left = db.execute(select(Account.id, Account.ended_at).where(*staff))
            epoch = db.scalar(select(ServerState.epoch).where(ServerState.id == STATE_ID))
            return Live(
                sessions=frozenset(sessions),
                codes=frozenset(codes),
                used={row[0]: row[1] for row in used if row[1]},
                ended={row[0]: row[1] for row in ended if row[1]},
                left={row[0]: row[1] for row in left if row[1]},
                erased=[*erased, *_erased_in(db)],
                epoch=epoch or 0,
            )
    except SQLAlchemyError:
        return Live(erased=erased)


def _erased_in(db: Session) -> list[Erased]:
    # The live data may be of an older shape, without this table: SQLite's is not brought up to date first.
    return read_table(db) if inspect(db.connection()).has_table(Erasure.__tablename__) else []


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
    Nor may an account that has ended, nor anything that was erased; and no copy can be fetched twice.
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
        for space_id, at in live.ended.items():
            ending.end_again(db, space_id, at)
        replay(db, live.erased)
        forget_ready(db)
        # Last, because it asks who is left and where.
        leaving.end_again(db, live.left)
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
