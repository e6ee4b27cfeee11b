"""An adviser's times away: planned, changed, ended early. An adviser says their own, a manager anybody's."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.errors import ErrorCode, Problem
from ..core.working_days import london_day
from ..spaces.models import Space
from ..spaces.settling import hold, settle
from .models import Away
from .rules import MAX_TIMES, Span, World, away_span, away_trouble, covers
from .saying import say_away
from .service import lock
from .staff import advisers_of, check_chosen, field_problem, readers_of
from .world import Council, read_council

OVER = "This time is over. Make a new one."


@dataclass(frozen=True)
class Plan:
    """From the first day to the last one (London), and who covers; None: the duty list."""

    since: date
    until: date
    cover: uuid.UUID | None


def times_of(db: Session, council: str, account_id: uuid.UUID) -> dict[str, Any]:
    """The adviser's times that are not over, the next one first, with who really covers when; and who can cover."""
    names = advisers_of(db, council)
    known = read_council(db, council, now())
    return {
        "times": [_shown(row, known, names) for row in _coming(db, account_id)],
        "advisers": [
            {"id": other, "name": name} for other, name in readers_of(db, council).items() if other != account_id
        ],
    }


def put(db: Session, council: str, account_id: uuid.UUID, away_id: uuid.UUID, plan: Plan) -> None:
    """Plan or change a time away (its id is made on the device), and work out anew who covers.

    When the conversations have said who covers, they say it again with somebody else.
    Raises `Problem`: `NOT_VALID` for days that cannot be and for who cannot cover, `CONFLICT` when the time is over,
    `REUSED_ID` when it is another person's.
    """
    hold(db, council)
    row = db.get(Away, away_id, with_for_update=True)
    if row is not None:
        _check_changeable(row, account_id)
    _check(db, council, account_id, row, plan)
    if row is None:
        row = Away(id=away_id, account_id=account_id, version=1, made_at=now())
        db.add(row)
    elif plan == Plan(row.since, row.until, row.cover_id):
        return
    else:
        row.version += 1
    said_another = row.away_said is not None and row.cover_id != plan.cover
    row.since, row.until, row.cover_id = plan.since, plan.until, plan.cover
    if said_another:
        # All of the council's, in one order: others' covers may change too.
        lock(db, db.scalars(select(Space.id).where(Space.council == council, Space.ended_at.is_(None))))
    settle(db, council)
    if said_another:
        # At once: it may be over before the worker looks, and then the conversations would not say who is back.
        say_away(db, row)


def cancel(db: Session, council: str, account_id: uuid.UUID, away_id: uuid.UUID) -> None:
    """End a time away now, or before it begins. Raises `Problem(NOT_FOUND)` when the adviser has no such time."""
    hold(db, council)
    row = db.get(Away, away_id, with_for_update=True)
    if row is None or row.account_id != account_id:
        raise Problem(ErrorCode.NOT_FOUND)
    if row.cancelled_at is None and row.until >= london_day(now()):
        row.cancelled_at = now()
        settle(db, council)


def _coming(db: Session, account_id: uuid.UUID) -> list[Away]:
    mine = Away.account_id == account_id, Away.cancelled_at.is_(None), Away.until >= london_day(now())
    return list(db.scalars(select(Away).where(*mine).order_by(Away.since)))


def _check_changeable(row: Away, account_id: uuid.UUID) -> None:
    if row.account_id != account_id:
        raise Problem(ErrorCode.REUSED_ID)
    if row.cancelled_at is not None or row.until < london_day(now()):
        raise Problem(ErrorCode.CONFLICT, OVER)


def _check(db: Session, council: str, account_id: uuid.UUID, row: Away | None, plan: Plan) -> None:
    today = london_day(now())
    begun = row is not None and row.since <= today
    if begun and row and plan.since != row.since:
        raise field_problem("since", "This time has begun, so its first day stays.")
    if not begun and plan.since < today:
        raise field_problem("since", "The first day is in the past.")
    others = [(other.since, other.until) for other in _coming(db, account_id) if other is not row]
    if row is None and len(others) >= MAX_TIMES:
        raise field_problem("since", "You have planned a lot of times already. Remove one first.")
    trouble = away_trouble(plan.since, plan.until, today, others)
    if trouble:
        raise field_problem(*trouble)
    if plan.cover == account_id:
        raise field_problem("cover", "Choose somebody else: you are away then.")
    if plan.cover is not None:
        check_chosen(db, council, "cover", [plan.cover])


def _shown(row: Away, known: Council, names: dict[uuid.UUID, str]) -> dict[str, Any]:
    begins, ends = away_span(row.since, row.until)
    begins = max(begins, now())
    world = World((Span(row.account_id, begins, ends),), known.away, known.duty)
    real = [span for span in covers(world, begins) if span.since < ends]
    return {
        "id": row.id,
        "since": row.since,
        "until": row.until,
        "cover": {"id": row.cover_id, "name": names[row.cover_id]} if row.cover_id in names else None,
        "covered": [
            {"name": names.get(span.account, ""), "since": span.since, "until": min(span.until or ends, ends)}
            for span in real
        ],
    }
