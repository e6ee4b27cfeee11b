"""A commit wakes `flask worker` through each kind of queue, and the reminder goes out at once."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import make_settings
from tests.support.apps import running
from tests.support.care import make_care
from webapp.core import clock
from webapp.core.db import get_db
from webapp.settings import ROOT, Settings
from webapp.upkeep.secrets import make_secrets

from .conftest import with_push
from .push_service import PushService
from .sent import Post

# The worker's own round comes a minute after its first one: what arrives before that was woken for.
SOON_ENOUGH = 30.0


@contextmanager
def redis() -> Iterator[str]:
    """A private Redis on a socket."""
    program = shutil.which("redis-server")
    assert program, "These tests need Redis. Install the package `redis-server`, then run them again."
    with tempfile.TemporaryDirectory(prefix="footing-redis-", dir="/tmp") as folder:
        socket = Path(folder) / "redis"
        command = [program, "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", folder]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            try:
                wait_for(socket.exists, 20)
                yield f"unix://{socket}"
            finally:
                process.terminate()


@pytest.fixture(params=["sqlite", "redis", "postgresql"])
def queue_url(request: pytest.FixtureRequest) -> Iterator[str | None]:
    if request.param == "redis":
        with redis() as url:
            yield url
    elif request.param == "postgresql":
        yield request.getfixturevalue("postgres_url")
    else:
        yield None


def wait_for(there: Callable[[], object], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < until, "it did not come in time"
        time.sleep(0.05)


@contextmanager
def worker(settings: Settings, origin: str) -> Iterator[list[str]]:
    """`flask worker` as in life, beside the app of the test. Gives the lines of its log."""
    environment = {
        **os.environ,
        "FOOTING_ENV": "development",
        "FOOTING_DATA": str(settings.data_dir),
        "FOOTING_DATABASE_URL": settings.database_url,
        "FOOTING_PUSH_TEST_ORIGIN": origin,
        "FLASK_APP": "wsgi",
    }
    if settings.sending.queue_url:
        environment["FOOTING_QUEUE_URL"] = settings.sending.queue_url
    command = [sys.executable, "-m", "flask", "worker"]
    said: list[str] = []
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as process:
        reader = threading.Thread(target=lambda: said.extend(iter(process.stderr.readline, "")), daemon=True)  # type: ignore[union-attr]
        reader.start()
        try:
            yield said
        finally:
            process.terminate()
            process.wait(30)


def test_a_commit_wakes_the_worker(tmp_path: Path, queue_url: str | None, push_service: PushService) -> None:
    make_secrets(tmp_path)
    settings = with_push(make_settings(tmp_path), push_service.origin)
    settings = dataclasses.replace(settings, sending=dataclasses.replace(settings.sending, queue_url=queue_url))
    with running(settings) as app, clock.fixed(datetime.now(UTC)):
        post = Post(app, make_care(app), push_service)
        browser = post.browser(post.care.maya)
        # Whatever the time of day at which this test runs.
        post.prefer(post.care.maya, quiet_from="00:00", quiet_to="00:00")
        with worker(settings, push_service.origin) as said:
            wait_for(lambda: any("deliveries.send done" in line for line in said), 60)
            post.due(until=datetime.now(UTC) + timedelta(hours=1))
            wait_for(lambda: post.asked(browser), SOON_ENOUGH)
            # Ended while it writes down what was sent, the round would be said to have failed.
            wait_for(lambda: sum("deliveries.send done" in line for line in said) > 1, SOON_ENOUGH)
        get_db().engine.dispose()
    assert len(post.asked(browser)) == 1
    assert [line for line in said if "failed" in line] == []
