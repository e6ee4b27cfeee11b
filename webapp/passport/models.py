"""The passport's tables. Each row belongs to one space; `seq` is the space's change that last touched it.

A register is a field with `<field>_at` and `<field>_op`: the stamp of its last writer.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.db import Base, UtcDateTime


class SkillLevel(Base):
    """The level of one skill now."""

    __tablename__ = "skill_level"
    __table_args__ = (Index("ix_skill_level_space_seq", "space_id", "seq"),)

    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    skill: Mapped[str] = mapped_column(String(64), primary_key=True)
    level: Mapped[str] = mapped_column(String(16))
    level_at: Mapped[datetime] = mapped_column(UtcDateTime)
    level_op: Mapped[uuid.UUID] = mapped_column(Uuid)
    seq: Mapped[int] = mapped_column(BigInteger)


class SkillMark(Base):
    """One mark in a skill's history, kept even when a later one had arrived before it. Its id is the operation's."""

    __tablename__ = "skill_mark"
    __table_args__ = (Index("ix_skill_mark_space_seq", "space_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    skill: Mapped[str] = mapped_column(String(64))
    level: Mapped[str] = mapped_column(String(16))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_account: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    seq: Mapped[int] = mapped_column(BigInteger)


class SkillNote(Base):
    """A young person's note on a skill, sealed. Text and sharing are two registers.

    `seq` is the owner's; the others' devices follow `others_seq`, which does not move while the note is private. It was
    within anyone else's reach from `first_shared_at` (as change `first_shared_seq`) until `taken_back_at`.
    """

    __tablename__ = "skill_note"
    __table_args__ = (
        Index("ix_skill_note_space_seq", "space_id", "seq"),
        Index("ix_skill_note_space_others_seq", "space_id", "others_seq"),
    )

    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    skill: Mapped[str] = mapped_column(String(64), primary_key=True)
    text: Mapped[bytes | None] = mapped_column(LargeBinary)
    text_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    text_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    shared: Mapped[bool] = mapped_column(default=False)
    shared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shared_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    seq: Mapped[int] = mapped_column(BigInteger)
    others_seq: Mapped[int | None] = mapped_column(BigInteger)
    first_shared_seq: Mapped[int | None] = mapped_column(BigInteger)
    first_shared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    taken_back_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class PaperHeld(Base):
    """What a young person says about one key paper. State and month are two registers."""

    __tablename__ = "paper_held"
    __table_args__ = (Index("ix_paper_held_space_seq", "space_id", "seq"),)

    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    paper: Mapped[str] = mapped_column(String(64), primary_key=True)
    state: Mapped[str | None] = mapped_column(String(16))
    state_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    runs_out: Mapped[str | None] = mapped_column(String(7))
    runs_out_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    runs_out_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    seq: Mapped[int] = mapped_column(BigInteger)


class SignOff(Base):
    """An adviser's word that they saw a skill at a level. It stays when the level is lowered later.

    Names are kept as they were, so that the word stands when the adviser has left. The reason of a withdrawal
    is sealed.
    """

    __tablename__ = "sign_off"
    __table_args__ = (Index("ix_sign_off_space_seq", "space_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    skill: Mapped[str] = mapped_column(String(64))
    level: Mapped[str] = mapped_column(String(16))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_name: Mapped[str] = mapped_column(String(80))
    withdrawn: Mapped[bytes | None] = mapped_column(LargeBinary)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    withdrawn_by: Mapped[str | None] = mapped_column(String(80))
    seq: Mapped[int] = mapped_column(BigInteger)
