"""You said, we did: what the council did about what it was told. Each verb works in the caller's transaction."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.errors import ErrorCode, Problem
from ..core.working_days import london_day
from .models import PledgeDid
from .promises import promises_of


def add(db: Session, council: str, body: dict[str, Any]) -> uuid.UUID:
    """Write an entry and give its id. Raises as `_check` does."""
    _check(council, body)
    row = PledgeDid(id=uuid.uuid4(), council=council)
    _fill(row, body)
    db.add(row)
    return row.id


def change(db: Session, council: str, did_id: uuid.UUID, body: dict[str, Any]) -> None:
    """Replace an entry whole. Raises `Problem(NOT_FOUND)` when the council has no such entry, and as `_check` does."""
    row = _find(db, council, did_id)
    _check(council, body)
    _fill(row, body)


def remove(db: Session, council: str, did_id: uuid.UUID) -> None:
    """Take an entry away. Raises `Problem(NOT_FOUND)` when the council has none of that id."""
    db.delete(_find(db, council, did_id))


def _find(db: Session, council: str, did_id: uuid.UUID) -> PledgeDid:
    row = db.scalar(select(PledgeDid).where(PledgeDid.id == did_id, PledgeDid.council == council).with_for_update())
    if row is None:
        raise Problem(ErrorCode.NOT_FOUND)
    return row


def _fill(row: PledgeDid, body: dict[str, Any]) -> None:
    row.promise, row.you_said, row.we_did, row.day = (body[name] for name in ("promise", "you_said", "we_did", "on"))


def _check(council: str, body: dict[str, Any]) -> None:
    """Raises `Problem(NOT_VALID)` for a promise that the council does not make, or a day that has not come."""
    errors = {}
    if body["promise"] is not None and body["promise"] not in promises_of(council):
        errors["promise"] = ["We do not know this promise."]
    if body["on"] > london_day(now()):
        errors["on"] = ["This day has not come yet."]
    if errors:
        raise Problem(ErrorCode.NOT_VALID, errors=errors)
