"""A version of the results for each day of the corporate parenting board: frozen once, then the same bytes for ever."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from ..content.bundles import compact
from ..core.clock import now, to_wire
from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.working_days import london_day
from .models import PledgeBoard
from .results import results_of

# Papers are sent out before a meeting; a day further away than a season is a slip of the finger.
AHEAD = timedelta(days=92)
THERE = "There is a version for this board already. It stays as it is."


def freeze(council: str, day: date) -> None:
    """Keep what is published now as the version for the board of `day`.

    Raises `Problem(NOT_VALID)` for a day that is over or more than 92 days away, `Problem(CONFLICT)` when the day has
    its version already.
    """
    moment = now()
    today = london_day(moment)
    if not today <= day <= today + AHEAD:
        raise Problem(ErrorCode.NOT_VALID, errors={"on": ["Choose a day from today to three months ahead."]})
    try:
        with get_db().write() as db:
            if db.get(PledgeBoard, (council, day)) is not None:
                raise Problem(ErrorCode.CONFLICT, THERE)
            whole = {"board": day.isoformat(), "frozen_at": to_wire(moment)} | results_of(db, council)
            db.add(PledgeBoard(council=council, day=day, body=compact(whole)))
    except IntegrityError as error:
        # Two asked at the same moment, and the other one was first.
        raise Problem(ErrorCode.CONFLICT, THERE) from error


def frozen(council: str, day: date) -> bytes:
    """The version for a day of the board. Raises `Problem(NOT_FOUND)` when there is none."""
    with get_db().read() as db:
        body = db.scalar(select(PledgeBoard.body).where(PledgeBoard.council == council, PledgeBoard.day == day))
    if body is None:
        raise Problem(ErrorCode.NOT_FOUND, "No results were kept for a board on that day.")
    return body
