"""Every kind of bad input: a clear problem, nothing else of the same request lost, nothing half-written."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from tests.support import crowd
from tests.support.care import Care, operation
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.sync import incoming
from webapp.sync.models import Operation
from webapp.sync.registry import OperationKind, Outcome, get_registry

URL = "/api/v1/sync"


def stored() -> int:
    with get_db().read() as db:
        return db.scalar(select(func.count()).select_from(Operation)) or 0


def problem(response: Any, status: int, code: str) -> dict[str, Any]:
    assert response.status_code == status, response.json
    assert response.content_type == "application/problem+json"
    body: dict[str, Any] = response.json
    assert body["type"] == f"urn:footing:problem:{code}"
    assert body["status"] == status
    assert body["detail"]
    return body


def mark(care: Care, skill: str = "home-09", **changes: Any) -> dict[str, Any]:
    return operation(care.space, "passport.mark", skill=skill, level="with_help") | changes


@pytest.mark.parametrize(
    "data", [b"", b"{", b"not json", b'{"account": NaN}', b"\xff\xfe", b"[" * 100_000, b'"' + b"9" * 9 + b"\n\x00"]
)
def test_a_body_that_is_not_json(care: Care, data: bytes) -> None:
    response = care.maya_phone.client.post(URL, data=data, content_type="application/json")
    problem(response, 400, "bad-json")


def test_a_body_of_another_type(care: Care) -> None:
    problem(care.maya_phone.client.post(URL, data="a=b", content_type="text/plain"), 400, "bad-json")
    problem(care.maya_phone.client.post(URL), 415, "wrong-type")


@pytest.mark.parametrize(
    "change",
    [
        {"account": 7},
        {"account": None},
        {"cursors": []},
        {"cursors": {"x": {"epoch": 1, "seq": 1}}},
        {"cursors": {str(uuid.uuid4()): {"epoch": 1}}},
        {"cursors": {str(uuid.uuid4()): {"epoch": 1, "seq": "1"}}},
        {"cursors": {str(uuid.uuid4()): {"epoch": 1, "seq": -1}}},
        {"cursors": {str(uuid.uuid4()): {"epoch": 1, "seq": 1, "more": 1}}},
        {"operations": {}},
        {"operations": [7]},
        {"operations": [{"kind": "passport.mark"}]},
        {"operations": [{"id": "seven"}]},
        {"operations": [{"id": 7}]},
        {"unknown": 1},
    ],
)
def test_a_wrong_type_or_an_unknown_field_refuses_the_request(care: Care, change: dict[str, Any]) -> None:
    good = {"account": str(care.maya.id), "cursors": {}, "operations": [mark(care)]}
    if isinstance(change.get("operations"), list):
        change["operations"] = [mark(care), *change["operations"]]
    problem(care.maya_phone.post(good | change), 422, "not-valid")
    assert stored() == 0


@pytest.mark.parametrize("body", [[], "x", 7, None])
def test_a_body_that_is_no_object(care: Care, body: Any) -> None:
    response = care.maya_phone.client.post(URL, data=json.dumps(body), content_type="application/json")
    problem(response, 422, "not-valid")


@pytest.mark.parametrize(
    "change",
    [
        {"kind": None},
        {"kind": 7},
        {"kind": "x" * 65},
        {"space": "here"},
        {"made_at": "yesterday"},
        {"made_at": "2026-11-22T09:14:03.120"},
        {"made_at": 1_700_000_000},
        {"made_at": "0001-01-01T00:00:00+14:00"},
        {"made_at": "1969-12-31T23:59:59Z"},
        {"body": []},
        {"body": None},
        {"extra": 1},
        {"body": {"skill": "home-09"}},
        {"body": {"skill": "home-09", "level": "expert"}},
        {"body": {"skill": 9, "level": "with_help"}},
        {"body": {"skill": "home-99", "level": "with_help"}},
        {"body": {"skill": "home-09", "level": "with_help", "why": "because"}},
        {"body": {"skill": "\ud800", "level": "with_help"}},
    ],
)
def test_one_bad_operation_stops_no_other(care: Care, change: dict[str, Any]) -> None:
    first, bad, last = mark(care, "home-01"), mark(care) | change, mark(care, "home-02")
    outcomes = care.send(care.maya, first, bad, last).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["applied", "refused", "applied"]
    assert outcomes[1]["id"] == bad["id"]
    refusal = outcomes[1]["problem"]
    assert (refusal["type"], refusal["status"], refusal["retry"]) == ("urn:footing:problem:not-valid", 422, False)
    assert refusal["errors"]
    assert [row["id"] for row in care.rows(care.maya, "skills")] == ["home-01", "home-02"]


@pytest.mark.parametrize("missing", ["space", "kind", "made_at", "body"])
def test_an_operation_without_a_part_is_refused_by_its_id(care: Care, missing: str) -> None:
    bad = mark(care)
    del bad[missing]
    outcomes = care.send(care.maya, bad, mark(care, "home-01")).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["refused", "applied"]
    assert missing in outcomes[0]["problem"]["errors"]


def test_a_refusal_keeps_no_words_of_the_sender(care: Care) -> None:
    bad = mark(care, body={"skill": "home-09", "level": "with_help", "x" * 5000: "secret words"})
    outcome = care.outcome(care.maya, bad)
    assert list(outcome["problem"]["errors"]) == ["x" * 40]
    with get_db().read() as db:
        kept = db.get_one(Operation, uuid.UUID(bad["id"])).problem
    assert kept is not None
    assert "secret words" not in kept


def test_a_refusal_keeps_no_words_of_the_sender_from_within_a_field_either(care: Care) -> None:
    secret = "kumquat" * 20
    wrong = [{secret: secret, "id": "a"}] * 300
    for result in ({"status": {secret: secret}}, {"entitlements": wrong}):
        shared = operation(care.space, "check.share", result=result)
        answer = care.send(care.maya, shared)
        assert answer.json["outcomes"][0]["outcome"] == "refused"
        with get_db().read() as db:
            kept = db.get_one(Operation, uuid.UUID(shared["id"])).problem
        assert kept is not None
        assert len(kept) < 5000
        assert secret not in kept + answer.text


def test_a_space_that_is_not_yours_looks_like_one_that_is_not_there(care: Care) -> None:
    assert care.ali.space
    theirs, nobodys = mark(care, space=str(care.ali.space)), mark(care, space=str(uuid.uuid4()))
    outcomes = care.send(care.maya, theirs, nobodys, mark(care)).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["refused", "refused", "applied"]
    assert outcomes[0]["problem"] == outcomes[1]["problem"]
    assert outcomes[0]["problem"]["status"] == 404
    assert stored() == 1


def test_the_same_operation_again_gets_the_same_answer(care: Care) -> None:
    good, bad = mark(care), mark(care, "home-99")
    first = care.send(care.maya, good, bad).json["outcomes"]
    seq = care.seq()
    assert care.send(care.maya, bad, good, good).json["outcomes"] == [first[1], first[0], first[0]]
    assert care.seq() == seq


@pytest.mark.parametrize(
    "change", [{"body": {"skill": "home-09", "level": "can_show"}}, {"made_at": "2026-11-20T09:00:00.001Z"}]
)
def test_a_reused_id_with_another_body_leaves_the_first_unharmed(care: Care, change: dict[str, Any]) -> None:
    first = mark(care)
    assert care.outcome(care.maya, first)["outcome"] == "applied"
    before = care.part(care.maya)
    other = care.outcome(care.maya, first | change)
    assert other["outcome"] == "refused"
    assert other["problem"]["type"] == "urn:footing:problem:reused-id"
    assert care.part(care.maya) == before
    assert care.outcome(care.maya, first) == {"id": first["id"], "outcome": "applied"}


def test_another_persons_operation_id_says_nothing_of_its_outcome(care: Care) -> None:
    first = mark(care)
    care.send(care.maya, first)
    assert care.outcome(care.ali, first)["problem"]["type"] == "urn:footing:problem:reused-id"


def test_a_stamp_in_the_future_counts_as_its_arrival(care: Care) -> None:
    before = now()
    care.send(care.maya, mark(care, made_at="2999-01-01T00:00:00.000Z"))
    (row,) = care.rows(care.maya, "skills")
    assert before <= datetime.fromisoformat(row["made_at"]) <= now()


def test_a_body_of_10_mb(care: Care) -> None:
    note = operation(care.space, "passport.note", skill="home-09", text="x" * 10_000_000)
    problem(care.send(care.maya, mark(care), note), 413, "too-large")
    assert stored() == 0


def test_more_than_500_operations(care: Care) -> None:
    problem(care.send(care.maya, *[mark(care) for _ in range(501)]), 413, "too-large")
    assert stored() == 0


def test_another_accounts_queue(care: Care) -> None:
    body = {"account": str(care.ali.id), "cursors": {}, "operations": [mark(care)]}
    problem(care.maya_phone.post(body), 409, "wrong-account")
    assert stored() == 0


@pytest.mark.parametrize("cursor", [(0, 99), (0, 10**30), (1, 1), (-1, 1), (10**30, 1)])
def test_a_cursor_from_the_future_or_of_another_epoch_begins_anew(care: Care, cursor: tuple[int, int]) -> None:
    care.send(care.maya, mark(care))
    whole = care.part(care.maya)
    (part,) = care.send(care.maya, cursor=(whole["epoch"] + cursor[0], cursor[1])).json["spaces"]
    assert part == whole | {"reset": True}


def test_a_cursor_of_a_space_that_is_not_mine_is_ended(care: Care) -> None:
    mine, theirs, nobodys = str(care.space), str(care.ali.space), str(uuid.uuid4())
    cursors = {space: {"epoch": 1, "seq": 1} for space in (mine, theirs, nobodys)}
    answer = care.maya_phone.post({"account": str(care.maya.id), "cursors": cursors}).json
    assert set(answer["ended"]) == {theirs, nobodys}
    assert [part["id"] for part in answer["spaces"]] == [mine]


def test_nobody_is_signed_in(care: Care) -> None:
    body = {"account": str(care.maya.id), "operations": [mark(care)]}
    problem(care.app.test_client().post(URL, json=body), 401, "not-signed-in")


def test_a_session_ended_in_the_middle_of_a_flush(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    operations = [mark(care, f"home-0{number}") for number in range(1, 6)]
    before_each(monkeypatch, {3: lambda: crowd.sign_out(care.maya, care.maya_phone)})
    problem(care.send(care.maya, *operations), 401, "not-signed-in")
    assert stored() == 2
    again = crowd.add_phone(care.app, care.maya)
    outcomes = again.post({"account": str(care.maya.id), "operations": operations}).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["applied"] * 5
    assert len(care.rows(care.sam, "marks")) == 5


def before_each(monkeypatch: pytest.MonkeyPatch, actions: dict[int, Callable[[], None]]) -> None:
    """Have something happen just before the operation of that place in the flush."""
    take, count = incoming._take, iter(range(1, 1000))

    def wrapped(*arguments: Any) -> Any:
        actions.get(next(count), lambda: None)()
        return take(*arguments)

    monkeypatch.setattr(incoming, "_take", wrapped)


def test_a_kind_that_this_server_does_not_know_yet_stays_with_the_phone(care: Care) -> None:
    future = mark(care, kind="passport.dance")
    outcome = care.outcome(care.maya, future)
    assert outcome["outcome"] == "refused"
    assert (outcome["problem"]["type"], outcome["problem"]["retry"]) == ("urn:footing:problem:unknown-kind", True)
    assert stored() == 0
    known = get_registry().kinds["passport.mark"]
    get_registry().add_kind(OperationKind("passport.dance", known.schema, known.roles, known.handler))
    assert care.outcome(care.maya, future)["outcome"] == "applied"


def test_an_operation_that_we_stumble_over_is_kept_by_the_phone_and_stops_no_other(care: Care) -> None:
    known = get_registry().kinds["passport.mark"]

    def stumble(change: Any) -> Outcome:
        known.handler(change)
        raise RuntimeError("something personal")

    get_registry().add_kind(OperationKind("passport.stumble", known.schema, known.roles, stumble))
    broken = mark(care, "home-01", kind="passport.stumble")
    outcomes = care.send(care.maya, broken, mark(care)).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["refused", "applied"]
    assert (outcomes[0]["problem"]["status"], outcomes[0]["problem"]["retry"]) == (500, True)
    assert stored() == 1
    assert [row["skill"] for row in care.rows(care.maya, "marks")] == ["home-09"]
