"""What was received, and the days of steps against an answer: registers that any order of arrival leaves the same."""

from __future__ import annotations

import itertools
import uuid
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.support.care import Care, operation
from webapp.core import clock

from .asking import RIGHT, asked, refusal

ITEM = str(uuid.uuid4())
KETTLE: dict[str, Any] = {"item": ITEM, "entitlement": RIGHT, "what": "Kettle", "pence": 2000, "on": "2026-11-19"}
TODAY = datetime(2026, 11, 22, 9, tzinfo=UTC)


def at(second: int) -> str:
    return f"2026-11-20T09:00:0{second}.000Z"


def test_an_item_is_seen_by_both_and_corrected_whole(either_care: Care) -> None:
    care = either_care
    care.send(care.maya, operation(care.space, "spend.put", at(0), **KETTLE))
    fridge = KETTLE | {"what": "Fridge", "pence": 10_000_000, "on": "2026-11-18"}
    assert care.outcome(care.maya, operation(care.space, "spend.put", at(1), **fridge))["outcome"] == "applied"
    for person in (care.maya, care.sam):
        (row,) = care.rows(person, "spends")
        expected = {"id": ITEM, "entitlement": RIGHT, "what": "Fridge", "pence": 10_000_000, "on": "2026-11-18"}
        assert row == expected | {"made_at": at(1), "seq": row["seq"]}
    assert care.part(care.ali) is None


def test_a_removed_item_is_gone_from_every_phone_and_can_come_back(either_care: Care) -> None:
    care = either_care
    care.send(care.maya, operation(care.space, "spend.put", at(0), **KETTLE))
    before = care.seq()
    care.send(care.maya, operation(care.space, "spend.remove", at(1), item=ITEM))
    assert care.rows(care.sam, "spends", before) == [{"id": ITEM, "seq": before + 1, "deleted": True}]
    late = operation(care.space, "spend.put", at(0).replace(".000", ".500"), **KETTLE)
    assert care.outcome(care.maya, late)["outcome"] == "superseded"
    care.send(care.maya, operation(care.space, "spend.put", at(2), **KETTLE))
    assert [row["what"] for row in care.rows(care.sam, "spends")] == ["Kettle"]


@pytest.mark.parametrize("last", ["spend.put", "spend.remove"])
def test_puts_and_removes_that_arrive_in_any_order_end_the_same(care: Care, last: str) -> None:
    ends = set()
    for order in itertools.permutations(range(4)):
        item = str(uuid.uuid4())
        body = KETTLE | {"item": item}
        made = [
            operation(care.space, "spend.put", at(1), **body),
            operation(care.space, "spend.remove", at(2), item=item),
            operation(care.space, "spend.put", at(3), **body | {"what": "Fridge", "pence": 14900}),
            operation(care.space, last, at(4), **(body | {"what": "Bed"} if last == "spend.put" else {"item": item})),
        ]
        care.send(care.maya, *[made[number] for number in order])
        (row,) = [row for row in care.rows(care.sam, "spends") if row["id"] == item]
        ends.add((row.get("what"), row.get("pence"), row.get("made_at"), row.get("deleted")))
    assert ends == {("Bed", 2000, at(4), None) if last == "spend.put" else (None, None, None, True)}


def test_an_item_of_one_space_is_no_item_of_another(care: Care) -> None:
    assert care.ali.space
    care.send(care.maya, operation(care.space, "spend.put", at(0), **KETTLE))
    assert care.outcome(care.ali, operation(care.ali.space, "spend.remove", at(1), item=ITEM))["outcome"] == "applied"
    assert care.outcome(care.ali, operation(care.space, "spend.remove", at(1), item=ITEM))["problem"]["status"] == 404
    assert [row["what"] for row in care.rows(care.maya, "spends")] == ["Kettle"]


def test_only_the_young_person_writes_down_what_they_got(care: Care) -> None:
    assert refusal(care, care.sam, operation(care.space, "spend.put", **KETTLE)) == "not-allowed"
    assert refusal(care, care.sam, operation(care.space, "spend.remove", item=ITEM)) == "not-allowed"


