"""Half a year before Staying Put ends, those who live in it are told: their reviews say who does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import update

from tests.support.care import Care, operation
from webapp.core.db import get_db
from webapp.reminders.milestones import put_staying_put
from webapp.spaces.models import Space

from .reminding import notices

TURNS_21 = date(2027, 7, 10)
HALF_A_YEAR_BEFORE = datetime(2027, 1, 10, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _born(either_care: Care) -> None:
    with get_db().write() as db:
        db.execute(update(Space).values(birthday=TURNS_21.replace(year=TURNS_21.year - 21)))


def plan_a_review(care: Care, **changes: Any) -> str:
    body = {"kind": "staying-put-review", "day": "2026-12-15", "time": None, "place": "", "with": "", "call": False}
    made = operation(care.space, "date.plan", "2026-11-22T08:00:00.000Z", **(body | changes))
    assert care.outcome(care.sam, made)["outcome"] == "applied"
    return str(made["id"])


def told() -> list[tuple[str, datetime]]:
    return [(notice.to_role, notice.due) for notice in notices(cause="milestone:")]


def test_both_are_told_once(either_care: Care) -> None:
    plan_a_review(either_care)
    put_staying_put()
    put_staying_put()
    assert told() == [("adviser", HALF_A_YEAR_BEFORE), ("young_person", HALF_A_YEAR_BEFORE)]
    assert {notice.space_id for notice in notices(cause="milestone:")} == {either_care.space}


def test_as_soon_as_we_know(either_care: Care, today: time_machine.Traveller) -> None:
    plan_a_review(either_care, day="2027-05-15")
    late = HALF_A_YEAR_BEFORE + timedelta(days=60)
    today.move_to(late)
    put_staying_put()
    assert [due for _, due in told()] == [late, late]


def test_nobody_whose_reviews_say_nothing_of_it(either_care: Care, today: time_machine.Traveller) -> None:
    plan_a_review(either_care, kind="pathway-plan-review")
    cancelled = plan_a_review(either_care)
    marked = operation(either_care.space, "date.mark", date=cancelled, state="cancelled", words="")
    marked["made_at"] = "2026-11-22T09:00:00.000Z"
    assert either_care.outcome(either_care.sam, marked)["outcome"] == "applied"
    put_staying_put()
    assert told() == []
    plan_a_review(either_care)
    today.move_to(datetime(2027, 7, 10, 12, tzinfo=UTC))
    put_staying_put()
    assert told() == []
