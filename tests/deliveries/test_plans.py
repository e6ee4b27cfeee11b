"""No statement of deliveries reads a large table from end to end: each looks its rows up by an index."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.support import crowd
from tests.support.explain import explained
from webapp.core import clock
from webapp.core.db import get_db
from webapp.deliveries import jobs, service, telling
from webapp.deliveries.listeners import told

from .conftest import SUNDAY
from .push_service import status
from .sent import Post

# An hour later the next try, the fallback and the receipt have their turn.
LATER = SUNDAY + timedelta(hours=1)
READ_WHOLE = re.compile(
    r"SCAN (notice|delivery|planned|subscription|notice_prefs|account|member|space|device_session)\b"
)


def in_writing(work: Callable[..., object]) -> Callable[[], object]:
    """The work within a transaction that writes."""

    def run() -> object:
        with get_db().write() as db:
            return work(db)

    return run


def tells(post: Post, what: str) -> Callable[[], object]:
    """Her phone says what became of a notice."""
    known = post.notice_id()
    return lambda: post.tell(post.care.maya, what, known)


def send_in_trouble(post: Post) -> None:
    """Every way that a try can end."""
    for number in (500, 404, 413, 201):
        post.browser(post.care.maya)
        post.service.rule = lambda asked, number=number: status(number)  # type: ignore[misc]
        post.due(due=clock.now())
        post.send()


WORK: dict[str, Callable[[Post], Callable[[], object]]] = {
    "send": lambda post: post.send,
    "every end": lambda post: lambda: send_in_trouble(post),
    "shown": lambda post: tells(post, "shown"),
    "seen": lambda post: tells(post, "seen"),
    "prefs": lambda post: lambda: post.prefer(post.care.maya, plans={"review": ["-1d"]}),
    "subscribe": lambda post: lambda: post.browser(post.care.maya),
    "told": lambda post: in_writing(lambda db: told(db, "date:1")),
    "cancel": lambda post: in_writing(lambda db: service.cancel(db, "date:1", below=9)),
    "receipt": lambda post: in_writing(lambda db: telling.receipt(db, uuid.uuid4(), "delivered")),
    "parked": lambda post: in_writing(lambda db: telling.parked(db, "rutland")),
    "tidy": lambda post: jobs.tidy,
    "sign out": lambda post: lambda: crowd.sign_out(post.care.maya, post.care.maya_phone),
}


@pytest.mark.parametrize("name", WORK)
def test_rows_are_found_by_an_index(post: Post, name: str) -> None:
    post.prefer(post.care.maya, text={"number": "07700 900123", "on": True})
    post.browser(post.care.maya)
    post.due(cause="date:1")
    post.send()
    post.due()
    with clock.fixed(LATER):
        work = WORK[name](post)
        steps = explained(work)
    assert steps
    assert [step for step in steps if READ_WHOLE.search(step)] == []


def test_an_account_that_goes_takes_its_deliveries_without_reading_all(post: Post) -> None:
    """A foreign key without an index is looked for row by row, and SQLite shows no plan for that."""
    with get_db().read() as db:
        inside = db.connection().exec_driver_sql
        for table in ("notice", "delivery", "planned", "subscription", "notice_prefs"):
            first = {
                inside(f"PRAGMA index_info({row[1]})").all()[0][2] for row in inside(f"PRAGMA index_list({table})")
            }
            needed = {row[3] for row in inside(f"PRAGMA foreign_key_list({table})")}
            assert needed <= first, (table, needed - first)
