"""What is to be sent: notices (why, to whom in a space, when), and deliveries (to which person, by which way).

A notice is written in the transaction of its cause. When it is due, it becomes a delivery for each person and each of
their ways. `next_at` of a waiting row is when a worker may take it: taking it moves `next_at` on first (the lease), so
that a row whose worker died is taken again by itself.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, LargeBinary, String, Text, Time, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.crypto import BY_SETTINGS
from ..core.db import Base, UtcDateTime
from ..core.ids import new_id

# The `target` of a delivery that goes to a person rather than to one of their devices.
NO_TARGET = uuid.UUID(int=0)


class NoticeState(StrEnum):
    """`out`: its deliveries are there. `expired`: it became pointless before anybody could be told."""

    WAITING = "waiting"
    OUT = "out"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class State(StrEnum):
    """How a delivery stands. `gone`: the device or address no longer exists. `parked`: given up, see `reason`."""

    WAITING = "waiting"
    SENT = "sent"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    GONE = "gone"
    PARKED = "parked"


class Channel(StrEnum):
    """The ways by which a person can be told."""

    PUSH = "push"
    TEXT = "text"
    EMAIL = "email"


class NoticeRow(Base):
    """One occurrence of a cause, in one version of its date, for one side of a space. It holds no words."""

    __tablename__ = "notice"
    __table_args__ = (
        Index("uq_notice_cause", "cause", "occurrence", "version", "to_role", unique=True),
        Index("ix_notice_state_next_at", "state", "next_at"),
    )

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=new_id)
    cause: Mapped[str] = mapped_column(String(128))
    occurrence: Mapped[str] = mapped_column(String(32))
    version: Mapped[int] = mapped_column(Integer)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    to_role: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(32))
    due: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime] = mapped_column(UtcDateTime)
    url: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(16), default=NoticeState.WAITING)
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Delivery(Base):
    """One notice for one person by one way. `target` is the subscription of a push. `claim` names who took it last.

    `reason` is a word of ours for why it was tried again or given up, never what a service answered. `small` after a
    push service found the message too large.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        Index("uq_delivery_notice_id", "notice_id", "account_id", "channel", "target", unique=True),
        Index("ix_delivery_state_next_at", "state", "next_at"),
    )

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=new_id)
    notice_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"))
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    channel: Mapped[str] = mapped_column(String(8))
    target: Mapped[uuid.UUID] = mapped_column(Uuid, default=NO_TARGET)
    state: Mapped[str] = mapped_column(String(16), default=State.WAITING)
    first_at: Mapped[datetime] = mapped_column(UtcDateTime)
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)
    claim: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    tries: Mapped[int] = mapped_column(Integer, default=0)
    small: Mapped[bool] = mapped_column(Boolean, default=False)
    reason: Mapped[str | None] = mapped_column(String(32))
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shown_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Planned(Base):
    """What a date's cause was last planned as, so that a person who changes their plan is reminded by the new one."""

    __tablename__ = "planned"
    __table_args__ = (Index("ix_planned_space_id", "space_id"),)

    cause: Mapped[str] = mapped_column(String(128), primary_key=True)
    to_role: Mapped[str] = mapped_column(String(16), primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(32))
    review_kind: Mapped[str | None] = mapped_column(String(64))
    day: Mapped[date] = mapped_column(Date, index=True)
    at: Mapped[time | None] = mapped_column(Time)
    url: Mapped[str] = mapped_column(String(200))


class Subscription(Base):
    """A browser that takes pushes. It belongs to a session: signed out there, nothing is sent there any more."""

    __tablename__ = "subscription"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    session_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("device_session.id", ondelete="CASCADE"), index=True)
    endpoint: Mapped[str] = mapped_column(Text)
    endpoint_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    p256dh: Mapped[bytes] = mapped_column(LargeBinary(65))
    auth: Mapped[bytes] = mapped_column(LargeBinary(16))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    renewed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DeadEndpoint(Base):
    """An endpoint that its push service no longer knows. A browser that still offers it has to subscribe anew."""

    __tablename__ = "dead_endpoint"

    endpoint_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class NoticePrefs(Base):
    """How a person wants to be told. Without a row, the defaults of `rules.py` hold.

    `number` and `address` are sealed under the settings' wrapping keys, bound to this table, column and account.
    """

    __tablename__ = "notice_prefs"

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    plans: Mapped[str] = mapped_column(Text)
    quiet_from: Mapped[time] = mapped_column(Time)
    quiet_to: Mapped[time] = mapped_column(Time)
    plainness: Mapped[str] = mapped_column(String(16))
    lang: Mapped[str | None] = mapped_column(String(16))
    number: Mapped[bytes | None] = mapped_column(LargeBinary, info=BY_SETTINGS)
    text_on: Mapped[bool] = mapped_column(Boolean)
    address: Mapped[bytes | None] = mapped_column(LargeBinary, info=BY_SETTINGS)
    email_on: Mapped[bool] = mapped_column(Boolean)
