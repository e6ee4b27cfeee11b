"""What the worker does about deliveries: it sends what is due each minute and when nudged, and forgets what is old."""

from __future__ import annotations

import time
from datetime import timedelta

from flask import current_app
from sqlalchemy import delete, or_, select

from ..core.clock import now
from ..core.db import get_db
from ..core.jobs import Job, nudge
from ..core.working_days import london_day
from .claiming import due_deliveries
from .fanout import due_notices
from .models import DeadEndpoint, NoticeRow, NoticeState, Planned
from .nudging import JOB

# A reminder may repeat for a year, and shows for as long when it was sent and seen.
KEEP = timedelta(days=400)
PIECE = 5000
# A round costs the same for one notice as for fifty: what is written in this moment goes with the first.
GATHER_SECONDS = 0.1


def send() -> None:
    """Send what is due; when that takes longer than a round, another one follows.

    When nothing is due, as after a nudge whose notice went in the round before, no round begins.
    """
    if not _is_due():
        return
    time.sleep(GATHER_SECONDS)
    # Only a worker needs what sending takes: a web server that had it would be 20 MB larger.
    from .sending import send_due

    app = current_app._get_current_object()  # type: ignore[attr-defined]
    if not send_due(app).finished:
        nudge(app, JOB)


def _is_due() -> bool:
    moment = now()
    due = or_(due_notices(moment, 1).exists(), due_deliveries(moment, 1).exists())
    with get_db().read() as db:
        return bool(db.scalar(select(due)))


def tidy() -> None:
    """Delete notices that were over long ago, with their deliveries, and plans of days that have passed."""
    before = now() - KEEP
    over = (NoticeState.OUT, NoticeState.CANCELLED, NoticeState.EXPIRED)
    old = select(NoticeRow.id).where(NoticeRow.state.in_(over), NoticeRow.next_at < before)
    while True:
        with get_db().write() as db:
            ids = db.scalars(old.limit(PIECE)).all()
            db.execute(delete(NoticeRow).where(NoticeRow.id.in_(ids)))
            db.execute(delete(DeadEndpoint).where(DeadEndpoint.at < before))
            db.execute(delete(Planned).where(Planned.day < london_day(now()) - timedelta(days=1)))
        if len(ids) < PIECE:
            return


JOBS = (
    Job(JOB, every_minutes=1, run=send),
    Job("deliveries.tidy", every_minutes=24 * 60, run=tidy),
)
