"""Reminders through the one door: made, seen by both, cancelled, refused; and what is put to be sent."""

from __future__ import annotations

import itertools
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from tests.support import crowd
from tests.support.care import MADE as EARLIER
from tests.support.care import Care, operation
from webapp.core.db import get_db
from webapp.deliveries.models import NoticeState
from webapp.reminders.models import Reminder
from webapp.sync.service import new_epoch

from .reminding import MADE, cancel, notices, refusal, remind, reminded, repeat, saw


def test_a_reminder_is_shown_to_both_and_put_to_be_sent(either_care: Care) -> None:
    care = either_care
    reminder = reminded(care, text="Bring your ID.\nAnd a pen.", template="bring-papers")
    for person in (care.maya, care.sam):
        (row,) = care.rows(person, "reminders")
        assert row == {
            "id": reminder, "seq": row["seq"], "text": "Bring your ID.\nAnd a pen.", "template": "bring-papers",
            "day": "2026-11-23", "time": "14:00", "repeat": None, "state": "on", "made_at": MADE, "by": "Sam",
            "by_owner": False, "happened": [],
        }  # fmt: skip
    assert care.part(care.ali) is None
    (notice,) = notices()
    assert (notice.cause, notice.occurrence, notice.version) == (f"reminder:{reminder}", "2026-11-23", 1)
    assert (notice.space_id, notice.to_role, notice.kind) == (care.space, "young_person", "reminder")
    assert notice.due == datetime(2026, 11, 23, 14, tzinfo=UTC)
    assert notice.until == datetime(2026, 11, 25, tzinfo=UTC)
    assert notice.url == f"/reminders/{reminder}"


def test_a_repeat_puts_the_weeks_ahead(either_care: Care) -> None:
    care = either_care
    reminded(care, day="2027-03-22", time="09:00", repeat=repeat("week", "2027-06-21"))
    assert [notice.due.isoformat() for notice in notices()] == ["2027-03-22T09:00:00+00:00"]
    with time_machine.travel(datetime(2027, 3, 20, 12, tzinfo=UTC), tick=False):
        reminded(care, made_at="2027-03-20T12:00:00.000Z", day="2027-03-22", time="09:00",
                 repeat=repeat("week", "2027-06-21"))  # fmt: skip
    # Summer time begins on the 28th: nine o'clock is an hour earlier then.
    dues = [notice.due.isoformat()[5:16] for notice in notices()]
    assert dues == ["03-22T09:00", "03-22T09:00", "03-29T08:00", "04-05T08:00", "04-12T08:00", "04-19T08:00"]


def test_the_words_are_sealed(care: Care) -> None:
    reminder = reminded(care, text="Clinic, second floor")
    with get_db().read() as db:
        assert b"Clinic" not in db.get_one(Reminder, uuid.UUID(reminder)).text


def test_only_supporters_remind_and_only_the_young_person_says_that_it_was_seen(care: Care) -> None:
    reminder = reminded(care)
    assert refusal(care, care.maya, remind(care))["type"] == "not-allowed"
    assert refusal(care, care.maya, cancel(care, reminder))["type"] == "not-allowed"
    assert refusal(care, care.sam, saw(care, reminder, "2026-11-23"))["type"] == "not-allowed"
    for made in (remind(care), cancel(care, reminder), saw(care, reminder, "2026-11-23")):
        assert refusal(care, care.ali, made)["type"] == "not-found"


BAD: list[tuple[dict[str, Any], str]] = [
    ({"text": ""}, "text"),
    ({"text": " \n "}, "text"),
    ({"text": "x" * 301}, "text"),
    ({"text": "a\x00b"}, "text"),
    ({"text": None}, "text"),
    ({"day": "2026-11-21"}, "day"),
    ({"day": "2026-11-22", "time": "09:00"}, "day"),
    ({"day": "2036-11-23"}, "day"),
    ({"day": "9999-12-31"}, "day"),
    ({"day": "2027-02-29"}, "day"),
    ({"day": "23/11/2026"}, "day"),
    ({"day": None}, "day"),
    ({"time": "24:00"}, "time"),
    ({"time": "9:00"}, "time"),
    ({"time": "09:00:00"}, "time"),
    ({"time": "09:00Z"}, "time"),
    ({"time": 540}, "time"),
    ({"time": ""}, "time"),
    ({"repeat": {"every": "day"}}, "repeat"),
    ({"repeat": {"every": "day", "until": None}}, "repeat"),
    ({"repeat": repeat("day", "9999-12-31")}, "repeat"),
    ({"repeat": repeat("day", "2027-11-24")}, "repeat"),
    ({"repeat": repeat("month", "2026-11-22")}, "repeat"),
    ({"repeat": repeat("year", "2027-11-22")}, "repeat"),
    ({"repeat": repeat("day", "2027-11-22") | {"count": 3}}, "repeat"),
    ({"repeat": "day"}, "repeat"),
    ({"template": "Not A Slug"}, "template"),
    ({"template": "x" * 65}, "template"),
    ({"to": "everyone"}, "to"),
]


@pytest.mark.parametrize(("changes", "field"), BAD)
def test_what_cannot_be_is_refused_and_nothing_is_kept(care: Care, changes: dict[str, Any], field: str) -> None:
    problem = refusal(care, care.sam, remind(care, **changes))
    assert (problem["type"], problem["retry"]) == ("not-valid", False)
    assert list(problem["errors"]) == [field]
    assert care.rows(care.sam, "reminders") == []
    assert notices() == []


