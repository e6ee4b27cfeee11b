"""Text messages: who reads them, in which order, what they are kept as, and what nobody else ever reads."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
import time_machine
from sqlalchemy import delete, select, update

from tests.support import crowd
from tests.support.care import Care, operation
from tests.support.statements import statements_of
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.messages.models import Message, MessageLine, MessageRead, Thread
from webapp.people.models import Account
from webapp.spaces.models import Member, MemberRole, Space

from .writing import MADE, message, refusal, saw, sent, thread


def test_both_read_what_the_other_wrote(either_care: Care) -> None:
    care = either_care
    first = sent(care, care.maya, "Can you ring me?\nI am home at 4.")
    second = sent(care, care.sam, "Of course. 👍", answers=first)
    for person in (care.maya, care.sam):
        mine = person is care.maya
        one, two = thread(care, person)
        assert one == {
            "id": first,
            "seq": one["number"],
            "number": one["number"],
            "by": "Maya",
            "by_owner": True,
            "mine": mine,
            "body": "Can you ring me?\nI am home at 4.",
            "tricky": False,
            "files": [],
            "written_at": MADE,
            "arrived_at": "2026-11-23T09:00:00.000Z",
            "withdrawn_at": None,
            "answers": None,
            "marked": None,
            "made_at": MADE,
        }
        assert (two["id"], two["by"], two["by_owner"], two["mine"]) == (second, "Sam", False, not mine)
        assert two["answers"] == first
        assert two["number"] > one["number"]
    assert care.part(care.ali) is None


def test_written_offline_it_stands_where_it_arrived(care: Care, today: time_machine.Traveller) -> None:
    late = message(care, "Written first.", "2026-11-20T09:00:00.000Z")
    sent(care, care.sam, "Arrived first.")
    today.shift(60)
    care.send(care.maya, late)
    assert [row["body"] for row in thread(care, care.sam)] == ["Arrived first.", "Written first."]
    row = thread(care, care.sam)[1]
    assert (row["written_at"], row["arrived_at"]) == ("2026-11-20T09:00:00.000Z", "2026-11-23T09:01:00.000Z")


def test_a_clock_that_is_ahead_counts_as_the_arrival(care: Care) -> None:
    care.send(care.maya, message(care, made_at="2027-11-20T09:00:00.000Z"))
    assert thread(care, care.maya)[0]["written_at"] == "2026-11-23T09:00:00.000Z"


def test_the_same_message_twice_is_one(care: Care) -> None:
    made = message(care)
    first = care.outcome(care.maya, made)
    assert care.send(care.maya, made, made).json["outcomes"] == [first, first]
    assert len(thread(care, care.sam)) == 1


def test_a_message_keeps_its_place_when_it_changes(care: Care) -> None:
    first, _second = sent(care, care.maya, "one"), sent(care, care.maya, "two")
    place, before = thread(care, care.sam)[0]["number"], care.seq()
    care.send(care.maya, operation(care.space, "message.withdraw", MADE, message=first))
    (changed,) = care.rows(care.sam, "messages", before)
    assert (changed["id"], changed["number"], changed["seq"]) == (first, place, before + 1)


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\x00b\x07c\x1b[31m\x7fd\x9be", "abc[31mde"),
        ("tab\tstays", "tab\tstays"),
        ("e\u0301", "é"),
        (" spaces stay \n", " spaces stay \n"),
        ("سلام ሰላም 😀", "سلام ሰላም 😀"),
        ("x" * 10_000, "x" * 10_000),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_what_text_is_kept_as(care: Care, body: str, kept: str) -> None:
    sent(care, care.maya, body)
    assert thread(care, care.sam)[0]["body"] == kept


@pytest.mark.parametrize(("body", "tricky"), [
    ("money \u202eyenom", True), ("\u2066a\u2069", True), ("\u200fسلام", False), ("plain", False),
])  # fmt: skip
def test_text_that_turns_around_is_kept_and_said_to_be_tricky(care: Care, body: str, tricky: bool) -> None:
    sent(care, care.maya, body)
    (row,) = thread(care, care.sam)
    assert (row["body"], row["tricky"]) == (body, tricky)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"body": ""}, "body"),
        ({"body": " \n\t\u00a0\u200b\u202e"}, "body"),
        ({"body": "\x00\x01"}, "body"),
        ({"body": "x" * 10_001}, "body"),
        ({"body": "x" * 100_000}, "body"),
        ({"body": None}, "body"),
        ({"body": 7}, "body"),
        ({"body": "\ud83d"}, "body"),
        ({"files": ["seven"]}, "files"),
        ({"files": [str(uuid.uuid4())] * 2}, "files"),
        ({"files": [str(uuid.uuid4()) for _ in range(6)]}, "files"),
        ({"files": None}, "files"),
        ({"answers": "seven"}, "answers"),
        ({"to": "everyone"}, "to"),
    ],
)
def test_a_bad_message_is_refused_and_stops_no_other(care: Care, change: dict[str, Any], field: str) -> None:
    good, bad = message(care), message(care)
    bad["body"] |= change
    outcomes = care.send(care.maya, bad, good).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["refused", "applied"]
    assert outcomes[0]["problem"]["type"] == "urn:footing:problem:not-valid"
    assert list(outcomes[0]["problem"]["errors"]) == [field]
    assert [row["id"] for row in thread(care, care.sam)] == [good["id"]]


def test_what_it_answers_may_be_anywhere(care: Care) -> None:
    # After a restore the other one may never come back; a message must not wait for it.
    missing = str(uuid.uuid4())
    sent(care, care.maya, answers=missing)
    assert thread(care, care.sam)[0]["answers"] == missing


def test_nobody_outside_writes_or_reads(care: Care) -> None:
    kim = crowd.add_person("Kim", Role.ADVISER)
    phone = crowd.add_phone(care.app, kim)
    for body in (message(care), saw(care, sent(care, care.maya))):
        heard = phone.post({"account": str(kim.id), "operations": [body]}).json
        assert heard["spaces"] == []
        assert heard["outcomes"][0]["problem"]["type"].endswith(":not-found")
    assert len(thread(care, care.maya)) == 1


def test_who_covers_reads_and_writes_too(care: Care) -> None:
    kim = crowd.add_person("Kim", Role.ADVISER)
    with get_db().write() as db:
        db.add(Member(space_id=care.space, account_id=kim.id, role=MemberRole.COVER, since=now()))
    phone = crowd.add_phone(care.app, kim)
    sent(care, care.maya, "Hello?")
    heard = phone.post({"account": str(kim.id), "operations": [message(care, "Sam is away, I am here.")]}).json
    assert [row["mine"] for row in heard["spaces"][0]["changes"]["messages"]] == [False, True]
    assert [row["by"] for row in thread(care, care.maya)] == ["Maya", "Kim"]


def test_a_space_that_ended_a_second_ago_takes_no_message(either_care: Care, today: time_machine.Traveller) -> None:
    care = either_care
    cursor = (care.epoch(care.maya), care.seq())
    with get_db().write() as db:
        db.execute(update(Space).where(Space.id == care.space).values(ended_at=now()))
    today.shift(1)
    answer = care.send(care.maya, message(care), cursor=cursor).json
    assert answer["outcomes"][0]["problem"]["type"].endswith(":not-found")
    assert answer["outcomes"][0]["problem"]["retry"] is False
    assert answer["ended"] == [str(care.space)]
    with get_db().read() as db:
        assert db.scalar(select(Message.id)) is None


def test_an_adviser_whose_place_ended_while_offline_is_told_to_forget(care: Care) -> None:
    sent(care, care.maya)
    cursor = (care.epoch(care.sam), care.seq())
    crowd.assign(care.maya, None)
    answer = care.send(care.sam, message(care, "Late."), cursor=cursor).json
    assert (answer["spaces"], answer["ended"]) == ([], [str(care.space)])
    assert answer["outcomes"][0]["outcome"] == "refused"
    assert len(thread(care, care.maya)) == 1


def test_no_words_stand_in_the_database_file(care: Care) -> None:
    id_ = sent(care, care.maya, "zebra crossing")
    care.send(care.maya, operation(care.space, "message.withdraw", MADE, message=id_))
    get_db().engine.dispose()
    data = b"".join(path.read_bytes() for path in care.app.extensions["footing-settings"].data_dir.glob("*.sqlite3*"))
    assert id_.replace("-", "").encode() in data
    assert b"zebra" not in data


def test_words_are_sealed_to_their_message(care: Care) -> None:
    first, second = sent(care, care.maya, "one"), sent(care, care.maya, "two")
    with get_db().write() as db:
        body = select(Message.body).where(Message.id == uuid.UUID(first)).scalar_subquery()
        db.execute(update(Message).where(Message.id == uuid.UUID(second)).values(body=body))
    assert care.send(care.maya).status_code == 500


def test_all_of_it_goes_with_the_space(either_care: Care) -> None:
    care = either_care
    id_ = sent(care, care.maya)
    care.send(care.sam, saw(care, id_))
    care.send(care.maya, operation(care.space, "message.withdraw", MADE, message=id_))
    with get_db().write() as db:
        db.execute(delete(Space).where(Space.id == care.space))
        for table in (Message, MessageRead, MessageLine, Thread):
            assert db.scalar(select(table).limit(1)) is None


def test_what_an_adviser_wrote_stays_when_their_account_is_gone(either_care: Care) -> None:
    care = either_care
    sent(care, care.sam, "See you on Monday.")
    care.send(care.sam, saw(care, sent(care, care.maya)))
    with get_db().write() as db:
        db.execute(delete(Account).where(Account.id == care.sam.id))
    assert [(row["by"], row["mine"]) for row in thread(care, care.maya)] == [("Sam", False), ("Maya", True)]
    assert [row["by"] for row in care.rows(care.maya, "message_reads")] == ["Sam"]


def test_a_phone_reads_a_page_of_messages_in_few_statements(care: Care) -> None:
    for number in range(30):
        sent(care, care.maya, f"message {number}")
    with statements_of(get_db()) as statements:
        assert len(thread(care, care.sam)) == 30
    messages = [one for one in statements if "FROM message " in one.replace("\n", " ")]
    files = [one for one in statements if "attachment" in one]
    assert (len(messages), len(files)) == (1, 1)


def test_working_hours_are_there_before_the_first_message(care: Care) -> None:
    for person in (care.maya, care.sam):
        assert care.rows(person, "thread") == [
            {
                "id": str(care.space),
                "seq": 1,
                "hours": {"from": "09:00", "to": "17:00", "days": [1, 2, 3, 4, 5]},
                "usual_minutes": None,
            }
        ]


def test_a_refusal_says_what_is_wrong_and_repeats_no_words(care: Care) -> None:
    problem = refusal(care, care.maya, message(care, "secret " * 2000))
    assert problem["type"] == "not-valid"
    assert "secret" not in str(problem)


def test_the_same_words_are_not_the_same_bytes(care: Care) -> None:
    sent(care, care.maya, "ok")
    sent(care, care.maya, "ok")
    with get_db().read() as db:
        one, two = db.scalars(select(Message.body))
    assert one != two
