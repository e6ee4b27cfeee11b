"""Work that the worker repeats by itself. A feature names its jobs in `install`; the worker runs them.

A job takes no arguments, opens its own transactions, and must be safe to run twice or to be cut off in the middle: the
tables are the truth, never the queue.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, current_app
from sqlalchemy import event
from sqlalchemy.orm import Session

_EXTENSION = "footing-jobs"
_NUDGE = "footing-nudge"
_WANTED = "footing-nudged"


@dataclass(frozen=True)
class Job:
    """One repeated job: its name in the log, how often it runs, and the function (called in the app's context)."""

    name: str
    every_minutes: int
    run: Callable[[], None]


def add_job(app: Flask, job: Job) -> None:
    """Have the worker run `job` at its start and then every so many minutes.

    Raises `ValueError` for a name that is taken.
    """
    jobs = all_jobs(app)
    if any(other.name == job.name for other in jobs):
        raise ValueError(f"two jobs are named {job.name}")
    app.extensions[_EXTENSION] = (*jobs, job)


def all_jobs(app: Flask) -> tuple[Job, ...]:
    """Every job of this app, in the order of their features."""
    jobs: tuple[Job, ...] = app.extensions.get(_EXTENSION, ())
    return jobs


def set_nudge(app: Flask, wake: Callable[[str], None]) -> None:
    """Say how a worker is woken for a job, by the job's name."""
    app.extensions[_NUDGE] = wake


def nudge(app: Flask, name: str) -> None:
    """Wake a worker for a job. A nudge that fails does no harm: the job comes round."""
    wake: Callable[[str], None] | None = app.extensions.get(_NUDGE)
    try:
        if wake is not None:
            wake(name)
    except Exception as error:
        # What was committed must not look as if it had failed.
        app.logger.warning("no nudge for %s: %s", name, type(error).__name__)


def after_commit(db: Session, name: str) -> None:
    """Wake a worker for the job when this transaction is committed."""
    wanted: set[str] | None = db.info.get(_WANTED)
    if wanted is None:
        wanted = db.info[_WANTED] = set()
        event.listen(db, "after_commit", _nudge_wanted)
    wanted.add(name)


def _nudge_wanted(db: Session) -> None:
    # A savepoint that is released is no commit yet.
    if not db.in_nested_transaction():
        wanted: set[str] = db.info[_WANTED]
        while wanted:
            nudge(current_app._get_current_object(), wanted.pop())  # type: ignore[attr-defined]
