"""The conversation of a space: messages, how far each has read, what the app itself says, and files.

`seq` is the space's change that last touched a row; `number` is the change with which it came, so that it never moves
in the thread. What a person wrote is sealed, and so are files. It stays in the space when the account of whoever wrote
it is gone.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from ..core.db import Base, UtcDateTime
from ..core.ids import new_id

HASH_BYTES = 32


class Message(Base):
    """What one person wrote. Its id is the operation's; the name stays when its owner has left.

    `withdrawn_at`: hidden from everyone since then, and kept for the record. `answers` is the message that this one
    answers, as the phone said it. `marked` is a register: an adviser made a request or a date (`mark_id`) of it, or
    said that it needs no answer.
    """

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_space_seq", "space_id", "seq"),
        Index("ix_message_space_number", "space_id", "number", unique=True),
    )

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    seq: Mapped[int] = mapped_column(BigInteger)
    number: Mapped[int] = mapped_column(BigInteger)
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    by_name: Mapped[str] = mapped_column(String(80))
    by_owner: Mapped[bool]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    arrived_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answers: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    marked: Mapped[str | None] = mapped_column(String(8))
    marked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    marked_op: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    mark_id: Mapped[uuid.UUID | None] = mapped_column(Uuid)


class MessageRead(Base):
    """Somebody had seen all up to a number at a moment. Its id is the operation's.

    There is a row for each step, so that each message shows when it was seen, and not when the last one was.
    """

    __tablename__ = "message_read"
    __table_args__ = (
        Index("ix_message_read_space_seq", "space_id", "seq"),
        Index("ix_message_read_space_upto", "space_id", "upto"),
    )

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    seq: Mapped[int] = mapped_column(BigInteger)
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    by_name: Mapped[str] = mapped_column(String(80))
    by_owner: Mapped[bool]
    upto: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class MessageLine(Base):
    """One thing that the app itself says in the thread. `name` is whom it speaks of; `about` the message, if any."""

    __tablename__ = "message_line"
    __table_args__ = (Index("ix_message_line_space_seq", "space_id", "seq"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=new_id)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"))
    seq: Mapped[int] = mapped_column(BigInteger)
    number: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str | None] = mapped_column(String(80))
    about: Mapped[uuid.UUID | None] = mapped_column(Uuid)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Thread(Base):
    """What is worked out of a conversation: the usual time to a reply, and since when somebody waits.

    `waiting_number` and `waiting_since` are those of the oldest message of the young person that none of their
    supporters has seen (None: all are seen). They are the server's own and move no `seq`.
    """

    __tablename__ = "thread"

    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger)
    usual_minutes: Mapped[int | None] = mapped_column(Integer)
    waiting_number: Mapped[int | None] = mapped_column(BigInteger)
    waiting_since: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)


class Attachment(Base):
    """A picture or a PDF. Its id is the phone's. `kind` is decided from the bytes when all of them are here.

    Until then `size` and `sha256` are what the phone announced and `received` is how much has come; afterwards they
    are those of what is kept. It belongs to nobody's message until one names it.
    """

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_unsent", "message_id", "made_at"),)

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    space_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("space.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    message_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"))
    place: Mapped[int] = mapped_column(Integer, default=0)
    name: Mapped[bytes] = mapped_column(LargeBinary)
    announced: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES))
    size: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[bytes] = mapped_column(LargeBinary(HASH_BYTES))
    received: Mapped[int] = mapped_column(Integer, default=0)
    parts: Mapped[int] = mapped_column(Integer, default=0)
    kind: Mapped[str | None] = mapped_column(String(8))
    width: Mapped[int | None] = mapped_column(Integer)
    height: Mapped[int | None] = mapped_column(Integer)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AttachmentPart(Base):
    """A piece of a file, sealed to its place."""

    __tablename__ = "attachment_part"

    attachment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("attachment.id", ondelete="CASCADE"), primary_key=True)
    index: Mapped[int] = mapped_column(Integer, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
