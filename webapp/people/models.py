"""Who can sign in, and what signing in leaves behind: sessions, codes, second factors, counted tries.

No secret is stored that could be used: tokens and codes are kept as hashes, a second factor's secret is sealed.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.crypto import BY_SETTINGS
from ..core.db import Base, UtcDateTime
from ..core.guards import Role
from .rules import sign_in_key

HASH_BYTES = 32


class Purpose(StrEnum):
    """What a one-time code is for."""

    JOIN = "join"
    RESET = "reset"
    DEVICE = "device"


def _key_of_row(context: Any) -> str | None:
    row = context.get_current_parameters()
    name = row.get("sign_in_name") or row.get("email")
    return sign_in_key(name) if name else None


class Account(Base):
    """One person. `sign_in_key` is the sign-in name or email in the form in which typed names are looked up.

    `pass_hash` is empty until the person has joined.
    """

    __tablename__ = "account"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    role: Mapped[Role] = mapped_column(String(16))
    council: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(String(80))
    sign_in_name: Mapped[str | None] = mapped_column(String(64), unique=True)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    sign_in_key: Mapped[str | None] = mapped_column(String(254), unique=True, default=_key_of_row)
    pass_hash: Mapped[str | None] = mapped_column(String(255))
    language: Mapped[str] = mapped_column(String(16), default="en")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DeviceSession(Base):
    """A device that is signed in. `last_seen` moves at most once an hour."""

    __tablename__ = "device_session"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES), unique=True)
    device_name: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Invitation(Base):
    """A one-time code. Live while it is neither spent, voided by a newer one, nor expired."""

    __tablename__ = "invitation"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[Purpose] = mapped_column(String(8))
    code_hash: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    spent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    voided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Enrolment(Base):
    """A worker between the two steps of joining: the code was good, the code app is not proved yet."""

    __tablename__ = "enrolment"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    invitation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("invitation.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES), unique=True)
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary, info=BY_SETTINGS)
    pass_hash: Mapped[str] = mapped_column(String(255))
    device_name: Mapped[str] = mapped_column(String(60))
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SecondFactor(Base):
    """A worker's code app. `last_step` is the last time step whose code was used, so that none is used twice."""

    __tablename__ = "second_factor"

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary, info=BY_SETTINGS)
    last_step: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class RecoveryCode(Base):
    """One of a worker's ten codes for the day the code app is lost."""

    __tablename__ = "recovery_code"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES))
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class KnownDevice(Base):
    """A device that has signed in to this account before, so that strangers' tries do not slow it."""

    __tablename__ = "known_device"
    __table_args__ = (Index("ix_known_device_token_account", "token_hash", "account_id", unique=True),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Attempt(Base):
    """One try that failed or is under way, counted under a keyed hash of a name, an address or a device."""

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_counted_under_at", "counted_under", "at"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    counted_under: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES))
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
