"""An adviser leaves: everything goes over in one step, history stays, and the account is over."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.support import crowd
from webapp.core import clock
from webapp.core.clock import to_wire
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.deliveries.models import NoticeRow
from webapp.people.models import Account, DeviceSession
from webapp.spaces.models import Member, MemberRole

from .team import AWAY, DUTY, Team, date_of, day, problem


def hand_over(team: Team, to: Any, *, leaves: bool = False, of: Any = None) -> Any:
    body = {"to": to, "leaves": leaves}
    return team.ask(team.ann, "POST", f"/api/v1/council/advisers/{of or team.sam.id}/hand-over", body)


def test_all_go_over_in_one_step_and_history_stays(team: Team) -> None:
    crowd.assign(team.care.ali, team.sam)
    team.write()
    with clock.fixed(day(23)):
        assert hand_over(team, str(team.kim.id)).get_json() == {"young_people": 2}
    assert team.readers(day(23)) == {"Kim"}
    with clock.fixed(day(23)):
        seen = team.sync(team.kim)
        assert set(seen) == {str(team.care.space), str(team.care.ali.space)}
        assert [row["body"] for row in seen[str(team.care.space)]["messages"]] == ["Can you ring me?"]
        assert team.lines() == [("handed_over", "Kim")]
        assert team.sync(team.sam) == {}, "Sam is still signed in, and supports nobody"
    with get_db().read() as db:
        placed = Member.space_id == team.care.space, Member.role == MemberRole.ADVISER
        places = db.scalars(select(Member).where(*placed).order_by(Member.since))
        assert [(place.account_id, place.until) for place in places] == [(team.sam.id, day(23)), (team.kim.id, None)]


def test_each_young_person_is_told(team: Team) -> None:
    crowd.assign(team.care.ali, team.sam)
    hand_over(team, str(team.kim.id))
    with get_db().read() as db:
        rows = db.execute(select(NoticeRow.space_id, NoticeRow.to_role, NoticeRow.kind, NoticeRow.url)).all()
    assert {space for space, *_ in rows} == {team.care.space, team.care.ali.space}
    assert {tuple(row[1:]) for row in rows} == {("young_person", "message", "/messages")}


def test_who_leaves_is_out_and_covers_nobody(team: Team) -> None:
    team.on_duty(team.sam, team.robin)
    crowd.assign(team.care.ali, team.kim)
    team.away(team.kim, 22, 26, team.sam)
    # What Sam had planned counts no more: it would lead to somebody whom nobody named now.
    team.away(team.sam, 22, 26, crowd.add_person("Lee", Role.ADVISER))
    assert hand_over(team, None, leaves=True).status_code == 200
    assert team.lines() == [("handed_over", None)]
    assert team.ask(team.sam, "GET", AWAY).status_code == 401
    with get_db().read() as db:
        assert db.get_one(Account, team.sam.id).ended_at is not None
        ended = db.scalars(select(DeviceSession.ended_at).where(DeviceSession.account_id == team.sam.id))
        assert None not in ended.all()
    spaces = {str(team.care.space), str(team.care.ali.space)}
    assert set(team.sync(team.robin)) == spaces, "Maya has no adviser; Ali's is away, and who was to cover has left"
    assert problem(hand_over(team, None)) == "not-found", "nobody hands over what an account that is over had"


def test_what_cannot_be_changes_nothing(team: Team) -> None:
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == team.robin.id).values(council="merton"))
    for to in (team.sam.id, team.ann.id, team.maya.id, team.robin.id, uuid.uuid4()):
        answer = hand_over(team, str(to), leaves=True)
        assert (answer.status_code, problem(answer)) == (422, "to")
    assert hand_over(team, None, of=team.robin.id).status_code == 404
    assert hand_over(team, None, of=team.maya.id).status_code == 404
    assert team.readers(day(22)) == {"Sam"}
    assert team.lines() == []


def test_until_who_takes_over_has_joined_the_duty_list_reads_and_the_young_person_knows(team: Team) -> None:
    lee = crowd.add_person("Lee", Role.ADVISER, joined=False)
    team.on_duty(team.robin)
    assert hand_over(team, str(lee.id)).status_code == 200
    assert team.readers(day(22)) == {"Robin"}
    assert team.cover() == [("Robin", to_wire(day(22, 9)), None)]
    with clock.fixed(day(24)):
        crowd.join(lee.id)
        assert team.cover() == []
    assert team.readers(day(24)) == set(), "Lee reads now, and alone"


def test_nobody_on_duty_for_who_has_not_joined_shows_to_the_manager(team: Team) -> None:
    crowd.assign(team.care.ali, team.kim)
    assert team.ask(team.ann, "GET", DUTY).get_json()["nobody"] == 0
    hand_over(team, str(crowd.add_person("Lee", Role.ADVISER, joined=False).id))
    assert team.ask(team.ann, "GET", DUTY).get_json()["nobody"] == 1


def test_a_cover_who_was_named_for_somebody_who_has_not_joined_reads_for_them(team: Team) -> None:
    lee = crowd.add_person("Lee", Role.ADVISER, joined=False)
    team.on_duty(team.robin)
    crowd.assign(team.maya, lee)
    body = {"since": date_of(24), "until": date_of(25), "cover": str(team.kim.id)}
    path = f"/api/v1/council/advisers/{lee.id}/away/{uuid.uuid4()}"
    assert team.ask(team.ann, "PUT", path, body).status_code == 200
    assert [team.readers(day(number)) for number in (23, 24, 26)] == [{"Robin"}, {"Kim"}, {"Robin"}]


@pytest.mark.parametrize("body", [{}, {"to": None}, {"to": "Kim", "leaves": False}, {"to": None, "leaves": "yes"}])
def test_a_body_that_is_none(team: Team, body: Any) -> None:
    answer = team.ask(team.ann, "POST", f"/api/v1/council/advisers/{team.sam.id}/hand-over", body)
    assert answer.status_code == 422
