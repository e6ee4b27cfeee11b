"""Signing in with a name and a pass phrase, and for people who work for a council a code too."""

from __future__ import annotations

import uuid

from sqlalchemy import update
from sqlalchemy.orm import Session

from ..core.db import Database
from ..core.errors import ErrorCode, Problem
from ..core.guards import STAFF
from . import accounts, pass_phrases, second_factor, sessions, slowdown
from .cookies import Caller
from .models import Account
from .sessions import Begun


def sign_in(database: Database, name: str, pass_phrase: str, code: str | None, caller: Caller) -> Begun:
    """Check who it is and begin a session. The slow check of the pass phrase holds no lock on the database.

    Raises `Problem`: TOO_MANY when tries come too fast; WRONG_SIGN_IN, the same for a name that does not exist;
    SECOND_FACTOR_NEEDED and WRONG_CODE only to one who knows the pass phrase of a worker.
    """
    with database.write() as db:
        account = accounts.find(db, name)
        tries = slowdown.begin_try(db, _counters(db, account, name, caller))
    if not pass_phrases.matches(account.pass_hash if account else None, pass_phrase) or account is None:
        raise Problem(ErrorCode.WRONG_SIGN_IN)
    if account.role in STAFF and not code:
        with database.write() as db:
            slowdown.forgive(db, tries)
        raise Problem(ErrorCode.SECOND_FACTOR_NEEDED)
    begun = _finish(database, account, code, caller, tries)
    if pass_phrases.is_outdated(account.pass_hash or ""):
        _strengthen(database, account, pass_phrase)
    return begun


def _counters(db: Session, account: Account | None, name: str, caller: Caller) -> list[slowdown.Counter]:
    if account and caller.known_token and sessions.knows_device(db, account.id, caller.known_token):
        return [slowdown.for_device(caller.known_token, account.id)]
    return [slowdown.for_account(name), slowdown.for_address(caller.address)]


def _finish(database: Database, checked: Account, code: str | None, caller: Caller, tries: list[uuid.UUID]) -> Begun:
    with database.write() as db:
        account = db.get_one(Account, checked.id, with_for_update=True)
        # While the pass phrase was being checked, a reset may have changed it.
        if account.pass_hash != checked.pass_hash or account.ended_at is not None:
            raise Problem(ErrorCode.WRONG_SIGN_IN)
        if account.role in STAFF and not second_factor.use(db, account.id, code or ""):
            raise Problem(ErrorCode.WRONG_CODE)
        slowdown.forgive(db, tries)
        return sessions.begin(db, account.id, caller)


def _strengthen(database: Database, checked: Account, pass_phrase: str) -> None:
    better = pass_phrases.make_hash(pass_phrase)
    with database.write() as db:
        same = (Account.id == checked.id) & (Account.pass_hash == checked.pass_hash)
        db.execute(update(Account).where(same).values(pass_hash=better))
