"""Requests, what came of them, and what was received. Each row belongs to one space; `seq` is its last change there.

What a person wrote is sealed. A register is a field with `<field>_at` and `<field>_op`: the stamp of its last writer.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, Index, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.db import Base, UtcDateTime


class Request(Base):
    """Something a young person asked for, with the words that the right had then. Its id is the operation's."""

    __tablename__ = "request"
    __table_args__ = (Index("ix_request_space_seq", "space_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    entitlement: Mapped[str] = mapped_column(String(64))
    title: Mapped[bytes] = mapped_column(LargeBinary)
    need: Mapped[bytes] = mapped_column(LargeBinary)
    note: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due: Mapped[date] = mapped_column(Date)
    seq: Mapped[int] = mapped_column(BigInteger)


class RequestStep(Base):
    """One thing that happened to a request. Its id is the operation's; the name stays when its owner has left.

    `by_owner`: the young person did it; two people may have the same first name.
    """

    __tablename__ = "request_step"
    __table_args__ = (Index("ix_request_step_space_seq", "space_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    words: Mapped[bytes] = mapped_column(LargeBinary)
    by_name: Mapped[str] = mapped_column(String(80))
    by_owner: Mapped[bool]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seq: Mapped[int] = mapped_column(BigInteger)


class RequestChallenge(Base):
    """The day on which a young person took one step against an answer, such as a complaint (None: not after all)."""

    __tablename__ = "request_challenge"
    __table_args__ = (Index("ix_request_challenge_space_seq", "space_id", "seq"),)

    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("request.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[str] = mapped_column(String(64), primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    day: Mapped[date | None] = mapped_column(Date)
    day_at: Mapped[datetime] = mapped_column(UtcDateTime)
    day_op: Mapped[uuid.UUID] = mapped_column(Uuid)
    seq: Mapped[int] = mapped_column(BigInteger)


class Spend(Base):
    """One thing that a young person received, against a right. The whole item is one register, by the stamp of `gone`.

    What was removed keeps only its stamp, so that an older change of it that arrives later brings nothing back.
    """

    __tablename__ = "spend"
    __table_args__ = (Index("ix_spend_space_seq", "space_id", "seq"),)

    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    item: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    gone: Mapped[bool]
    gone_at: Mapped[datetime] = mapped_column(UtcDateTime)
    gone_op: Mapped[uuid.UUID] = mapped_column(Uuid)
    entitlement: Mapped[str | None] = mapped_column(String(64))
    what: Mapped[bytes | None] = mapped_column(LargeBinary)
    pence: Mapped[int | None]
    day: Mapped[date | None] = mapped_column(Date)
    seq: Mapped[int] = mapped_column(BigInteger)
