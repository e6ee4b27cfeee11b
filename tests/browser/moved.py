"""A server whose clock is moved on, and its worker's jobs at that moment."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import tests.support
from tests.support.server import LiveServer
from webapp.settings import ROOT

_FOLDER = Path(tests.support.__file__).parent / "moved_clock"
_RUN = """
import sys
from webapp.core.jobs import all_jobs
from wsgi import app
with app.app_context():
    next(job for job in all_jobs(app) if job.name == sys.argv[1]).run()
"""


def move_clock(server: LiveServer, ahead: timedelta) -> datetime:
    """Start the server anew at a moment so much later than now: the moment. Its jobs run then, too."""
    server.kill()
    server.more_settings |= {"PYTHONPATH": str(_FOLDER), "CLOCK_AHEAD_SECONDS": str(ahead.total_seconds())}
    server.start()
    return datetime.now(UTC) + ahead


def run_job(server: LiveServer, name: str) -> None:
    """What the worker does when the turn of this job has come."""
    subprocess.run([sys.executable, "-c", _RUN, name], cwd=ROOT, env=server.environment, check=True)
