"""Workers are killed (-9) at random while deliveries go out: every one arrives, and no phone shows one twice.

A killed worker may have asked the push service and not written it down, so a push can be sent twice; it has the same
Topic and tag then, and takes the place of the first. The short form sends 300 through 3 workers, the long one 2,000.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import os
import random
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from tests.conftest import make_settings
from webapp import create_app
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.deliveries import service
from webapp.deliveries.models import Delivery, NoticePrefs, NoticeRow, Subscription
from webapp.deliveries.prefs import new
from webapp.deliveries.service import Notice
from webapp.deliveries.subscriptions import digest
from webapp.people.models import Account, DeviceSession
from webapp.settings import ROOT
from webapp.spaces import service as spaces
from webapp.spaces.models import MemberRole
from webapp.upkeep.migrate import upgrade
from webapp.upkeep.secrets import make_secrets

from .browser import Browser

FULL = bool(os.environ.get("FOOTING_FULL"))
PEOPLE, EACH = (200, 10) if FULL else (30, 10)
WORKERS, KILLS = 3, 25 if FULL else 4
PATIENCE = 600 if FULL else 150


def true_time() -> datetime:
    """Other tests stop the clock; the workers of this one read it in processes of their own."""
    return datetime.now(UTC)


@contextmanager
def push_service(file: Path) -> Iterator[str]:
    """The stand-in, in a process that is not killed."""
    command = [sys.executable, "-m", "tests.deliveries.push_service", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.kill()


def add_people(origin: str) -> dict[str, Browser]:
    """Young people with a browser each, and their due notices. Gives the browsers by path."""
    browsers = {}
    moment = true_time()
    with get_db().write() as db:
        for _ in range(PEOPLE):
            account = Account(id=uuid.uuid4(), role=Role.YOUNG_PERSON, council="rutland", name="M", created_at=moment)
            db.add(account)
            db.flush()
            space = spaces.create_space(db, owner=account.id, council="rutland", birthday=moment.date())
            prefs: NoticePrefs = new(account.id)
            # Whatever the time of day at which this test runs.
            prefs.quiet_to = prefs.quiet_from
            session = DeviceSession(
                id=uuid.uuid4(),
                account_id=account.id,
                token_hash=os.urandom(32),
                device_name="t",
                created_at=moment,
                last_seen=moment,
            )
            db.add_all([prefs, session])
            db.flush()
            browser = Browser(f"{origin}/{account.id.hex}")
            db.add(subscribed(browser, account.id, session.id))
            browsers[f"/{account.id.hex}"] = browser
            service.put(db, [due(space.id, number) for number in range(EACH)])
    return browsers


def subscribed(browser: Browser, account: uuid.UUID, session: uuid.UUID) -> Subscription:
    moment = true_time()
    return Subscription(
        account_id=account,
        session_id=session,
        endpoint=browser.endpoint,
        endpoint_hash=digest(browser.endpoint),
        p256dh=browser.point,
        auth=browser.auth,
        made_at=moment,
        renewed_at=moment,
    )


def due(space: uuid.UUID, number: int) -> Notice:
    moment = true_time()
    until = moment + timedelta(hours=2)
    cause = f"reminder:{uuid.uuid4()}"
    return Notice(cause, str(number), 1, space, MemberRole.YOUNG_PERSON, "reminder", moment, until, "/")


def worker(folder: Path, url: str, origin: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.deliveries.worker", str(folder), url, origin]
    return subprocess.Popen(command, cwd=ROOT)


def unsent() -> int:
    """How many notices are not delivered yet."""
    with get_db().read() as db:
        waiting = db.scalar(select(func.count()).select_from(NoticeRow).where(NoticeRow.state == "waiting"))
        under_way = db.scalar(select(func.count()).select_from(Delivery).where(Delivery.state == "waiting"))
    return int(waiting or 0) + int(under_way or 0)


def run_and_kill(folder: Path, url: str, origin: str, chance: random.Random) -> int:
    """Three workers until all is sent; now and then one is killed and another started. Gives the number of kills."""
    workers = [worker(folder, url, origin) for _ in range(WORKERS)]
    kills, until = 0, time.monotonic() + PATIENCE
    try:
        while unsent():
            assert time.monotonic() < until, f"{unsent()} left"
            time.sleep(chance.uniform(0.1, 0.8))
            if kills < KILLS and under_way():
                place = chance.randrange(WORKERS)
                workers[place].send_signal(signal.SIGKILL)
                workers[place].wait()
                workers[place] = worker(folder, url, origin)
                kills += 1
    finally:
        for one in workers:
            one.kill()
            one.wait()
    return kills


def under_way() -> bool:
    """Whether some worker has begun."""
    with get_db().read() as db:
        return bool(db.scalar(select(func.count()).select_from(Delivery)))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_killed_workers_lose_nothing_and_show_nothing_twice(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
) -> None:
    url = f"sqlite:///{tmp_path / 'k.sqlite3'}" if kind == "sqlite" else request.getfixturevalue("postgres_url")
    make_secrets(tmp_path)
    file = tmp_path / "asked"
    app = create_app(dataclasses.replace(make_settings(tmp_path, url), secret_key=b"k" * 32))
    with push_service(file) as origin, app.app_context():
        upgrade(get_db())
        browsers = add_people(origin)
        kills = run_and_kill(tmp_path, url, origin, random.Random(5))
        with get_db().read() as db:
            counted = db.execute(select(Delivery.state, func.count()).group_by(Delivery.state))
            states = {row[0]: row[1] for row in counted}
        get_db().engine.dispose()
    assert states == {"sent": PEOPLE * EACH}
    assert kills >= 1
    shown, asked = on_the_phones(file, browsers)
    assert sum(len(tags) for tags in shown.values()) == PEOPLE * EACH, "every one arrived, each under one tag"
    assert asked <= PEOPLE * EACH + kills * 200


def on_the_phones(file: Path, browsers: dict[str, Browser]) -> tuple[dict[str, dict[str, str]], int]:
    """What stands on each phone at the end: by tag, for a second push of a tag takes the place of the first."""
    shown: dict[str, dict[str, str]] = {path: {} for path in browsers}
    lines = file.read_text().splitlines()
    for line in lines:
        asked: dict[str, Any] = json.loads(line)
        read = browsers[asked["path"]].reads(base64.b64decode(asked["body"]))
        assert asked["topic"] == read["tag"]
        # The same notice again has the same id, so that a phone can tell it from news.
        assert shown[asked["path"]].setdefault(read["tag"], read["id"]) == read["id"]
    return shown, len(lines)
