"""The end of a young person's account: hidden and locked at once on every device, while the record is kept.

Nothing is deleted here. How long the record is kept, and how it is erased, is said in `records`.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import Database
from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from ..spaces.models import Member, MemberRole, Space
from ..spaces.service import end_places, lock_in_council, touch_profile
from ..spaces.settling import hold, settle
from . import invitations, pass_phrases, sessions, slowdown
from .models import Account, Purpose
from .problems import field_problem


def end_as_manager(db: Session, who: SignedIn, space_id: uuid.UUID) -> None:
    """End the account of a young person of the manager's council. Raises `Problem(NOT_FOUND)` for anyone else's."""
    _end(db, lock_in_council(db, who.council, space_id), now())


def end_my_own(database: Database, who: SignedIn, pass_phrase: str) -> None:
    """End one's own account.

    Raises `Problem`: NOT_VALID for a wrong pass phrase, TOO_MANY when tries come too fast.
    """
    with database.write() as db:
        account = db.get_one(Account, who.account_id)
        tries = slowdown.begin_try(db, [slowdown.for_account(account.sign_in_name or str(account.id))])
    if not pass_phrases.matches(account.pass_hash, pass_phrase):
        raise field_problem("pass_phrase", "That is not your pass phrase. Nothing was changed.")
    with database.write() as db:
        hold(db, who.council)
        slowdown.forgive(db, tries)
        owning = Member.account_id == who.account_id, Member.role == MemberRole.YOUNG_PERSON
        mine = select(Space).join(Member, Member.space_id == Space.id).where(*owning, Space.ended_at.is_(None))
        for space in db.scalars(mine.order_by(Space.id).with_for_update(of=Space)).all():
            _end(db, space, now())


def open_again(db: Session, who: SignedIn, space_id: uuid.UUID) -> None:
    """Open an ended account again, without an adviser: whoever is on duty is in it. They need a new code to get in.

    Raises `Problem(NOT_FOUND)` for one that has not ended, is another council's, or was erased.
    """
    hold(db, who.council)
    ended = Space.id == space_id, Space.council == who.council, Space.ended_at.is_not(None)
    space = db.scalar(select(Space).where(*ended).with_for_update())
    if space is None:
        raise Problem(ErrorCode.NOT_FOUND)
    space.ended_at = None
    for owner in _owners(db, space_id):
        db.execute(update(Account).where(Account.id == owner).values(ended_at=None))
    owning = Member.space_id == space_id, Member.role == MemberRole.YOUNG_PERSON
    db.execute(update(Member).where(*owning).values(until=None))
    touch_profile(space)
    settle(db, who.council, space_id)


def end_again(db: Session, space_id: uuid.UUID, at: datetime) -> None:
    """In restored data: end what had ended by then. Does nothing when the backup does not have the space, or knows."""
    space = db.get(Space, space_id)
    if space is not None and space.ended_at is None:
        _end(db, space, at)


def _end(db: Session, space: Space, at: datetime) -> None:
    space.ended_at = at
    owners = _owners(db, space.id)
    end_places(db, Member.space_id == space.id, at)
    for owner in owners:
        db.execute(update(Account).where(Account.id == owner).values(ended_at=at))
        invitations.void(db, owner, *Purpose)
        sessions.end_all(db, owner)
        sessions.forget_devices(db, owner)


def _owners(db: Session, space_id: uuid.UUID) -> list[uuid.UUID]:
    owning = Member.space_id == space_id, Member.role == MemberRole.YOUNG_PERSON
    return sorted(set(db.scalars(select(Member.account_id).where(*owning))))
