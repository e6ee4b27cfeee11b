"""The worker: runs the features' repeated jobs. Start it with `flask worker`, beside the web server.

huey keeps its queue in a SQLite file of its own, so that it never waits for the writer place of the main database; or
in Redis or PostgreSQL, when the workers are on several machines. A commit that makes something due at once nudges one
of the workers; a nudge may get lost, and then the job comes round by itself.
"""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from types import FrameType

from flask import Flask
from huey import Huey, PostgresHuey, RedisHuey, SqliteHuey

from .core.jobs import Job, all_jobs, nudge, set_nudge
from .settings import Settings

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


def make_queue(app: Flask) -> Huey:
    """The queue of this app, with every job of its features as a periodic task that can also be nudged."""
    queue = _storage(app.extensions["footing-settings"])
    tasks = {
        job.name: queue.periodic_task(Due(job.every_minutes), name=job.name.replace(".", "_"))(runner(app, job))
        for job in all_jobs(app)
    }
    set_nudge(app, lambda name: tasks[name]())
    return queue


def install(app: Flask) -> None:
    """Let the web process nudge a worker. The queue is opened at the first nudge."""

    def first(name: str) -> None:
        make_queue(app)
        nudge(app, name)

    set_nudge(app, first)


def _storage(settings: Settings) -> Huey:
    url = settings.sending.queue_url
    if url is None:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        return SqliteHuey("footing", filename=str(settings.data_dir / QUEUE_FILE), results=False, utc=True)
    if url.startswith(("redis://", "rediss://", "unix://")):
        return RedisHuey("footing", url=url, results=False, utc=True)
    return PostgresHuey("footing", dsn=url.replace("postgresql+psycopg://", "postgresql://"), results=False, utc=True)


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
    # What is there from the start (the content above all) stays: looking through it again and again for rubbish costs.
    gc.freeze()
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
