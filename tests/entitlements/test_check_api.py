"""The check over the wire: what it answers, in which words, and for which day and council."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.entitlements.bad_answers import in_care, spell, told
from tests.entitlements.check_client import NOON, URL, app_at_noon, ask, refused
from webapp.content.library import get_library
from webapp.core.clock import fixed
from webapp.entitlements import checking
from webapp.entitlements.answers import read_answers
from webapp.entitlements.check_answer import CheckAnswer
from webapp.entitlements.checking import words
from webapp.entitlements.person import Enquiry
from webapp.entitlements.schemas import STATUSES
from webapp.entitlements.status import standing, status_of


@pytest.fixture(scope="module")
def one_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    yield from app_at_noon(tmp_path_factory.mktemp("check"))


@pytest.fixture(scope="module")
def client(one_app: Flask) -> FlaskClient:
    return one_app.test_client()


def test_the_answer_has_the_described_shape_and_every_entitlement(client: FlaskClient, one_app: Flask) -> None:
    found = ask(client, council="rutland")
    assert CheckAnswer().validate(found) == {}
    with one_app.app_context():
        entries = get_library().council("rutland").entitlements
    assert [(one["id"], one["title"]) for one in found["entitlements"]] == [
        (one["id"], one["title"]) for one in entries
    ]
    assert [one["age"] for one in found["timeline"]] == [16, 17, 18, 21, 25]
    assert (found["council"], found["lang"], found["today"]) == ("rutland", "en", "2026-11-22")


def test_it_is_never_kept_by_anything_on_the_way(client: FlaskClient) -> None:
    answer = client.post(URL, json={"answers": told()})
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_the_same_in_two_ways_of_writing_is_the_same_answer(client: FlaskClient) -> None:
    plain = client.post(URL, json={"answers": told()}).data
    full = {"answers": told(care_spells=[], adopted_at=None), "circumstances": {"living": None, "asks": {}}}
    assert client.post(f"{URL}?lang=xx", json={**full, "council": None, "home_council": None}).data == plain
    assert plain == json.dumps(json.loads(plain), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def test_the_words_have_the_persons_own_numbers(client: FlaskClient) -> None:
    raw = {"dob": "2009-09-01", "in_care_now": "yes", "care_spells": [spell("2026-11-01", None)]}
    status = ask(client, raw)["status"]
    assert (status["rule"], status["days"], status["day_91"]) == ("D6", 21, "2027-01-31")
    because = status["words"]["because"]
    assert because.startswith("You are 17 and in care now.")
    assert all(part in because for part in (": 21.", "31 January 2027"))
    assert status["words"]["title"] == "In care"
    assert status["words"]["sources"]


def test_an_open_status_has_the_best_guess_in_words_too(client: FlaskClient) -> None:
    status = ask(client, in_care(spell("2015", None, "section17_or_housing")))["status"]
    assert (status["status"], status["rule"], status["best_guess"]) == ("unknown", "D20", "none_care_experienced")
    said = status["words"]
    assert said["title"] == "We cannot tell: ask"
    assert said["best_guess"]["title"] == "Care experienced"
    assert said["best_guess"]["because"].startswith("You are 18.")
    assert [flag["id"] for flag in said["flags"]] == status["flags"] == ["E1", "E5", "E6"]
    assert all(flag["text"] for flag in said["flags"])


def test_learning_comes_on_top_of_the_status_in_words(client: FlaskClient) -> None:
    leaver = in_care(spell("2015", "2026-05-04"))
    learning, not_learning = (
        ask(client, {**leaver, "in_or_wants_education": said})["status"]["words"] for said in ("yes", "no")
    )
    assert learning["learning"]["title"] == "Care leaver back in learning"
    assert not_learning["learning"] is None
    assert learning["title"] == not_learning["title"] == "Care leaver, 18 or over"


def test_every_status_rule_and_flag_has_words(one_app: Flask) -> None:
    status = status_of(standing(read_answers(told(), NOON.date()), NOON.date()))
    with one_app.app_context():
        councils = get_library().councils()
    for council in councils:
        for number in range(1, 21):
            for code in STATUSES:
                found = words({**status, "status": code, "rule": f"D{number}", "frc_education": True}, council)
                assert "{" not in found["because"]
        flags = ["E1", "E10", "E2", "E2b", "E3", "E4", "E5", "E6", "E7", "E8", "E9"]
        assert sorted(one["id"] for one in words({**status, "flags": flags}, council)["flags"]) == flags


def test_circumstances_change_what_is_asked_for(client: FlaskClient) -> None:
    def one(**circumstances: Any) -> dict[str, Any]:
        leaver = in_care(spell("2015", "2026-05-04"))
        found = ask(client, leaver, circumstances=circumstances, council="rutland")["entitlements"]
        return next(entry for entry in found if entry["id"] == "staying-put")

    question = one()["ask"]
    assert (one()["state"], question["key"]) == ("maybe", "ask")
    assert one(asks={question["value"]: "not_sure"}) == one()
    assert one(asks={question["value"]: "no"})["state"] == "not"


def test_not_sure_counts_as_not_said(client: FlaskClient) -> None:
    names = ("in_education", "full_time", "parent", "pregnant", "disabled_or_ill", "on_uc", "immigration", "living")
    plain = ask(client)
    assert ask(client, circumstances=dict.fromkeys((*names, "savings"), "not_sure")) == plain
    assert ask(client, circumstances=dict.fromkeys((*names, "savings"))) == plain


def test_the_base_pack_is_no_council_of_anybodys(client: FlaskClient) -> None:
    """Who names none may well have one, so what depends on it is open, not ruled out."""
    seen: list[Enquiry] = []

    def look(enquiry: Enquiry) -> list[Any]:
        seen.append(enquiry)
        return []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "timeline", look)
        assert ask(client)["council"] == ask(client, council="england")["council"] == "england"
        assert ask(client, council="merton", home_council="rutland")["council"] == "merton"
    found = [(one.council, one.home_council) for one in seen]
    assert found == [(None, None), (None, None), ("merton", "rutland")]


def test_another_day_within_a_year(client: FlaskClient) -> None:
    assert ask(client, today="2027-05-03")["status"]["age"] == 18
    assert ask(client, today="2027-05-04")["status"]["age"] == 19
    for day in ("2025-11-20", "2027-11-24", "1066-10-14", "9999-12-31"):
        assert "up to a year" in refused(client, {"answers": told(), "today": day})["today"][0]
    assert client.post(URL, json={"answers": told(), "today": "2025-11-21"}).status_code == 200


def test_the_day_is_london_s(client: FlaskClient) -> None:
    with fixed(datetime(2026, 5, 3, 23, 30, tzinfo=UTC)):
        assert ask(client)["today"] == "2026-05-04"
        assert ask(client)["status"]["age"] == 18
