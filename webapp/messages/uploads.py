"""A file on its way: announced, then piece by piece, looked at when it is whole, and fetched by who is in the space.

A phone that lost its connection asks how far it came and goes on from there. Whatever is sent twice changes nothing,
and a server that was killed goes on with the next request.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.crypto import get_crypto
from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from ..spaces.access import enter
from ..spaces.looks import note_manager
from ..spaces.models import Space
from ..spaces.service import lock_record
from .attaching import name_place
from .looking import Busy, Looked, NotTaken, look
from .models import Attachment, Message
from .parts import add_part, read_parts, replace_parts
from .rules import MAX_DAY_BYTES, MAX_FILE_BYTES, MAX_UNSENT, MIN_PART_BYTES, FileKind, file_name, with_ending

ASK_AGAIN_SECONDS = 3600
TOO_BIG = "A file can be 5 MB at most. This one is bigger."
TOO_MANY = "Many files wait to be sent already. Send them or take some away, then try again."
TODAY = "You have sent very many files today. This one is kept on your device, and goes tomorrow."
CHANGED = "This file changed on its way to us. Please try once more."


@dataclass(frozen=True)
class Progress:
    """How many bytes of a file are here, and whether it is whole and taken."""

    offset: int
    done: bool


@dataclass(frozen=True)
class Fetched:
    """A file to be shown or kept."""

    kind: FileKind
    name: str
    content: bytes


def begin(who: SignedIn, space_id: uuid.UUID, told: dict[str, Any]) -> Progress:
    """Announce a file: its id, size, hash and name. The same again says how far it came.

    Raises `Problem`: NOT_FOUND for a space (or a file) that is not yours, TOO_LARGE, TOO_MANY for more than there is
    room for (waiting, or come in a day), REUSED_ID for the id of another file of yours, and as `add` does when all was
    here already but not looked at yet.
    """
    if told["bytes"] > MAX_FILE_BYTES:
        raise Problem(ErrorCode.TOO_LARGE, detail=TOO_BIG)
    with get_db().write() as db:
        space = enter(db, who.account_id, space_id, to_write=True).space
        row = db.get(Attachment, told["id"])
        if row is None:
            _check_room(db, space_id, who)
            _check_day(db, space_id, who, told["bytes"])
            row = _announce(db, space, who, told)
        elif row.space_id != space_id or row.account_id != who.account_id:
            raise Problem(ErrorCode.NOT_FOUND)
        elif row.announced != bytes.fromhex(told["sha256"]):
            raise Problem(ErrorCode.REUSED_ID)
        whole = _is_whole(row)
        progress = _progress(row)
    return _finish(space_id, told["id"]) if whole else progress


def add(who: SignedIn, space_id: uuid.UUID, file_id: uuid.UUID, offset: int, data: bytes) -> Progress:
    """Take the piece that begins at `offset`.

    Raises `Problem`: NOT_FOUND as ever, CONFLICT with the right `offset` when the piece does not follow what is here,
    NOT_VALID for one that is too small or goes beyond the end, and NOT_VALID with a `reason` when the file, now whole,
    is none that we take: then nothing of it is kept. BUSY when it is whole and not looked at yet: `begin` goes on.
    """
    with get_db().write() as db:
        space = enter(db, who.account_id, space_id, to_write=True).space
        row = _own(db, who, space_id, file_id)
        if row.kind is not None or offset != row.received:
            raise Problem(ErrorCode.CONFLICT, offset=row.received, done=row.kind is not None)
        _check_piece(row, len(data))
        if data:
            add_part(db, space, row, data)
        whole = _is_whole(row)
        progress = _progress(row)
    return _finish(space_id, file_id) if whole else progress


def progress_of(who: SignedIn, space_id: uuid.UUID, file_id: uuid.UUID) -> Progress:
    """How far a file of one's own came. Raises `Problem(NOT_FOUND)`."""
    with get_db().read() as db:
        enter(db, who.account_id, space_id)
        return _progress(_own(db, who, space_id, file_id))


def take_away(who: SignedIn, space_id: uuid.UUID, file_id: uuid.UUID) -> None:
    """Remove a file of one's own that went with no message. Raises `Problem(NOT_FOUND)`."""
    with get_db().write() as db:
        enter(db, who.account_id, space_id, to_write=True)
        row = _own(db, who, space_id, file_id)
        if row.message_id is not None:
            raise Problem(ErrorCode.NOT_FOUND)
        db.delete(row)


def fetch(who: SignedIn, space_id: uuid.UUID, file_id: uuid.UUID) -> Fetched:
    """A file of a message that is not withdrawn, or one of one's own that is not sent yet. Raises `Problem(NOT_FOUND)`.

    The bytes are those that were kept: anything else is a `SealBroken`.
    """
    with get_db().read() as db:
        space = enter(db, who.account_id, space_id).space
        row = _taken(db, space_id, file_id)
        if not _is_shown(db, row, who):
            raise Problem(ErrorCode.NOT_FOUND)
        return _opened(db, space, row)


def fetch_as_manager(who: SignedIn, space_id: uuid.UUID, file_id: uuid.UUID, reason: str) -> Fetched:
    """A file of a message, for a manager of the council, who says why: that is written down before it is opened.

    All that the record of the conversation names can be opened: also what was taken back, and after the end. Raises
    `Problem`: `NOT_FOUND` for one that went with no message, and for a space of another council; `TOO_MANY` as
    `note_manager`.
    """
    with get_db().write() as db:
        space = lock_record(db, who.council, space_id)
        if _taken(db, space_id, file_id).message_id is None:
            raise Problem(ErrorCode.NOT_FOUND)
        note_manager(db, space, who, reason)
    with get_db().read() as db:
        return _opened(db, db.get_one(Space, space_id), _taken(db, space_id, file_id))