@pytest.mark.parametrize(
    "change",
    [
        {"pence": 0},
        {"pence": -1},
        {"pence": 10_000_001},
        {"pence": 10**30},
        {"pence": 20.5},
        {"pence": "2000"},
        {"pence": True},
        {"pence": None},
        {"on": "2026-02-30"},
        {"on": "2026-11-24"},
        {"on": "2999-01-01"},
        {"on": "1890-01-01"},
        {"on": "19 November"},
        {"on": 20261119},
        {"on": None},
        {"what": ""},
        {"what": "x" * 201},
        {"entitlement": "x" * 65},
        {"entitlement": "no slug"},
        {"item": "seven"},
        {"colour": "red"},
    ],
)
def test_a_bad_item_is_refused_and_stops_no_other(care: Care, change: dict[str, Any]) -> None:
    other = KETTLE | {"item": str(uuid.uuid4())}
    with clock.fixed(TODAY):
        bad = operation(care.space, "spend.put", **KETTLE | change)
        outcomes = care.send(care.maya, bad, operation(care.space, "spend.put", **other)).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["refused", "applied"]
    assert outcomes[0]["problem"]["type"] == "urn:footing:problem:not-valid"
    assert set(outcomes[0]["problem"]["errors"]) == set(change)
    assert [row["id"] for row in care.rows(care.maya, "spends")] == [other["item"]]


@pytest.mark.parametrize("day", ["2026-11-23", "2008-05-04"])
def test_the_first_and_the_last_day_that_can_be(care: Care, day: str) -> None:
    with clock.fixed(TODAY):
        made = operation(care.space, "spend.put", **KETTLE | {"on": day})
        assert care.outcome(care.maya, made)["outcome"] == "applied"


def challenge(care: Care, request: str, on: Any, second: int = 0, step: str = "stage-1") -> dict[str, Any]:
    return operation(care.space, "request.challenge", at(second), request=request, step=step, on=on)


def test_the_day_of_a_step_is_kept_for_each_step_and_can_be_taken_back(either_care: Care) -> None:
    care = either_care
    request = asked(care)
    care.send(care.maya, challenge(care, request, "2026-11-19"), challenge(care, request, "2026-11-20", 1, "advocate"))
    assert care.rows(care.sam, "request_challenges") == [], "it may be about the adviser"
    rows = {row["id"]: row for row in care.rows(care.maya, "request_challenges")}
    assert set(rows) == {f"{request}/stage-1", f"{request}/advocate"}
    first = rows[f"{request}/stage-1"]
    expected = {"id": f"{request}/stage-1", "request": request, "step": "stage-1", "on": "2026-11-19"}
    assert first == expected | {"made_at": at(0), "seq": first["seq"]}
    assert care.outcome(care.maya, challenge(care, request, None, 2))["outcome"] == "applied"
    assert care.outcome(care.maya, challenge(care, request, "2026-11-18", 1))["outcome"] == "superseded"
    rows = {row["id"]: row for row in care.rows(care.maya, "request_challenges")}
    assert (rows[f"{request}/stage-1"]["on"], rows[f"{request}/advocate"]["on"]) == (None, "2026-11-20")


@pytest.mark.parametrize(
    "change",
    [
        {"on": "2026-02-30"},
        {"on": "2999-01-01"},
        {"on": "1890-01-01"},
        {"step": ""},
        {"step": "x" * 65},
        {"step": "a/b"},
        {"request": "seven"},
        {"words": "x"},
    ],
)
def test_a_bad_step_against_an_answer_is_refused(care: Care, change: dict[str, Any]) -> None:
    body = {"request": asked(care), "step": "stage-1", "on": date(2026, 11, 20).isoformat()} | change
    assert refusal(care, care.maya, operation(care.space, "request.challenge", **body)) == "not-valid"
    assert care.rows(care.maya, "request_challenges") == []


def test_a_step_against_an_answer_without_its_day_is_refused(care: Care) -> None:
    made = operation(care.space, "request.challenge", request=asked(care), step="stage-1")
    assert refusal(care, care.maya, made) == "not-valid"
