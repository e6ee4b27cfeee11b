"""A space: what one young person and the people supporting them share. The unit of access, sync, keys and erasure."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Date, ForeignKey, Index, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.crypto import BY_SETTINGS_AS_SPACE_KEY
from ..core.db import Base, UtcDateTime


class MemberRole(StrEnum):
    """In what capacity an account is in a space."""

    YOUNG_PERSON = "young_person"
    ADVISER = "adviser"
    COVER = "cover"


# Who may do what in a space, for the features to name.
OWNER = frozenset({MemberRole.YOUNG_PERSON})
SUPPORTERS = frozenset({MemberRole.ADVISER, MemberRole.COVER})


class Space(Base):
    """One young person's space. `seq` counts its changes; `profile_seq` is the change that last touched this row."""

    __tablename__ = "space"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    council: Mapped[str] = mapped_column(String(64), index=True)
    home_council: Mapped[str | None] = mapped_column(String(64))
    birthday: Mapped[date] = mapped_column(Date)
    seq: Mapped[int] = mapped_column(BigInteger, default=0)
    profile_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary, info=BY_SETTINGS_AS_SPACE_KEY)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Member(Base):
    """An account's place in a space, from a moment to a moment (`until` empty: still there)."""

    __tablename__ = "member"
    __table_args__ = (Index("ix_member_account_space", "account_id", "space_id"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    role: Mapped[MemberRole] = mapped_column(String(16))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class LookKind(StrEnum):
    """How somebody could see a space: it came to their device, they opened it, or a manager asked to see it."""

    COPY = "copy"
    OPENED = "opened"
    MANAGER = "manager"


class Look(Base):
    """Somebody but its young person could see the space, in the hour that begins at `at`. The name stays theirs.

    There is one row for an hour, person and kind. `reason` (sealed) is a manager's.
    """

    __tablename__ = "look"
    __table_args__ = (
        Index("ix_look_space_seq", "space_id", "seq"),
        Index("uq_look_space_id", "space_id", "account_id", "kind", "at", unique=True),
    )

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    seq: Mapped[int] = mapped_column(BigInteger)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[bytes | None] = mapped_column(LargeBinary)
