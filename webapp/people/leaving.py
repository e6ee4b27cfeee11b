"""An adviser hands all of their young people over, in one step: to a colleague or to the duty list; and may leave."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.errors import Problem
from ..core.guards import SignedIn
from ..deliveries import service as deliveries
from ..deliveries.service import Notice
from ..spaces.access import is_current
from ..spaces.models import Member, MemberRole, Space
from ..spaces.service import end_places, place_adviser
from ..spaces.settling import hold, settle
from ..spaces.thread import conversations
from . import invitations, second_factor, sessions
from .models import Account, Purpose
from .problems import field_problem
from .team import find_adviser

# That there is another adviser is no news after this long.
NEWS_FOR = timedelta(days=14)


def hand_over(db: Session, who: SignedIn, adviser_id: uuid.UUID, to: uuid.UUID | None, *, leaves: bool) -> int:
    """Give all living spaces of an adviser to another one of the manager's council, or with None to the duty list.

    All or none of them. What was written and who supported whom until now stays with each space. An adviser who
    `leaves` is signed out everywhere and can never sign in again. Gives how many spaces there were. Raises `Problem`:
    `NOT_FOUND` when the adviser is not of this council, `NOT_VALID` when `to` is not, or is the same one.
    """
    hold(db, who.council)
    adviser = find_adviser(db, who.council, adviser_id)
    name = _check_successor(db, who.council, adviser, to)
    mine = _spaces_of(db, who.council, adviser_id)
    for space in mine:
        place_adviser(db, space, to)
        conversations().say(db, space, "handed_over", at=now(), name=name)
    deliveries.put(db, [_notice(space) for space in mine])
    if leaves:
        _end(db, adviser, now())
    settle(db, who.council)
    return len(mine)


def end_again(db: Session, left: Mapping[uuid.UUID, datetime]) -> None:
    """In restored data: end the accounts of staff that had ended by then. Passes over whom the backup does not have.

    Who took over is not known there: whoever is on duty reads what was theirs until a manager chooses.
    """
    found = db.scalars(select(Account).where(Account.id.in_(left), Account.ended_at.is_(None))).all()
    for account in found:
        _end(db, account, left[account.id])
        end_places(db, Member.account_id == account.id, left[account.id])
    # Nobody but a restore sees these rows, so no council is held. Asked for here, the lock could lie with somebody who
    # waits until the restore is over.
    for council in sorted({account.council for account in found}):
        settle(db, council)


def _check_successor(db: Session, council: str, adviser: Account, to: uuid.UUID | None) -> str | None:
    """The name of the one who takes over."""
    if to is None:
        return None
    try:
        found = find_adviser(db, council, to)
    except Problem:
        found = adviser
    if found is adviser:
        raise field_problem("to", "Choose another adviser of your council.")
    return found.name


def _spaces_of(db: Session, council: str, adviser_id: uuid.UUID) -> list[Space]:
    """The adviser's living spaces. All of the council's are locked, in one order: others' covers may change too."""
    living = select(Space).where(Space.council == council, Space.ended_at.is_(None)).order_by(Space.id)
    spaces = db.scalars(living.with_for_update(), execution_options={"populate_existing": True}).all()
    places = Member.account_id == adviser_id, Member.role == MemberRole.ADVISER, is_current(now())
    mine = set(db.scalars(select(Member.space_id).where(*places)))
    return [space for space in spaces if space.id in mine]


def _notice(space: Space) -> Notice:
    moment = now()
    return Notice(
        cause=f"handed_over:{space.id}",
        occurrence="now",
        version=space.seq,
        space_id=space.id,
        to=MemberRole.YOUNG_PERSON,
        kind="message",
        due=moment,
        until=moment + NEWS_FOR,
        url="/messages",
    )


def _end(db: Session, adviser: Account, at: datetime) -> None:
    """The account is over: no session, no code, no second factor is left. Its name stays with what was done."""
    # Holds off a sign-in that is under way, which would otherwise outlive this.
    db.refresh(adviser, with_for_update=True)
    adviser.ended_at = at
    sessions.end_all(db, adviser.id)
    sessions.forget_devices(db, adviser.id)
    second_factor.remove(db, adviser.id)
    invitations.void(db, adviser.id, *Purpose)
