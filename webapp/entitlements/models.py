"""The tables of the legal status: what the council recorded, and the check that a young person shares.

Each row belongs to one space; `seq` is the space's change that last touched it.
"""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, Index, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.db import Base, UtcDateTime


class StatusRecord(Base):
    """A legal status as a worker recorded it. Records are only added; the newest by stamp counts. Its id is the
    operation's.

    The worker's name is kept as it was. `source` and the young person's disagreement (a register) are sealed.
    """

    __tablename__ = "status_record"
    __table_args__ = (Index("ix_status_record_space_seq", "space_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    status: Mapped[str] = mapped_column(String(32))
    since: Mapped[date] = mapped_column(Date)
    source: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_name: Mapped[str] = mapped_column(String(80))
    disagreed: Mapped[bytes | None] = mapped_column(LargeBinary)
    disagreed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    disagreed_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    seq: Mapped[int] = mapped_column(BigInteger)


class SharedCheck(Base):
    """The result of the young person's own check, sealed, while they share it; `result` is empty once it is taken back.

    It was within anyone else's reach from `first_shared_at` (as change `first_shared_seq`) until `taken_back_at`.
    """

    __tablename__ = "shared_check"

    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    result: Mapped[bytes | None] = mapped_column(LargeBinary)
    result_at: Mapped[datetime] = mapped_column(UtcDateTime)
    result_op: Mapped[uuid.UUID] = mapped_column(Uuid)
    first_shared_seq: Mapped[int | None] = mapped_column(BigInteger)
    first_shared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    taken_back_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seq: Mapped[int] = mapped_column(BigInteger)
