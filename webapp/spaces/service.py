"""What can be done with a space: make it, give it an adviser. Each verb works inside the caller's transaction."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.crypto import get_crypto
from ..core.errors import ErrorCode, Problem
from .access import is_current
from .models import Member, MemberRole, Space
from .settling import hold, settle


def create_space(
    db: Session, *, owner: uuid.UUID, council: str, birthday: date, home_council: str | None = None
) -> Space:
    """Make the space of the young person `owner` (an account that exists), with a key of its own. No adviser yet."""
    space = Space(
        id=uuid.uuid4(),
        council=council,
        home_council=home_council,
        birthday=birthday,
        seq=1,
        profile_seq=1,
        wrapped_key=get_crypto().new_space_key(),
        created_at=now(),
    )
    db.add(space)
    db.flush()
    db.add(Member(space_id=space.id, account_id=owner, role=MemberRole.YOUNG_PERSON, since=now()))
    return space


def next_seq(space: Space) -> int:
    """Take the space's next number. The caller holds the row's lock, so commit order is the order of numbers."""
    space.seq += 1
    return space.seq


def touch_profile(space: Space) -> None:
    """The space's own row changed (a new adviser, another name): every device should hear of it."""
    space.profile_seq = next_seq(space)


def lock_in_council(db: Session, council: str, space_id: uuid.UUID) -> Space:
    """The space, locked, if it belongs to `council`, which is held. Raises `Problem(NOT_FOUND)` otherwise."""
    hold(db, council)
    found = db.scalar(
        select(Space).where(Space.id == space_id, Space.council == council, Space.ended_at.is_(None)).with_for_update()
    )
    if found is None:
        raise Problem(ErrorCode.NOT_FOUND)
    return found


def lock_record(db: Session, council: str, space_id: uuid.UUID) -> Space:
    """The space, locked, if it belongs to `council`, also when it has ended. Raises `Problem(NOT_FOUND)` otherwise."""
    space = db.scalar(select(Space).where(Space.id == space_id, Space.council == council).with_for_update())
    if space is None:
        raise Problem(ErrorCode.NOT_FOUND)
    return space


def assign_adviser(db: Session, space: Space, adviser: uuid.UUID | None) -> None:
    """End the present adviser's place in the (locked) space and, unless `adviser` is None, begin the new one's.

    With None the young person is on the council's duty list. Whether the account is an adviser is the caller's check.
    Who covers is worked out anew.
    """
    hold(db, space.council)
    place_adviser(db, space, adviser)
    settle(db, space.council, space.id)


def place_adviser(db: Session, space: Space, adviser: uuid.UUID | None) -> None:
    """The same, where the caller has who covers worked out, for several spaces at once."""
    moment = now()
    db.execute(
        update(Member)
        .where(Member.space_id == space.id, Member.role == MemberRole.ADVISER, is_current(moment))
        .values(until=moment)
    )
    if adviser is not None:
        db.add(Member(space_id=space.id, account_id=adviser, role=MemberRole.ADVISER, since=moment))
    touch_profile(space)


def end_places(db: Session, which: ColumnElement[bool], at: datetime) -> None:
    """End the places that a condition on `Member` names, as of a moment. What was to begin after it never does."""
    inside = which, or_(Member.until.is_(None), Member.until > at)
    db.execute(delete(Member).where(*inside, Member.since > at))
    db.execute(update(Member).where(*inside).values(until=at))
