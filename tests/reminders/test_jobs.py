"""The worker's part over a whole year: each day is put once, at its time, however often the job runs or is killed."""

from __future__ import annotations

import random
import subprocess
import sys
import uuid
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import text, update

from tests.support import crowd
from tests.support.care import Care
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.jobs import all_jobs
from webapp.core.london import wall
from webapp.deliveries import service as deliveries
from webapp.reminders import jobs
from webapp.reminders.models import Reminder
from webapp.reminders.rules import Plan, comings
from webapp.reminders.service import plan_of
from webapp.spaces.models import Space

from .conftest import TODAY
from .reminding import cancel, notices, remind, reminded, repeat

YEAR = "2027-11-22"


def a_plan(reminder: str) -> Plan:
    with get_db().read() as db:
        return plan_of(db.get_one(Reminder, uuid.UUID(reminder)))


def put_days() -> list[str]:
    return [notice.occurrence for notice in notices()]


@pytest.mark.parametrize(
    ("every", "day", "at"),
    [("day", "2026-11-23", "01:30"), ("week", "2026-11-28", None), ("month", "2026-12-31", "23:59")],
)
def test_a_year_day_by_day(care: Care, today: time_machine.Traveller, every: str, day: str, at: str | None) -> None:
    plan = a_plan(reminded(care, day=day, time=at, repeat=repeat(every, YEAR)))
    chance = random.Random(every)
    while clock.now() < TODAY + timedelta(days=370):
        for _ in range(chance.randint(1, 3)):
            jobs.extend()
        coming = [notice for notice in notices() if notice.due > clock.now()]
        left = [one for one in comings(plan) if one.due > clock.now()]
        assert bool(coming) is bool(left), "the next one is always there"
        # At most a few days: the worker was away.
        today.shift(timedelta(hours=chance.randint(1, 200)))
    days = [on.isoformat() for on in plan.days()]
    assert put_days() == days
    assert len(days) == {"day": 365, "week": 52, "month": 11}[every]
    for notice in notices():
        on, shown = wall(notice.due)
        assert on.isoformat() == notice.occurrence
        if (every, on) == ("day", date(2027, 3, 28)):
            assert shown.strftime("%H:%M") == "02:30"  # 01:30 does not happen
        else:
            assert shown.strftime("%H:%M") == (at or "00:00")


def test_a_worker_that_was_away_sends_nothing_of_the_past(either_care: Care, today: time_machine.Traveller) -> None:
    reminder = reminded(either_care, repeat=repeat("day", YEAR))
    first = put_days()
    away = datetime(2027, 3, 1, 15, tzinfo=UTC)
    today.move_to(away)
    jobs.extend()
    later = put_days()[len(first) :]
    # Today's was due an hour ago and is still of use.
    assert later[0] == "2027-03-01"
    assert all(notice.due >= away for notice in notices() if notice.occurrence in later)
    assert len(later) == 36
    with get_db().read() as db:
        assert str(db.get_one(Reminder, uuid.UUID(reminder)).put_upto) == later[-1]


def test_one_run_reaches_everybody(
    either_care: Care, today: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    care = either_care
    crowd.assign(care.ali, care.sam)
    reminded(care, repeat=repeat("day", YEAR))
    care.send(care.sam, remind(care, repeat=repeat("day", YEAR)) | {"space": str(care.ali.space)})
    before = Counter(notice.space_id for notice in notices())
    monkeypatch.setattr(jobs, "STEP", 1)
    today.shift(timedelta(days=30))
    jobs.extend()
    after = Counter(notice.space_id for notice in notices())
    assert {space: after[space] - before[space] for space in after} == {care.space: 30, care.ali.space: 30}


def test_a_job_that_is_cut_off_puts_nothing_twice_and_forgets_nothing(
    care: Care, today: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        reminded(care, repeat=repeat("day", YEAR))
    monkeypatch.setattr(jobs, "STEP", 2)
    real, calls = deliveries.put, iter(range(1, 100))

    def cut_off(*args: object) -> None:
        real(*args)  # type: ignore[arg-type]
        if next(calls) % 3 == 0:
            raise KeyboardInterrupt

    monkeypatch.setattr(deliveries, "put", cut_off)
    today.move_to(TODAY + timedelta(days=40))
    for _ in range(20):
        try:
            jobs.extend()
            break
        except KeyboardInterrupt:
            continue
    monkeypatch.setattr(deliveries, "put", real)
    jobs.extend()
    counted = Counter((notice.cause, notice.occurrence) for notice in notices())
    assert set(counted.values()) == {1}
    days = Counter(cause for cause, _ in counted)
    assert set(days.values()) == {max(days.values())}
    assert len(days) == 5


def test_what_was_cancelled_or_has_ended_is_left_alone(either_care: Care, today: time_machine.Traveller) -> None:
    care = either_care
    reminder = reminded(care, repeat=repeat("day", YEAR))
    care.send(care.sam, cancel(care, reminder))
    kept = reminded(care, repeat=repeat("day", YEAR))
    with get_db().write() as db:
        db.execute(update(Space).where(Space.id == care.space).values(ended_at=clock.now()))
    before = len(notices())
    today.move_to(TODAY + timedelta(days=60))
    jobs.extend()
    assert len(notices()) == before
    with get_db().read() as db:
        assert db.get_one(Reminder, uuid.UUID(kept)).extend_at is None
    jobs.extend()


def test_nothing_near_costs_one_look_by_the_index(care: Care) -> None:
    reminded(care, repeat=repeat("day", YEAR))
    with get_db().read() as db:
        plan = db.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT space_id FROM reminder WHERE extend_at <= '2026' ORDER BY extend_at LIMIT 9"
            )
        )
        assert "ix_reminder_extend_at" in str(plan.all())


def test_the_worker_knows_the_jobs(app: Flask) -> None:
    names = {job.name: job.every_minutes for job in all_jobs(app) if job.name.startswith("reminders.")}
    assert names == {"reminders.extend": 10, "reminders.milestones": 720, "reminders.staying_put": 720}


# Starts the job again and again, kills it (-9) at any moment, and says how often it was cut off.
KILLER = """
import os, random, signal, sys, time
from datetime import UTC, datetime
from pathlib import Path
import time_machine
from tests.conftest import make_settings
from webapp import create_app
from webapp.core.db import get_db
from webapp.reminders import jobs

app, chance, killed = create_app(make_settings(Path(sys.argv[1]))), random.Random(5), 0
jobs.STEP = 3
for _ in range(40):
    pid = os.fork()
    if pid == 0:
        with app.app_context(), time_machine.travel(datetime(2026, 12, 31, 9, tzinfo=UTC), tick=False):
            jobs.extend()
            os._exit(0)
    time.sleep(chance.uniform(0.0, 0.15))
    os.kill(pid, signal.SIGKILL)
    killed += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
print(killed)
"""


def test_a_worker_that_is_killed_at_any_moment(care: Care, tmp_path: Path, today: time_machine.Traveller) -> None:
    for _ in range(60):
        reminded(care, repeat=repeat("day", YEAR))
    killed = subprocess.run([sys.executable, "-c", KILLER, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(killed.stdout) > 5
    today.move_to(datetime(2026, 12, 31, 9, tzinfo=UTC))
    jobs.extend()
    counted = Counter((notice.cause, notice.occurrence) for notice in notices())
    assert set(counted.values()) == {1}
    days = Counter(cause for cause, _ in counted)
    assert len(days) == 60
    assert len(set(days.values())) == 1
