"""`flask worker` as it runs in life, until the `with` ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.server import LiveServer
from webapp.settings import ROOT


@contextmanager
def working(server: LiveServer) -> Iterator[None]:
    """A worker of this server. It looks for what is due at its start, and then once a minute."""
    log = (server.data_dir / "worker.log").open("ab")
    process = subprocess.Popen(
        [sys.executable, "-m", "flask", "worker"],
        cwd=ROOT,
        env=server.environment,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        yield
        assert process.poll() is None, (server.data_dir / "worker.log").read_text()
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
