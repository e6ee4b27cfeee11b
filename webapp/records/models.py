"""What was erased, and the copies that people ask for.

An erasure names nobody: it must not itself become a record about a person. `export` and its parts go when the space
goes; each part is sealed under the space's key.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Integer, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.db import Base, UtcDateTime
from ..core.ids import new_id


class Why(StrEnum):
    """Why something was erased: the young person asked, it was made by mistake, the law says so, its time is over."""

    ASKED = "asked"
    MISTAKE = "mistake"
    LAW = "law"
    TIME = "time"


class By(StrEnum):
    """Who erased: a manager, whoever runs the server, or the worker by the council's rule."""

    MANAGER = "manager"
    OPERATOR = "operator"
    RULE = "rule"


class Erasure(Base):
    """One erasure: of a whole space (`kind` is `all`), or of one kind of record in it. The space may be gone."""

    __tablename__ = "erasure"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=new_id)
    space_id: Mapped[uuid.UUID] = mapped_column(Uuid, index=True)
    kind: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_account: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    by_role: Mapped[str] = mapped_column(String(16))
    why: Mapped[str] = mapped_column(String(16))


class ExportState(StrEnum):
    """How a copy stands. `gone`: fetched, or its days are over; nothing of it is kept."""

    WAITING = "waiting"
    READY = "ready"
    FETCHED = "fetched"
    GONE = "gone"


class Export(Base):
    """A copy of everything about a young person, which they asked for. `bytes` and `sha256` are those of the file.

    `next_at` of one that waits is when a worker may take it, which moves it on; `claim` names who took it last.
    """

    __tablename__ = "export"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=new_id)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(16), index=True)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)
    claim: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    ready_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    fetched_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    bytes: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[str | None] = mapped_column(String(64))


class ExportPart(Base):
    """A piece of the file, sealed under the space's key and bound to its place in the file."""

    __tablename__ = "export_part"

    export_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("export.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
