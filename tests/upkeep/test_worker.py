"""The worker runs the features' jobs, survives one that fails, and ends at once when it is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask, current_app

from webapp.core.jobs import Job, add_job, all_jobs
from webapp.settings import ROOT
from webapp.upkeep.secrets import make_secrets
from webapp.worker import QUEUE_FILE, Due, make_queue, runner

ENDS_WITHIN_SECONDS = 5


def test_due_at_once_then_once_in_each_interval() -> None:
    due = Due(60)
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    asked = [due(noon + timedelta(minutes=minutes)) for minutes in (0, 1, 59, 60, 61, 300)]
    assert asked == [True, False, False, True, False, True]


def test_every_job_is_a_task_of_a_queue_in_its_own_file(app: Flask) -> None:
    queue = make_queue(app)
    assert len(queue.read_periodic(datetime(2026, 11, 22, tzinfo=UTC))) == len(all_jobs(app)) > 0
    assert (app.extensions["footing-settings"].data_dir / QUEUE_FILE).is_file()


def test_a_job_runs_in_the_apps_context_and_may_fail(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    ran: list[str] = []

    def fails() -> None:
        ran.append(current_app.name)
        raise ValueError("Amina's words")

    runner(app, Job("tests.fails", 1, fails))()
    assert ran == [app.name]
    assert "Amina" not in capsys.readouterr().err


def test_two_jobs_may_not_share_a_name(app: Flask) -> None:
    add_job(app, Job("tests.once", 5, lambda: None))
    with pytest.raises(ValueError, match=r"tests\.once"):
        add_job(app, Job("tests.once", 5, lambda: None))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_at_once_and_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    make_secrets(tmp_path)
    environment = {**os.environ, "FOOTING_DATA": str(tmp_path), "FLASK_APP": "wsgi", "FOOTING_ENV": "development"}
    subprocess.run([sys.executable, "-m", "flask", "db", "upgrade"], cwd=ROOT, env=environment, check=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "flask", "worker"], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "worker started" in line:
            break
    process.send_signal(number)
    sent = time.monotonic()
    _, rest = process.communicate(timeout=30)
    assert process.returncode == 0, rest
    assert "worker ended" in rest
    assert "Traceback" not in rest
    assert time.monotonic() - sent < ENDS_WITHIN_SECONDS
