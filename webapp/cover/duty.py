"""A council's duty list: the advisers who read for young people whom nobody else reads for."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..spaces.models import Space
from ..spaces.settling import hold, settle
from .models import Duty
from .rules import standing
from .staff import check_chosen, readers_of
from .world import read_council


def on_duty(db: Session, council: str) -> dict[str, Any]:
    """Who is on duty now, among all who have joined; and for how many young people nobody at all is at work."""
    names, moment = readers_of(db, council), now()
    known = read_council(db, council, moment)
    away = {time.account for time in known.away if time.holds(moment)}
    duty = {span.account for span in known.duty if span.holds(moment)}
    spaces = db.scalars(select(Space.id).where(Space.council == council, Space.ended_at.is_(None)))
    return {
        "advisers": [
            {"id": account, "name": name, "on_duty": account in duty, "away": account in away}
            for account, name in names.items()
        ],
        "nobody": sum(not standing(known.world_of(space), moment).at_work for space in spaces),
    }


def set_duty(db: Session, council: str, chosen: Collection[uuid.UUID]) -> None:
    """Put these advisers on duty from now on, and nobody else; nobody at all is allowed, as on a small team's bad day.

    Raises `Problem(NOT_VALID)` unless each is a living adviser of the council who has joined.
    """
    hold(db, council)
    check_chosen(db, council, "advisers", chosen)
    moment = now()
    there = {
        row.account_id: row for row in db.scalars(select(Duty).where(Duty.council == council, Duty.until.is_(None)))
    }
    for account, row in there.items():
        if account not in chosen:
            row.until = moment
    db.add_all(Duty(council=council, account_id=account, since=moment) for account in set(chosen) - set(there))
    settle(db, council)
