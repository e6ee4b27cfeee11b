"""The conversation says that the adviser is away, and that they are back; the young person is told both times."""

from __future__ import annotations

import uuid
from datetime import datetime

import pytest
from sqlalchemy import select

from tests.support import crowd
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.cover.jobs import say
from webapp.deliveries.models import NoticeRow

from .team import AWAY, Team, date_of, day


def the_worker_looks(at: datetime) -> None:
    """Twice: what was said is not said again."""
    with clock.fixed(at):
        say()
        say()


def told() -> list[tuple[str, datetime, str]]:
    with get_db().read() as db:
        query = select(NoticeRow.occurrence, NoticeRow.due, NoticeRow.to_role).order_by(NoticeRow.due)
        return [(row[0], row[1], row[2]) for row in db.execute(query.where(NoticeRow.cause.startswith("away:")))]


def test_away_and_back_are_said_once_each(team: Team) -> None:
    team.away(team.sam, 24, 26, team.kim)
    the_worker_looks(day(23, 23))
    assert team.lines() == []
    the_worker_looks(day(24, 0))
    assert team.lines() == [("away", "Kim")]
    the_worker_looks(day(26, 23))
    assert len(team.lines()) == 1
    the_worker_looks(day(27, 0))
    assert team.lines() == [("away", "Kim"), ("back", "Sam")]
    assert told() == [("before", day(23, 9), "young_person"), ("after", day(27, 0), "young_person")]


def test_the_duty_team_is_not_said_to_cover_when_nobody_does(team: Team) -> None:
    team.away(team.sam, 24, 26)
    the_worker_looks(day(24))
    the_worker_looks(day(27))
    assert team.lines() == [("nobody_covers", "Sam"), ("back", "Sam")]


def test_more_than_one_on_duty_are_the_duty_team(team: Team) -> None:
    assert team.on_duty(team.kim, team.robin).status_code == 200
    team.away(team.sam, 24, 26)
    the_worker_looks(day(24))
    assert team.lines() == [("away", None)]


def test_back_early_is_said_and_never_gone_is_not(team: Team) -> None:
    begun, not_begun = str(uuid.uuid4()), str(uuid.uuid4())
    team.away(team.sam, 22, 26, team.kim, begun)
    team.away(team.sam, 28, 29, team.kim, not_begun)
    the_worker_looks(day(22, 9))
    with clock.fixed(day(23)):
        for away in (begun, not_begun):
            assert team.ask(team.sam, "DELETE", f"{AWAY}/{away}").status_code == 204
    the_worker_looks(day(23))
    the_worker_looks(day(30))
    assert team.lines() == [("away", "Kim"), ("back", "Sam")]


def test_another_cover_is_said_again(team: Team) -> None:
    away = str(uuid.uuid4())
    team.away(team.sam, 22, 26, None, away)
    the_worker_looks(day(22, 9))
    with clock.fixed(day(23)):
        team.away(team.sam, 22, 26, team.robin, away)
    the_worker_looks(day(23))
    assert team.lines() == [("nobody_covers", "Sam"), ("away", "Robin")]


@pytest.mark.parametrize("ends", ["early", "by itself"])
def test_back_is_said_when_the_cover_was_changed_just_before(team: Team, ends: str) -> None:
    away = str(uuid.uuid4())
    team.away(team.sam, 22, 26, team.kim, away)
    the_worker_looks(day(22, 9))
    with clock.fixed(day(26, 23)):
        team.away(team.sam, 22, 26, team.robin, away)
        if ends == "early":
            team.ask(team.sam, "DELETE", f"{AWAY}/{away}")
    the_worker_looks(day(27, 0))
    assert team.lines() == [("away", "Kim"), ("away", "Robin"), ("back", "Sam")]
    assert [step for step, *_ in told()] == ["before", "before", "after"]


def test_that_somebody_is_back_is_told_in_the_morning_whatever_changes_in_the_night(team: Team) -> None:
    team.away(team.sam, 24, 26, team.kim)
    the_worker_looks(day(24, 0))
    the_worker_looks(day(27, 0))
    with clock.fixed(day(27, 1)):
        team.on_duty(team.robin)
    with get_db().read() as db:
        after = select(NoticeRow.state).where(NoticeRow.occurrence == "after")
        assert db.scalars(after).all() == ["waiting"]


def test_who_is_not_their_adviser_any_more_is_not_said_to_be_back(team: Team) -> None:
    team.away(team.sam, 22, 24, team.kim)
    the_worker_looks(day(22, 9))
    with clock.fixed(day(23)):
        crowd.assign(team.maya, team.robin)
        crowd.assign(team.care.ali, team.sam)
    the_worker_looks(day(25))
    assert team.lines() == [("away", "Kim")]
    assert [space for _, _, space in told()] == ["young_person"]


def test_who_has_not_joined_is_not_said_to_be_back(team: Team) -> None:
    lee = crowd.add_person("Lee", Role.ADVISER, joined=False)
    crowd.assign(team.maya, lee)
    body = {"since": date_of(22), "until": date_of(23), "cover": str(team.kim.id)}
    path = f"/api/v1/council/advisers/{lee.id}/away/{uuid.uuid4()}"
    assert team.ask(team.ann, "PUT", path, body).status_code == 200
    the_worker_looks(day(22, 9))
    the_worker_looks(day(24))
    assert team.lines() == [("away", "Kim")]
    assert [step for step, *_ in told()] == ["before"]
