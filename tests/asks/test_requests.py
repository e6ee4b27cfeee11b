"""Asking: who may, what everyone in the space sees, what stays, and what nobody else ever reads."""

from __future__ import annotations

import dataclasses
import itertools
import uuid
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from tests.support import crowd
from tests.support.care import MADE, Care, operation
from webapp.asks.models import Request, RequestChallenge, RequestStep, Spend
from webapp.asks.rules import State, Step, receipt_number, state_of
from webapp.content import library
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.models import Account
from webapp.spaces.models import Space

from .asking import WORDS, Row, answer, ask, asked, got, refusal

LATE = "2026-11-20T09:00:00.001Z"


def state(care: Care) -> str:
    """How Maya's phone shows her one request."""
    rows = care.rows(care.maya, "request_steps")
    return state_of(Step(row["at"], uuid.UUID(row["id"]), State(row["state"])) for row in rows)


def test_a_request_has_a_receipt_that_both_see(either_care: Care) -> None:
    care = either_care
    made = ask(care, note="Sam knows which flat.")
    assert care.outcome(care.maya, made) == {"id": made["id"], "outcome": "applied"}
    number = receipt_number(uuid.UUID(made["id"]))
    expected = WORDS | {"id": made["id"], "note": "Sam knows which flat.", "made_at": MADE, "number": number}
    for person in (care.maya, care.sam):
        (row,) = care.rows(person, "requests")
        # Friday 20 November; ten working days later is Friday 4 December.
        assert row == expected | {"seq": row["seq"], "due": "2026-12-04"}
        assert care.rows(person, "request_steps") == []
    assert care.part(care.ali) is None


def test_seen_refused_with_a_reason_and_agreed_after_all(either_care: Care) -> None:
    care = either_care
    request = asked(care)
    said = (("seen", ""), ("refused", "You had it in May."), ("agreed", "We found £800 that was left."))
    for number, (one, words) in enumerate(said):
        before = care.seq()
        made = answer(care, request, one, f"2026-11-20T10:00:0{number}.000Z", words=words)
        assert care.outcome(care.sam, made)["outcome"] == "applied"
        assert state(care) == one
        (row,) = care.rows(care.maya, "request_steps", before)
        expected = {"id": made["id"], "request": request, "state": one, "at": made["made_at"], "words": words}
        assert row == expected | {"by": "Sam", "by_owner": False, "seq": row["seq"]}
    assert care.outcome(care.maya, operation(care.space, "request.received", LATE, request=request))
    steps = {(row["state"], row["by"], row["by_owner"]) for row in care.rows(care.sam, "request_steps")}
    assert steps >= {("done", "Maya", True)}


@pytest.mark.parametrize(("kind", "ends"), [("request.received", "done"), ("request.withdraw", "withdrawn")])
def test_a_young_person_ends_it(care: Care, kind: str, ends: str) -> None:
    request = asked(care)
    assert care.outcome(care.maya, operation(care.space, kind, LATE, request=request))["outcome"] == "applied"
    assert state(care) == ends
    (row,) = care.rows(care.sam, "request_steps")
    assert (row["by"], row["words"]) == ("Maya", "")


def test_steps_that_arrive_in_any_order_end_the_same(care: Care) -> None:
    ends = set()
    for order in itertools.permutations(range(4)):
        request = asked(care)
        steps = [
            (care.sam, answer(care, request, "seen", "2026-11-20T09:00:01.000Z")),
            (care.sam, answer(care, request, "refused", "2026-11-20T09:00:02.000Z", words="Not this time.")),
            (care.sam, answer(care, request, "agreed", "2026-11-20T09:00:03.000Z")),
            (care.maya, operation(care.space, "request.received", "2026-11-20T09:00:02.500Z", request=request)),
        ]
        for number in order:
            person, made = steps[number]
            assert care.outcome(person, made)["outcome"] == "applied"
        rows = [row for row in care.rows(care.maya, "request_steps") if row["request"] == request]
        ends.add(state_of(Step(row["at"], uuid.UUID(row["id"]), State(row["state"])) for row in rows))
        assert len(rows) == 4
    assert ends == {State.AGREED}


