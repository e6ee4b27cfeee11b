"""Reminders, and what became of each day on which one came. Each row belongs to one space.

The text is sealed. `cancelled` is a register, with the stamp of its last writer in `cancelled_at` and `cancelled_op`.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime, time

from sqlalchemy import BigInteger, Date, ForeignKey, Index, LargeBinary, String, Time, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.db import Base, UtcDateTime


class Reminder(Base):
    """A reminder that an adviser made for a young person. Its id is the operation's; the name stays as it was.

    `day`, `at` and `until` are what the clocks in London show. All its days up to `put_upto` have their notices; at
    `extend_at` a job puts the next ones (None: there are no more).
    """

    __tablename__ = "reminder"
    __table_args__ = (Index("ix_reminder_space_seq", "space_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    text: Mapped[bytes] = mapped_column(LargeBinary)
    template: Mapped[str | None] = mapped_column(String(64))
    day: Mapped[date] = mapped_column(Date)
    at: Mapped[time | None] = mapped_column(Time)
    every: Mapped[str | None] = mapped_column(String(8))
    until: Mapped[date | None] = mapped_column(Date)
    by_name: Mapped[str] = mapped_column(String(80))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    cancelled: Mapped[bool] = mapped_column(default=False)
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cancelled_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    put_upto: Mapped[date | None] = mapped_column(Date)
    extend_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    seq: Mapped[int] = mapped_column(BigInteger)


class ReminderDay(Base):
    """What became of a reminder on one of its days: when it was sent, and when the young person saw it."""

    __tablename__ = "reminder_day"

    reminder_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("reminder.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
