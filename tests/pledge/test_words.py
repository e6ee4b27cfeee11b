"""Words: a manager reads them without knowing whose they are; public after a decision, gone with the person before."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from sqlalchemy import delete, select

from tests.support.care import Care
from tests.support.crowd import Phone
from webapp.core import clock
from webapp.core.db import get_db
from webapp.pledge import words
from webapp.pledge.models import PledgeWords, Rating
from webapp.spaces.models import Space

from .rating import PUBLISHED, SEASON, STILL_OPEN, all_say, manager, promise, rating, results

URL = "/api/v1/council/pledge/words"
Json = dict[str, Any]


def waiting(phone: Phone) -> Json:
    answer = phone.client.get(URL)
    assert answer.status_code == 200, answer.text
    body: Json = answer.get_json()
    return body


def decide(phone: Phone, words_id: str, publish: bool, **text: str) -> int:
    return phone.client.post(URL, json={"id": words_id, "publish": publish, **text}).status_code


def public(care: Care) -> list[str]:
    return [one["text"] for one in results(care.app)["words"]]


@pytest.fixture
def said(either_care: Care) -> list[uuid.UUID]:
    """Maya and five others have answered; three with words."""
    care = either_care
    care.send(care.maya, rating(care.space, "not_kept", words="Sam at Oak House never rang."))
    spaces = [care.space, *all_say(care.app, ["kept"] * 2, words="All good here.")]
    return [*spaces, *all_say(care.app, ["partly"] * 3)]


def test_a_manager_reads_them_after_the_season_without_knowing_whose(either_care: Care, said: list[uuid.UUID]) -> None:
    care = either_care
    morgan = manager(care.app)
    with clock.fixed(STILL_OPEN):
        assert waiting(morgan) == {"waiting": 0, "words": []}
    with clock.fixed(PUBLISHED):
        answer = waiting(morgan)
    assert answer["waiting"] == 3
    assert sorted(one["text"] for one in answer["words"]) == ["All good here."] * 2 + ["Sam at Oak House never rang."]
    for one in answer["words"]:
        assert set(one) == {"id", "season", "promise", "text"}
        assert (one["season"], one["promise"]) == (SEASON, promise())
    # Nothing that the owner's phone knows of the rating is in it, and the other way round.
    ids = {one["id"] for one in answer["words"]}
    with get_db().read() as db:
        known = {str(one) for row in db.execute(select(Rating.space_id, Rating.answer_op)) for one in row}
    assert not ids & known
    sync = care.send(care.maya).text
    assert not [one for one in ids if one in sync]


def test_nothing_of_it_is_public_before_a_decision(either_care: Care, said: list[uuid.UUID]) -> None:
    with clock.fixed(PUBLISHED):
        waiting(manager(either_care.app))
        assert public(either_care) == []


def test_published_as_they_are_changed_or_not_at_all(either_care: Care, said: list[uuid.UUID]) -> None:
    care, morgan = either_care, manager(either_care.app)
    with clock.fixed(PUBLISHED):
        by_text: dict[str, list[str]] = {}
        for one in waiting(morgan)["words"]:
            by_text.setdefault(one["text"], []).append(one["id"])
        (names,) = by_text["Sam at Oak House never rang."]
        first, second = by_text["All good here."]
        assert decide(morgan, names, True, text="My adviser never rang.") == 204
        assert decide(morgan, first, True) == 204
        assert decide(morgan, second, False) == 204
        assert waiting(morgan) == {"waiting": 0, "words": []}
        assert sorted(public(care)) == ["All good here.", "My adviser never rang."]
        assert "Oak House" not in care.app.test_client().get("/api/v1/councils/rutland/pledge/results").text
        # Second thoughts: other words, or none after all.
        assert decide(morgan, names, True, text="Nobody rang.") == 204
        assert decide(morgan, names, True) == 204
        assert decide(morgan, first, False) == 204
        assert decide(morgan, second, True) == 204
        assert sorted(public(care)) == ["All good here.", "Nobody rang."]


def test_only_where_five_have_answered(care: Care) -> None:
    all_say(care.app, ["kept"] * 4, words="One of four.")
    all_say(care.app, ["kept"] * 5, words="One of five.", promise=promise(1))
    with clock.fixed(PUBLISHED):
        assert {one["text"] for one in waiting(manager(care.app))["words"]} == {"One of five."}
        with get_db().read() as db:
            few = db.scalars(select(Rating.words_id).where(Rating.promise == promise())).all()
        assert [decide(manager(care.app), str(one), True) for one in few] == [404] * 4
    # A fifth who is added to the table by hand after it was published brings no words out.
    all_say(care.app, ["kept"], words="Too late.")
    with clock.fixed(PUBLISHED):
        assert waiting(manager(care.app))["waiting"] == 5


def test_the_order_is_chance(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(8):
        all_say(care.app, ["kept"], words=f"Words {number}")
    morgan = manager(care.app)
    with clock.fixed(PUBLISHED):
        orders = {tuple(one["text"] for one in waiting(morgan)["words"]) for _ in range(5)}
        assert len(orders) > 1
        assert {frozenset(order) for order in orders} == {frozenset(f"Words {number}" for number in range(8))}
        monkeypatch.setattr(words, "MOST", 3)
        some = waiting(morgan)
    assert (some["waiting"], len(some["words"])) == (8, 3)


def test_they_stay_sealed_until_published_and_then_name_no_space(care: Care) -> None:
    all_say(care.app, ["kept"] * 5, words="zebra words")
    morgan = manager(care.app)
    with clock.fixed(PUBLISHED):
        one = waiting(morgan)["words"][0]
        get_db().engine.dispose()
        folder = care.app.extensions["footing-settings"].data_dir
        assert b"zebra" not in b"".join(path.read_bytes() for path in folder.glob("*.sqlite3*"))
        assert decide(morgan, one["id"], True) == 204
    assert not [column.name for column in PledgeWords.__table__.columns if "space" in column.name]


def test_what_is_not_published_goes_with_the_person_and_what_is_stays(either_care: Care, said: list[uuid.UUID]) -> None:
    care, morgan = either_care, manager(either_care.app)
    with clock.fixed(PUBLISHED):
        first = next(one["id"] for one in waiting(morgan)["words"] if one["text"] == "All good here.")
        assert decide(morgan, first, True) == 204
        with get_db().write() as db:
            db.execute(delete(Space).where(Space.id.in_(said)))
        assert waiting(morgan) == {"waiting": 0, "words": []}
        assert public(care) == ["All good here."]
        # It can still be put right, and taken away.
        assert decide(morgan, first, True, text="All good.") == 204
        assert public(care) == ["All good."]
        assert decide(morgan, first, False) == 204
        assert public(care) == []
        assert decide(morgan, first, False) == 404


def test_another_councils_manager_reads_and_decides_nothing(either_care: Care, said: list[uuid.UUID]) -> None:
    care = either_care
    morgan, bea = manager(care.app), manager(care.app, "merton")
    with clock.fixed(PUBLISHED):
        one, other, *_ = [one["id"] for one in waiting(morgan)["words"]]
        assert waiting(bea) == {"waiting": 0, "words": []}
        assert [decide(bea, one, publish) for publish in (True, False)] == [404, 404]
        assert decide(morgan, other, True) == 204
        assert [decide(bea, other, publish, text="Ours!") for publish in (True, False)] == [404, 404]
        assert len(public(care)) == 1
        assert "Ours!" not in public(care)


def test_only_a_manager(care: Care) -> None:
    for phone in (care.maya_phone, care.sam_phone):
        assert phone.client.get(URL).status_code == 404
        assert decide(phone, str(uuid.uuid4()), True) == 404
    assert care.app.test_client().get(URL).status_code == 401


@pytest.mark.parametrize(
    "change",
    [
        {"id": "seven"},
        {"id": None},
        {"publish": "yes"},
        {"publish": 1},
        {"publish": None},
        {"text": ""},
        {"text": " \n"},
        {"text": "x" * 501},
        {"text": "a\0b"},
        {"text": "\ud83d"},
        {"space": str(uuid.uuid4())},
    ],
)
def test_a_bad_decision_is_refused(care: Care, change: Json) -> None:
    all_say(care.app, ["kept"] * 5, words="zebra words")
    morgan = manager(care.app)
    with clock.fixed(PUBLISHED):
        body = {"id": waiting(morgan)["words"][0]["id"], "publish": True} | change
        answer = morgan.client.post(URL, json=body)
        assert answer.status_code == 422
        assert set(answer.get_json()["errors"]["json"]) == set(change)
        assert waiting(morgan)["waiting"] == 5
