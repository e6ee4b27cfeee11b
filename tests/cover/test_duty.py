"""The duty list reads for whoever has nobody; a manager names it."""

from __future__ import annotations

import uuid

from sqlalchemy import update

from tests.support import crowd
from webapp.core.clock import to_wire
from webapp.core.db import get_db
from webapp.people.models import Account

from .team import AWAY, DUTY, Team, day, problem


def test_without_an_adviser_those_on_duty_read_and_the_young_person_knows_who(team: Team) -> None:
    crowd.assign(team.maya, None)
    assert team.readers(day(22)) == set()
    assert team.on_duty(team.kim, team.robin).status_code == 200
    assert team.readers(day(22)) == {"Kim", "Robin"}
    assert team.cover() == [(name, to_wire(day(22, 9)), None) for name in ("Kim", "Robin")]
    team.on_duty(team.robin)
    assert team.readers(day(22)) == {"Robin"}
    crowd.assign(team.maya, team.kim)
    assert team.readers(day(22)) == {"Kim"}
    assert team.cover() == []


def test_away_without_a_cover_the_duty_list_reads(team: Team) -> None:
    team.on_duty(team.kim)
    team.away(team.sam, 24, 26)
    assert team.cover() == [("Kim", to_wire(day(24, 0)), to_wire(day(27, 0)))]
    team.away(team.kim, 25, 25, team.robin)
    assert team.readers(day(24)) == {"Sam", "Kim"}
    assert team.readers(day(25)) == {"Sam"}, "on duty and away is not on duty"
    assert team.readers(day(26)) == {"Sam", "Kim"}


def test_the_manager_sees_who_is_on_duty_and_for_how_many_nobody_is(team: Team) -> None:
    # Ali has no adviser; Maya has Sam.
    assert team.ask(team.ann, "GET", DUTY).get_json()["nobody"] == 1
    team.away(team.sam, 22, 23)
    assert team.ask(team.ann, "GET", DUTY).get_json()["nobody"] == 2
    answer = team.on_duty(team.robin).get_json()
    assert answer["nobody"] == 0
    shown = [(one["name"], one["on_duty"], one["away"]) for one in answer["advisers"]]
    assert shown == [("Kim", False, False), ("Robin", True, False), ("Sam", False, True)]


def test_only_advisers_of_the_council_are_on_duty(team: Team) -> None:
    team.on_duty(team.kim)
    for stranger in (team.ann, team.maya, crowd.Person(uuid.uuid4(), "Nobody")):
        answer = team.on_duty(team.robin, stranger)
        assert (answer.status_code, problem(answer)) == (422, "advisers")
    assert [one["name"] for one in team.ask(team.ann, "GET", DUTY).get_json()["advisers"] if one["on_duty"]] == ["Kim"]


def test_the_same_again_changes_nothing(team: Team) -> None:
    crowd.assign(team.maya, None)
    team.on_duty(team.kim)
    seq = team.care.seq()
    team.on_duty(team.kim, team.kim)
    assert team.care.seq() == seq


def test_who_was_invited_and_has_not_joined_is_neither_offered_nor_taken(team: Team) -> None:
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == team.robin.id).values(pass_hash=None))
    answer = team.on_duty(team.kim, team.robin)
    assert (answer.status_code, problem(answer)) == (422, "advisers")
    answer = team.away(team.sam, 24, 26, team.robin)
    assert (answer.status_code, problem(answer)) == (422, "cover")
    assert [one["name"] for one in team.ask(team.ann, "GET", DUTY).get_json()["advisers"]] == ["Kim", "Sam"]
    assert [one["name"] for one in team.ask(team.sam, "GET", AWAY).get_json()["advisers"]] == ["Kim"]


def test_of_two_with_one_name_each_knows_which_is_themself(team: Team) -> None:
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id.in_([team.kim.id, team.sam.id])).values(name="Alex"))
    team.on_duty(team.kim)
    team.away(team.sam, 22, 24)
    for person, adviser, cover in ((team.sam, True, False), (team.kim, False, True), (team.maya, False, False)):
        (row,) = team.sync(person)[str(team.care.space)]["profile"]
        assert (row["adviser"], [one["mine"] for one in row["cover"]]) == ({"name": "Alex", "mine": adviser}, [cover])