@pytest.mark.parametrize("words", [{}, {"words": ""}, {"words": " \n\t"}])
def test_to_refuse_needs_a_reason(care: Care, words: Row) -> None:
    request = asked(care)
    outcome = care.outcome(care.sam, answer(care, request, "refused", **words))
    assert outcome["problem"]["status"] == 422
    assert outcome["problem"]["errors"] == {"words": ["A reason is needed."]}
    assert state(care) == "asked"


def test_nobody_answers_their_own_request_and_no_adviser_asks(care: Care) -> None:
    request = asked(care)
    for one in ("seen", "agreed", "refused", "done"):
        assert refusal(care, care.maya, answer(care, request, one, words="x")) == "not-allowed"
    for kind, body in (
        ("request.make", WORDS),
        ("request.received", {"request": request}),
        ("request.withdraw", {"request": request}),
        ("request.challenge", {"request": request, "step": "stage-1", "on": "2026-11-20"}),
    ):
        assert refusal(care, care.sam, operation(care.space, kind, **body)) == "not-allowed"
    assert state(care) == "asked"


def test_an_adviser_elsewhere_sees_and_changes_nothing(care: Care) -> None:
    request = asked(care)
    robin = crowd.add_person("Robin", Role.ADVISER)
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == robin.id).values(council="merton"))
    phone = crowd.add_phone(care.app, robin)
    heard = phone.post({"account": str(robin.id), "operations": [answer(care, request, "agreed")]}).json
    assert heard["spaces"] == []
    assert heard["outcomes"][0]["problem"]["type"].endswith(":not-found")
    assert state(care) == "asked"


def test_a_request_that_is_not_here_may_still_come(care: Care) -> None:
    crowd.assign(care.ali, care.sam)
    assert care.ali.space
    alis = operation(care.ali.space, "request.make", **WORDS)
    assert care.outcome(care.ali, alis)["outcome"] == "applied"
    for request in (alis["id"], str(uuid.uuid4())):
        assert refusal(care, care.sam, answer(care, request, "seen")) == "not-yet"
        for kind in ("request.received", "request.withdraw"):
            made = operation(care.space, kind, request=request)
            assert refusal(care, care.maya, made) == "not-yet"
        made = operation(care.space, "request.challenge", request=request, step="stage-1", on=None)
        assert refusal(care, care.maya, made) == "not-yet"
    early = ask(care)
    first = answer(care, early["id"], "seen")
    assert care.outcome(care.sam, first)["problem"]["retry"] is True
    care.send(care.maya, early)
    assert care.outcome(care.sam, first)["outcome"] == "applied"


def test_a_right_that_the_pack_no_longer_has_keeps_its_words(care: Care) -> None:
    made = ask(care, entitlement="leaving-care-grant-2009", title="Leaving care grant")
    assert care.outcome(care.maya, made)["outcome"] == "applied"
    (row,) = care.rows(care.sam, "requests")
    assert (row["entitlement"], row["title"]) == ("leaving-care-grant-2009", "Leaving care grant")


def test_the_same_request_twice_is_one_with_one_number(care: Care) -> None:
    made = ask(care)
    first = care.outcome(care.maya, made)
    before = care.rows(care.maya, "requests")
    assert care.send(care.maya, made, made).json["outcomes"] == [first, first]
    assert care.rows(care.maya, "requests") == before
    seen = answer(care, made["id"], "seen")
    care.send(care.sam, seen, seen)
    assert len(care.rows(care.maya, "request_steps")) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"need": ""},
        {"need": "  \n"},
        {"need": "x" * 2001},
        {"need": None},
        {"need": 7},
        {"need": "\ud83d"},
        {"title": ""},
        {"title": "x" * 121},
        {"note": "x" * 2001},
        {"note": None},
        {"entitlement": ""},
        {"entitlement": "Not A Slug"},
        {"entitlement": "a\n"},
        {"entitlement": "x" * 65},
        {"pence": 100},
    ],
)
def test_a_bad_request_is_refused_and_stops_no_other(care: Care, change: dict[str, Any]) -> None:
    good = ask(care)
    outcomes = care.send(care.maya, ask(care, **change), good).json["outcomes"]
    assert [outcome["outcome"] for outcome in outcomes] == ["refused", "applied"]
    assert outcomes[0]["problem"]["type"] == "urn:footing:problem:not-valid"
    assert [row["id"] for row in care.rows(care.maya, "requests")] == [good["id"]]


