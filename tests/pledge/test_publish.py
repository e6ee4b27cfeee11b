"""Results: published once, after the season, for everyone, and never changed afterwards."""

from __future__ import annotations

import csv
import dataclasses
import io
import threading
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update

from tests.support.care import Care
from webapp.content.library import Library, get_library
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.jobs import all_jobs
from webapp.pledge.models import PledgeResult, PledgeSeason, Rating
from webapp.pledge.publishing import publish_due
from webapp.spaces.models import Space

from .rating import PUBLISHED, RESULTS, SEASON, STILL_OPEN, all_say, cells, promise, rater, rating, results, sent

# Twelve, six, two and one.
SAID = ["kept"] * 12 + ["partly"] * 6 + ["not_kept"] * 2 + ["cannot_say"]
SHOWN = (None, 12, 6, None, None)
SPRING = datetime(2027, 2, 3, 10, tzinfo=UTC)
SUMMER = datetime(2027, 5, 1, tzinfo=UTC)


def rows_of(season: dict[str, Any]) -> dict[str, tuple[int | None, ...]]:
    return {row["promise"]: cells(row) for row in season["promises"]}


def test_nothing_is_published_before_all_answers_can_be_in(either_care: Care) -> None:
    app = either_care.app
    all_say(app, SAID)
    with clock.fixed(STILL_OPEN):
        publish_due()
        assert results(app)["seasons"] == []
    with clock.fixed(PUBLISHED):
        (season,) = results(app)["seasons"]
    assert (season["season"], season["from"], season["to"]) == (SEASON, "2026-10-01", "2026-12-31")
    assert season["published_at"] == "2027-01-15T00:00:00.000Z"
    assert rows_of(season) == {promise(): SHOWN}


def test_a_promise_is_shown_in_its_words_and_in_the_order_of_the_pledge(care: Care) -> None:
    for number in (2, 0, 1):
        all_say(care.app, ["kept"] * (6 - number), promise=promise(number))
    with clock.fixed(PUBLISHED):
        (season,) = results(care.app)["seasons"]
    # The third had only four answers.
    assert [row["promise"] for row in season["promises"]] == [promise(0), promise(1)]
    pledge = get_library().council("rutland").pledge
    assert pledge is not None
    area = pledge["areas"][0]
    first = {"area": area["title"], "text": area["promises"][0]["text"], "strength": area["promises"][0]["strength"]}
    row = season["promises"][0]
    assert {name: row[name] for name in first} == first
    assert row["change"] is None


