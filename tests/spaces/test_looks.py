"""Who looked: a copy, an opening, a manager's look; once an hour, seen by the young person and by nobody else."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.support import crowd
from tests.support.care import Care, operation
from tests.support.crowd import Phone
from tests.support.statements import statements_of
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.models import Account
from webapp.spaces.models import Look

NOW = datetime(2026, 11, 23, 9, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)
REASON = "A worry about Maya was passed on to me."
SAM = {"by": "Sam", "role": "adviser"}


@pytest.fixture(autouse=True)
def _at_one_time() -> Iterator[None]:
    with clock.fixed(NOW):
        yield


def looks(care: Care) -> list[dict[str, Any]]:
    """What Maya reads, the oldest first, without what only the sync needs."""
    rows = care.rows(care.maya, "looks")
    return [{name: row[name] for name in row if name not in ("id", "seq")} for row in rows]


def one(kind: str, at: datetime, **more: Any) -> dict[str, Any]:
    return {**SAM, "kind": kind, "at": clock.to_wire(at), "reason": None} | more


def opened(care: Care, at: datetime) -> Any:
    return care.outcome(care.sam, operation(care.space, "space.opened", clock.to_wire(at), at=clock.to_wire(at)))


def mark(care: Care) -> None:
    care.send(care.maya, operation(care.space, "passport.mark", skill="home-01", level="with_help"))


def manager(care: Care, council: str = "rutland") -> Phone:
    person = crowd.add_person("Ann", Role.MANAGER)
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == person.id).values(council=council))
    return crowd.add_phone(care.app, person)


def look(care: Care, phone: Phone, reason: Any = REASON, **more: Any) -> Any:
    return phone.client.post(f"/api/v1/council/spaces/{care.space}/look", json={"reason": reason} | more)


def test_a_copy_is_written_down_once_an_hour(care: Care) -> None:
    care.part(care.sam)
    mark(care)
    care.part(care.sam)
    nine = NOW.replace(minute=0)
    assert looks(care) == [one("copy", nine)]
    with clock.fixed(NOW + HOUR):
        care.part(care.sam)
    assert looks(care) == [one("copy", nine), one("copy", nine + HOUR)]


def test_without_a_row_there_is_no_copy(care: Care) -> None:
    care.part(care.sam)
    cursor = (care.epoch(care.sam), care.seq())
    with clock.fixed(NOW + HOUR):
        assert care.send(care.sam, cursor=cursor).json["spaces"][0]["changes"] == {}
    assert len(looks(care)) == 1


def test_an_idle_sync_of_a_supporter_asks_nothing_more(care: Care) -> None:
    care.part(care.sam)
    cursor = (care.epoch(care.sam), care.seq())
    with clock.fixed(NOW + HOUR), statements_of(get_db()) as statements:
        care.send(care.sam, cursor=cursor)
    assert len(statements) <= 2, statements


def test_her_own_phone_is_no_look(care: Care) -> None:
    mark(care)
    care.part(care.maya)
    assert looks(care) == []


def test_opened_offline_counts_when_it_was(care: Care) -> None:
    with clock.fixed(NOW + 30 * HOUR):
        assert opened(care, NOW + 2 * HOUR)["outcome"] == "applied"
        assert opened(care, NOW + 2 * HOUR + timedelta(minutes=39))["outcome"] == "applied"
        # A clock that is ahead does not make it later than it arrived; one from long ago not earlier than the space.
        opened(care, NOW + 900 * HOUR)
        opened(care, NOW - 900 * HOUR)
    found = [row["at"] for row in looks(care) if row["kind"] == "opened"]
    nine = NOW.replace(minute=0)
    assert found == [clock.to_wire(at) for at in (nine + 2 * HOUR, nine + 30 * HOUR, nine)]


def test_only_a_supporter_opens(care: Care) -> None:
    for person in (care.maya, care.ali):
        made = operation(care.space, "space.opened", at=clock.to_wire(NOW))
        assert care.outcome(person, made)["outcome"] == "refused"
    assert looks(care) == []


def test_only_the_young_person_sees_who_looked(care: Care) -> None:
    opened(care, NOW)
    assert care.rows(care.sam, "looks") == []
    assert {row["kind"] for row in looks(care)} == {"copy", "opened"}


def test_a_manager_reads_the_conversation_and_says_why(care: Care) -> None:
    care.send(care.maya, operation(care.space, "message.send", body="Can you ring me?"))
    mark(care)
    answer = look(care, manager(care))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    page = answer.get_json()
    assert [row["body"] for row in page["changes"]["messages"]] == ["Can you ring me?"]
    assert set(page["changes"]) <= {"messages", "message_reads", "message_lines", "thread"}, "and nothing else of hers"
    assert page["more"] is False
    expected = {"by": "Ann", "role": "manager", "reason": REASON}
    assert looks(care) == [one("manager", NOW.replace(minute=0)) | expected]


def test_another_reason_in_the_same_hour_is_kept_too(care: Care) -> None:
    phone = manager(care)
    other = "Maya asked me to look at this."
    for reason in (REASON, f" {other} ", REASON, other):
        assert look(care, phone, reason).status_code == 200
    (row,) = looks(care)
    assert row["reason"] == f"{REASON}\n{other}"
    for number in range(3):
        look(care, phone, f"{number}" * 490)
    assert look(care, phone, "x" * 490).status_code == 429
    assert len(looks(care)[0]["reason"]) < 2000


@pytest.mark.parametrize("reason", ["", "why", " a b c d e f g ", 7, None, "x" * 501, "line\nbreak and more"])
def test_a_look_without_a_reason_shows_nothing(care: Care, reason: Any) -> None:
    answer = look(care, manager(care), reason)
    assert answer.status_code == 422
    assert looks(care) == []


def test_nobody_else_looks(care: Care) -> None:
    for phone in (care.sam_phone, care.maya_phone, manager(care, "merton")):
        assert look(care, phone).status_code == 404
    there, nowhere = look(care, manager(care, "merton")), uuid.uuid4()
    path = f"/api/v1/council/spaces/{nowhere}/look"
    assert manager(care).client.post(path, json={"reason": REASON}).data == there.data
    assert looks(care) == []


def test_the_reason_is_sealed(care: Care) -> None:
    look(care, manager(care))
    with get_db().read() as db:
        sealed = db.scalars(select(Look.reason)).one()
    assert sealed is not None
    assert REASON.encode() not in sealed


def test_a_long_conversation_comes_in_pages(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.spaces.looks.PAGE_ROWS", 2)
    said = [f"Number {number}" for number in range(5)]
    care.send(care.maya, *[operation(care.space, "message.send", body=body) for body in said])
    phone, after, read = manager(care), 0, []
    for _ in range(6):
        page = look(care, phone, after=after).get_json()
        read += [row["body"] for row in page["changes"].get("messages", [])]
        after = page["seq"]
        if not page["more"]:
            break
    assert read == said
    assert len(looks(care)) == 1
