"""Reminders: messages a second against a plain loop over `pywebpush.webpush()`, finding what is due, and memory.

`bin/bench reminders`. FOOTING_BENCH_PEOPLE (100000) and FOOTING_BENCH_ROWS (1000000) make it smaller.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import logging
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from flask import Flask
from py_vapid import Vapid02
from pywebpush import webpush
from sqlalchemy import event, func, insert, select

from tests.conftest import make_settings
from tests.deliveries.browser import Browser
from webapp import create_app
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.deliveries.fanout import fan_out
from webapp.deliveries.letters import Device
from webapp.deliveries.models import Delivery, NoticePrefs, NoticeRow, Subscription
from webapp.deliveries.senders.encryption import encrypt
from webapp.deliveries.subscriptions import digest
from webapp.people.models import Account, DeviceSession
from webapp.settings import ROOT, Sending
from webapp.spaces.models import Member, MemberRole, Space
from webapp.upkeep.migrate import upgrade
from webapp.upkeep.secrets import make_secrets

PEOPLE = int(os.environ.get("FOOTING_BENCH_PEOPLE", "100000"))
ROWS = int(os.environ.get("FOOTING_BENCH_ROWS", "1000000"))
KEYS = 200
WORKERS = 2
PLAIN_SECONDS, CRYPTO_SECONDS = 5.0, 3.0
PIECE = 5000
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


def make_app(folder: Path, origin: str) -> Flask:
    """An app on a new SQLite database in `folder`, as the workers will find it."""
    make_secrets(folder)
    settings = make_settings(folder, f"sqlite:///{folder / 'footing.sqlite3'}")
    app = create_app(dataclasses.replace(settings, sending=Sending(push_test_origin=origin)))
    app.logger.setLevel(logging.ERROR)
    return app


def add_people(origin: str, browsers: list[Browser], count: int, due: datetime) -> None:
    """So many young people with a browser each, and one reminder each that is due."""
    for first in range(0, count, PIECE):
        rows: dict[Any, list[dict[str, Any]]] = {}
        for number in range(first, min(first + PIECE, count)):
            for model, row in _person(origin, browsers[number % KEYS], number, due):
                rows.setdefault(model, []).append(row)
        with get_db().write() as db:
            for model, some in rows.items():
                db.execute(insert(model), some)


def _person(origin: str, browser: Browser, number: int, due: datetime) -> Iterator[tuple[Any, dict[str, Any]]]:
    account, space, session = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    endpoint = f"{origin}/wpush/v2/{number}"
    yield Account, {"id": account, "role": Role.YOUNG_PERSON, "council": "rutland", "name": "M", "created_at": due}
    yield Space, {
        "id": space, "council": "rutland", "birthday": date(2008, 5, 4), "wrapped_key": b"k", "created_at": due,
    }  # fmt: skip
    yield Member, {"space_id": space, "account_id": account, "role": MemberRole.YOUNG_PERSON, "since": due}
    yield DeviceSession, {
        "id": session, "account_id": account, "token_hash": secrets.token_bytes(32), "device_name": "t",
        "created_at": due, "last_seen": due,
    }  # fmt: skip
    yield Subscription, {
        "account_id": account, "session_id": session, "endpoint": endpoint, "endpoint_hash": digest(endpoint),
        "p256dh": browser.point, "auth": browser.auth, "made_at": due, "renewed_at": due,
    }  # fmt: skip
    yield NoticePrefs, {
        "account_id": account, "plans": "{}", "quiet_from": datetime.min.time(), "quiet_to": datetime.min.time(),
        "plainness": "plainest", "text_on": False, "email_on": False,
    }  # fmt: skip
    yield NoticeRow, notice(space, due)


def notice(space: uuid.UUID, due: datetime) -> dict[str, Any]:
    """A reminder that is due at a moment."""
    return {
        "cause": f"date:{uuid.uuid4()}", "occurrence": "", "version": 1, "space_id": space, "to_role": "young_person",
        "kind": "review", "due": due, "until": due + timedelta(hours=6), "url": "/dates", "state": "waiting",
        "next_at": due,
    }  # fmt: skip


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


@dataclass(frozen=True)
class Finding:
    """How due rows are found among very many."""

    plan: str
    milliseconds: float


def finding(app: Flask) -> Finding:
    """The statement of the worker that finds due notices, at ROWS rows of which a hundred are due."""
    now = datetime.now(UTC)
    space = uuid.uuid4()
    with get_db().write() as db:
        values = {"id": space, "council": "rutland", "birthday": date(2008, 5, 4), "wrapped_key": b"k"}
        db.execute(insert(Space).values(**values, created_at=now))
    for first in range(0, ROWS, PIECE):
        with get_db().write() as db:
            rows = [notice(space, now + timedelta(days=1, minutes=first + number)) for number in range(PIECE)]
            db.execute(insert(NoticeRow), rows)
    seen: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if "FROM notice" in statement and statement.startswith("SELECT"):
            seen.append((statement, parameters))

    event.listen(get_db().engine, "before_cursor_execute", note)
    took = []
    for _ in range(20):
        with get_db().write() as db:
            db.execute(insert(NoticeRow), [notice(space, now) for _ in range(100)])
        began = time.perf_counter()
        with get_db().read() as db:
            due = select(NoticeRow).where(NoticeRow.state == "waiting", NoticeRow.next_at <= datetime.now(UTC))
            found = db.scalars(due.order_by(NoticeRow.next_at).limit(500)).all()
        took.append((time.perf_counter() - began) * 1000)
        assert len(found) == 100
        fan_out(500)
    statement, parameters = seen[-1]
    with get_db().read() as db:
        plan = db.connection().exec_driver_sql("EXPLAIN QUERY PLAN " + statement, parameters).all()
    return Finding(" · ".join(str(row[-1]) for row in plan), statistics.median(took))


def main() -> None:
    """Measure and print."""
    from .show import line

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
    show_finding()


def show_finding() -> None:
    """Due rows among a million."""
    from .show import line

    with tempfile.TemporaryDirectory() as name:
        app = make_app(Path(name), "http://127.0.0.1:9")
        with app.app_context():
            upgrade(get_db())
            found = finding(app)
    line(f"Finding 100 due among {ROWS:,} reminders", f"{found.milliseconds:.1f} ms", "50 ms")
    line("", "", found.plan)
    assert "INDEX" in found.plan


if __name__ == "__main__":
    main()
