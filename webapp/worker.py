"""The worker: runs the features' repeated jobs. Start it with `flask worker`, beside the web server.

huey keeps its queue in a SQLite file of its own, so that it never waits for the writer place of the main database.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from types import FrameType

from flask import Flask
from huey import SqliteHuey

from .core.jobs import Job, all_jobs

QUEUE_FILE = "queue.sqlite3"
HEALTH_SECONDS = 30.0


class Due:
    """Says whether a job's turn has come: at the first asking, then once in each interval. Asked once a minute."""

    def __init__(self, every_minutes: int) -> None:
        self._every = timedelta(minutes=every_minutes)
        self._last: datetime | None = None

    def __call__(self, moment: datetime) -> bool:
        """Whether to run now; then the next turn is an interval later."""
        if self._last is not None and moment - self._last < self._every:
            return False
        self._last = moment
        return True


def make_queue(app: Flask) -> SqliteHuey:
    """The queue of this app, with every job of its features as a periodic task."""
    settings = app.extensions["footing-settings"]
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    queue = SqliteHuey("footing", filename=str(settings.data_dir / QUEUE_FILE), results=False, utc=True)
    for job in all_jobs(app):
        queue.periodic_task(Due(job.every_minutes), name=job.name.replace(".", "_"))(runner(app, job))
    return queue


def runner(app: Flask, job: Job) -> Callable[[], None]:
    """What the queue calls: the job, in the app's context. A failure is logged and waits for the next turn."""

    def run() -> None:
        with app.app_context():
            try:
                job.run()
            except Exception as error:
                # The text of an exception can hold personal data: only its type is written down.
                app.logger.error("job %s failed: %s", job.name, type(error).__name__)
            else:
                app.logger.info("job %s done", job.name)

    return run


def work(app: Flask) -> None:
    """Run jobs until SIGINT or SIGTERM, then end at once. A job that is cut off has its transaction rolled back."""
    consumer = make_queue(app).create_consumer(workers=1, periodic=True, max_delay=2.0, check_worker_health=False)
    consumer.start()
    ended = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)
    app.logger.info("worker started with %s jobs", len(all_jobs(app)))
    while not ended.wait(HEALTH_SECONDS):
        consumer.check_worker_health()
    consumer.stop()
    app.logger.info("worker ended")
