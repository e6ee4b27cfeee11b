"""A real Footing on its own port and data folder: the same commands as in life, startable and killable by a test."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from webapp.settings import ROOT

from .ready import Child, Ready

START_SECONDS = 60


@dataclass
class LiveServer:
    """`prepare()` once, then `start()`, `kill()` and `start()` again as the test likes."""

    data_dir: Path
    static_dir: Path = ROOT / "static" / "dist"
    port: int = 0
    more_settings: dict[str, str] = field(default_factory=dict)
    workers: int = 1
    # Who starts it the quick way; without, its command is run afresh.
    ready: Ready | None = field(default=None, repr=False)
    process: subprocess.Popen[bytes] | Child | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.port = self.port or free_port()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "FOOTING_DATA": str(self.data_dir),
            "FOOTING_STATIC": str(self.static_dir),
            "PORT": str(self.port),
            "FLASK_APP": "wsgi",
            "FOOTING_ENV": "development",
            **self.more_settings,
        }

    def command(self, *arguments: str) -> str:
        """Run `flask …` on this server's data and give what it printed. Raises when it fails."""
        done = subprocess.run(
            [sys.executable, "-m", "flask", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def prepare(self) -> None:
        """Secrets, database and demo people."""
        subprocess.run(
            [sys.executable, "-m", "webapp.upkeep.secrets"],
            cwd=ROOT,
            env=self.environment,
            check=True,
            capture_output=True,
        )
        self.command("db", "upgrade")
        self.command("demo", "load")
        # Works out once what every server on a copy of this folder would work out at its first answer.
        self.command("content", "names")

    def start(self) -> None:
        """Start the web server and wait until it answers."""
        command = [
            str(Path(sys.executable).with_name("granian")),
            *("--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port)),
            *("--workers", str(self.workers), "--blocking-threads", "4"),
            *("--log-level", "warning", "--no-ws", "wsgi:app"),
        ]
        log = self.data_dir / "server.log"
        # What is laid in Python's way is found only by a program that starts.
        if self.ready is not None and "PYTHONPATH" not in self.more_settings:
            self.process = self.ready.start(command, self.environment, log)
        else:
            with log.open("ab") as said:
                self.process = subprocess.Popen(
                    command, cwd=ROOT, env=self.environment, stdout=said, stderr=said, start_new_session=True
                )
        self._wait()

    def kill(self) -> None:
        """End it at once, as a power cut would (SIGKILL to the whole group)."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def offline_files(self, *, staff: bool) -> list[str]:
        """The built files that the app keeps for use without a connection: everybody's, and those of staff."""
        chunks = json.loads((self.static_dir / "manifest.json").read_text(encoding="utf-8"))["chunks"]
        kept = ("everyone", "staff") if staff else ("everyone",)
        return [chunk["file"] for chunk in chunks if chunk["first"] or chunk["offline"] in kept]

    def rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """What a query finds in the database, whether or not the server runs."""
        with closing(sqlite3.connect(f"file:{self.data_dir / 'footing.sqlite3'}?mode=ro", uri=True)) as database:
            return database.execute(query, values).fetchall()

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(self.url + "/healthz", timeout=2):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                assert self.process is not None
                assert self.process.poll() is None, (self.data_dir / "server.log").read_text()
                time.sleep(0.02)
        raise AssertionError("the server did not answer: " + (self.data_dir / "server.log").read_text())


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
