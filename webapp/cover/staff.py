"""The advisers of a council, who alone can be away, cover or be on duty. Their table belongs to people."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..core.errors import ErrorCode, Problem
from ..core.guards import Role
from ..spaces.names import account_table


def advisers_of(db: Session, council: str) -> dict[uuid.UUID, str]:
    """The names of a council's living advisers by id, in the order of their names."""
    account = account_table()
    rows = db.execute(
        select(account.c.id, account.c.name)
        .where(account.c.council == council, account.c.role == Role.ADVISER, account.c.ended_at.is_(None))
        .order_by(func.lower(account.c.name), account.c.id)
    )
    return {row.id: row.name for row in rows}


def check_adviser(db: Session, council: str, account_id: uuid.UUID) -> None:
    """Raise `Problem(NOT_FOUND)` unless the account is a living adviser of the council."""
    if account_id not in advisers_of(db, council):
        raise Problem(ErrorCode.NOT_FOUND)


def check_chosen(db: Session, council: str, field: str, chosen: Iterable[uuid.UUID]) -> None:
    """Raise `Problem(NOT_VALID)` about a field when one of the chosen is no living adviser of the council."""
    if not set(chosen) <= set(advisers_of(db, council)):
        raise field_problem(field, "Choose an adviser of your council.")


def field_problem(field: str, text: str) -> Problem:
    """A problem that says in plain words what is wrong with one field of the body."""
    return Problem(ErrorCode.NOT_VALID, text, errors={"json": {field: [text]}})
