"""The duty list: a manager sees who without an adviser waits for an answer, and nothing of what they ask."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import update

from tests.support import crowd
from tests.support.care import MADE, Care, operation
from tests.support.crowd import Phone
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.models import Account
from webapp.spaces.models import Space

from .asking import WORDS, answer, ask, asked

URL = "/api/v1/council/requests"


def manager(care: Care, council: str = "rutland") -> Phone:
    person = crowd.add_person("Morgan", Role.MANAGER)
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == person.id).values(council=council))
    return crowd.add_phone(care.app, person)


def listed(phone: Phone) -> list[dict[str, Any]]:
    response = phone.client.get(URL)
    assert response.status_code == 200, response.text
    rows: list[dict[str, Any]] = response.get_json()["requests"]
    return rows


def test_a_request_without_an_adviser_is_on_the_list_without_its_words(either_care: Care) -> None:
    care = either_care
    morgan = manager(care)
    request = asked(care)
    assert listed(morgan) == []
    crowd.assign(care.maya, None)
    with clock.fixed(datetime(2026, 12, 4, 23, tzinfo=UTC)):
        (row,) = listed(morgan)
    expected = {"space": str(care.space), "id": request, "made_at": MADE, "due": "2026-12-04", "state": "asked"}
    assert row == expected | {"late": False}
    with clock.fixed(datetime(2026, 12, 5, tzinfo=UTC)):
        assert listed(morgan) == [expected | {"late": True}]
    text = morgan.client.get(URL).text
    assert not [words for words in (*WORDS.values(), "Maya") if words and words in text]
    crowd.assign(care.maya, care.sam)
    assert listed(morgan) == []


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        (["seen"], ["seen"]),
        (["agreed"], []),
        (["refused", "seen"], []),
        (["done"], []),
    ],
)
def test_only_what_nobody_has_answered(either_care: Care, states: list[str], shown: list[str]) -> None:
    care = either_care
    request = asked(care)
    for number, state in enumerate(states):
        care.send(care.sam, answer(care, request, state, f"2026-11-20T09:00:0{number}.000Z", words="x"))
    crowd.assign(care.maya, None)
    assert [row["state"] for row in listed(manager(care))] == shown


def test_what_was_withdrawn_is_not_on_it(care: Care) -> None:
    request = asked(care)
    care.send(care.maya, operation(care.space, "request.withdraw", request=request))
    crowd.assign(care.maya, None)
    assert listed(manager(care)) == []


def test_the_one_due_first_is_first(care: Care) -> None:
    made = [ask(care, f"2026-11-{day}T09:00:00.000Z") for day in (19, 17, 20, 18)]
    care.send(care.maya, *made)
    care.send(care.sam, *[answer(care, one["id"], "seen") for one in made[:2] for _ in range(2)])
    crowd.assign(care.maya, None)
    rows = listed(manager(care))
    assert [row["id"] for row in rows] == [made[place]["id"] for place in (1, 3, 0, 2)]
    assert [row["state"] for row in rows] == ["seen", "asked", "seen", "asked"]


def test_a_manager_sees_the_list_of_one_council(care: Care) -> None:
    asked(care)
    crowd.assign(care.maya, None)
    assert len(listed(manager(care))) == 1
    assert listed(manager(care, "merton")) == []


def test_an_ended_space_is_not_on_it(care: Care) -> None:
    asked(care)
    crowd.assign(care.maya, None)
    with get_db().write() as db:
        db.execute(update(Space).where(Space.id == care.space).values(ended_at=clock.now()))
    assert listed(manager(care)) == []


def test_only_a_manager_asks(care: Care) -> None:
    for phone in (care.maya_phone, care.sam_phone):
        assert phone.client.get(URL).status_code == 404
    assert care.app.test_client().get(URL).status_code == 401
