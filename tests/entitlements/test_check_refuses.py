"""Bad input to the check over the wire: each wrong field is named, in plain words, and nothing makes it crash."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings

from tests.entitlements.bad_answers import WRONG, Problems, spell, told
from tests.entitlements.check_client import URL, app_at_noon, ask, refused
from tests.entitlements.test_answers import JSON, NEARLY
from webapp.entitlements.checking import BIRTHDAY_NEEDED, SENTENCES

ASK = "4f21dd6ffe"


@pytest.fixture(scope="module")
def one_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    yield from app_at_noon(tmp_path_factory.mktemp("check"))


@pytest.fixture(scope="module")
def client(one_app: Flask) -> FlaskClient:
    return one_app.test_client()


@pytest.mark.parametrize(("raw", "wrong"), WRONG.values(), ids=list(WRONG))
def test_what_cannot_be_is_named_in_plain_words(client: FlaskClient, raw: Any, wrong: Problems) -> None:
    errors = refused(client, {"answers": raw})
    assert set(errors) == {f"answers.{at}" if at else "answers" for at, _ in wrong}
    for at, code in wrong:
        whole_day = (at, code) == ("dob", "not_a_date")
        assert errors[f"answers.{at}" if at else "answers"] == [BIRTHDAY_NEEDED if whole_day else SENTENCES[code]]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"name": "Maya"}, "name"),
        ({"answers": None}, "answers"),
        ({"circumstances": None}, "circumstances"),
        ({"circumstances": []}, "circumstances"),
        ({"circumstances": {"name": "Maya"}}, "circumstances.name"),
        ({"circumstances": {"parent": True}}, "circumstances.parent"),
        ({"circumstances": {"parent": "maybe"}}, "circumstances.parent"),
        ({"circumstances": {"living": ["halls"]}}, "circumstances.living"),
        ({"circumstances": {"living": "x" * 50_000}}, "circumstances.living"),
        ({"circumstances": {"immigration": "british"}}, "circumstances.immigration"),
        ({"circumstances": {"savings": "600"}}, "circumstances.savings"),
        ({"circumstances": {"savings": -1}}, "circumstances.savings"),
        ({"circumstances": {"savings": 0.5}}, "circumstances.savings"),
        ({"circumstances": {"savings": True}}, "circumstances.savings"),
        ({"circumstances": {"asks": ["4f21dd6ffe"]}}, "circumstances.asks"),
        ({"circumstances": {"asks": {ASK: True}}}, f"circumstances.asks.{ASK}.value"),
        ({"circumstances": {"asks": {"Are you a parent?": "yes"}}}, "circumstances.asks.Are you a parent?.key"),
        ({"circumstances": {"asks": {f"{number:010x}": "yes" for number in range(501)}}}, "circumstances.asks"),
        ({"council": "narnia"}, "council"),
        ({"council": 7}, "council"),
        ({"council": ""}, "council"),
        ({"home_council": "england"}, "home_council"),
        ({"home_council": ["rutland"]}, "home_council"),
        ({"today": "20261122"}, "today"),
        ({"today": 20261122}, "today"),
        ({"today": None}, "today"),
        ({"today": "2026-02-29"}, "today"),
    ],
)
def test_a_wrong_field_is_named(client: FlaskClient, change: dict[str, Any], place: str) -> None:
    assert list(refused(client, {"answers": told(), **change})) == [place]


def test_500_answers_are_taken(client: FlaskClient) -> None:
    assert ask(client, circumstances={"asks": {f"{number:010x}": "yes" for number in range(500)}})


@pytest.mark.parametrize("body", [[], "x", 7, None, [{"answers": {"dob": "2008-05-04"}}]])
def test_a_body_that_is_no_object(client: FlaskClient, body: Any) -> None:
    answer = client.post(URL, data=json.dumps(body), content_type="application/json")
    assert (answer.status_code, list(answer.get_json()["errors"])) == (422, ["body"])


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b'{"answers": NaN}', 422),
        (b"\xff\xfe", 400),
        (b"[" * 60_000, 400),
        (b"9" * 5000, 400),
        (b" " * 65_537, 413),
        (b'{"answers": {"dob": "2008-05-04"}}' + b" " * 65_502, 200),
    ],
)
def test_a_body_that_cannot_be_read(client: FlaskClient, data: bytes, status: int) -> None:
    answer = client.post(URL, data=data, content_type="application/json")
    assert answer.status_code == status
    assert answer.mimetype == "application/json" if status == 200 else "application/problem+json"


def many_times(count: int, *, vague: bool) -> dict[str, Any]:
    """Separate times in care at 16 and 17, of somebody who is sure of all else, or of nothing."""
    first = date(2024, 8, 1)
    days = [first + timedelta(days=3 * number) for number in range(count)]
    kinds = itertools.cycle(["foster", "not_sure", "short_break_series", "section17_or_housing"] if vague else ["home"])
    spells = [spell(str(day), str(day + timedelta(days=1)), kind) for day, kind in zip(days, kinds, strict=False)]
    if not vague:
        return told(care_spells=spells)
    unsure = {"in_force": "not_sure", "looked_after_before": "not_sure"}
    return told(
        care_spells=[spell("2023", "2024-07", "not_sure"), *spells],
        nation="not_sure",
        in_care_now="not_sure",
        care_order_now="not_sure",
        sgo=unsure,
        on_16th_birthday={"where": "not_sure", "looked_after_before": "not_sure"},
        home_spell="not_sure",
        other_accommodation_16_17=["not_sure"],
        learning_programme_in_plan="not_sure",
    )


def test_many_times_in_care_are_taken_unless_nothing_is_sure_about_them(client: FlaskClient) -> None:
    assert ask(client, many_times(200, vague=False))["status"]["days"] == 200
    assert ask(client, many_times(25, vague=True))["status"]["status"] == "unknown"
    before = time.process_time()
    assert set(refused(client, {"answers": many_times(199, vague=True)})) == {"answers.care_spells"}
    assert time.process_time() - before < 1


def test_the_page_of_another_site_is_refused_and_a_server_is_not(client: FlaskClient) -> None:
    body = {"answers": told()}
    assert client.post(URL, json=body, headers={"Origin": "https://other.example"}).status_code == 403
    assert client.post(URL, json=body, headers={"User-Agent": "another council's server"}).status_code == 200


@settings(max_examples=150, deadline=None)
@given(raw=JSON | NEARLY, rest=JSON)
def test_anything_at_all_is_answered_or_refused(one_app: Flask, raw: Any, rest: Any) -> None:
    client = one_app.test_client()
    for body in ({"answers": raw}, {"answers": raw, "circumstances": rest}, rest):
        answer = client.post(URL, data=json.dumps(body), content_type="application/json")
        assert answer.status_code in (200, 400, 422)
