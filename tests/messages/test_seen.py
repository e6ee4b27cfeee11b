"""Seen, withdrawn and marked: what each side hears of it, in whatever order it arrives."""

from __future__ import annotations

import itertools
import uuid

import pytest

from tests.support import crowd
from tests.support.care import Care, operation
from tests.support.crowd import Person
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.messages.models import Message
from webapp.spaces.models import Member, MemberRole, Space
from webapp.spaces.thread import conversations

from .writing import Row, mark, refusal, saw, sent, thread, withdraw

EARLY, MIDDLE, LATE = (f"2026-11-23T08:59:0{second}.000Z" for second in (1, 2, 3))


def seen_at(care: Care, person: Person, number: int) -> str | None:
    """When a message was first seen by anybody but its side, as a person's phone works it out."""
    rows = care.rows(person, "message_reads")
    return min((row["at"] for row in rows if row["upto"] >= number and not row["by_owner"]), default=None)


def test_seen_by_whom_and_when(either_care: Care) -> None:
    care = either_care
    first, second = sent(care, care.maya, "one"), sent(care, care.maya, "two")
    numbers = [row["number"] for row in thread(care, care.maya)]
    made = saw(care, first, EARLY)
    assert care.outcome(care.sam, made)["outcome"] == "applied"
    (row,) = care.rows(care.maya, "message_reads")
    expected = {"id": made["id"], "by": "Sam", "by_owner": False, "mine": False, "upto": numbers[0], "at": EARLY}
    assert row == expected | {"seq": row["seq"]}
    assert care.rows(care.sam, "message_reads") == [row | {"mine": True}]
    assert (seen_at(care, care.maya, numbers[0]), seen_at(care, care.maya, numbers[1])) == (EARLY, None)
    assert care.outcome(care.sam, saw(care, second, LATE))["outcome"] == "applied"
    assert [seen_at(care, care.maya, number) for number in numbers] == [EARLY, LATE]


def test_what_was_seen_before_is_not_kept_again(care: Care) -> None:
    first, second = sent(care, care.maya, "one"), sent(care, care.maya, "two")
    care.send(care.sam, saw(care, second, MIDDLE))
    before = care.seq()
    for late in (saw(care, first, MIDDLE), saw(care, second, LATE), saw(care, first, LATE)):
        assert care.outcome(care.sam, late)["outcome"] == "superseded"
    assert care.seq() == before
    # A phone that was offline saw the first one earlier: that is news.
    assert care.outcome(care.sam, saw(care, first, EARLY))["outcome"] == "applied"


def test_each_reader_has_seen_for_themselves(care: Care) -> None:
    kim = crowd.add_person("Kim", Role.ADVISER)
    with get_db().write() as db:
        db.add(Member(space_id=care.space, account_id=kim.id, role=MemberRole.COVER, since=now()))
    id_ = sent(care, care.maya)
    care.send(care.sam, saw(care, id_, EARLY))
    crowd.add_phone(care.app, kim).post({"account": str(kim.id), "operations": [saw(care, id_, LATE)]})
    assert {row["by"] for row in care.rows(care.maya, "message_reads")} == {"Sam", "Kim"}


def test_seen_in_any_order_ends_the_same(care: Care) -> None:
    ends = set()
    for order in itertools.permutations(range(3)):
        ids = [sent(care, care.maya, str(number)) for number in range(3)]
        numbers = [row["number"] for row in thread(care, care.maya)][-3:]
        steps = [saw(care, ids[0], EARLY), saw(care, ids[2], MIDDLE), saw(care, ids[1], LATE)]
        for number in order:
            care.send(care.sam, steps[number])
        ends.add(tuple(seen_at(care, care.maya, number) for number in numbers))
    assert ends == {(EARLY, MIDDLE, MIDDLE)}


def test_withdrawn_is_hidden_from_everybody_and_both_are_told(either_care: Care) -> None:
    care = either_care
    id_ = sent(care, care.maya, "I should not have said this.")
    before = care.seq()
    assert care.outcome(care.maya, withdraw(care, id_, LATE))["outcome"] == "applied"
    for person in (care.maya, care.sam):
        (row,) = care.rows(person, "messages", before)
        assert (row["id"], row["body"], row["files"], row["withdrawn_at"]) == (id_, None, [], LATE)
        (line,) = care.rows(person, "message_lines", before)
        expected = {"kind": "withdrawn", "name": "Maya", "about": id_, "at": LATE}
        assert line == expected | {"id": line["id"], "seq": before + 1, "number": before + 1}
        assert "should not" not in str(care.part(person))


def test_what_was_withdrawn_is_kept_in_the_record(care: Care) -> None:
    id_ = sent(care, care.maya, "I should not have said this.")
    care.send(care.maya, withdraw(care, id_))
    with get_db().read() as db:
        row, space = db.get_one(Message, uuid.UUID(id_)), db.get_one(Space, care.space)
        crypto = care.app.extensions["footing-crypto"]
        assert crypto.open(space.wrapped_key, f"message.body:{id_}", row.body) == "I should not have said this."


