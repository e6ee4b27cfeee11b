"""How the API describes its rights: the examples are true, and the rules are there for others to evaluate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.entitlements.bad_answers import spell, told
from tests.entitlements.check_client import NOON, URL, app_at_noon
from tests.entitlements.test_answers import KEYS
from webapp.entitlements.answers import read_answers
from webapp.entitlements.check_answer import CheckAnswer


@pytest.fixture(scope="module")
def one_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    yield from app_at_noon(tmp_path_factory.mktemp("check"))


@pytest.fixture(scope="module")
def client(one_app: Flask) -> FlaskClient:
    return one_app.test_client()


def described(client: FlaskClient) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/api/v1/openapi.json").get_json()
    return document


def test_the_documented_example_gets_the_documented_answer(client: FlaskClient) -> None:
    post = described(client)["paths"][URL]["post"]
    sent = post["requestBody"]["content"]["application/json"]["example"]
    shown = post["responses"]["200"]["content"]["application/json"]["example"]
    found = client.post(URL, json=sent).get_json()
    assert CheckAnswer().validate(shown) == {}
    assert CheckAnswer().validate(found) == {}
    assert without(found["status"], "words") == without(shown["status"], "words")
    assert [found[name] for name in ("council", "today", "missing")] == [
        shown[name] for name in ("council", "today", "missing")
    ]
    ids = [one["id"] for one in shown["entitlements"]]
    real = [without(one, "because") for one in found["entitlements"] if one["id"] in ids]
    assert real == [without(one, "because") for one in shown["entitlements"]]


def without(one: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key != name}


def test_the_documented_entitlement_is_a_real_one_with_its_rule(client: FlaskClient) -> None:
    get = described(client)["paths"]["/api/v1/councils/{slug}/entitlements"]["get"]
    shown = get["responses"]["200"]["content"]["application/json"]["example"]
    real = client.get(f"/api/v1/councils/{shown['council']}/entitlements").get_json()
    assert set(shown) == set(real)
    (one,) = shown["entitlements"]
    same = next(entry for entry in real["entitlements"] if entry["id"] == one["id"])
    assert one["who"] == same["who"]
    assert set(one) <= set(same)
    assert set(one["amounts"][0]) <= set(same["amounts"][0])


def test_the_rules_are_public_so_that_others_can_evaluate_them(client: FlaskClient) -> None:
    def nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield node
        ruled_out = node.get("not", [])
        ruled_out = ruled_out if isinstance(ruled_out, list) else [ruled_out]
        for one in [*node.get("any", []), *node.get("all", []), *ruled_out]:
            yield from nodes(one)

    entries = client.get("/api/v1/councils/merton/entitlements").get_json()["entitlements"]
    asks = [node for entry in entries for node in nodes(entry["who"]) if "ask" in node]
    assert all(isinstance(entry["who"], dict) for entry in entries)
    assert len(asks) > 20
    assert all(len(node["ask_id"]) == 10 for node in asks)


def test_the_described_answers_are_what_is_read(client: FlaskClient) -> None:
    schemas = described(client)["components"]["schemas"]
    parts = {name: schemas[name]["properties"] for name in ("Answers", "Spell", "Guardianship", "PlaceAt16")}
    assert {name for part in parts.values() for name in part} == set(KEYS)

    def taken(part: str, name: str, value: Any) -> Any:
        said = {name: value}
        place = {"Answers": said, "Guardianship": {"sgo": said}, "PlaceAt16": {"on_16th_birthday": said}}
        return read_answers(told(**(place.get(part) or {"care_spells": [{**spell(), **said}]})), NOON.date())

    codes = [(part, name, code) for part in parts for name, one in parts[part].items() for code in one.get("enum", [])]
    assert len(codes) > 40
    assert all(taken(*code) for code in codes)
    for code in parts["Answers"]["other_accommodation_16_17"]["items"]["enum"]:
        assert taken("Answers", "other_accommodation_16_17", [code])
    for value in ("not_sure", None, {"start": "2025"}, {"start": "2025-01", "end": None}):
        assert taken("Answers", "home_spell", value)
