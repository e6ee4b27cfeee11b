"""What the worker does about papers by itself: those saved before anybody was reminded of them get their reminders."""

from __future__ import annotations

from sqlalchemy import exists, literal, select, tuple_

from ..core.clock import now
from ..core.db import get_db
from ..core.jobs import Job
from ..core.london import wall
from ..deliveries.models import Planned
from ..spaces.models import Space
from .models import PaperHeld
from .reminding import cause_of, remind_of_paper
from .rules import PaperState

STEP = 100


def remind_of_missed() -> None:
    """Have people reminded of papers that run out in a month to come and of which nothing is planned.

    Whoever is reminded of a paper has a plan for it, so a second run finds none of them. Each step is a transaction of
    its own, and the job may be cut off between any two.
    """
    after: tuple[object, object] | None = None
    while (after := _remind_some(after)) is not None:
        pass


def _remind_some(after: tuple[object, object] | None) -> tuple[object, object] | None:
    """The same for a step of them, behind the paper that the last step ended with. Gives the last one of this step."""
    key = tuple_(PaperHeld.space_id, PaperHeld.paper)
    missed = (
        select(PaperHeld)
        .join(Space, Space.id == PaperHeld.space_id)
        .where(Space.ended_at.is_(None), PaperHeld.runs_out > wall(now())[0].strftime("%Y-%m"))
        .where(PaperHeld.state.is_distinct_from(PaperState.NOT_NEEDED))
        .order_by(PaperHeld.space_id, PaperHeld.paper)
        .limit(STEP)
    )
    if after is not None:
        missed = missed.where(key > tuple_(*map(literal, after)))
    with get_db().write() as db:
        rows = db.scalars(missed).all()
        for row in rows:
            # Whoever changes a paper holds its space, so that the two do not plan it at once.
            db.get_one(Space, row.space_id, with_for_update=True)
            db.refresh(row)
            if not db.scalar(select(exists().where(Planned.cause == cause_of(row)))):
                remind_of_paper(db, row)
        return (rows[-1].space_id, rows[-1].paper) if rows else None


JOBS = (Job("passport.papers", every_minutes=24 * 60, run=remind_of_missed),)
