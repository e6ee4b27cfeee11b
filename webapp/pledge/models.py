"""Ratings of promises, which belong to one space each, and what a council has published, which belongs to nobody's."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, Index, LargeBinary, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.db import Base, UtcDateTime


class Rating(Base):
    """How one young person says a promise was kept in a season: one register, by the stamp of `answer`.

    `council` is the one that made the promise, so that somebody who moves is counted once. The words are sealed. Who
    reviews them knows them by `words_id` alone, which is pure chance and never sent to the owner's devices; `reviewed`
    once that was done.
    """

    __tablename__ = "rating"
    __table_args__ = (
        Index("ix_rating_space_seq", "space_id", "seq"),
        Index("ix_rating_council_season", "council", "season", "promise"),
    )

    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    season: Mapped[str] = mapped_column(String(8), primary_key=True)
    promise: Mapped[str] = mapped_column(String(64), primary_key=True)
    council: Mapped[str] = mapped_column(String(64))
    answer: Mapped[str] = mapped_column(String(16))
    answer_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answer_op: Mapped[uuid.UUID] = mapped_column(Uuid)
    words: Mapped[bytes | None] = mapped_column(LargeBinary)
    words_id: Mapped[uuid.UUID] = mapped_column(Uuid, unique=True)
    reviewed: Mapped[bool]
    seq: Mapped[int] = mapped_column(BigInteger)


class PledgeSeason(Base):
    """A season that is published for a council, for good, whether or not any promise had enough answers."""

    __tablename__ = "pledge_season"

    council: Mapped[str] = mapped_column(String(64), primary_key=True)
    season: Mapped[str] = mapped_column(String(8), primary_key=True)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PledgeResult(Base):
    """What was published of one promise: JSON with its words of that day and its cells. Never changed.

    `place` keeps the order of the pledge.
    """

    __tablename__ = "pledge_result"

    council: Mapped[str] = mapped_column(String(64), primary_key=True)
    season: Mapped[str] = mapped_column(String(8), primary_key=True)
    promise: Mapped[str] = mapped_column(String(64), primary_key=True)
    place: Mapped[int]
    json: Mapped[str] = mapped_column(Text)


class PledgeWords(Base):
    """Words that a manager has published. They are plain, for they are public, and they name no space."""

    __tablename__ = "pledge_words"
    __table_args__ = (Index("ix_pledge_words_council", "council"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    council: Mapped[str] = mapped_column(String(64))
    season: Mapped[str] = mapped_column(String(8))
    promise: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)


class PledgeDid(Base):
    """You said, we did: what young people told the council, and what it did about it."""

    __tablename__ = "pledge_did"
    __table_args__ = (Index("ix_pledge_did_council", "council"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    council: Mapped[str] = mapped_column(String(64))
    promise: Mapped[str | None] = mapped_column(String(64))
    you_said: Mapped[str] = mapped_column(Text)
    we_did: Mapped[str] = mapped_column(Text)
    day: Mapped[date] = mapped_column(Date)


class PledgeBoard(Base):
    """The results as they were when they were frozen for one day of the corporate parenting board, byte for byte."""

    __tablename__ = "pledge_board"

    council: Mapped[str] = mapped_column(String(64), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
