"""Rating a promise: until the season ends, by nobody else, in any order of arrival, and seen by nobody else."""

from __future__ import annotations

import itertools
import logging
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from tests.support import crowd
from tests.support.care import MADE, Care
from webapp.content.library import Library
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.models import Account
from webapp.pledge import publishing
from webapp.pledge.models import Rating
from webapp.pledge.service import EARLY, LATE, TOO_LATE
from webapp.spaces.models import Member, MemberRole, Space

from .rating import PUBLISHED, SEASON, STILL_OPEN, promise, rating, refusal


def at(second: int) -> str:
    return f"2026-11-20T09:00:0{second}.000Z"


def test_what_was_said_comes_back_to_every_phone_of_the_young_person(either_care: Care) -> None:
    care = either_care
    made = rating(care.space, "partly", words="Sam helped.\nThe rest did not.")
    assert care.outcome(care.maya, made) == {"id": made["id"], "outcome": "applied"}
    (row,) = care.rows(care.maya, "ratings")
    expected = {"id": f"{SEASON}/{promise()}", "season": SEASON, "promise": promise(), "answer": "partly"}
    assert row == expected | {"words": "Sam helped.\nThe rest did not.", "made_at": MADE, "seq": care.seq()}


def test_nobody_else_ever_hears_of_a_rating(care: Care) -> None:
    start = care.seq()
    kim = crowd.add_person("Kim", Role.ADVISER)
    with get_db().write() as db:
        db.add(Member(space_id=care.space, account_id=kim.id, role=MemberRole.COVER, since=clock.now()))
    cover = crowd.add_phone(care.app, kim)
    care.send(care.maya, rating(care.space, "not_kept", words="zebra"))
    answers = [
        care.send(care.sam),
        care.send(care.sam, cursor=(care.epoch(care.sam), start)),
        cover.post({"account": str(kim.id)}),
        care.send(care.ali, cursor=(care.epoch(care.maya), 0)),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert "ratings" not in answer.text
        assert "zebra" not in answer.text
    assert {part["id"] for part in answers[2].json["spaces"]} == {str(care.space)}


def test_a_rating_changes_until_the_season_ends_and_without_words_they_are_gone(care: Care) -> None:
    care.send(care.maya, rating(care.space, "kept", at(0), words="All good."))
    before = care.seq()
    assert care.outcome(care.maya, rating(care.space, "cannot_say", at(1)))["outcome"] == "applied"
    (row,) = care.rows(care.maya, "ratings", before)
    assert (row["answer"], row["words"], row["made_at"]) == ("cannot_say", "", at(1))
    assert care.outcome(care.maya, rating(care.space, "kept", at(0)))["outcome"] == "superseded"


def test_each_promise_and_each_season_has_its_own(care: Care) -> None:
    care.send(care.maya, rating(care.space, "kept"), rating(care.space, "partly", promise=promise(1)))
    with clock.fixed(datetime(2027, 1, 3, tzinfo=UTC)):
        winter = rating(care.space, "not_kept", "2027-01-02T09:00:00.000Z", season="2027-Q1")
        assert care.outcome(care.maya, winter)["outcome"] == "applied"
        # Until the middle of January the phone may still tell us of the autumn.
        assert care.outcome(care.maya, rating(care.space, "cannot_say", at(1)))["outcome"] == "applied"
    rows = {(row["season"], row["promise"]): row["answer"] for row in care.rows(care.maya, "ratings")}
    first, second = promise(0), promise(1)
    assert rows == {(SEASON, first): "cannot_say", (SEASON, second): "partly", ("2027-Q1", first): "not_kept"}


def test_ratings_that_arrive_in_any_order_end_the_same(care: Care) -> None:
    ends = set()
    said = [("kept", "a", 1), ("partly", "", 2), ("not_kept", "b", 3), ("cannot_say", "", 3)]
    for number, order in enumerate(itertools.permutations(range(4))):
        made = [rating(care.space, answer, at(second), words=words) for answer, words, second in said]
        # Of two with one stamp, the greater id wins.
        for place, one in enumerate(made):
            one["id"] = str(uuid.UUID(int=number << 8 | place))
            one["body"]["promise"] = promise(number)
        care.send(care.maya, *[made[place] for place in order])
        row = next(row for row in care.rows(care.maya, "ratings") if row["promise"] == promise(number))
        ends.add((row["answer"], row["words"], row["made_at"]))
    assert ends == {("cannot_say", "", at(3))}


def test_the_same_rating_twice_is_one(care: Care) -> None:
    made = rating(care.space)
    first = care.outcome(care.maya, made)
    before = care.rows(care.maya, "ratings")
    assert care.send(care.maya, made, made).json["outcomes"] == [first, first]
    assert care.rows(care.maya, "ratings") == before


def test_nobody_rates_for_somebody_else(care: Care) -> None:
    assert refusal(care, care.sam, rating(care.space))["type"].endswith(":not-allowed")
    assert refusal(care, care.ali, rating(care.space))["type"].endswith(":not-found")
    assert care.rows(care.maya, "ratings") == []


@pytest.mark.parametrize(
    ("stamp", "arrives", "sentence"),
    [
        # The season ends at midnight in London; the phone may tell us of it for fourteen days more.
        ("2026-10-01T00:00:00.000+01:00", "2026-11-20T10:00:00.000Z", None),
        ("2026-12-31T23:59:59.999Z", "2026-12-31T23:59:59.999Z", None),
        ("2026-12-31T23:59:59.999Z", STILL_OPEN.isoformat(), None),
        ("2026-12-31T23:59:59.999Z", PUBLISHED.isoformat(), TOO_LATE),
        ("2026-11-20T09:00:00.000Z", "2028-01-01T00:00:00.000Z", TOO_LATE),
        ("2027-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z", LATE),
        ("2027-01-01T00:00:00.000Z", "2027-06-01T00:00:00.000Z", LATE),
        ("2026-09-30T23:59:59.999+01:00", "2026-11-20T10:00:00.000Z", EARLY),
        # A clock that runs ahead counts as the moment of arrival.
        ("2026-11-20T09:00:00.000Z", "2026-09-20T10:00:00.000Z", EARLY),
        ("2029-11-20T09:00:00.000Z", "2026-11-20T10:00:00.000Z", None),
    ],
)
def test_the_season_in_london_decides(care: Care, stamp: str, arrives: str, sentence: str | None) -> None:
    # Everyone is there before the earliest of these moments.
    with get_db().write() as db:
        db.execute(update(Member).values(since=datetime(2026, 1, 1, tzinfo=UTC)))
    with clock.fixed(datetime.fromisoformat(arrives)):
        # A new device, for a session that lies unused for a year has ended.
        phone = crowd.add_phone(care.app, care.maya)
        made = rating(care.space, made_at=stamp)
        (outcome,) = phone.post({"account": str(care.maya.id), "operations": [made]}).json["outcomes"]
    assert outcome["outcome"] == ("applied" if sentence is None else "refused")
    if sentence is not None:
        problem = outcome["problem"]
        assert (problem["retry"], problem["errors"]) == (False, {"season": [sentence]})
        assert problem["detail"] == f"{sentence} Nothing was changed."


def test_in_summer_london_is_an_hour_ahead(care: Care) -> None:
    with clock.fixed(datetime(2026, 11, 20, 10, tzinfo=UTC)):
        # Half past eleven at night in UTC on 30 September is October in London.
        assert care.outcome(care.maya, rating(care.space, made_at="2026-09-30T23:30:00.000Z"))["outcome"] == "applied"


@pytest.mark.parametrize(
    "change",
    [
        {"answer": "yes"},
        {"answer": "KEPT"},
        {"answer": None},
        {"answer": 1},
        {"season": "2026-Q5"},
        {"season": "2026-Q4\n"},
        {"season": "٢٠٢٦-Q4"},
        {"season": None},
        {"season": 20264},
        {"promise": ""},
        {"promise": "x" * 65},
        {"promise": "No Slug"},
        {"promise": "no-such-promise"},
        {"words": "x" * 501},
        {"words": None},
        {"words": 7},
        {"words": "\ud83d"},
        {"words": "a\0b"},
        {"council": "merton"},
    ],
)
def test_a_bad_rating_is_refused_and_stops_no_other(care: Care, change: dict[str, Any]) -> None:
    good = rating(care.space, promise=promise(1))
    outcomes = care.send(care.maya, rating(care.space, **change), good).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["refused", "applied"]
    assert outcomes[0]["problem"]["type"] == "urn:footing:problem:not-valid"
    assert set(outcomes[0]["problem"]["errors"]) == set(change)
    assert [row["promise"] for row in care.rows(care.maya, "ratings")] == [promise(1)]


@pytest.mark.parametrize("missing", ["promise", "season", "answer"])
def test_a_rating_without_a_part_is_refused(care: Care, missing: str) -> None:
    made = rating(care.space)
    del made["body"][missing]
    assert missing in refusal(care, care.maya, made)["errors"]


def test_the_longest_words_in_any_script_come_back_as_they_were(care: Care) -> None:
    words = ("سلام ሰላም 😀\n" * 50)[:500]
    care.send(care.maya, rating(care.space, words=words))
    assert [row["words"] for row in care.rows(care.maya, "ratings")] == [words]


def test_a_rating_waits_while_the_councils_pack_is_missing(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    made = rating(care.space)
    with monkeypatch.context() as patch:
        patch.setattr(Library, "has_council", lambda _self, _slug: False)
        assert refusal(care, care.maya, made)["retry"] is True
    assert care.outcome(care.maya, made)["outcome"] == "applied"


def test_the_words_are_sealed_to_their_place_and_stand_nowhere_in_the_file(care: Care) -> None:
    care.send(care.maya, rating(care.space, words="zebra words"))
    get_db().engine.dispose()
    data = b"".join(path.read_bytes() for path in care.app.extensions["footing-settings"].data_dir.glob("*.sqlite3*"))
    assert promise().encode() in data
    assert b"zebra" not in data
    with get_db().write() as db:
        db.execute(update(Rating).values(promise=promise(1)))
    assert care.send(care.maya).status_code == 500


def test_no_log_line_tells_what_was_said(care: Care) -> None:
    lines: list[str] = []
    listener = logging.Handler()
    listener.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    care.app.logger.addHandler(listener)
    care.send(care.maya, rating(care.space, "not_kept", words="zebra words"), rating(care.space, "zebra"))
    with clock.fixed(PUBLISHED):
        publishing.publish_due()
    assert lines
    said = " ".join(lines)
    assert not [word for word in ("zebra", "not_kept", promise(), str(care.space)) if word in said]


def test_ratings_go_with_the_space(either_care: Care) -> None:
    care = either_care
    care.send(care.maya, rating(care.space, words="mine"))
    with get_db().write() as db:
        db.execute(delete(Space).where(Space.id == care.space))
    with get_db().read() as db:
        assert db.scalars(select(Rating)).all() == []
        assert db.scalars(select(Account.id).where(Account.id == care.maya.id)).all() == [care.maya.id]
