"""A paper whose month runs out: people are told in time to renew it, of the month that was said last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy import delete, select

from tests.support.care import Care, operation
from webapp.core.db import get_db
from webapp.deliveries.models import NoticeRow, NoticeState, Planned
from webapp.passport import jobs

MADE = "2026-11-22T09:00:00.000Z"
LATER = "2026-11-22T09:00:01.000Z"
Told = list[tuple[str, str, str, str]]


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 22, 10, tzinfo=UTC), tick=False):
        yield


def say(care: Care, made_at: str = MADE, paper: str = "passport", /, **body: str | None) -> str:
    made = operation(care.space, "passport.paper", made_at, paper=paper, **body)
    outcome: str = care.outcome(care.maya, made)["outcome"]
    return outcome


def waiting() -> Told:
    """What is to be sent: about which paper, to whom, when, and where it leads."""
    query = select(NoticeRow).where(NoticeRow.state == NoticeState.WAITING).order_by(NoticeRow.due, NoticeRow.to_role)
    with get_db().read() as db:
        return [
            (row.cause.partition("/")[2], row.to_role, row.due.isoformat()[:16], row.url) for row in db.scalars(query)
        ]


def test_in_time_to_renew_it_and_before_it_ends(care: Care) -> None:
    say(care, state="got_it", runs_out="2028-07")
    mine = "/passport/papers"
    assert waiting() == [
        ("passport/renew", "adviser", "2027-10-01T08:00", f"/people/{care.space}"),
        ("passport/renew", "young_person", "2027-10-01T08:00", mine),
        ("passport", "young_person", "2028-06-17T08:00", mine),
        ("passport", "young_person", "2028-06-28T08:00", mine),
        ("passport", "young_person", "2028-07-01T07:00", mine),
    ]


def test_the_month_that_was_said_last(care: Care) -> None:
    say(care, LATER, runs_out="2030-02")
    assert say(care, MADE, runs_out="2029-05") == "superseded"
    say(care, "2026-11-22T09:00:02.000Z", state="got_it")
    assert {due[:4] for _, _, due, _ in waiting()} == {"2029", "2030"}
    assert len(waiting()) == 5
    say(care, "2026-11-22T09:00:03.000Z", runs_out="2031-02")
    assert {due[:4] for _, _, due, _ in waiting()} == {"2030", "2031"}
    assert len(waiting()) == 5


@pytest.mark.parametrize("body", [{"runs_out": None}, {"state": "not_needed"}])
def test_no_month_or_no_need_and_nobody_is_told(care: Care, body: dict[str, str | None]) -> None:
    say(care, runs_out="2028-07")
    say(care, MADE, "pass-card", runs_out="2028-07")
    say(care, LATER, **body)
    assert {about for about, *_ in waiting()} == {"pass-card", "pass-card/renew"}


def test_nothing_of_what_is_over(care: Care) -> None:
    say(care, runs_out="2026-12")
    assert [due for _, _, due, _ in waiting()] == ["2026-11-28T09:00", "2026-12-01T08:00"]
    say(care, MADE, "pass-card", runs_out="2020-01")
    assert len(waiting()) == 2


def forget_plans() -> None:
    """As it was before anybody was reminded of papers."""
    with get_db().write() as db:
        db.execute(delete(Planned))
        db.execute(delete(NoticeRow))


def test_papers_saved_before_there_were_reminders_get_theirs_once(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "STEP", 2)
    for paper, month in (("passport", "2028-07"), ("cv", "2026-12"), ("tenancy", "2027-08"), ("voter", "2026-11")):
        say(care, MADE, paper, state="got_it", runs_out=month)
    say(care, MADE, "pass-card", state="not_needed", runs_out="2029-01")
    before = waiting()
    forget_plans()
    jobs.remind_of_missed()
    assert waiting() == before
    assert {about.partition("/")[0] for about, *_ in before} == {"passport", "cv", "tenancy"}
    jobs.remind_of_missed()
    assert waiting() == before