@pytest.mark.parametrize("missing", ["entitlement", "title", "need"])
def test_a_request_without_a_part_is_refused(care: Care, missing: str) -> None:
    made = ask(care)
    del made["body"][missing]
    assert missing in care.outcome(care.maya, made)["problem"]["errors"]


@pytest.mark.parametrize(
    "change",
    [
        {"state": "asked"},
        {"state": "withdrawn"},
        {"state": "maybe"},
        {"state": None},
        {"words": "x" * 2001},
        {"words": None},
        {"request": "seven"},
        {"extra": 1},
    ],
)
def test_a_bad_step_is_refused(care: Care, change: dict[str, Any]) -> None:
    body = {"request": asked(care), "state": "seen"} | change
    assert refusal(care, care.sam, operation(care.space, "request.step", **body)) == "not-valid"
    assert state(care) == "asked"


def test_the_longest_words_in_any_script_come_back_as_they_were(care: Care) -> None:
    words = ("سلام ሰላም 😀\n" * 200)[:2000]
    title = words.replace("\n", " ")[:120]
    made = ask(care, title=title, need=words, note=words)
    care.send(care.maya, made)
    care.send(care.sam, answer(care, made["id"], "refused", words=words))
    (row,) = care.rows(care.sam, "requests")
    assert (row["title"], row["need"], row["note"]) == (title, words, words)
    assert care.rows(care.maya, "request_steps")[0]["words"] == words


def test_no_words_stand_in_the_database_file(care: Care) -> None:
    secrets = ["zebra title", "zebra need", "zebra note", "zebra reason", "zebra kettle"]
    request = asked(care, title=secrets[0], need=secrets[1], note=secrets[2])
    care.send(care.sam, answer(care, request, "refused", words=secrets[3]))
    assert care.outcome(care.maya, got(care, what=secrets[4]))["outcome"] == "applied"
    get_db().engine.dispose()
    data = b"".join(path.read_bytes() for path in care.app.extensions["footing-settings"].data_dir.glob("*.sqlite3*"))
    assert request.replace("-", "").encode() in data
    assert b"zebra" not in data


@pytest.mark.parametrize(
    "moved",
    [
        update(Request).values(need=Request.title),
        update(RequestStep).values(words=select(Request.note).scalar_subquery()),
        update(Spend).values(item=uuid.uuid4()),
    ],
)
def test_words_are_sealed_to_their_place(care: Care, moved: Any) -> None:
    request = asked(care)
    care.send(care.sam, answer(care, request, "refused", words="Not this time."))
    care.send(care.maya, got(care))
    with get_db().write() as db:
        db.execute(moved)
    assert care.send(care.maya).status_code == 500


def test_a_request_is_taken_while_the_councils_pack_is_missing(care: Care) -> None:
    with get_db().write() as db:
        db.execute(update(Space).where(Space.id == care.space).values(council="nowhere"))
    asked(care)
    assert [row["due"] for row in care.rows(care.maya, "requests")] == ["2026-12-04"]


def test_a_council_can_promise_an_answer_sooner(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = dataclasses.replace(library.get_library().council("rutland"), answer_days=3)
    monkeypatch.setattr(library.Library, "council", lambda _self, _slug: hasty)
    asked(care)
    assert [row["due"] for row in care.rows(care.maya, "requests")] == ["2026-11-25"]


def test_all_of_it_goes_with_the_space(either_care: Care) -> None:
    care = either_care
    request = asked(care)
    care.send(care.sam, answer(care, request, "seen"))
    challenge: Row = {"request": request, "step": "stage-1", "on": "2026-11-20"}
    care.send(care.maya, operation(care.space, "request.challenge", **challenge))
    care.send(care.maya, got(care))
    tables = (Request, RequestStep, RequestChallenge, Spend)
    with get_db().read() as db:
        assert [len(db.scalars(select(table)).all()) for table in tables] == [1, 1, 1, 1]
    with get_db().write() as db:
        db.execute(delete(Space).where(Space.id == care.space))
    with get_db().read() as db:
        assert [db.scalars(select(table)).all() for table in tables] == [[], [], [], []]
