"""The advisers of a council, who alone can be away, cover or be on duty. Their table belongs to people."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ..core.errors import ErrorCode, Problem
from ..core.guards import Role
from ..spaces.names import account_table


def advisers_of(db: Session, council: str) -> dict[uuid.UUID, str]:
    """The names of a council's living advisers by id, in the order of their names."""
    return _names(db, council)


def readers_of(db: Session, council: str) -> dict[uuid.UUID, str]:
    """Those of them who can read for somebody else: whoever was invited and has not joined yet reads nothing."""
    return _names(db, council, account_table().c.pass_hash.is_not(None))


def check_adviser(db: Session, council: str, account_id: uuid.UUID) -> None:
    """Raise `Problem(NOT_FOUND)` unless the account is a living adviser of the council."""
    if account_id not in advisers_of(db, council):
        raise Problem(ErrorCode.NOT_FOUND)


def check_chosen(db: Session, council: str, field: str, chosen: Iterable[uuid.UUID]) -> None:
    """Raise `Problem(NOT_VALID)` about a field unless all the chosen are living advisers who have joined."""
    if not set(chosen) <= set(readers_of(db, council)):
        raise field_problem(field, "Choose an adviser of your council who has joined.")


def field_problem(field: str, text: str) -> Problem:
    """A problem that says in plain words what is wrong with one field of the body."""
    return Problem(ErrorCode.NOT_VALID, text, errors={"json": {field: [text]}})


def _names(db: Session, council: str, *more: ColumnElement[bool]) -> dict[uuid.UUID, str]:
    account = account_table()
    living = account.c.council == council, account.c.role == Role.ADVISER, account.c.ended_at.is_(None)
    rows = db.execute(
        select(account.c.id, account.c.name).where(*living, *more).order_by(func.lower(account.c.name), account.c.id)
    )
    return {row.id: row.name for row in rows}
