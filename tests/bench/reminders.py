"""Reminders: messages a second against a plain loop over `pywebpush.webpush()`, finding what is due, and memory.

`bin/bench reminders`. FOOTING_BENCH_PEOPLE (100000) and FOOTING_BENCH_ROWS (1000000) make it smaller.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02
from pywebpush import webpush
from sqlalchemy import func, select

from tests.deliveries.browser import Browser
from webapp.core.db import get_db
from webapp.deliveries.letters import Device
from webapp.deliveries.models import Delivery
from webapp.deliveries.senders.encryption import encrypt
from webapp.settings import ROOT
from webapp.upkeep.migrate import upgrade

from .reminders_due import show_finding
from .reminders_rows import add_people, make_app
from .show import line

PEOPLE = int(os.environ.get("FOOTING_BENCH_PEOPLE", "100000"))
ROWS = int(os.environ.get("FOOTING_BENCH_ROWS", "1000000"))
KEYS = 200
WORKERS = 2
PLAIN_SECONDS, CRYPTO_SECONDS = 5.0, 3.0
MB = 1024 * 1024


@dataclass(frozen=True)
class Plain:
    """The plain loop: messages a second, and seconds of the processor for each."""

    rate: float
    processor: float


@dataclass
class Run:
    """One measured sending."""

    seconds: float = 0.0
    peak_bytes: int = 0
    processor: float = 0.0


@contextmanager
def sink(folder: Path) -> Iterator[tuple[str, Path]]:
    """The sink in a process of its own: its origin, and the file that it leaves at the end."""
    file = folder / f"sink-{uuid.uuid4().hex}.json"
    command = [sys.executable, "-m", "tests.bench.sink", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}", file
        finally:
            process.terminate()
            process.wait()


def plain_rate(origin: str, browsers: list[Browser], payload: bytes) -> Plain:
    """The plain loop."""
    vapid, count, began, used = Vapid02(), 0, time.perf_counter(), time.process_time()
    vapid.generate_keys()
    while time.perf_counter() - began < PLAIN_SECONDS:
        browser = browsers[count % KEYS]
        info = browser.subscription() | {"endpoint": f"{origin}/plain/{count}"}
        claims = {"sub": "mailto:ops@footing.example"}
        webpush(info, payload, vapid_private_key=vapid, vapid_claims=claims, ttl=60, content_encoding="aes128gcm")
        count += 1
    return Plain(count / (time.perf_counter() - began), (time.process_time() - used) / count)


def bare_rate(browsers: list[Browser], payload: bytes) -> float:
    """Messages a second of one core that only encrypts, by the same code."""
    devices = [Device(browser.endpoint, browser.point, browser.auth) for browser in browsers]
    count, began = 0, time.process_time()
    while time.process_time() - began < CRYPTO_SECONDS:
        encrypt(devices[count % KEYS], payload)
        count += 1
    return count / (time.process_time() - began)


def send_all(folder: Path, origin: str, workers: int = WORKERS) -> Run:
    """Start the workers as in life, and wait until everything is sent."""
    environment = {
        **os.environ,
        "FOOTING_DATA": str(folder),
        "FOOTING_PUSH_TEST_ORIGIN": origin,
        "FOOTING_ENV": "development",
        "FLASK_APP": "wsgi",
    }
    command = [sys.executable, "-m", "tests.bench.reminders_worker"]
    started = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(workers)
    ]
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    run, began = Run(), time.perf_counter()
    # Each begins at the same moment, and says at its end how much memory it took.
    for one in started:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    said = [one.communicate()[0].split() for one in started]
    run.seconds = time.perf_counter() - began
    run.peak_bytes = max(int(peak) for peak, _ in said)
    run.processor = sum(float(used) for _, used in said)
    return run


def decrypted(kept: list[tuple[str, str]], browsers: list[Browser]) -> int:
    """How many of the kept bodies their browsers can read."""
    count = 0
    for path, body in kept:
        if "/wpush/" in path:
            read = browsers[int(path.rpartition("/")[2]) % KEYS].reads(base64.b64decode(body))
            count += read["title"] == "You have a reminder"
    return count


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        browsers = [Browser("", ec.generate_private_key(ec.SECP256R1())) for _ in range(KEYS)]
        payload = json.dumps({"web_push": 8030, "title": "x" * 300}).encode()
        with sink(folder) as (origin, file):
            plain = plain_rate(origin, browsers, payload)
            bare = bare_rate(browsers, payload)
            app = make_app(folder, origin)
            with app.app_context():
                upgrade(get_db())
                add_people(origin, browsers, PEOPLE, datetime.now(UTC))
                run = send_all(folder, origin)
                with get_db().read() as db:
                    sent = db.scalar(select(func.count()).select_from(Delivery).where(Delivery.state == "sent"))
                again = plain_rate(origin, browsers, payload)
        left = json.loads(file.read_text())
        assert sent == PEOPLE, sent
        pushed = sum("/wpush/" in path for path, _ in left["kept"])
        assert decrypted(left["kept"], browsers) == pushed > 0
        rate, loop = PEOPLE / run.seconds, max(plain.rate, again.rate)
        line("Plain loop over pywebpush.webpush()", f"{plain.rate:,.0f} and {again.rate:,.0f} /s", "before and after")
        line(f"Reminders sent by {WORKERS} workers", f"{rate:,.0f} /s", f"{PEOPLE:,} in {run.seconds:.1f} s")
        line("Times the plain loop", f"{rate / loop:.1f}", "at least 8")
        each = run.processor / PEOPLE
        line("Processor for each message: plain loop, ours", f"{plain.processor * 1e6:.0f}, {each * 1e6:.0f} µs")
        line("Bare encryption on one core", f"{bare:,.0f} /s")
        line("Share of the bare limit of two cores", f"{100 * rate / (2 * bare):.0f} %")
        line("Sampled bodies that their browsers read", f"{pushed}")
        line("Largest worker", f"{run.peak_bytes / MB:.0f} MB", "200 MB")
    show_finding(ROWS)


if __name__ == "__main__":
    main()
