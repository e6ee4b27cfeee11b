"""From an adviser's phone to a line of the sender, through the worker's own round: once, and not at night."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

import pytest
import time_machine

from tests.support.care import Care
from webapp.deliveries.sending import send_due

from .reminding import Row, cancel, notices, reminded, repeat

SETTINGS = {
    "plans": {}, "quiet_from": "21:00", "quiet_to": "08:00", "plainness": "plainest", "lang": None,
    "text": {"number": "07700 900123", "on": True}, "email": {"address": None, "on": False},
}  # fmt: skip


@pytest.fixture
def texted(either_care: Care) -> Care:
    """Maya has a number, and no browser that takes pushes."""
    answer = either_care.maya_phone.client.put("/api/v1/me/notices", json=SETTINGS)
    assert answer.status_code == 200, answer.text
    return either_care


def sent(care: Care, caplog: pytest.LogCaptureFixture, rounds: int = 2) -> int:
    """How much is sent now, however often a worker looks."""
    with caplog.at_level(logging.INFO):
        caplog.clear()
        for _ in range(rounds):
            send_due(care.app)
        return sum("would send by text" in record.message for record in caplog.records)


def happened(care: Care) -> list[Row]:
    (row,) = care.rows(care.sam, "reminders")
    days: list[Row] = row["happened"]
    return days


def test_a_daily_reminder_at_night_comes_each_morning_once(
    texted: Care, today: time_machine.Traveller, caplog: pytest.LogCaptureFixture
) -> None:
    reminded(texted, time="22:00", repeat=repeat("day", "2026-11-25"), text="Take your tablets")
    found = []
    for day in range(23, 28):
        for hour in (2, 8, 12, 22, 23):
            today.move_to(datetime(2026, 11, day, hour, tzinfo=UTC))
            found += [(day, hour)] * sent(texted, caplog)
    assert found == [(24, 8), (25, 8), (26, 8)]
    assert [(day["on"], day["sent_at"][:13]) for day in happened(texted)] == [
        ("2026-11-23", "2026-11-24T08"), ("2026-11-24", "2026-11-25T08"), ("2026-11-25", "2026-11-26T08")
    ]  # fmt: skip
    assert "tablets" not in caplog.text
    assert notices() == []


def test_what_was_cancelled_in_the_night_is_never_sent(
    texted: Care, today: time_machine.Traveller, caplog: pytest.LogCaptureFixture
) -> None:
    reminder = reminded(texted, time="22:00")
    today.move_to(datetime(2026, 11, 23, 22, 1, tzinfo=UTC))
    assert sent(texted, caplog) == 0
    texted.send(texted.sam, cancel(texted, reminder))
    today.move_to(datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert sent(texted, caplog) == 0
    assert happened(texted) == []


def test_a_worker_that_comes_too_late_sends_nothing(
    texted: Care, today: time_machine.Traveller, caplog: pytest.LogCaptureFixture
) -> None:
    reminded(texted)
    today.move_to(datetime(2026, 11, 25, 0, 1, tzinfo=UTC))
    assert sent(texted, caplog) == 0
    today.move_to(datetime(2026, 11, 25, 9, tzinfo=UTC))
    assert sent(texted, caplog) == 0
    assert happened(texted) == []
