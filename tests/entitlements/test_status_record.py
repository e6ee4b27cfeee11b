"""The recorded legal status: who may record it, who sees it, and the young person's "I disagree" beside it."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from tests.support import crowd
from tests.support.care import Care, make_care, operation
from webapp.core.clock import fixed
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.entitlements.models import StatusRecord
from webapp.entitlements.schemas import STATUSES

from .told import EARLY, LATE, LATEST, RECORD, bytes_of_the_database, disagree, foreign_adviser, record, refusal

# Half past midnight on 1 July in London, while it is still June in UTC.
SUMMER_NIGHT = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
WINTER_NIGHT = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def records(care: Care, person: crowd.Person, after: int | None = None) -> list[dict[str, Any]]:
    return care.rows(person, "status_records", after)


@pytest.mark.parametrize("status", STATUSES)
def test_a_record_is_seen_by_the_young_person_and_the_adviser(care: Care, status: str) -> None:
    made = record(care, status=status)
    assert care.outcome(care.sam, made) == {"id": made["id"], "outcome": "applied"}
    expected = RECORD | {"id": made["id"], "status": status, "by": "Sam", "at": EARLY, "disagreed": None}
    (mine,), (sams,) = records(care, care.maya), records(care, care.sam)
    assert mine == sams == expected | {"seq": mine["seq"]}
    assert care.part(care.ali) is None


def test_the_codes_are_those_of_the_law_but_back_in_learning_comes_on_top() -> None:
    assert set(STATUSES) == {
        *("looked_after", "eligible", "relevant", "frc", "qualifying", "qualifying_21_24"),
        *("none_care_experienced", "unknown"),
    }


def test_who_may_record_and_who_may_disagree(care: Care) -> None:
    assert refusal(care.outcome(care.maya, record(care))) == "not-allowed"
    made = record(care)
    care.send(care.sam, made)
    assert refusal(care.outcome(care.sam, disagree(care, made, "No."))) == "not-allowed"
    assert refusal(care.outcome(care.ali, record(care))) == "not-found"
    assert refusal(care.outcome(care.ali, disagree(care, made, "No."))) == "not-found"
    assert [row["disagreed"] for row in records(care, care.maya)] == [None]


def test_an_adviser_of_another_council_or_another_young_person_finds_nothing(care: Care) -> None:
    robin = crowd.add_person("Robin", Role.ADVISER)
    for person, phone in (foreign_adviser(care), (robin, crowd.add_phone(care.app, robin))):
        answer = phone.post({"account": str(person.id), "operations": [record(care)]}).json
        assert refusal(answer["outcomes"][0]) == "not-found"
        assert answer["spaces"] == []
    assert records(care, care.maya) == []


def test_the_name_of_who_recorded_it_stays_when_they_are_gone(care: Care) -> None:
    care.send(care.sam, record(care))
    crowd.assign(care.maya, None)
    assert [row["by"] for row in records(care, care.maya)] == ["Sam"]


def test_records_are_only_added_and_the_same_one_again_changes_nothing(care: Care) -> None:
    first, second = record(care, LATE), record(care, EARLY, status="relevant")
    outcomes = care.send(care.sam, first, second).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["applied", "applied"]
    seq = care.seq()
    assert care.send(care.sam, second, first, first).json["outcomes"] == [outcomes[1], outcomes[0], outcomes[0]]
    assert care.seq() == seq
    assert {(row["status"], row["at"]) for row in records(care, care.maya)} == {("frc", LATE), ("relevant", EARLY)}


@pytest.mark.parametrize(
    ("now", "today", "tomorrow"),
    [(SUMMER_NIGHT, "2026-07-01", "2026-07-02"), (WINTER_NIGHT, "2026-12-31", "2027-01-01")],
)
def test_a_status_begins_no_later_than_today_in_london(app: Flask, now: datetime, today: str, tomorrow: str) -> None:
    with fixed(now):
        care = make_care(app)
        refused = care.outcome(care.sam, record(care, since=tomorrow))
        assert refusal(refused) == "not-valid"
        assert "has not come yet" in refused["problem"]["detail"]
        assert list(refused["problem"]["errors"]) == ["since"]
        assert care.outcome(care.sam, record(care, since=today))["outcome"] == "applied"
        assert [row["since"] for row in records(care, care.maya)] == [today]


def test_a_status_begins_no_earlier_than_the_birth(care: Care) -> None:
    refused = care.outcome(care.sam, record(care, since="2008-05-03"))
    assert refusal(refused) == "not-valid"
    assert "born" in refused["problem"]["detail"]
    assert care.outcome(care.sam, record(care, since="2008-05-04"))["outcome"] == "applied"


@pytest.mark.parametrize(
    "change",
    [
        {"status": "frc_education"},
        {"status": "care_leaver"},
        {"status": ""},
        {"status": None},
        {"status": 7},
        {"status": ["frc"]},
        {"since": "2026-02-30"},
        {"since": "2025-02-29"},
        {"since": "20260504"},
        {"since": "2026-W18-1"},
        {"since": "2026-05-04T00:00:00Z"},
        {"since": "2026-05"},
        {"since": "２０２６-05-04"},
        {"since": "1890-01-01"},
        {"since": "2999-01-01"},
        {"since": 20260504},
        {"since": None},
        {"source": "x" * 301},
        {"source": ""},
        {"source": " \u00a0 "},
        {"source": "plan\nof May"},
        {"source": "plan\x00"},
        {"source": "plan\x1b[2J"},
        {"source": "plan\u2028of May"},
        {"source": "\ud83d"},
        {"source": None},
        {"source": {"plan": "May"}},
        {"by": "The director"},
        {"in_learning": True},
    ],
)
def test_a_bad_record_is_refused_whole(care: Care, change: dict[str, Any]) -> None:
    assert refusal(care.outcome(care.sam, record(care, **change))) == "not-valid"
    assert records(care, care.sam) == []


@pytest.mark.parametrize("missing", RECORD)
def test_a_record_without_a_part_is_refused(care: Care, missing: str) -> None:
    body = {name: value for name, value in RECORD.items() if name != missing}
    outcome = care.outcome(care.sam, operation(care.space, "status.record", **body))
    assert refusal(outcome) == "not-valid"
    assert list(outcome["problem"]["errors"]) == [missing]


def test_the_adviser_sees_the_disagreement_until_it_is_taken_back(care: Care) -> None:
    made = record(care)
    care.send(care.sam, made)
    start = care.seq()
    words = "I was in care until 18.\nAsk my old carer: سلام 😀"
    assert care.outcome(care.maya, disagree(care, made, words, LATE))["outcome"] == "applied"
    for person in (care.maya, care.sam):
        (row,) = records(care, person, start)
        assert row["disagreed"] == {"words": words, "at": LATE}
        assert (row["status"], row["at"]) == ("frc", EARLY)
    said = care.seq()
    assert care.outcome(care.maya, disagree(care, made, "", LATEST))["outcome"] == "applied"
    for person in (care.maya, care.sam):
        assert [row["disagreed"] for row in records(care, person, said)] == [None]


def test_words_that_are_taken_back_are_not_kept_even_sealed(care: Care) -> None:
    made = record(care)
    care.send(care.sam, made)
    care.send(care.maya, disagree(care, made, "No."), disagree(care, made, "", LATE))
    with get_db().read() as db:
        row = db.get_one(StatusRecord, uuid.UUID(made["id"]))
        assert (row.disagreed, row.disagreed_at is None) == (None, False)


@pytest.mark.parametrize("order", itertools.permutations(range(4)))
def test_any_order_of_arrival_ends_the_same(care: Care, order: Sequence[int]) -> None:
    made = record(care)
    said = [disagree(care, made, words, at) for words, at in (("one", EARLY), ("", LATE), ("two", LATEST))]
    senders = [(care.sam, made), *((care.maya, each) for each in said)]
    for person, each in [senders[place] for place in order]:
        outcome = care.outcome(person, each)
        if outcome["outcome"] == "refused":
            assert refusal(outcome) == "not-yet"
            assert outcome["problem"]["retry"] is True
    care.send(care.maya, *[each for person, each in (senders[place] for place in order) if person == care.maya])
    assert [row["disagreed"] for row in records(care, care.sam)] == [{"words": "two", "at": LATEST}]


def test_a_record_of_another_space_is_as_one_that_is_not_there(care: Care) -> None:
    crowd.assign(care.ali, care.sam)
    assert care.ali.space
    alis = operation(care.ali.space, "status.record", **RECORD)
    assert care.outcome(care.sam, alis)["outcome"] == "applied"
    outcomes = [care.outcome(care.maya, disagree(care, about, "No.")) for about in (alis, {"id": str(uuid.uuid4())})]
    assert [refusal(outcome) for outcome in outcomes] == ["not-yet", "not-yet"]
    assert outcomes[0]["problem"] == outcomes[1]["problem"]


@pytest.mark.parametrize(
    "change",
    [
        {"words": "x" * 2001},
        {"words": "No\x07"},
        {"words": "\ud83d"},
        {"words": None},
        {"words": 7},
        {"record": "the first"},
        {"record": None},
        {"status": "frc"},
    ],
)
def test_a_bad_disagreement_is_refused_whole(care: Care, change: dict[str, Any]) -> None:
    made = record(care)
    care.send(care.sam, made)
    body = {"record": made["id"], "words": "No."} | change
    assert refusal(care.outcome(care.maya, operation(care.space, "status.disagree", **body))) == "not-valid"
    assert [row["disagreed"] for row in records(care, care.maya)] == [None]


def test_the_longest_words_come_back_as_they_were(care: Care) -> None:
    made, words, source = record(care, source="ö" * 300), ("ሰላም 😀\n" * 400)[:2000], "ö" * 300
    care.send(care.sam, made)
    care.send(care.maya, disagree(care, made, words))
    (row,) = records(care, care.sam)
    assert (row["source"], row["disagreed"]["words"]) == (source, words)


def test_source_and_words_are_sealed_in_the_database_each_to_its_place(care: Care) -> None:
    made = record(care, source="Told by the matron of St Ives")
    care.send(care.sam, made)
    care.send(care.maya, disagree(care, made, "My aunt Rosa knows better"))
    found = bytes_of_the_database()
    assert made["id"].replace("-", "").encode() in found
    for secret in (b"matron", b"St Ives", b"Rosa"):
        assert secret not in found
    with get_db().write() as db:
        db.execute(update(StatusRecord).values(source=StatusRecord.disagreed))
    assert care.send(care.maya).status_code == 500
