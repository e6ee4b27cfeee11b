"""An adviser is away: access begins and ends by itself, the young person hears of it, and nothing wrong is kept."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.support import crowd
from webapp.core import clock
from webapp.core.clock import to_wire
from webapp.core.db import get_db
from webapp.deliveries.fanout import fan_out
from webapp.deliveries.models import NoticeRow
from webapp.people.models import Account
from webapp.spaces.models import Member

from .team import AWAY, Team, date_of, day, problem


def test_access_begins_and_ends_by_itself(team: Team) -> None:
    assert team.away(team.sam, 24, 26, team.kim).status_code == 200
    begins, ends = day(24, 0), day(27, 0)
    assert team.cover() == [("Kim", to_wire(begins), to_wire(ends))]
    assert team.readers(day(23, 23)) == {"Sam"}
    assert team.readers(begins) == {"Sam", "Kim"}
    assert team.readers(day(26, 23)) == {"Sam", "Kim"}
    assert team.readers(ends) == {"Sam"}


def test_whoever_covered_is_told_that_it_ended(team: Team) -> None:
    team.away(team.sam, 24, 26, team.kim)
    space = str(team.care.space)
    body = {"account": str(team.kim.id), "cursors": {space: {"epoch": 1, "seq": 0}}}
    with clock.fixed(day(27, 0)):
        assert team.phones[team.kim.id].post(body).json["ended"] == [space]


def test_the_answer_says_who_really_covers(team: Team) -> None:
    team.away(team.kim, 25, 25, team.robin)
    answer = team.away(team.sam, 24, 26, team.kim).get_json()
    (time,) = answer["times"]
    assert {name: time[name] for name in ("since", "until", "cover")} == {
        "since": date_of(24),
        "until": date_of(26),
        "cover": {"id": str(team.kim.id), "name": "Kim"},
    }
    spans = [("Kim", 24, 25), ("Robin", 25, 26), ("Kim", 26, 27)]
    covered = [{"name": name, "since": to_wire(day(a, 0)), "until": to_wire(day(b, 0))} for name, a, b in spans]
    assert time["covered"] == covered
    assert [one["name"] for one in answer["advisers"]] == ["Kim", "Robin"]
    assert team.cover() == [(one["name"], one["since"], one["until"]) for one in covered]


def test_a_circle_is_the_duty_lists(team: Team) -> None:
    team.on_duty(team.robin)
    team.away(team.sam, 24, 26, team.kim)
    (time,) = team.away(team.kim, 24, 26, team.sam).get_json()["times"]
    assert [one["name"] for one in time["covered"]] == ["Robin"]
    assert team.readers(day(25)) == {"Sam", "Robin"}


def test_back_early_ends_it_at_once_and_cancels_nothing_else(team: Team) -> None:
    away = str(uuid.uuid4())
    team.away(team.sam, 22, 26, team.kim, away)
    assert team.readers(day(23)) == {"Sam", "Kim"}
    with clock.fixed(day(23)):
        assert team.ask(team.sam, "DELETE", f"{AWAY}/{away}").status_code == 204
        assert team.ask(team.sam, "DELETE", f"{AWAY}/{away}").status_code == 204
        assert team.ask(team.sam, "GET", AWAY).get_json()["times"] == []
    assert team.readers(day(23)) == {"Sam"}
    with get_db().read() as db:
        (place,) = db.scalars(select(Member).where(Member.account_id == team.kim.id))
        assert (place.since, place.until) == (day(22, 9), day(23)), "who could read, and when, stays known"


def test_another_cover_from_now_on(team: Team) -> None:
    away = str(uuid.uuid4())
    team.away(team.sam, 22, 26, team.kim, away)
    with clock.fixed(day(23)):
        assert team.away(team.sam, 22, 26, team.robin, away).status_code == 200
    assert team.readers(day(23)) == {"Sam", "Robin"}


def test_the_same_again_changes_nothing(team: Team) -> None:
    away = str(uuid.uuid4())
    team.away(team.sam, 24, 26, team.kim, away)
    seq = team.care.seq()
    assert team.away(team.sam, 24, 26, team.kim, away).status_code == 200
    assert team.care.seq() == seq


def test_the_young_person_is_told_the_day_before_and_of_a_change(team: Team) -> None:
    away = str(uuid.uuid4())
    team.away(team.sam, 25, 26, team.kim, away)
    assert notices(team) == [("before", day(24, 9), "waiting")]
    team.away(team.sam, 26, 26, team.kim, away)
    assert notices(team) == [("before", day(24, 9), "cancelled"), ("before", day(25, 9), "waiting")]
    team.ask(team.sam, "DELETE", f"{AWAY}/{away}")
    assert {state for _, _, state in notices(team)} == {"cancelled"}


def test_away_from_today_is_told_at_once(team: Team) -> None:
    team.away(team.sam, 22, 26, team.kim)
    assert notices(team) == [("before", day(22, 9), "waiting")]


def test_with_another_adviser_nothing_is_told_of_the_old_ones_time(team: Team) -> None:
    team.away(team.sam, 25, 26, team.kim)
    crowd.assign(team.maya, team.robin)
    assert [state for _, _, state in notices(team)] == ["cancelled"]
    assert team.cover() == []


def test_with_the_same_adviser_again_it_is_told_after_all(team: Team) -> None:
    team.away(team.sam, 25, 26, team.kim)
    crowd.assign(team.maya, team.robin)
    with clock.fixed(day(24, 10)):
        crowd.assign(team.maya, team.sam)
    assert notices(team) == [("before", day(24, 10), "waiting")], "the morning before has passed: at once"


def test_what_was_told_is_not_told_again_when_the_same_adviser_comes_back(team: Team) -> None:
    team.away(team.sam, 25, 26, team.kim)
    with clock.fixed(day(24, 9)):
        fan_out(10)
        crowd.assign(team.maya, team.robin)
        crowd.assign(team.maya, team.sam)
        assert notices(team) == [("before", day(24, 9), "out")]


def test_a_time_that_was_ended_is_not_told_again(team: Team) -> None:
    away = str(uuid.uuid4())
    team.away(team.sam, 25, 26, team.kim, away)
    team.ask(team.sam, "DELETE", f"{AWAY}/{away}")
    crowd.assign(team.maya, team.robin)
    crowd.assign(team.maya, team.sam)
    assert [state for _, _, state in notices(team)] == ["cancelled"]


def notices(team: Team) -> list[tuple[str, Any, str]]:
    with get_db().read() as db:
        rows = db.scalars(select(NoticeRow).where(NoticeRow.cause.startswith("away:")).order_by(NoticeRow.version))
        assert {row.space_id for row in rows} <= {team.care.space}
        again = db.scalars(select(NoticeRow).order_by(NoticeRow.version, NoticeRow.id))
        return [(row.occurrence, row.due, row.state) for row in again]


@pytest.mark.parametrize(
    ("since", "until", "field"),
    [(21, 26, "since"), (26, 25, "until"), (24, 24 + 367, "until"), (20, 21, "since")],
)
def test_days_that_cannot_be_are_refused(team: Team, since: int, until: int, field: str) -> None:
    answer = team.away(team.sam, since, until)
    assert (answer.status_code, problem(answer)) == (422, field)
    assert team.ask(team.sam, "GET", AWAY).get_json()["times"] == []


def test_who_cannot_cover_is_refused(team: Team) -> None:
    for who in (team.sam, team.ann, team.maya, crowd.Person(uuid.uuid4(), "Nobody")):
        answer = team.away(team.sam, 24, 26, who)
        assert (answer.status_code, problem(answer)) == (422, "cover")
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == team.kim.id).values(council="merton"))
        db.execute(update(Account).where(Account.id == team.robin.id).values(ended_at=clock.now()))
    for who in (team.kim, team.robin):
        assert problem(team.away(team.sam, 24, 26, who)) == "cover"


def test_two_times_share_no_day(team: Team) -> None:
    team.away(team.sam, 24, 26)
    assert problem(team.away(team.sam, 26, 28)) == "since"
    assert team.away(team.sam, 27, 28).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"since": "2026-11-24"},
        {"since": "2026-11-24", "until": "24 November", "cover": None},
        {"since": 1, "until": 2, "cover": "Kim"},
    ],
)
def test_a_body_that_is_none(team: Team, body: Any) -> None:
    assert team.ask(team.sam, "PUT", f"{AWAY}/{uuid.uuid4()}", body).status_code == 422


def test_what_has_begun_keeps_its_first_day_and_what_is_over_stays(team: Team) -> None:
    away = str(uuid.uuid4())
    team.away(team.sam, 22, 24, team.kim, away)
    with clock.fixed(day(23)):
        assert problem(team.away(team.sam, 23, 24, team.kim, away)) == "since"
        assert team.away(team.sam, 22, 25, team.kim, away).status_code == 200
    with clock.fixed(day(26)):
        assert problem(team.away(team.sam, 26, 27, team.kim, away)) == "conflict"


def test_the_time_of_another_adviser_is_not_mine(team: Team) -> None:
    away = str(uuid.uuid4())
    team.away(team.sam, 24, 26, team.kim, away)
    assert problem(team.away(team.kim, 24, 26, None, away)) == "reused-id"
    assert team.ask(team.kim, "DELETE", f"{AWAY}/{away}").status_code == 404


def test_a_manager_says_it_for_somebody_who_is_ill(team: Team) -> None:
    path = f"/api/v1/council/advisers/{team.sam.id}/away"
    body = {"since": date_of(22), "until": date_of(24), "cover": str(team.kim.id)}
    away = uuid.uuid4()
    assert team.ask(team.ann, "PUT", f"{path}/{away}", body).status_code == 200
    assert team.ask(team.ann, "GET", path).get_json()["times"][0]["id"] == str(away)
    assert team.readers(day(23)) == {"Sam", "Kim"}
    assert team.ask(team.ann, "DELETE", f"{path}/{away}").status_code == 204
    assert team.readers(day(23)) == {"Sam"}


def test_nobody_plans_without_end(team: Team) -> None:
    for number in range(30):
        assert team.away(team.sam, 24 + 2 * number, 24 + 2 * number).status_code == 200
    assert problem(team.away(team.sam, 200, 200)) == "since"
    assert date.fromisoformat(team.ask(team.sam, "GET", AWAY).get_json()["times"][0]["since"]) == day(24).date()
