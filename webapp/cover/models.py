"""When advisers are away and who covers, who is on duty for a council, and what was passed on unread."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, Index, Integer, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.db import Base, UtcDateTime


class Away(Base):
    """An adviser is away from the first day to the last one (London), and whom they named to cover.

    `version` grows with each change, so that the notices of the older ones are cancelled. `cancelled_at`: it ended
    then, or never began. `away_said`, `back_said`: the moments at which the conversations said so.
    """

    __tablename__ = "away"
    __table_args__ = (Index("ix_away_account_until", "account_id", "until"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date] = mapped_column(Date)
    cover_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    version: Mapped[int] = mapped_column(Integer, default=1)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    away_said: Mapped[datetime | None] = mapped_column(UtcDateTime)
    back_said: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Duty(Base):
    """An adviser's time on a council's duty list."""

    __tablename__ = "duty"
    __table_args__ = (Index("ix_duty_council_until", "council", "until"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    council: Mapped[str] = mapped_column(String(64))
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PassedOn(Base):
    """A young person's message that nobody had read was passed on. `number` is the message's place in the thread.

    Until `until` the advisers on duty may read the space too. `told_at`: then it had gone out to a manager as well.
    """

    __tablename__ = "passed_on"

    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
