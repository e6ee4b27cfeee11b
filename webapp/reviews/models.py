"""Dates, what happened to them, getting ready, and what was agreed.

`seq` is the space's change that last touched a row. What a person wrote is sealed. A register is a field with
`<field>_at` and `<field>_op`: the stamp of its last writer; the fields that follow a register were written with it.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime, time

from sqlalchemy import BigInteger, Date, ForeignKey, Index, Integer, LargeBinary, String, Time, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.db import Base, UtcDateTime

HASH_BYTES = 32


class Shareable:
    """A row that is the young person's own until they share it.

    The others' devices follow `others_seq`, which does not move while the row is private. It was within anyone else's
    reach from `first_shared_at` (as change `first_shared_seq`) until `taken_back_at`.
    """

    shared: Mapped[bool] = mapped_column(default=False)
    seq: Mapped[int] = mapped_column(BigInteger)
    others_seq: Mapped[int | None] = mapped_column(BigInteger)
    first_shared_seq: Mapped[int | None] = mapped_column(BigInteger)
    first_shared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    taken_back_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ReviewDate(Shareable, Base):
    """A review, or a date of the young person's own. Its id is the operation's.

    Day and time are those of the clock on the wall in London. Registers: `day` (and where, with whom, what it is
    called), `said` (how it stands), `wanted` (another day that the young person would like), `declined` (no to that).
    """

    __tablename__ = "review_date"
    __table_args__ = (
        Index("ix_review_date_space_seq", "space_id", "seq"),
        Index("ix_review_date_space_others_seq", "space_id", "others_seq"),
    )

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(64))
    by_name: Mapped[str] = mapped_column(String(80))
    by_owner: Mapped[bool]
    version: Mapped[int] = mapped_column(Integer)
    day: Mapped[date | None] = mapped_column(Date)
    day_at: Mapped[datetime] = mapped_column(UtcDateTime)
    day_op: Mapped[uuid.UUID] = mapped_column(Uuid)
    at_time: Mapped[time | None] = mapped_column(Time)
    title: Mapped[bytes] = mapped_column(LargeBinary)
    place: Mapped[bytes] = mapped_column(LargeBinary)
    with_whom: Mapped[bytes] = mapped_column(LargeBinary)
    call: Mapped[bool]
    said: Mapped[str] = mapped_column(String(16))
    said_at: Mapped[datetime] = mapped_column(UtcDateTime)
    said_op: Mapped[uuid.UUID] = mapped_column(Uuid)
    wanted: Mapped[date | None] = mapped_column(Date)
    wanted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    wanted_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    wanted_time: Mapped[time | None] = mapped_column(Time)
    wanted_words: Mapped[bytes | None] = mapped_column(LargeBinary)
    declined: Mapped[bool | None]
    declined_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    declined_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)


class DateStep(Base):
    """One thing that happened to a date. Its id is the operation's; the name stays when its owner has left."""

    __tablename__ = "date_step"
    __table_args__ = (Index("ix_date_step_space_seq", "space_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    date_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_date.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    day: Mapped[date | None] = mapped_column(Date)
    at_time: Mapped[time | None] = mapped_column(Time)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    by_name: Mapped[str] = mapped_column(String(80))
    by_owner: Mapped[bool]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seq: Mapped[int] = mapped_column(BigInteger)


class Preparation(Shareable, Base):
    """What a young person wants to say about one heading of a review. Registers: `words` (with the rest), `shared`."""

    __tablename__ = "preparation"
    __table_args__ = (
        Index("ix_preparation_space_seq", "space_id", "seq"),
        Index("ix_preparation_space_others_seq", "space_id", "others_seq"),
    )

    date_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_date.id", ondelete="CASCADE"), primary_key=True)
    heading: Mapped[str] = mapped_column(String(32), primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    face: Mapped[int | None] = mapped_column(Integer)
    words: Mapped[bytes | None] = mapped_column(LargeBinary)
    words_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    words_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    want: Mapped[bytes | None] = mapped_column(LargeBinary)
    change: Mapped[bytes | None] = mapped_column(LargeBinary)
    shared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shared_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)


class Agreement(Base):
    """One thing that was agreed in a review. Registers: `what` (with who, by when and by whom written), `done`."""

    __tablename__ = "agreement"
    __table_args__ = (Index("ix_agreement_space_seq", "space_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    date_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_date.id", ondelete="CASCADE"), index=True)
    what: Mapped[bytes] = mapped_column(LargeBinary)
    what_at: Mapped[datetime] = mapped_column(UtcDateTime)
    what_op: Mapped[uuid.UUID] = mapped_column(Uuid)
    who: Mapped[str] = mapped_column(String(16))
    who_words: Mapped[bytes] = mapped_column(LargeBinary)
    by_day: Mapped[date | None] = mapped_column(Date)
    by_name: Mapped[str] = mapped_column(String(80))
    by_owner: Mapped[bool]
    done: Mapped[bool]
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    version: Mapped[int] = mapped_column(Integer)
    seq: Mapped[int] = mapped_column(BigInteger)


class PlanAnswer(Base):
    """Whether the young person agrees with the plan that came of a review. The whole answer is the register `agree`."""

    __tablename__ = "plan_answer"
    __table_args__ = (Index("ix_plan_answer_space_seq", "space_id", "seq"),)

    date_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_date.id", ondelete="CASCADE"), primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    agree: Mapped[bool]
    agree_at: Mapped[datetime] = mapped_column(UtcDateTime)
    agree_op: Mapped[uuid.UUID] = mapped_column(Uuid)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    seq: Mapped[int] = mapped_column(BigInteger)


class CalendarFeed(Base):
    """The address at which a person's own calendar reads their dates. Only a hash of its secret is kept."""

    __tablename__ = "calendar_feed"

    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES), unique=True)
    neutral: Mapped[bool]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
