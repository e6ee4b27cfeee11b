"""Accounts: finding one, making one, and what a person is told about their own."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from flask import current_app
from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.errors import ErrorCode, Problem
from ..core.guards import Role, SignedIn
from ..settings import Settings
from ..spaces.access import spaces_of
from . import rules
from .models import Account, DeviceSession, Invitation, Purpose, RecoveryCode
from .problems import field_problem
from .words import pick_sign_in_name

NOTICES_FOR = timedelta(days=30)
EMAIL_TAKEN = "This email has an account already, so no invitation was made."


def find(db: Session, typed_name: str) -> Account | None:
    """The account with this sign-in name or email, however it was typed; None when there is none or it has ended."""
    key = rules.sign_in_key(typed_name)
    return db.scalar(select(Account).where(Account.sign_in_key == key, Account.ended_at.is_(None)))


def check_council(slug: str, field: str = "council") -> None:
    """Raise `Problem(NOT_VALID)` when no content pack knows this council."""
    from ..content.library import get_library

    if not get_library().has_council(slug):
        raise field_problem(field, f"We do not know the council “{slug}”.")


def new_young_person(
    db: Session, *, name: str, council: str, language: str = "en", sign_in_name: str | None = None
) -> Account:
    """An account for a young person, who joins later by a code. The sign-in name is made unless one is given."""
    account = Account(
        id=uuid.uuid4(),
        role=Role.YOUNG_PERSON,
        council=council,
        name=name,
        sign_in_name=sign_in_name or _free_sign_in_name(db),
        language=language,
        created_at=now(),
    )
    db.add(account)
    db.flush()
    return account


def new_staff(db: Session, *, role: Role, council: str, name: str, email: str) -> Account:
    """An account for someone who works for a council, who joins later by a code.

    Raises `Problem(CONFLICT)` when the email has an account, also one that has ended or is being made at this moment.
    """
    account = Account(
        id=uuid.uuid4(), role=role, council=council, name=name, email=rules.sign_in_key(email), created_at=now()
    )
    db.add(account)
    try:
        db.flush()
    except IntegrityError as error:
        raise Problem(ErrorCode.CONFLICT, EMAIL_TAKEN) from error
    return account


def me(db: Session, account_id: uuid.UUID, session_id: uuid.UUID) -> dict[str, Any]:
    """What the app shows a person about themselves: account, space, this device, and what happened lately."""
    account = db.get_one(Account, account_id)
    session = db.get_one(DeviceSession, session_id)
    settings: Settings = current_app.extensions["footing-settings"]
    own = spaces_of(db, account_id) if account.role == Role.YOUNG_PERSON else []
    space = next((access.space for access in own if access.is_owner), None)
    return {
        "account": {
            "id": account.id,
            "role": account.role,
            "name": account.name,
            "sign_in_name": account.sign_in_name,
            "email": account.email,
            "council": account.council,
            "home_council": space.home_council if space else None,
            "language": account.language,
        },
        "space": space.id if space else None,
        "session": {"id": session.id, "device_name": session.device_name},
        "notices": sorted(_notices(db, account_id), key=lambda notice: notice["at"], reverse=True),
        "kept_days": dict(settings.retention),
    }


def set_language(db: Session, who: SignedIn, language: str) -> None:
    """The language in which this person reads Footing, on every device."""
    db.get_one(Account, who.account_id).language = language


def _notices(db: Session, account_id: uuid.UUID) -> Iterator[dict[str, Any]]:
    """What somebody did with this account in the last month, so that its owner can say "that was not me"."""
    since = now() - NOTICES_FOR
    codes = db.scalars(
        select(Invitation)
        .where(Invitation.account_id == account_id, Invitation.purpose != Purpose.JOIN)
        .where(or_(Invitation.created_at > since, Invitation.spent_at > since))
    )
    for one in codes:
        if one.purpose == Purpose.RESET:
            yield {"kind": "code_made", "at": one.created_at}
        if one.spent_at:
            yield {"kind": "code_used" if one.purpose == Purpose.RESET else "device_added", "at": one.spent_at}
    used = select(RecoveryCode.used_at).where(RecoveryCode.account_id == account_id, RecoveryCode.used_at > since)
    for at in db.scalars(used):
        yield {"kind": "recovery_code_used", "at": at}


def _free_sign_in_name(db: Session) -> str:
    while True:
        name = pick_sign_in_name()
        # Compared in the form in which names are looked up: two names must not read the same without hyphens.
        if db.scalar(select(Account.id).where(Account.sign_in_key == rules.sign_in_key(name))) is None:
            return name