def _opened(db: Session, space: Space, row: Attachment) -> Fetched:
    assert row.kind is not None  # noqa: S101 - only a file that was looked at is opened
    name = get_crypto().open(space.wrapped_key, name_place(row.id), row.name)
    return Fetched(FileKind(row.kind), name, read_parts(db, space, row))


def _taken(db: Session, space_id: uuid.UUID, file_id: uuid.UUID) -> Attachment:
    """The row of a file that is whole and looked at. Raises `Problem(NOT_FOUND)`."""
    row = db.get(Attachment, file_id)
    if row is None or row.space_id != space_id or row.kind is None:
        raise Problem(ErrorCode.NOT_FOUND)
    return row


def _announce(db: Session, space: Space, who: SignedIn, told: dict[str, Any]) -> Attachment:
    hash_ = bytes.fromhex(told["sha256"])
    row = Attachment(
        id=told["id"],
        space_id=space.id,
        account_id=who.account_id,
        name=get_crypto().seal(space.wrapped_key, name_place(told["id"]), file_name(told["name"])),
        announced=hash_,
        sha256=hash_,
        size=told["bytes"],
        received=0,
        parts=0,
        made_at=now(),
    )
    db.add(row)
    return row


def _check_room(db: Session, space_id: uuid.UUID, who: SignedIn) -> None:
    # Each has room of their own: nobody can take away what another has left there.
    own = Attachment.space_id == space_id, Attachment.account_id == who.account_id
    waiting = select(func.count()).where(*own, Attachment.message_id.is_(None))
    if (db.scalar(waiting) or 0) >= MAX_UNSENT:
        raise Problem(ErrorCode.TOO_MANY, detail=TOO_MANY)


def _check_day(db: Session, space_id: uuid.UUID, who: SignedIn, size: int) -> None:
    own = Attachment.space_id == space_id, Attachment.account_id == who.account_id
    came = select(func.sum(Attachment.size)).where(*own, Attachment.made_at > now() - timedelta(days=1))
    if (db.scalar(came) or 0) + size > MAX_DAY_BYTES:
        raise Problem(ErrorCode.TOO_MANY, detail=TODAY, retry_after=ASK_AGAIN_SECONDS)


def _check_piece(row: Attachment, size: int) -> None:
    left = row.size - row.received
    if size > left:
        raise Problem(ErrorCode.NOT_VALID, detail="This is more than the file was said to have.", offset=row.received)
    if size < min(left, MIN_PART_BYTES):
        raise Problem(ErrorCode.NOT_VALID, detail="This piece of the file is too small.", offset=row.received)


def _own(db: Session, who: SignedIn, space_id: uuid.UUID, file_id: uuid.UUID) -> Attachment:
    row = db.get(Attachment, file_id)
    if row is None or row.space_id != space_id or row.account_id != who.account_id:
        raise Problem(ErrorCode.NOT_FOUND)
    return row


def _is_whole(row: Attachment) -> bool:
    """Whether all bytes are here and nobody has looked at them yet."""
    return row.kind is None and row.received == row.size


def _progress(row: Attachment) -> Progress:
    return Progress(row.received, row.kind is not None)


def _is_shown(db: Session, row: Attachment, who: SignedIn) -> bool:
    if row.message_id is None:
        return row.account_id == who.account_id
    return db.get_one(Message, row.message_id).withdrawn_at is None


def _finish(space_id: uuid.UUID, file_id: uuid.UUID) -> Progress:
    """Look at a file that is whole, outside of any transaction that writes: to open a picture takes time."""
    with get_db().read() as db:
        row, space = db.get(Attachment, file_id), db.get_one(Space, space_id)
        data = None if row is None or not _is_whole(row) else read_parts(db, space, row)
        announced = row.announced if row else b""
    looked: Looked | Problem | None = None
    if data is not None:
        looked = _looked(data, announced)
    with get_db().write() as db:
        space = db.get_one(Space, space_id, with_for_update=True)
        row = db.get(Attachment, file_id)
        if row is None:
            raise Problem(ErrorCode.NOT_FOUND)
        if isinstance(looked, Looked) and _is_whole(row):
            _keep(db, space, row, looked)
        if isinstance(looked, Problem) and _is_whole(row):
            db.delete(row)
        else:
            return _progress(row)
    raise looked


def _looked(data: bytes, announced: bytes) -> Looked | Problem:
    if hashlib.sha256(data).digest() != announced:
        return Problem(ErrorCode.NOT_VALID, detail=CHANGED, reason="changed")
    try:
        return look(data)
    except NotTaken as refusal:
        return Problem(ErrorCode.NOT_VALID, detail=refusal.sentence, reason=refusal.reason)
    except Busy as busy:
        # Raised, not given: the file stays whole, and the next announcement looks at it.
        raise Problem(ErrorCode.BUSY) from busy


def _keep(db: Session, space: Space, row: Attachment, looked: Looked) -> None:
    crypto, where = get_crypto(), name_place(row.id)
    name = with_ending(crypto.open(space.wrapped_key, where, row.name), looked.kind)
    row.name = crypto.seal(space.wrapped_key, where, name)
    row.kind, row.width, row.height = looked.kind.value, looked.width, looked.height
    row.size, row.sha256 = len(looked.content), hashlib.sha256(looked.content).digest()
    replace_parts(db, space, row, looked.content)
