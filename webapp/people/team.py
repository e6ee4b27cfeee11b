"""What a manager does for one council: invite advisers, reset a second factor, say who supports whom."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from ..core.clock import now
from ..core.errors import ErrorCode, Problem
from ..core.guards import Role, SignedIn
from ..spaces.access import is_current
from ..spaces.models import Member, MemberRole, Space
from ..spaces.service import assign_adviser, lock_in_council
from . import accounts, invitations, second_factor, sessions
from .invitations import NewCode
from .models import Account, Purpose


def overview(db: Session, who: SignedIn) -> dict[str, Any]:
    """The council's advisers and young people. The duty list is the young people whose adviser is None."""
    people = _young_people(db, who.council)
    advisers = db.scalars(
        select(Account)
        .where(Account.council == who.council, Account.role == Role.ADVISER, Account.ended_at.is_(None))
        .order_by(func.lower(Account.name), Account.id)
    )
    counts: dict[uuid.UUID, int] = {}
    for person in people:
        if person["adviser"]:
            counts[person["adviser"]["id"]] = counts.get(person["adviser"]["id"], 0) + 1
    return {
        "advisers": [
            {
                "id": adviser.id,
                "name": adviser.name,
                "email": adviser.email,
                "state": "joined" if adviser.pass_hash else "invited",
                "young_people": counts.get(adviser.id, 0),
            }
            for adviser in advisers
        ],
        "young_people": people,
    }


def invite_adviser(db: Session, who: SignedIn, name: str, email: str) -> tuple[Account, NewCode]:
    """Invite an adviser to the manager's council; one who has not joined yet gets a new code.

    Raises `Problem(CONFLICT)` when the email belongs to someone who has joined, or to another council.
    """
    there = accounts.find(db, email)
    if there is None:
        there = accounts.new_staff(db, role=Role.ADVISER, council=who.council, name=name, email=email)
    elif (there.role, there.council, there.pass_hash) != (Role.ADVISER, who.council, None):
        raise Problem(ErrorCode.CONFLICT, accounts.EMAIL_TAKEN)
    there.name = name
    return there, invitations.make_for(db, there)


def reset_second_factor(db: Session, who: SignedIn, adviser_id: uuid.UUID) -> NewCode:
    """End an adviser's sessions and second factor at once, and give a code to set both up again.

    Raises `Problem(NOT_FOUND)` for anyone but an adviser of the manager's council.
    """
    adviser = find_adviser(db, who.council, adviser_id)
    return start_again(db, adviser)


def start_again(db: Session, account: Account) -> NewCode:
    """A worker's sessions, second factor and open codes end now; the new code sets everything up again."""
    # Holds off a sign-in that is under way, which would otherwise outlive this.
    db.refresh(account, with_for_update=True)
    sessions.end_all(db, account.id)
    sessions.forget_devices(db, account.id)
    second_factor.remove(db, account.id)
    invitations.void(db, account.id, *Purpose)
    return invitations.make_for(db, account)


def assign(db: Session, who: SignedIn, space_id: uuid.UUID, adviser_id: uuid.UUID | None) -> None:
    """Give a young person of the manager's council to one of its advisers, or with None to the duty list.

    Raises `Problem(NOT_FOUND)` when either is not of this council.
    """
    space = lock_in_council(db, who.council, space_id)
    if adviser_id is not None:
        find_adviser(db, who.council, adviser_id)
    present = select(Member.account_id).where(
        Member.space_id == space.id, Member.role == MemberRole.ADVISER, is_current(now())
    )
    if db.scalar(present) != adviser_id:
        assign_adviser(db, space, adviser_id)


def find_adviser(db: Session, council: str, adviser_id: uuid.UUID) -> Account:
    """A living adviser of the council. Raises `Problem(NOT_FOUND)` for anybody else."""
    found = db.scalar(
        select(Account).where(
            Account.id == adviser_id,
            Account.council == council,
            Account.role == Role.ADVISER,
            Account.ended_at.is_(None),
        )
    )
    if found is None:
        raise Problem(ErrorCode.NOT_FOUND)
    return found


def _young_people(db: Session, council: str) -> list[dict[str, Any]]:
    moment = now()
    owner, adviser = aliased(Account), aliased(Account)
    owning, supporting = aliased(Member), aliased(Member)
    rows = db.execute(
        select(Space.id, owner.name, adviser.id, adviser.name)
        .join(owning, (owning.space_id == Space.id) & (owning.role == MemberRole.YOUNG_PERSON))
        .join(owner, owner.id == owning.account_id)
        .outerjoin(
            supporting,
            (supporting.space_id == Space.id)
            & (supporting.role == MemberRole.ADVISER)
            & (supporting.since <= moment)
            & (supporting.until.is_(None) | (supporting.until > moment)),
        )
        .outerjoin(adviser, adviser.id == supporting.account_id)
        .where(Space.council == council, Space.ended_at.is_(None))
        .order_by(func.lower(owner.name), Space.id)
    )
    return [
        {"space": space, "name": name, "adviser": {"id": adviser_id, "name": adviser_name} if adviser_id else None}
        for space, name, adviser_id, adviser_name in rows
    ]
