"""Who looked: whenever somebody but the young person could see a space, it is written down for them to read.

A copy that came to a device and an opened space are two things. A manager has neither: they look online, one page of
the conversation at a time, and say why. All are written at most once an hour for a person and kind, so that it tells
who looked, and not what somebody did all day.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now, to_wire
from ..core.crypto import get_crypto
from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from ..sync.outgoing import PAGE_ROWS, Changes, read_page
from ..sync.registry import Change, Collection, OperationKind, Outcome, Registry, Row, View, Window, get_registry
from .models import SUPPORTERS, Look, LookKind, MemberRole, Space
from .names import account_table
from .schemas import MAX_REASONS, OpenedBody
from .service import lock_in_council, next_seq

MANAGER = "manager"
# All that a manager sees of a space: the conversation, without what is the young person's own.
CONVERSATION = ("messages", "message_reads", "message_lines", "thread")


def note_copies(account_id: uuid.UUID, spaces: Mapping[uuid.UUID, MemberRole]) -> None:
    """Rows of these spaces are about to go to a supporter's device: write it down first, once in an hour."""
    hour, kind = _hour(now()), LookKind.COPY
    known = select(Look.space_id).where(Look.account_id == account_id, Look.kind == kind, Look.at == hour)
    known = known.where(Look.space_id.in_(list(spaces)))
    with get_db().read() as db:
        new = set(spaces) - set(db.scalars(known))
    if not new:
        return
    with get_db().write() as db:
        account = account_table()
        name = db.scalar(select(account.c.name).where(account.c.id == account_id)) or ""
        locked = select(Space).where(Space.id.in_(new), Space.ended_at.is_(None)).order_by(Space.id).with_for_update()
        for space in db.scalars(locked).all():
            if find(db, space.id, account_id, kind, hour) is None:
                look = Look(account_id=account_id, name=name, role=spaces[space.id].value, kind=kind, at=hour)
                add(db, space, look, next_seq(space))


def opened(change: Change) -> Outcome:
    """A supporter opened the space, perhaps offline: at the time that their device says, if it has come."""
    at = _hour(max(min(change.body["at"], change.arrived), change.space.created_at))
    who = change.who
    if find(change.db, change.space.id, who.account_id, LookKind.OPENED, at) is None:
        role = change.access.role.value
        look = Look(account_id=who.account_id, name=who.name, role=role, kind=LookKind.OPENED, at=at)
        add(change.db, change.space, look, change.take_seq())
    return Outcome.APPLIED


def look_as_manager(who: SignedIn, space_id: uuid.UUID, reason: str, after: int) -> Changes:
    """A page of a space's conversation for a manager of its council, after the change `after`.

    That they looked and why is written down before anything is read. Raises `Problem`: `NOT_FOUND` for a space of
    another council, `TOO_MANY` for more different reasons in an hour than can be kept.
    """
    with get_db().write() as db:
        space = lock_in_council(db, who.council, space_id)
        note_manager(db, space, who, reason)
    known = get_registry().collections
    conversation = Registry(collections={name: known[name] for name in CONVERSATION if name in known})
    with get_db().read() as db:
        view = View(db, db.get_one(Space, space_id), MemberRole.COVER, who.account_id)
        return read_page(conversation, view, min(after, view.space.seq), PAGE_ROWS)


def note_manager(db: Session, space: Space, who: SignedIn, reason: str) -> None:
    """Write down in the (locked) space that a manager looks now, and why. Raises `Problem(TOO_MANY)`."""
    hour, crypto = _hour(now()), get_crypto()
    look = find(db, space.id, who.account_id, LookKind.MANAGER, hour)
    if look is None:
        look = Look(id=uuid.uuid4(), account_id=who.account_id, name=who.name, role=MANAGER, kind=LookKind.MANAGER)
        look.at, reasons = hour, [reason]
    else:
        reasons = crypto.open(space.wrapped_key, _place(look.id), look.reason or b"").split("\n")
        if reason in reasons:
            return
        reasons.append(reason)
    text = "\n".join(reasons)
    if len(text) > MAX_REASONS:
        raise Problem(ErrorCode.TOO_MANY)
    look.reason = crypto.seal(space.wrapped_key, _place(look.id), text)
    add(db, space, look, next_seq(space))


def add(db: Session, space: Space, look: Look, seq: int) -> None:
    """Write a look down as change `seq` of the (locked) space."""
    look.space_id, look.seq = space.id, seq
    db.add(look)


def find(db: Session, space_id: uuid.UUID, account_id: uuid.UUID, kind: LookKind, hour: datetime) -> Look | None:
    """The look that is written down already."""
    same = Look.space_id == space_id, Look.account_id == account_id, Look.kind == kind, Look.at == hour
    return db.scalar(select(Look).where(*same))


def read_looks(view: View, window: Window) -> list[Row]:
    """Who looked, in which hour, how, and a manager's reasons: for the young person alone."""
    if not view.is_owner:
        return []
    query = select(Look).where(Look.space_id == view.space.id)
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "by": row.name,
            "role": row.role,
            "kind": row.kind,
            "at": to_wire(row.at),
            "reason": view.open(_place(row.id), row.reason) if row.reason else None,
        }
        for row in view.db.scalars(window.cut(query, Look.seq))
    ]


def _place(look_id: uuid.UUID) -> str:
    return f"look.reason:{look_id}"


def _hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


KINDS = (OperationKind("space.opened", OpenedBody, SUPPORTERS, opened),)
COLLECTIONS = (Collection("looks", read_looks, (Look.seq,)),)