def test_a_bulk_reminder_reaches_the_others_when_one_is_no_longer_yours(either_care: Care) -> None:
    care = either_care
    assert care.ali.space
    crowd.assign(care.ali, care.sam)
    zoe = crowd.add_young_person("Zoe")
    crowd.assign(zoe, care.sam)
    crowd.assign(care.ali, None)
    spaces = [care.space, care.ali.space, zoe.space]
    bulk = [remind(care) | {"space": str(space)} for space in spaces]
    outcomes = care.send(care.sam, *bulk).json["outcomes"]
    assert [one["outcome"] for one in outcomes] == ["applied", "refused", "applied"]
    assert outcomes[1]["problem"]["type"].endswith(":not-found")
    assert outcomes[1]["problem"]["retry"] is False
    assert {notice.space_id for notice in notices()} == {care.space, zoe.space}


def test_one_that_waited_on_a_phone_is_sent_late_and_one_that_waited_too_long_never(care: Care) -> None:
    late = reminded(care, made_at=EARLIER, day="2026-11-21", time="10:00")
    (notice,) = notices()
    assert notice.cause == f"reminder:{late}"
    assert notice.due == datetime(2026, 11, 22, 9, tzinfo=UTC), "now"
    too_late = reminded(care, made_at=EARLIER, day="2026-11-20", time="10:00")
    assert len(notices()) == 1
    assert {row["id"] for row in care.rows(care.sam, "reminders")} == {late, too_late}
    daily = reminded(care, made_at=EARLIER, day="2026-11-20", time="10:00", repeat=repeat("day", "2026-11-24"))
    days = [notice.occurrence for notice in notices() if notice.cause.endswith(daily)]
    assert days == ["2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"]


def test_a_cancelled_reminder_is_never_sent_and_stays_to_be_seen(either_care: Care) -> None:
    care = either_care
    kept = reminded(care)
    reminder = reminded(care, repeat=repeat("day", "2027-11-22"))
    assert care.outcome(care.sam, cancel(care, reminder))["outcome"] == "applied"
    assert [notice.cause for notice in notices()] == [f"reminder:{kept}"]
    assert len(notices(NoticeState.CANCELLED)) == 34
    states = {row["id"]: row["state"] for row in care.rows(care.maya, "reminders")}
    assert states == {kept: "on", reminder: "cancelled"}
    with get_db().read() as db:
        assert db.get_one(Reminder, uuid.UUID(reminder)).extend_at is None
    again = cancel(care, reminder, EARLIER)
    assert care.outcome(care.sam, again)["outcome"] == "superseded"


def test_what_is_seen_is_seen_from_the_first_time_on(either_care: Care) -> None:
    care = either_care
    reminder = reminded(care, repeat=repeat("day", "2026-11-25"))
    stamps = ["2026-11-22T09:00:02.000Z", "2026-11-22T09:00:01.000Z", "2026-11-22T09:00:03.000Z"]
    ends = set()
    for on, order in zip(("2026-11-23", "2026-11-24", "2026-11-25"), itertools.permutations(stamps), strict=False):
        with time_machine.travel(datetime(2026, 11, 25, 18, tzinfo=UTC), tick=False):
            care.send(care.maya, *[saw(care, reminder, on, stamp) for stamp in order])
        (row,) = care.rows(care.sam, "reminders")
        ends.add(next(day["seen_at"] for day in row["happened"] if day["on"] == on))
    assert ends == {min(stamps)}
    before = care.seq()
    assert care.outcome(care.maya, saw(care, reminder, "2026-11-25"))["outcome"] == "applied"
    assert care.outcome(care.maya, saw(care, reminder, "2026-11-25"))["outcome"] == "superseded"
    assert care.seq() == before + 1


def test_only_what_comes_can_be_seen(care: Care) -> None:
    reminder = reminded(care)
    assert list(refusal(care, care.maya, saw(care, reminder, "2026-11-24"))["errors"]) == ["on"]
    assert refusal(care, care.maya, saw(care, str(uuid.uuid4()), "2026-11-23"))["type"] == "not-yet"
    assert refusal(care, care.sam, cancel(care, str(uuid.uuid4())))["type"] == "not-yet"


def test_a_reminder_of_one_space_is_none_of_another(care: Care) -> None:
    assert care.ali.space
    reminder = reminded(care)
    crowd.assign(care.ali, care.sam)
    elsewhere = operation(care.ali.space, "reminder.cancel", reminder=reminder)
    assert refusal(care, care.sam, elsewhere)["type"] == "not-yet"
    assert len(notices()) == 1


def test_the_same_operation_again_puts_nothing_again(care: Care) -> None:
    made = remind(care, repeat=repeat("week", "2027-03-01"))
    first = care.outcome(care.sam, made)
    count = len(notices())
    assert care.outcome(care.sam, made) == first
    assert len(notices()) == count == 5


def test_after_a_restore_devices_send_all_again_and_nothing_is_refused(care: Care) -> None:
    """A reminder of last month, known to the phones alone, comes back with what was seen of it, and is not sent."""
    with get_db().write() as db:
        new_epoch(db)
    made = remind(care, "2026-11-01T09:00:00.000Z", day="2026-11-02")
    assert care.outcome(care.sam, made)["outcome"] == "applied"
    seen = saw(care, made["id"], "2026-11-02", "2026-11-02T15:00:00.000Z")
    assert care.outcome(care.maya, seen)["outcome"] == "applied"
    (row,) = care.rows(care.maya, "reminders")
    assert row["happened"] == [{"on": "2026-11-02", "sent_at": None, "seen_at": "2026-11-02T15:00:00.000Z"}]
    assert notices() == []


def test_a_stamp_from_the_future_counts_as_its_arrival(care: Care) -> None:
    made_at = (datetime(2026, 11, 22, 9, tzinfo=UTC) + timedelta(days=400)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    reminded(care, made_at=made_at)
    (row,) = care.rows(care.sam, "reminders")
    assert row["made_at"] == MADE
