"""A program that has read all that a web server reads before it answers, and turns into one whenever a test asks.

To load Python's packages and our content takes a server two seconds of a processor; each browser test starts one. A
child of this program has both already, and then runs the very command that would start a server afresh.

It reads one order a line, as JSON: the environment, the command's words and the log. It answers with the pid.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest
from granian.cli import entrypoint

from tests.support.quick import make_pass_phrases_quick, read_content_once
from webapp import create_app
from webapp.settings import ROOT, Settings
from webapp.upkeep.secrets import make_secrets

END_SECONDS = 30


@dataclass(frozen=True)
class Child:
    """A server that was started so: what a test does with a process of its own."""

    pid: int

    def poll(self) -> int | None:
        """None while it runs. How it ended is known to its parent alone."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int:
        """Stay until it is gone."""
        until = time.monotonic() + END_SECONDS
        while self.poll() is None:
            assert time.monotonic() < until, "the server did not end"
            time.sleep(0.01)
        return 0


class Ready:
    """The program, from a test's side."""

    def __init__(self) -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.support.ready"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def start(self, command: Sequence[str], environment: Mapping[str, str], log: Path) -> Child:
        """Have the command of a web server run in an environment; what it says goes to the end of `log`."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        order = {"command": list(command), "environment": dict(environment), "log": str(log)}
        self._program.stdin.write(json.dumps(order).encode() + b"\n")
        self._program.stdin.flush()
        return Child(int(self._program.stdout.readline()))

    def stop(self) -> None:
        """End it; the servers that it became go on."""
        self._program.kill()
        self._program.communicate()


def _read_everything() -> None:
    """Load the packages and our own content, once for all servers."""
    # For the life of this program and its children.
    patched = pytest.MonkeyPatch()
    read_content_once(patched)
    make_pass_phrases_quick(patched)
    with tempfile.TemporaryDirectory() as folder:
        make_secrets(Path(folder))
        create_app(Settings.from_env({"FOOTING_DATA": folder, "FOOTING_ENV": "development"}))
    # What lies still is shared with the children.
    gc.freeze()


def _become(order: dict[str, Any]) -> NoReturn:
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with open(os.devnull) as nothing, open(order["log"], "ab") as log:
        for ours, theirs in ((nothing, 0), (log, 1), (log, 2)):
            os.dup2(ours.fileno(), theirs)
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv = order["command"]
    entrypoint()  # type: ignore[no-untyped-call]
    os._exit(0)


def main() -> None:
    """Turn into a server for each order, until whoever orders is gone."""
    _read_everything()
    # A child of a program with threads could wait for ever for what one of them held.
    assert threading.active_count() == 1
    # Nobody asks how a child ended: it need not wait for that.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _become(json.loads(line))
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
