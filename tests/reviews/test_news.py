"""The other side hears at once that something was done with a review, and of nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.support.care import Care
from webapp.core import clock
from webapp.core.db import get_db
from webapp.deliveries import prefs
from webapp.deliveries.models import NoticeRow, NoticeState
from webapp.deliveries.words import PLAINNESS, Sentences
from webapp.sync.service import new_epoch

from .planning import PLAN, REVIEW, WHEN, at, do, own, planned, steps_of

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
MOVE = WHEN | {"day": "2027-01-20"}
WISH = {"day": "2027-01-15", "time": None, "words": ""}


def news() -> list[NoticeRow]:
    """What is to be told at once."""
    query = select(NoticeRow).where(NoticeRow.kind == "news", NoticeRow.state == NoticeState.WAITING)
    with get_db().read() as db:
        rows = list(db.scalars(query.order_by(NoticeRow.due, NoticeRow.to_role)))
        db.expunge_all()
    return rows


def told() -> list[str]:
    return [row.to_role for row in news()]


def nothing_new() -> None:
    """All was told so far."""
    with get_db().write() as db:
        for row in db.scalars(select(NoticeRow).where(NoticeRow.kind == "news")):
            row.state = NoticeState.OUT


@pytest.mark.parametrize(
    ("by_maya", "kind", "body"),
    [
        (True, "date.propose", WISH),
        (False, "date.move", MOVE),
        (False, "date.decline", {"words": "no"}),
        (False, "date.mark", {"state": "cancelled", "words": ""}),
    ],
)
def test_what_one_side_does_the_other_hears_at_once(
    either_care: Care, by_maya: bool, kind: str, body: dict[str, Any]
) -> None:
    care = either_care
    date = planned(care)
    assert told() == ["young_person"]
    nothing_new()
    do(care, care.maya if by_maya else care.sam, kind, at(1), date=date, **body)
    (row,) = news()
    side, url = ("adviser", f"/people/{care.space}/dates/{date}") if by_maya else ("young_person", f"/dates/{date}")
    assert (row.to_role, row.url, row.due, row.space_id) == (side, url, NOW, care.space)
    assert row.until == datetime.fromisoformat(at(1)) + timedelta(days=7)


def test_a_review_that_is_asked_for(care: Care) -> None:
    do(care, care.maya, "date.ask", kind=REVIEW, words="")
    assert told() == ["adviser"]


def test_what_is_no_news(care: Care) -> None:
    own(care, shared=True)
    planned(care, day="2026-07-01", held=True)
    date = planned(care)
    nothing_new()
    do(care, care.sam, "date.mark", at(1), date=date, state="missed", words="")
    do(care, care.maya, "plan.answer", at(2), date=date, agree=True, words="")
    assert told() == []


def test_only_the_newest_is_told_and_each_side_hears_of_its_own(care: Care) -> None:
    date = planned(care)
    do(care, care.sam, "date.move", at(1), date=date, **MOVE)
    do(care, care.maya, "date.propose", at(2), date=date, **WISH)
    do(care, care.sam, "date.decline", at(3), date=date, words="")
    assert sorted(told()) == ["adviser", "young_person"]
    assert {row.until for row in news()} == {datetime.fromisoformat(at(n)) + timedelta(days=7) for n in (2, 3)}


def test_the_reminders_of_the_date_stay_when_there_is_news(care: Care) -> None:
    date = planned(care)
    before = steps_of(f"date:{date}")
    do(care, care.maya, "date.propose", at(1), date=date, **WISH)
    assert steps_of(f"date:{date}") == before != set()


def test_what_comes_too_late_to_count_is_no_news(care: Care) -> None:
    date = planned(care)
    do(care, care.sam, "date.move", at(5), date=date, **MOVE)
    nothing_new()
    do(care, care.sam, "date.move", at(1), date=date, **WHEN)
    assert told() == []


def test_what_phones_send_again_after_a_restore_is_no_news_when_it_is_old(care: Care) -> None:
    with get_db().write() as db:
        new_epoch(db)
    with clock.fixed(NOW + timedelta(days=6)):
        planned(care)
    assert told() == []


def test_the_words_name_no_subject(care: Care) -> None:
    assert care.space
    said = {Sentences("https://x").of("news", plainness, "en").text for plainness in PLAINNESS}
    assert said == {"You have a reminder", "There is news about a meeting"}


def test_the_plan_of_reminders_has_no_say_in_news(care: Care) -> None:
    """Who wants no reminders of reviews still hears that one was moved."""
    with get_db().write() as db:
        prefs.write(db, care.maya.id, prefs.read(db, care.maya.id) | {"plans": {"review": []}})
    date = do(care, care.sam, "date.plan", at(1), **PLAN)
    assert told() == ["young_person"]
    assert {side for side, _ in steps_of(f"date:{date}")} == {"adviser"}
