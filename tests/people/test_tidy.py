"""The worker's tidying takes what is old, and nothing that still matters."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people import jobs
from webapp.people.models import Account, Attempt, DeviceSession, Invitation, Purpose

DAY = timedelta(days=1)


@pytest.fixture
def account(app: Flask) -> uuid.UUID:
    row = Account(id=uuid.uuid4(), role=Role.YOUNG_PERSON, council="rutland", name="Maya", created_at=now())
    with get_db().write() as db:
        db.add(row)
    return row.id


def session(account: uuid.UUID, name: str, ended: timedelta | None, seen: timedelta) -> DeviceSession:
    return DeviceSession(
        account_id=account,
        token_hash=uuid.uuid4().bytes * 2,
        device_name=name,
        created_at=now() - 500 * DAY,
        last_seen=now() - seen,
        ended_at=None if ended is None else now() - ended,
    )


def code(account: uuid.UUID, expired: timedelta) -> Invitation:
    return Invitation(
        account_id=account,
        purpose=Purpose.RESET,
        code_hash=uuid.uuid4().bytes * 2,
        created_at=now() - expired - 7 * DAY,
        expires_at=now() - expired,
    )


def test_old_things_go_and_the_rest_stays(account: uuid.UUID) -> None:
    recent, old = code(account, 20 * DAY), code(account, 91 * DAY)
    with get_db().write() as db:
        db.add_all([recent, old])
        db.add(session(account, "in use", None, 30 * DAY))
        db.add(session(account, "ended lately", 20 * DAY, 21 * DAY))
        db.add(session(account, "ended long ago", 91 * DAY, 92 * DAY))
        db.add(session(account, "not seen for over a year", None, 366 * DAY))
        db.add_all([Attempt(counted_under=bytes(32), at=now()), Attempt(counted_under=bytes(32), at=now() - 30 * DAY)])
    jobs.tidy()
    jobs.tidy()
    with get_db().read() as db:
        assert set(db.scalars(select(DeviceSession.device_name))) == {"in use", "ended lately"}
        assert db.scalars(select(Invitation.id)).all() == [recent.id]
        assert len(db.scalars(select(Attempt)).all()) == 1
        assert db.scalars(select(Account.id)).all() == [account]
