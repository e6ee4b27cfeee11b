"""Spending a code: a young person joins or starts again in one step, a worker in two, a device is added in one."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.crypto import get_crypto, new_token, token_hash
from ..core.db import Database
from ..core.errors import ErrorCode, Problem
from ..core.guards import STAFF, Role
from ..spaces.settling import hold, settle
from . import invitations, pass_phrases, second_factor, sessions, slowdown
from .cookies import Caller
from .models import Account, Enrolment, Invitation, Purpose
from .problems import field_problem
from .sessions import Begun

ENROLMENT_LIFE = timedelta(minutes=30)


@dataclass(frozen=True)
class ToEnrol:
    """What a worker needs to set up the code app: shown once, then proved by `confirm`."""

    secret: str
    otpauth_uri: str
    token: str


def spend(
    database: Database, code: str, caller: Caller, *, pass_phrase: str | None, second_factor_code: str | None
) -> Begun | ToEnrol:
    """Spend a code. A worker's code to join is used up only by `confirm`, so that a closed tab costs nothing.

    Raises `Problem`: NOT_FOUND, CODE_SPENT, TOO_MANY; NOT_VALID for the pass phrase; SECOND_FACTOR_NEEDED or WRONG_CODE
    when a worker adds a device.
    """
    invitation, account = invitations.open_code(database, code, caller.address)
    if invitation.purpose == Purpose.DEVICE:
        if pass_phrase is not None:
            raise field_problem("pass_phrase", "This code adds a device. It cannot change the pass phrase.")
        return _add_device(database, invitation, account, caller, second_factor_code)
    if pass_phrase is None:
        raise field_problem("pass_phrase", "Pick a pass phrase.")
    pass_phrases.check(pass_phrase, (account.sign_in_name, account.email))
    pass_hash = pass_phrases.make_hash(pass_phrase)
    with database.write() as db:
        if account.role in STAFF:
            return _start_enrolment(db, invitation, account, pass_hash, caller.device_name)
        invitations.spend(db, invitation.id)
        return _begin_anew(db, account.id, pass_hash, caller)


def confirm(database: Database, token: str, code: str, caller: Caller) -> tuple[Begun, list[str]]:
    """The second step of a worker's joining: the code app is proved. Gives the session and the recovery codes.

    Who covers in their council is worked out anew: whoever has joined reads what they were given.
    Raises `Problem`: CODE_SPENT when the first step is too old or was overtaken, WRONG_CODE for other digits.
    """
    with database.write() as db:
        row = db.scalar(
            select(Enrolment).where(Enrolment.token_hash == token_hash(token), Enrolment.expires_at > now())
        )
        if row is None:
            raise Problem(ErrorCode.CODE_SPENT)
        secret = get_crypto().open_setting(_where(row.id), row.sealed_secret)
        step = second_factor.matching_step(secret, code)
        if step is None:
            raise Problem(ErrorCode.WRONG_CODE)
        council = db.get_one(Account, row.account_id).council
        hold(db, council)
        invitations.spend(db, row.invitation_id)
        begun = _begin_anew(db, row.account_id, row.pass_hash, replace(caller, device_name=row.device_name))
        # Until now the duty list read for whoever was given to them.
        settle(db, council)
        recovery_codes = second_factor.store(db, row.account_id, secret, used_step=step)
        db.execute(delete(Enrolment).where(Enrolment.account_id == row.account_id))
        return begun, recovery_codes


def _start_enrolment(
    db: Session, invitation: Invitation, account: Account, pass_hash: str, device_name: str
) -> ToEnrol:
    # Begun again, the earlier beginning no longer counts: its secret may have been seen by somebody.
    db.execute(delete(Enrolment).where(Enrolment.account_id == account.id))
    secret, token, row_id = second_factor.new_secret(), new_token(), uuid.uuid4()
    db.add(
        Enrolment(
            id=row_id,
            invitation_id=invitation.id,
            account_id=account.id,
            token_hash=token_hash(token),
            sealed_secret=get_crypto().seal_setting(_where(row_id), secret),
            pass_hash=pass_hash,
            device_name=device_name,
            expires_at=now() + ENROLMENT_LIFE,
        )
    )
    return ToEnrol(secret, second_factor.otpauth_uri(secret, account.email or account.name), token)


def _begin_anew(db: Session, account_id: uuid.UUID, pass_hash: str, caller: Caller) -> Begun:
    account = db.get_one(Account, account_id)
    account.pass_hash = pass_hash
    sessions.end_all(db, account_id)
    sessions.forget_devices(db, account_id)
    db.flush()
    return sessions.begin(db, account_id, caller)


def _add_device(
    database: Database, invitation: Invitation, account: Account, caller: Caller, code: str | None
) -> Begun:
    if Role(account.role) not in STAFF:
        with database.write() as db:
            invitations.spend(db, invitation.id)
            return sessions.begin(db, account.id, caller)
    if not code:
        raise Problem(ErrorCode.SECOND_FACTOR_NEEDED)
    with database.write() as db:
        counters = [slowdown.for_account(account.email or ""), slowdown.for_address(caller.address)]
        tries = slowdown.begin_try(db, counters)
    with database.write() as db:
        invitations.spend(db, invitation.id)
        if not second_factor.use(db, account.id, code):
            raise Problem(ErrorCode.WRONG_CODE)
        slowdown.forgive(db, tries)
        return sessions.begin(db, account.id, caller)


def _where(row_id: uuid.UUID) -> str:
    return f"enrolment.sealed_secret:{row_id}"
