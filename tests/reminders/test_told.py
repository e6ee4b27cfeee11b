"""What became of a reminder: deliveries say when it was sent and opened, and both phones hear of it."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

import time_machine
from sqlalchemy import select

from tests.support.care import Care
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.deliveries import listeners, telling
from webapp.deliveries.models import Channel, Delivery, NoticeRow, State

from .reminding import Row, cancel, notices, reminded, repeat, saw

DUE = datetime(2026, 11, 23, 14, 0, 5, tzinfo=UTC)


def delivered(care: Care, notice: NoticeRow, channel: Channel, state: State) -> uuid.UUID:
    """A delivery of a notice to Maya, as the worker leaves it."""
    row = Delivery(notice_id=notice.id, account_id=care.maya.id, channel=channel, state=state, first_at=now(),
                   next_at=now(), sent_at=now() if state is State.SENT else None)  # fmt: skip
    with get_db().write() as db:
        db.add(row)
        db.flush()
        made = row.id
        listeners.tell(db, listeners.lock_causes(db, [(notice.space_id, notice.cause)]))
    return made


def happened(care: Care) -> list[Row]:
    (row,) = care.rows(care.sam, "reminders")
    days: list[Row] = row["happened"]
    return days


def test_sent_then_opened(either_care: Care, today: time_machine.Traveller) -> None:
    care = either_care
    reminded(care)
    (notice,) = notices()
    before = care.seq()
    today.move_to(DUE)
    delivered(care, notice, Channel.PUSH, State.SENT)
    sent = {"on": "2026-11-23", "sent_at": "2026-11-23T14:00:05.000Z", "seen_at": None}
    assert happened(care) == [sent]
    (told,) = care.rows(care.maya, "reminders", before)
    today.shift(60)
    rows: list[dict[str, Any]] = []
    for _ in range(2):
        with get_db().write() as db:
            telling.seen(db, care.maya.id, notice.id)
        rows += care.rows(care.maya, "reminders", rows[-1]["seq"] if rows else told["seq"])
    assert happened(care) == [sent | {"seen_at": "2026-11-23T14:01:05.000Z"}]
    (row,) = rows
    assert row["happened"] == happened(care)


def test_each_day_of_a_repeat_by_itself(care: Care, today: time_machine.Traveller) -> None:
    reminded(care, repeat=repeat("day", "2026-11-25"))
    for number, notice in enumerate(notices()):
        today.move_to(DUE.replace(day=23 + number))
        delivered(care, notice, Channel.PUSH, State.SENT)
    assert [(day["on"], day["sent_at"][:10]) for day in happened(care)] == [
        (f"2026-11-{day}", f"2026-11-{day}") for day in (23, 24, 25)
    ]


def test_what_was_not_sent_is_not_said_to_be(care: Care, today: time_machine.Traveller) -> None:
    reminded(care)
    (notice,) = notices()
    before = care.seq()
    today.move_to(DUE)
    delivered(care, notice, Channel.TEXT, State.PARKED)
    assert happened(care) == []
    assert care.rows(care.maya, "reminders", before) == []


def test_seen_in_the_app_is_opened_too_and_no_text_follows(either_care: Care, today: time_machine.Traveller) -> None:
    care = either_care
    reminder = reminded(care)
    (notice,) = notices()
    today.move_to(DUE)
    delivered(care, notice, Channel.PUSH, State.SENT)
    text = delivered(care, notice, Channel.TEXT, State.WAITING)
    seen = saw(care, reminder, "2026-11-23", "2026-11-23T14:00:04.000Z")
    assert care.outcome(care.maya, seen)["outcome"] == "applied"
    with get_db().read() as db:
        assert db.scalar(select(Delivery.state).where(Delivery.id == text)) == State.CANCELLED
    assert happened(care)[0]["seen_at"] == "2026-11-23T14:00:04.000Z"


def test_what_was_sent_before_it_was_cancelled_stays_to_be_seen(care: Care, today: time_machine.Traveller) -> None:
    reminder = reminded(care, repeat=repeat("day", "2026-11-25"))
    today.move_to(DUE)
    delivered(care, notices()[0], Channel.PUSH, State.SENT)
    care.send(care.sam, cancel(care, reminder))
    (row,) = care.rows(care.maya, "reminders")
    assert (row["state"], len(row["happened"])) == ("cancelled", 1)


def test_a_reminder_that_is_gone_is_passed_over(care: Care) -> None:
    with get_db().write() as db:
        heard = listeners.lock_causes(db, [(care.space, f"reminder:{uuid.uuid4()}")])
        assert len(heard) == 1
        listeners.tell(db, heard)
