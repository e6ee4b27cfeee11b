"""Finding what is due among very many reminders: how long it takes, and by which index."""

from __future__ import annotations

import statistics
import tempfile
import time
import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert

from tests.support.explain import explained
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.deliveries.fanout import due_notices, fan_out
from webapp.deliveries.models import NoticeRow
from webapp.spaces.models import Space
from webapp.upkeep.migrate import upgrade

from .reminders_rows import make_app, notice
from .show import line

PIECE, DUE, ROUNDS, BATCH = 20_000, 100, 20, 1000


@dataclass(frozen=True)
class Finding:
    """How due notices are found."""

    plan: str
    milliseconds: float


def finding(rows: int) -> Finding:
    """The worker's own statement, among `rows` notices that are not due and a hundred that are."""
    began, space, took = now(), uuid.uuid4(), []
    values = {"id": space, "council": "rutland", "birthday": date(2008, 5, 4), "wrapped_key": b"k", "created_at": began}
    with get_db().write() as db:
        db.execute(insert(Space).values(**values))
    for first in range(0, rows, PIECE):
        some = range(first, min(first + PIECE, rows))
        with get_db().write() as db:
            db.execute(insert(NoticeRow), [notice(space, began + timedelta(days=1, minutes=number)) for number in some])
    for _ in range(ROUNDS):
        with get_db().write() as db:
            db.execute(insert(NoticeRow), [notice(space, now()) for _ in range(DUE)])
        moment = time.perf_counter()
        with get_db().read() as db:
            found = db.scalars(due_notices(now(), BATCH)).all()
        took.append((time.perf_counter() - moment) * 1000)
        assert len(found) == DUE, len(found)
        fan_out(BATCH)
    with get_db().read() as db:
        plan = explained(lambda: db.scalars(due_notices(now(), BATCH)).all())
    return Finding(" · ".join(plan), statistics.median(took))


def show_finding(rows: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        app = make_app(Path(name), "http://127.0.0.1:9")
        with app.app_context():
            upgrade(get_db())
            found = finding(rows)
    line(f"Finding {DUE} due among {rows:,} reminders", f"{found.milliseconds:.1f} ms", "50 ms")
    line("", "", found.plan)
    assert "INDEX ix_notice_state_next_at" in found.plan


if __name__ == "__main__":
    show_finding(1_000_000)
