"""Wakes the worker after a commit, when something is due at once. A nudge may get lost: the table is the truth."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.jobs import after_commit

# What is due later than this is found by the worker's own round, which comes once a minute.
SOON = timedelta(seconds=20)
JOB = "deliveries.send"


def when_committed(db: Session, due: datetime) -> None:
    """Have the worker look at once when this transaction is committed, if `due` is about now."""
    if due <= now() + SOON:
        after_commit(db, JOB)
