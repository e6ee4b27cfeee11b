"""What the worker does about reminders by itself: it puts the next notices of repeats, and those of milestones.

Every job goes in small steps, each a transaction of its own, and may be cut off and run again at any time: what was put
is known by its name, and `put` puts it once.
"""

from __future__ import annotations

from sqlalchemy import select

from ..core.clock import now
from ..core.db import get_db
from ..core.jobs import Job
from ..deliveries.tables import not_held
from ..spaces.models import Space
from .milestones import put_milestones, put_staying_put
from .models import Reminder
from .service import put_next

STEP = 100


def extend() -> None:
    """Put the next notices of repeats whose last ones come near."""
    while _extend_some():
        pass


def _extend_some() -> int:
    """The same for a step of them. Gives how many reminders were dealt with."""
    moment = now()
    near = Reminder.extend_at <= moment
    with get_db().write() as db:
        some = select(Reminder.space_id).where(near).order_by(Reminder.extend_at).limit(STEP)
        # Whoever changes a reminder holds its space: those are left for the next round.
        free = not_held(db, select(Space).where(Space.id.in_(some)).order_by(Space.id))
        spaces = {space.id: space for space in db.scalars(free)}
        rows = db.scalars(select(Reminder).where(near, Reminder.space_id.in_(spaces))).all()
        for row in rows:
            if spaces[row.space_id].ended_at is not None:
                row.extend_at = None
            else:
                put_next(db, row, moment)
        return len(rows)


JOBS = (
    Job("reminders.extend", every_minutes=10, run=extend),
    Job("reminders.milestones", every_minutes=12 * 60, run=put_milestones),
    Job("reminders.staying_put", every_minutes=12 * 60, run=put_staying_put),
)
