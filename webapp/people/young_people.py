"""What a personal adviser does: add a young person, and give a new code to one who cannot get in."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from ..spaces.access import enter
from ..spaces.models import Member, MemberRole
from ..spaces.service import assign_adviser, create_space
from . import accounts, invitations, rules
from .invitations import NewCode
from .models import Account
from .problems import field_problem


@dataclass(frozen=True)
class NewYoungPerson:
    """What an adviser writes down about a young person. `home_council` is where they live, when that is another."""

    name: str
    birthday: date
    council: str
    home_council: str | None = None


def add(db: Session, who: SignedIn, person: NewYoungPerson) -> tuple[uuid.UUID, NewCode]:
    """Make the account and the space of a young person of the adviser's own council; the adviser supports them.

    Gives the space and a code to join. Raises `Problem(NOT_VALID)` for another council, one nobody knows, or a birthday
    that cannot be right.
    """
    accounts.check_council(person.council)
    if person.council != who.council:
        raise field_problem("council", "You can add young people of your own council only.")
    if person.home_council is not None:
        accounts.check_council(person.home_council, "home_council")
    trouble = rules.birthday_trouble(person.birthday, now().date())
    if trouble:
        raise field_problem("birthday", trouble)
    account = accounts.new_young_person(db, name=person.name, council=person.council)
    home = person.home_council if person.home_council != person.council else None
    space = create_space(db, owner=account.id, council=person.council, birthday=person.birthday, home_council=home)
    db.flush()
    assign_adviser(db, space, who.account_id)
    return space.id, invitations.make_for(db, account)


def new_code(db: Session, who: SignedIn, space_id: uuid.UUID) -> NewCode:
    """A new one-time code for the young person of a space, after the adviser has made sure who is asking.

    Spending it sets a new pass phrase and ends other sessions. Raises `Problem(NOT_FOUND)` unless the space is theirs.
    """
    space = enter(db, who.account_id, space_id).space
    owner = db.scalar(
        select(Account)
        .join(Member, Member.account_id == Account.id)
        .where(Member.space_id == space.id, Member.role == MemberRole.YOUNG_PERSON, Account.ended_at.is_(None))
    )
    if owner is None:
        raise Problem(ErrorCode.NOT_FOUND)
    return invitations.make_for(db, owner)