def test_once_published_nothing_changes(either_care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    app = either_care.app
    spaces = all_say(app, SAID)
    with clock.fixed(PUBLISHED):
        before = results(app)
    with get_db().write() as db:
        db.execute(delete(Space).where(Space.id.in_(spaces[:4])))
        # As if answers had come late, or been changed.
        db.execute(update(Rating).where(Rating.answer == "partly").values(answer="not_kept"))
    council = get_library().council("rutland")
    monkeypatch.setattr(Library, "council", lambda _self, _slug: dataclasses.replace(council, pledge=None))
    with clock.fixed(SUMMER):
        publish_due()
        assert results(app) == before


def test_a_season_with_too_few_answers_stays_without_results(care: Care) -> None:
    all_say(care.app, ["kept"] * 4)
    with clock.fixed(PUBLISHED):
        assert [season["promises"] for season in results(care.app)["seasons"]] == [[]]
    # A fifth that was on its way while the season was published.
    all_say(care.app, ["kept"])
    with clock.fixed(SUMMER):
        assert [season["promises"] for season in results(care.app)["seasons"]] == [[]]


def test_the_change_since_last_season_comes_from_what_is_shown_in_both(care: Care) -> None:
    all_say(care.app, SAID)
    with clock.fixed(SPRING):
        later = ["kept"] * 7 + ["not_kept"] * 8 + ["partly"] * 3
        stamped = "2027-02-03T09:00:00.000Z"
        all_say(care.app, later, season="2027-Q1", made_at=stamped)
        all_say(care.app, ["kept"] * 6, season="2027-Q1", made_at=stamped, promise=promise(1))
    with clock.fixed(SUMMER):
        spring, autumn = results(care.app)["seasons"]
    assert (spring["season"], autumn["season"]) == ("2027-Q1", SEASON)
    first, second = spring["promises"]
    assert first["change"] == {"kept": -5, "partly": None, "not_kept": None, "cannot_say": None}
    assert (second["change"], autumn["promises"][0]["change"]) == (None, None)


def test_a_season_in_between_without_answers_leaves_nothing_to_compare_with(care: Care) -> None:
    all_say(care.app, SAID)
    with clock.fixed(datetime(2027, 5, 3, 10, tzinfo=UTC)):
        all_say(care.app, SAID, season="2027-Q2", made_at="2027-05-03T09:00:00.000Z")
    with clock.fixed(datetime(2027, 8, 1, tzinfo=UTC)):
        newest = results(care.app)["seasons"][0]
    assert newest["season"] == "2027-Q2"
    assert newest["promises"][0]["change"] is None


def test_each_council_has_its_own_and_there_is_no_sum(care: Care) -> None:
    all_say(care.app, SAID)
    all_say(care.app, ["not_kept"] * 9, council="merton")
    with clock.fixed(PUBLISHED):
        assert rows_of(results(care.app)["seasons"][0]) == {promise(): SHOWN}
        (merton,) = results(care.app, "merton")["seasons"]
        assert rows_of(merton) == {promise(council="merton"): (None, None, None, 9, None)}
        assert results(care.app, "england")["seasons"] == []
        assert care.app.test_client().get(RESULTS.replace("rutland", "nowhere")).status_code == 404


def test_who_moves_counts_for_the_council_that_made_the_promise(care: Care) -> None:
    spaces = all_say(care.app, ["kept"] * 6)
    with get_db().write() as db:
        db.execute(update(Space).where(Space.id.in_(spaces)).values(council="merton"))
    with clock.fixed(PUBLISHED):
        assert rows_of(results(care.app)["seasons"][0]) == {promise(): (None, 6, None, None, None)}
        assert results(care.app, "merton")["seasons"] == []


def test_the_worker_publishes_every_council(care: Care) -> None:
    (job,) = [job for job in all_jobs(care.app) if job.name == "pledge.publish"]
    all_say(care.app, ["kept"] * 6)
    all_say(care.app, ["kept"] * 6, council="merton")
    with clock.fixed(PUBLISHED):
        job.run()
        job.run()
    with get_db().read() as db:
        assert set(db.execute(select(PledgeSeason.council, PledgeSeason.season)).tuples()) == {
            ("rutland", SEASON),
            ("merton", SEASON),
        }
        assert db.scalar(select(func.count()).select_from(PledgeResult)) == 2


def test_a_promise_that_the_pledge_has_lost_is_not_hushed_up(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, there = promise(0), promise(1)
    all_say(care.app, ["not_kept"] * 6)
    all_say(care.app, ["kept"] * 6, promise=there)
    council = get_library().council("rutland")
    assert council.pledge is not None
    area = council.pledge["areas"][0]
    pledge = council.pledge | {"areas": [area | {"promises": area["promises"][1:]}]}
    monkeypatch.setattr(Library, "council", lambda _self, _slug: dataclasses.replace(council, pledge=pledge))
    with clock.fixed(PUBLISHED):
        (season,) = results(care.app)["seasons"]
    assert [row["promise"] for row in season["promises"]] == [there, gone]
    last = season["promises"][1]
    assert (last["text"], last["area"], last["strength"], last["not_kept"]) == (None, None, None, 6)


def test_two_who_publish_at_once_publish_one_thing(either_care: Care) -> None:
    """The first has counted but not committed when the second comes; meanwhile one more answer appears."""
    app = either_care.app
    all_say(app, SAID)
    heard: list[dict[str, Any]] = []
    second = threading.Thread(target=lambda: heard.append(results(app)))
    with clock.fixed(PUBLISHED):
        with get_db().write() as db:
            db.add(PledgeSeason(council="rutland", season=SEASON, published_at=PUBLISHED))
            cell = '{"area":null,"text":null,"strength":null,"answers":null,"kept":12,"partly":6,"not_kept":null'
            body = cell + ',"cannot_say":null}'
            db.add(PledgeResult(council="rutland", season=SEASON, promise=promise(), place=0, json=body))
            db.flush()
            second.start()
            # Long enough for the other to come to where it must wait.
            time.sleep(0.7)
        second.join()
    (season,) = heard[0]["seasons"]
    assert rows_of(season) == {promise(): SHOWN}
    assert season["promises"][0]["text"] is None, "the first one's, not a second one's"


def test_many_first_readers_read_the_same(either_care: Care) -> None:
    app = either_care.app
    for number in range(3):
        all_say(app, SAID[number * 3 :], promise=promise(number))
    heard: list[bytes] = []
    with clock.fixed(PUBLISHED):
        readers = [threading.Thread(target=lambda: heard.append(app.test_client().get(RESULTS).data)) for _ in range(6)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
    assert len(heard) == 6
    assert len(set(heard)) == 1
    assert b'"kept":12' in heard[0]


def test_a_reader_who_has_it_gets_no_body_and_nobody_keeps_it_unasked(care: Care) -> None:
    all_say(care.app, SAID)
    client = care.app.test_client()
    with clock.fixed(PUBLISHED):
        for address in (RESULTS, f"{RESULTS}.csv"):
            first = client.get(address)
            assert first.headers["Cache-Control"] == "public, no-cache"
            again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
            assert (again.status_code, again.data) == (304, b"")


def test_the_table_for_spreadsheets(care: Care) -> None:
    all_say(care.app, SAID)
    with clock.fixed(PUBLISHED):
        answer = care.app.test_client().get(f"{RESULTS}.csv")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="pledge-rutland.csv"'
    assert answer.data.startswith(b"\xef\xbb\xbfseason,")
    head, row = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")))
    table = dict(zip(head, row, strict=True))
    assert [table[name] for name in ("season", "promise", "answers")] == [SEASON, promise(), "[c]"]
    assert [table[name] for name in ("kept", "partly", "not_kept", "cannot_say")] == ["12", "6", "[c]", "[c]"]
    assert [table[f"change_{name}"] for name in ("kept", "partly", "not_kept", "cannot_say")] == ["[x]"] * 4


def test_a_cell_that_begins_like_a_formula_stays_text(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    all_say(care.app, SAID)
    council = get_library().council("rutland")
    assert council.pledge is not None
    area = council.pledge["areas"][0]
    first = area["promises"][0] | {"text": '=HYPERLINK("https://evil.example")'}
    pledge = council.pledge | {"areas": [area | {"title": "@area", "promises": [first]}]}
    monkeypatch.setattr(Library, "council", lambda _self, _slug: dataclasses.replace(council, pledge=pledge))
    with clock.fixed(PUBLISHED):
        _, row = csv.reader(io.StringIO(care.app.test_client().get(f"{RESULTS}.csv").text))
    assert row[1] == "'@area"
    assert row[4] == '\'=HYPERLINK("https://evil.example")'


def test_a_late_phone_is_told_and_changes_nothing(care: Care) -> None:
    all_say(care.app, SAID)
    space, person = rater()
    with clock.fixed(PUBLISHED):
        before = results(care.app)
        assert sent(care.app, person, rating(space, "not_kept")) == "refused"
        assert results(care.app) == before
