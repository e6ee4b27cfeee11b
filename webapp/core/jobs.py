"""Work that the worker repeats by itself. A feature names its jobs in `install`; the worker runs them.

A job takes no arguments, opens its own transactions, and must be safe to run twice or to be cut off in the middle: the
tables are the truth, never the queue.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask

_EXTENSION = "footing-jobs"


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
