"""One-time codes: to join, to start again after a forgotten pass phrase, to add a device. Kept as keyed hashes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import Database
from ..core.errors import ErrorCode, Problem
from . import rules, slowdown
from .codes import DEVICE_LETTERS, INVITATION_LETTERS, code_hash, new_code
from .cookies import the_settings
from .models import Account, Invitation, Purpose

LIFE = timedelta(days=7)
DEVICE_LIFE = timedelta(minutes=10)


@dataclass(frozen=True)
class NewCode:
    """A code as it is shown to the one who made it, this once."""

    code: str
    expires_at: datetime

    @property
    def link(self) -> str:
        """The code as a link. It stands after the `#`, which browsers never send, so no server log can hold it."""
        return f"{the_settings().origin}/join#{self.code}"


def make(db: Session, account_id: uuid.UUID, purpose: Purpose) -> NewCode:
    """A new code; older ones of the same purpose for this account no longer work."""
    db.execute(_turn().where(Account.id == account_id))
    moment = now()
    void(db, account_id, purpose)
    device = purpose is Purpose.DEVICE
    plain = new_code(DEVICE_LETTERS if device else INVITATION_LETTERS)
    expires_at = moment + (DEVICE_LIFE if device else LIFE)
    db.add(
        Invitation(
            account_id=account_id,
            purpose=purpose,
            code_hash=_hash(plain),
            created_at=moment,
            expires_at=expires_at,
        )
    )
    db.flush()
    return NewCode(rules.show_code(plain), expires_at)


def make_for(db: Session, account: Account) -> NewCode:
    """A code to join, for someone who has not yet; a code to start again, for someone who has."""
    return make(db, account.id, Purpose.RESET if account.pass_hash else Purpose.JOIN)


def void(db: Session, account_id: uuid.UUID, *purposes: Purpose) -> None:
    """Codes of these purposes that were not spent no longer work."""
    db.execute(
        update(Invitation)
        .where(Invitation.account_id == account_id, Invitation.purpose.in_(purposes))
        .where(Invitation.spent_at.is_(None), Invitation.voided_at.is_(None))
        .values(voided_at=now())
    )


def open_code(database: Database, typed: str, address: str) -> tuple[Invitation, Account]:
    """The invitation behind a typed code, and whose it is. Does not spend it.

    Raises `Problem`: NOT_FOUND for a code that nobody was given, CODE_SPENT for one that no longer works, TOO_MANY for
    an address that has been guessing.
    """
    with database.write() as db:
        tries = slowdown.begin_try(db, [slowdown.for_codes(address)])
        row = db.execute(
            select(Invitation, Account)
            .join(Account, Account.id == Invitation.account_id)
            .where(Invitation.code_hash == _hash(typed))
        ).first()
        if row is not None:
            slowdown.forgive(db, tries)
    if row is None:
        raise Problem(ErrorCode.NOT_FOUND, "We do not know this code. Check each letter, or ask for a new one.")
    invitation, account = row
    gone = invitation.spent_at or invitation.voided_at or account.ended_at
    if gone or invitation.expires_at <= now():
        raise Problem(ErrorCode.CODE_SPENT)
    return invitation, account


def spend(db: Session, invitation_id: uuid.UUID) -> None:
    """Use a code up. Of several at once exactly one succeeds; the others raise `Problem(CODE_SPENT)`.

    To be called before anything else of the account is written, so that everyone takes the locks in the same order.
    """
    db.execute(_turn().join(Invitation).where(Invitation.id == invitation_id))
    moment = now()
    spent = db.scalar(
        update(Invitation)
        .where(Invitation.id == invitation_id, Invitation.spent_at.is_(None), Invitation.voided_at.is_(None))
        .where(Invitation.expires_at > moment)
        .values(spent_at=moment)
        .returning(Invitation.id)
        .execution_options(synchronize_session=False)
    )
    if spent is None:
        raise Problem(ErrorCode.CODE_SPENT)


def _turn() -> Select[uuid.UUID]:
    # On PostgreSQL two at once would each miss the other's code; whoever makes or spends one holds its account first.
    return select(Account.id).with_for_update(of=Account, key_share=True)


def _hash(typed: str) -> bytes:
    return code_hash("invitation", typed)
