"""The verbs of erasing: by a manager, by whoever runs the server, by the council's rule."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import current_app
from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import Database, get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from ..spaces.access import spaces_of
from ..spaces.looks import note_manager
from ..spaces.models import Member, MemberRole, Space
from ..spaces.names import account_table
from ..spaces.service import lock_record
from . import kinds, listed, threads
from .clearing import clear_away
from .models import By, Erasure, Why

END_FIRST = "End the account first. Then it can be erased."
# No transaction that saw what was erased lasts as long as this.
CLEARED_FOR = timedelta(days=1)
WRONG_NAME = "Type the young person's name just as it is shown."


@dataclass(frozen=True)
class Because:
    """Who erases, and why: what is written down of it."""

    by_role: By
    why: Why
    by_account: uuid.UUID | None = None


def owners_name(db: Session, space_id: uuid.UUID) -> str:
    """The young person's name, also when the space has ended."""
    account = account_table()
    owning = Member.space_id == space_id, Member.role == MemberRole.YOUNG_PERSON
    query = select(account.c.name).join(Member, Member.account_id == account.c.id).where(*owning).limit(1)
    return db.scalar(query) or ""


def ended_spaces(db: Session, council: str) -> list[dict[str, Any]]:
    """The spaces of a council that have ended, the last one first, each with whose it was."""
    account = account_table()
    rows = db.execute(
        select(Space.id, account.c.name, Space.ended_at)
        .join(Member, (Member.space_id == Space.id) & (Member.role == MemberRole.YOUNG_PERSON))
        .join(account, account.c.id == Member.account_id)
        .where(Space.council == council, Space.ended_at.is_not(None))
        .order_by(Space.ended_at.desc(), Space.id)
        .distinct()
    )
    return [{"space": space, "name": name, "ended_at": ended_at} for space, name, ended_at in rows]


def erase_as_manager(who: SignedIn, space_id: uuid.UUID, name: str, why: Why) -> None:
    """Erase a space of the manager's council that has ended, for good. `name` was typed to say "yes, this one".

    Raises `Problem`: NOT_FOUND for another council's, CONFLICT before it has ended, NOT_VALID for another name.
    """
    with get_db().write() as db:
        mine = Space.id == space_id, Space.council == who.council
        space = db.scalar(select(Space).where(*mine).with_for_update())
        if space is None:
            raise Problem(ErrorCode.NOT_FOUND)
        if space.ended_at is None:
            raise Problem(ErrorCode.CONFLICT, END_FIRST)
        if not same_name(name, owners_name(db, space_id)):
            raise Problem(ErrorCode.NOT_VALID, WRONG_NAME, errors={"json": {"name": [WRONG_NAME]}})
        erase_within(db, space_id, kinds.ALL, Because(By.MANAGER, why, who.account_id))
    after_erasing(get_db())


def same_name(typed: str, name: str) -> bool:
    """Whether this name was typed, whatever the capitals and spaces."""
    return typed.split() != [] and typed.casefold().split() == name.casefold().split()


def erase_within(db: Session, space_id: uuid.UUID, kind: str, because: Because) -> None:
    """Erase, and write down that it was done, in the caller's transaction; `after_erasing` comes after it."""
    kinds.remove(db, space_id, kind)
    db.add(Erasure(space_id=space_id, kind=kind, at=now(), **vars(because)))


def after_erasing(database: Database) -> None:
    """Clear the database's files of what was erased, and bring the list beside the database up to date.

    What fails here is done again by the worker: the erasure itself is committed.
    """
    clear_away(database)
    try:
        write_list()
    except OSError as error:
        current_app.logger.error("the list of erasures was not written: %s", type(error).__name__)


def finish_erasing() -> None:
    """The worker's job: do again what `after_erasing` could not, or what a killed process never came to."""
    with get_db().read() as db:
        lately = db.scalar(select(exists().where(Erasure.at > now() - CLEARED_FOR)))
    if lately:
        clear_away(get_db())
    write_list()


def write_list() -> None:
    """Write to the list beside the database what it lacks. Raises `OSError`."""
    with get_db().read() as db:
        known = listed.read_table(db)
    listed.add_missing(current_app.extensions["footing-settings"].data_dir, known)


def count_in(db: Session, space_id: uuid.UUID) -> dict[str, int]:
    """How many rows of each table belong to a space: what an erasure is about to delete."""
    counts = {
        table.name: db.scalar(select(func.count()).select_from(table).where(table.c.space_id == space_id)) or 0
        for table in kinds.in_a_space()
    }
    return {name: count for name, count in counts.items() if count}


def my_thread(who: SignedIn) -> dict[str, Any]:
    """The young person's own conversation as a record. Raises `Problem(NOT_FOUND)` for one without a living space."""
    with get_db().read() as db:
        mine = next((access.space for access in spaces_of(db, who.account_id) if access.is_owner), None)
        if mine is None:
            raise Problem(ErrorCode.NOT_FOUND)
        return threads.document(db, mine, who.name, withdrawn=False)


def thread_as_manager(who: SignedIn, space_id: uuid.UUID, reason: str) -> dict[str, Any]:
    """The record of a conversation of the manager's council, also of one that has ended, with what was taken back.

    That they look and why is written down first, for the young person to see. Raises `Problem`: NOT_FOUND, TOO_MANY.
    """
    with get_db().write() as db:
        note_manager(db, lock_record(db, who.council, space_id), who, reason)
    with get_db().read() as db:
        name = owners_name(db, space_id)
        return threads.document(db, db.get_one(Space, space_id), name, withdrawn=True)