def test_a_message_is_withdrawn_once_at_the_first_moment_that_was_wished(care: Care) -> None:
    for order in itertools.permutations((EARLY, MIDDLE, LATE)):
        id_ = sent(care, care.sam)
        for at in order:
            care.send(care.sam, withdraw(care, id_, at))
        assert next(row for row in thread(care, care.maya) if row["id"] == id_)["withdrawn_at"] == EARLY
        assert [row["about"] for row in care.rows(care.maya, "message_lines")].count(id_) == 1
    assert care.outcome(care.sam, withdraw(care, id_, LATE))["outcome"] == "superseded"


def test_nobody_withdraws_what_another_wrote(care: Care) -> None:
    hers, his = sent(care, care.maya), sent(care, care.sam)
    assert refusal(care, care.sam, withdraw(care, hers))["type"] == "not-allowed"
    assert refusal(care, care.maya, withdraw(care, his))["type"] == "not-allowed"
    assert [row["body"] is None for row in thread(care, care.maya)] == [False, False]


@pytest.mark.parametrize("as_", ["request", "date"])
def test_an_adviser_marks_what_became_of_a_message(care: Care, as_: str) -> None:
    id_, of = sent(care, care.maya), str(uuid.uuid4())
    assert care.outcome(care.sam, mark(care, id_, as_, of, LATE))["outcome"] == "applied"
    (row,) = thread(care, care.maya)
    assert (row["marked"], row["made_at"]) == ({"as": as_, "id": of}, LATE)
    assert care.outcome(care.sam, mark(care, id_, "request", str(uuid.uuid4()), EARLY))["outcome"] == "superseded"
    assert thread(care, care.maya)[0]["marked"] == {"as": as_, "id": of}


def test_whoever_covers_sees_that_a_message_needs_no_answer(care: Care) -> None:
    id_, robin = sent(care, care.maya), crowd.add_person("Robin", Role.ADVISER)
    assert care.outcome(care.sam, mark(care, id_, "none", None, LATE))["outcome"] == "applied"
    crowd.assign(care.maya, robin)
    (space,) = crowd.add_phone(care.app, robin).post({"account": str(robin.id)}).json["spaces"]
    assert [row["marked"] for row in space["changes"]["messages"]] == [{"as": "none", "id": None}]


@pytest.mark.parametrize(("as_", "of"), [("none", str(uuid.UUID(int=1))), ("request", None), ("date", None)])
def test_a_mark_names_what_was_made_or_that_nothing_was(care: Care, as_: str, of: str | None) -> None:
    assert refusal(care, care.sam, mark(care, sent(care, care.maya), as_, of))["type"] == "not-valid"


def test_a_young_person_marks_nothing(care: Care) -> None:
    id_ = sent(care, care.maya)
    assert refusal(care, care.maya, mark(care, id_, "request", str(uuid.uuid4())))["type"] == "not-allowed"


@pytest.mark.parametrize("change", [{"as": "secret"}, {"as": None}, {"id": "seven"}, {"message": 7}, {"extra": 1}])
def test_a_bad_mark_is_refused(care: Care, change: Row) -> None:
    made = mark(care, sent(care, care.maya), "request", str(uuid.uuid4()))
    made["body"] |= change
    assert refusal(care, care.sam, made)["type"] == "not-valid"


def test_what_is_said_of_a_message_that_is_not_here_waits(care: Care) -> None:
    crowd.assign(care.ali, care.sam)
    assert care.ali.space
    alis = operation(care.ali.space, "message.send", EARLY, body="hi")
    assert care.outcome(care.ali, alis)["outcome"] == "applied"
    for id_ in (alis["id"], str(uuid.uuid4())):
        for made in (saw(care, id_), withdraw(care, id_), mark(care, id_, "date", str(uuid.uuid4()))):
            problem = refusal(care, care.sam, made)
            assert (problem["type"], problem["retry"]) == ("not-yet", True)
    assert care.rows(care.maya, "message_reads") == []


@pytest.mark.parametrize("kind", ["message.seen", "message.withdraw"])
@pytest.mark.parametrize("body", [{}, {"message": "seven", "upto": "seven"}, {"upto": None, "message": None}])
def test_bad_bodies_are_refused(care: Care, kind: str, body: Row) -> None:
    assert refusal(care, care.maya, operation(care.space, kind, **body))["type"] == "not-valid"


def test_another_feature_says_a_line(either_care: Care) -> None:
    care = either_care
    sent(care, care.maya)
    before = care.seq()
    with get_db().write() as db:
        space = db.get_one(Space, care.space, with_for_update=True)
        conversations().say(db, space, "passed_on", at=now(), name="Kim")
    (line,) = care.rows(care.maya, "message_lines", before)
    assert (line["kind"], line["name"], line["about"], line["number"]) == ("passed_on", "Kim", None, before + 1)
    with get_db().write() as db, pytest.raises(ValueError, match="gossip"):
        conversations().say(db, db.get_one(Space, care.space), "gossip", at=now())
    with get_db().read() as db:
        assert [one.number for one in conversations().waiting(db, now())] == []
