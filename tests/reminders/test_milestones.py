"""The birthdays at which the law changes something come by themselves, once each, over many years."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import update

from tests.support.care import Care
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.london import wall
from webapp.deliveries.models import NoticeRow
from webapp.reminders import milestones as job
from webapp.spaces.models import Space

from .reminding import notices


def born(care: Care, birthday: date) -> None:
    """Maya's birthday; nobody else has one."""
    with get_db().write() as db:
        db.execute(update(Space).values(birthday=date(1970, 1, 1)))
        db.execute(update(Space).where(Space.id == care.space).values(birthday=birthday))


def milestones() -> list[NoticeRow]:
    return notices(cause="milestone:")


@pytest.mark.parametrize("birthday", [date(2011, 5, 4), date(2012, 2, 29), date(2011, 10, 31)])
def test_each_is_put_once_for_both_sides_and_in_time(care: Care, today: time_machine.Traveller, birthday: date) -> None:
    born(care, birthday)
    chance, moment = random.Random(7), datetime(2026, 12, 1, 9, tzinfo=UTC)
    while moment < datetime(2038, 12, 1, tzinfo=UTC):
        today.move_to(moment)
        for _ in range(chance.randint(1, 2)):
            job.put_milestones()
        moment += timedelta(days=chance.randint(1, 40))
    put: dict[str, set[tuple[str, str, date]]] = {}
    for notice in milestones():
        age = notice.cause.rpartition("/")[2]
        put.setdefault(age, set()).add((notice.occurrence, notice.to_role, wall(notice.due)[0]))
    assert list(put) == ["16", "17", "18", "21", "24", "25"]
    for age, steps in put.items():
        year = birthday.year + int(age)
        leap_day = birthday == date(2012, 2, 29) and year % 4
        day = date(year, 3, 1) if leap_day else birthday.replace(year=year)
        ahead = {"-14d": 14, "-3d": 3, "morning": 0}
        assert steps == {
            (step, role, day - timedelta(days=days))
            for step, days in ahead.items()
            for role in ("young_person", "adviser")
        }


def test_who_was_born_on_29_february_is_found_on_the_day_itself(care: Care, today: time_machine.Traveller) -> None:
    born(care, date(2012, 2, 29))
    today.move_to(datetime(2029, 3, 1, 2, tzinfo=UTC))
    job.put_milestones()
    assert [notice.occurrence for notice in milestones()] == ["morning", "morning"]


def test_it_opens_the_right_screen_and_names_nobody(either_care: Care) -> None:
    care = either_care
    born(care, date(2008, 12, 24))
    job.put_milestones()
    urls = {(notice.to_role, notice.url) for notice in milestones()}
    assert urls == {("young_person", "/rights/timeline"), ("adviser", f"/people/{care.space}/rights")}
    assert {notice.cause for notice in milestones()} == {f"milestone:{care.space}/18"}
    assert {notice.kind for notice in milestones()} == {"milestone"}


@pytest.mark.parametrize("birthday", [date(2008, 11, 21), date(2006, 12, 24), date(2000, 12, 24), date(2008, 5, 4)])
def test_no_other_day_is_one(care: Care, birthday: date) -> None:
    born(care, birthday)
    job.put_milestones()
    assert milestones() == []


def test_a_space_that_has_ended_has_none(care: Care) -> None:
    born(care, date(2008, 12, 24))
    with get_db().write() as db:
        db.execute(update(Space).values(ended_at=now()))
    job.put_milestones()
    assert milestones() == []


def test_there_may_be_more_than_one_step_of_people(either_care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    with get_db().write() as db:
        db.execute(update(Space).values(birthday=date(2008, 12, 24)))
    monkeypatch.setattr(job, "STEP", 1)
    job.put_milestones()
    assert len({notice.space_id for notice in milestones()}) == 2
