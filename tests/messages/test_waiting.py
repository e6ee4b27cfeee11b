"""Since when a young person waits to be read: what escalation goes by."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import time_machine
from sqlalchemy import update

from tests.support.care import Care
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.spaces.models import Space
from webapp.spaces.thread import Waiting, conversations

from .writing import saw, sent, thread, withdraw

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def waiting(before: datetime | None = None) -> list[Waiting]:
    with get_db().read() as db:
        return list(conversations().waiting(db, before or now() + MINUTE))


def test_the_oldest_that_nobody_has_seen_counts(either_care: Care, today: time_machine.Traveller) -> None:
    care = either_care
    first = sent(care, care.maya, "one")
    today.shift(60)
    second = sent(care, care.maya, "two")
    today.shift(60)
    sent(care, care.maya, "three")
    numbers = [row["number"] for row in thread(care, care.maya)]
    assert waiting() == [Waiting(care.space, "rutland", numbers[0], NINE)]
    assert waiting(NINE) == []
    care.send(care.sam, saw(care, first))
    assert waiting() == [Waiting(care.space, "rutland", numbers[1], NINE + MINUTE)]
    care.send(care.maya, withdraw(care, second))
    assert waiting() == [Waiting(care.space, "rutland", numbers[2], NINE + 2 * MINUTE)]
    care.send(care.sam, saw(care, sent(care, care.maya, "four")))
    assert waiting() == []


def test_what_an_adviser_wrote_waits_for_nobody(care: Care) -> None:
    id_ = sent(care, care.sam)
    assert waiting() == []
    care.send(care.maya, saw(care, id_))
    assert waiting() == []


def test_the_young_persons_own_look_is_no_answer(care: Care) -> None:
    care.send(care.maya, saw(care, sent(care, care.maya)))
    assert len(waiting()) == 1


def test_a_reply_does_not_say_that_all_was_seen(care: Care) -> None:
    sent(care, care.maya)
    sent(care, care.sam, "Written before I saw yours.")
    assert len(waiting()) == 1


def test_nobody_waits_in_a_space_that_has_ended(care: Care) -> None:
    sent(care, care.maya)
    with get_db().write() as db:
        db.execute(update(Space).where(Space.id == care.space).values(ended_at=now()))
    assert waiting() == []


def test_who_waits_longest_comes_first(care: Care, today: time_machine.Traveller) -> None:
    sent(care, care.maya)
    today.shift(60)
    ali = care.ali_phone.post({"account": str(care.ali.id), "operations": [
        {"id": "5f0c9d0e-5a0b-4d39-8a4b-000000000009", "space": str(care.ali.space), "kind": "message.send",
         "made_at": "2026-11-23T09:01:00.000Z", "body": {"body": "hi"}},
    ]})  # fmt: skip
    assert ali.json["outcomes"][0]["outcome"] == "applied"
    assert [one.space_id for one in waiting()] == [care.space, care.ali.space]


def test_what_the_young_person_has_seen_themselves_is_not_read_by_anybody(care: Care) -> None:
    first, second = sent(care, care.maya, "one"), sent(care, care.maya, "two")
    care.send(care.maya, saw(care, second))
    care.send(care.sam, saw(care, first))
    assert [one.number for one in waiting()] == [thread(care, care.maya)[1]["number"]]


def test_an_advisers_own_words_are_not_waited_for(care: Care) -> None:
    first = sent(care, care.maya)
    sent(care, care.sam)
    care.send(care.sam, saw(care, first))
    assert waiting() == []
