"""What a council adds: you said, we did; and versions of the results for its board that never change."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.support.care import Care
from webapp.core import clock
from webapp.core.db import get_db
from webapp.pledge.models import PledgeBoard

from .rating import PUBLISHED, RATED, all_say, cells, manager, promise, results

DID, BOARDS = "/api/v1/council/pledge/did", "/api/v1/council/pledge/boards"
PUBLIC_BOARD = "/api/v1/councils/rutland/pledge/boards"
A_BED = {"you_said": "We wait too long for a bed.", "we_did": "There is a fund now.\nAsk your PA.", "on": "2026-11-19"}
Json = dict[str, Any]


def did(care: Care, council: str = "rutland") -> list[Json]:
    rows: list[Json] = results(care.app, council)["did"]
    return rows


def test_an_entry_is_public_changed_whole_and_taken_away(either_care: Care) -> None:
    care, morgan = either_care, manager(either_care.app)
    answer = morgan.client.post(DID, json=A_BED)
    assert answer.status_code == 201
    made = answer.get_json()["id"]
    assert did(care) == [A_BED | {"id": made, "promise": None}]
    other = {"promise": promise(), "you_said": "سلام 😀", "we_did": "We listened.", "on": "2026-11-20"}
    assert morgan.client.put(f"{DID}/{made}", json=other).status_code == 204
    assert did(care) == [other | {"id": made}]
    assert morgan.client.post(DID, json=A_BED).status_code == 201
    assert [one["on"] for one in did(care)] == ["2026-11-20", "2026-11-19"]
    assert morgan.client.delete(f"{DID}/{made}").status_code == 204
    assert [one["on"] for one in did(care)] == ["2026-11-19"]
    assert morgan.client.delete(f"{DID}/{made}").status_code == 404
    assert morgan.client.put(f"{DID}/{made}", json=other).status_code == 404


def test_an_entry_is_its_own_councils(care: Care) -> None:
    made = manager(care.app).client.post(DID, json=A_BED).get_json()["id"]
    bea = manager(care.app, "merton").client
    assert bea.put(f"{DID}/{made}", json=A_BED | {"we_did": "Ours!"}).status_code == 404
    assert bea.delete(f"{DID}/{made}").status_code == 404
    assert did(care, "merton") == []
    assert [one["we_did"] for one in did(care)] == [A_BED["we_did"]]


def test_only_a_manager_writes_for_the_council(care: Care) -> None:
    for phone in (care.maya_phone, care.sam_phone):
        assert phone.client.post(DID, json=A_BED).status_code == 404
        assert phone.client.post(BOARDS, json={"on": "2026-11-20"}).status_code == 404
    assert care.app.test_client().post(DID, json=A_BED).status_code == 401
    assert did(care) == []


@pytest.mark.parametrize(
    "change",
    [
        {"promise": "no-such-promise"},
        {"promise": 7},
        {"you_said": ""},
        {"we_did": " \n"},
        {"you_said": "x" * 1001},
        {"we_did": None},
        {"we_did": "a\0b"},
        {"on": "2026-11-21"},
        {"on": "2026-02-30"},
        {"on": "20 November"},
        {"on": None},
        {"name": "Morgan"},
    ],
)
def test_a_bad_entry_is_refused(care: Care, change: Json) -> None:
    morgan = manager(care.app).client
    made = morgan.post(DID, json=A_BED).get_json()["id"]
    for answer in (morgan.post(DID, json=A_BED | change), morgan.put(f"{DID}/{made}", json=A_BED | change)):
        assert answer.status_code == 422
        errors = answer.get_json()["errors"]
        assert set(errors.get("json", errors)) == set(change)
    assert did(care) == [A_BED | {"id": made, "promise": None}]


@contextmanager
def on(moment: datetime) -> Iterator[None]:
    with clock.fixed(moment):
        yield


def test_a_boards_version_never_changes(either_care: Care) -> None:
    care, morgan = either_care, manager(either_care.app)
    all_say(care.app, ["kept"] * 6)
    morgan.client.post(DID, json=A_BED)
    client = care.app.test_client()
    with on(PUBLISHED):
        # Freezing is a first reading too: the season is published by it.
        assert morgan.client.post(BOARDS, json={"on": "2027-01-20"}).status_code == 201
        first = client.get(f"{PUBLIC_BOARD}/2027-01-20")
        assert results(care.app)["boards"] == ["2027-01-20"]
    whole = first.get_json()
    assert (whole["board"], whole["frozen_at"]) == ("2027-01-20", "2027-01-15T00:00:00.000Z")
    assert [cells(row) for row in whole["seasons"][0]["promises"]] == [(None, 6, None, None, None)]
    assert [one["we_did"] for one in whole["did"]] == [A_BED["we_did"]]
    morgan.client.delete(f"{DID}/{whole['did'][0]['id']}")
    with on(PUBLISHED + timedelta(days=3)):
        again = morgan.client.post(BOARDS, json={"on": "2027-01-20"})
        assert (again.status_code, again.get_json()["type"]) == (409, "urn:footing:problem:conflict")
        assert results(care.app)["did"] == []
    later = client.get(f"{PUBLIC_BOARD}/2027-01-20")
    assert (later.data, later.headers["ETag"]) == (first.data, first.headers["ETag"])
    assert later.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    table = client.get(f"{PUBLIC_BOARD}/2027-01-20.csv")
    assert (table.mimetype, table.text.count("\n")) == ("text/csv", 2)
    assert ",[c],6,[c],[c]," in table.text
    same = client.get(f"{PUBLIC_BOARD}/2027-01-20", headers={"If-None-Match": first.headers["ETag"]})
    assert (same.status_code, same.data) == (304, b"")


def test_each_council_and_each_day_has_its_own(care: Care) -> None:
    assert manager(care.app).client.post(BOARDS, json={"on": "2026-11-20"}).status_code == 201
    assert manager(care.app).client.post(BOARDS, json={"on": "2026-12-01"}).status_code == 201
    assert manager(care.app, "merton").client.post(BOARDS, json={"on": "2026-12-01"}).status_code == 201
    assert results(care.app)["boards"] == ["2026-12-01", "2026-11-20"]
    assert results(care.app, "merton")["boards"] == ["2026-12-01"]
    client = care.app.test_client()
    assert client.get(f"{PUBLIC_BOARD}/2026-12-01".replace("rutland", "merton")).get_json()["council"] == "merton"
    for missing in ("2026-12-02", "2026-12-1", "20261201", "december", "2026-02-30"):
        assert client.get(f"{PUBLIC_BOARD}/{missing}").status_code == 404
    assert client.get(f"{PUBLIC_BOARD}/2026-12-01".replace("rutland", "nowhere")).status_code == 404


@pytest.mark.parametrize("day", ["2026-11-19", "2027-02-21", "2099-01-01", "2026-02-30", "soon", "", None, 20261120])
def test_a_day_that_cannot_be_is_refused(care: Care, day: Any) -> None:
    assert manager(care.app).client.post(BOARDS, json={"on": day}).status_code == 422
    assert results(care.app)["boards"] == []


def test_the_last_day_that_can_be(care: Care) -> None:
    assert manager(care.app).client.post(BOARDS, json={"on": "2027-02-20"}).status_code == 201


def test_two_who_freeze_at_once_freeze_one(either_care: Care) -> None:
    phones = [manager(either_care.app) for _ in range(4)]
    answers: list[int] = []

    def freeze(number: int) -> None:
        answers.append(phones[number].client.post(BOARDS, json={"on": "2026-11-20"}).status_code)

    threads = [threading.Thread(target=freeze, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [201, 409, 409, 409]


def test_what_is_frozen_for_one_council_is_not_anothers(care: Care) -> None:
    with get_db().write() as db:
        db.add(PledgeBoard(council="merton", day=RATED.date(), body=b"{}"))
    assert care.app.test_client().get(f"{PUBLIC_BOARD}/{RATED.date()}").status_code == 404
    assert uuid.UUID(manager(care.app).client.post(DID, json=A_BED).get_json()["id"])
