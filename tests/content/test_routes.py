"""The public routes of content: what they hold, their headers, 304, and their problems."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.content.packs import body
from webapp.core.api import PREFIX

OLDSHIRE = f"{PREFIX}/councils/oldshire"
PARTS = ("offer", "entitlements", "pledge", "passport", "help")


def properties(document: dict[str, Any], name: str) -> set[str]:
    return set(document["components"]["schemas"][name]["properties"])


def test_the_list_of_councils(client: FlaskClient) -> None:
    answer = client.get(f"{PREFIX}/councils")
    council, england = body(answer)["councils"]
    assert (england["slug"], england["state"], england["paper"]) == ("england", "base", None)
    assert council["slug"] == "oldshire"
    assert council["state"] == "example"
    assert council["paper"] == {"title": "Care leavers' strategy", "date": "2016-10-31"}
    assert client.get(council["bundles"]["en"]).status_code == 200
    assert answer.headers["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("part", PARTS)
def test_each_part_names_its_council_language_and_date(client: FlaskClient, part: str) -> None:
    answer = client.get(f"{OLDSHIRE}/{part}")
    assert answer.status_code == 200
    assert set(body(answer)) == {"council", "lang", "as_of", part}
    assert (body(answer)["council"], body(answer)["lang"]) == ("oldshire", "en")
    dates = {"offer": "2016-10-31", "entitlements": "2026-01-31", "pledge": "2016-10-31", "passport": "2026-11-22"}
    assert body(answer)["as_of"] == dates.get(part, "2026-10-31")
    assert body(answer)[part]
    assert answer.headers["Cache-Control"] == "public, max-age=300"


def test_the_passport_has_areas_papers_and_reviews(client: FlaskClient) -> None:
    passport = body(client.get(f"{OLDSHIRE}/passport"))["passport"]
    assert [area["id"] for area in passport["areas"]] == ["money"]
    assert [paper["id"] for paper in passport["papers"]] == ["passport"]
    assert [review["id"] for review in passport["reviews"]] == ["plan-review"]


@pytest.mark.parametrize("path", [f"{PREFIX}/councils", *(f"{OLDSHIRE}/{part}" for part in PARTS)])
def test_the_same_again_is_304_without_a_body(client: FlaskClient, path: str) -> None:
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("lang", ["fr", "xx-yy", ""])
def test_a_language_we_do_not_have_is_english_and_says_so(client: FlaskClient, lang: str) -> None:
    assert body(client.get(f"{OLDSHIRE}/help?lang={lang}"))["lang"] == "en"


@pytest.mark.parametrize("slug", ["nowhere", "..%2fengland"])
@pytest.mark.parametrize("part", [*PARTS, "bundle/0123456789abcdef"])
def test_an_unknown_council_is_a_problem(client: FlaskClient, slug: str, part: str) -> None:
    answer = client.get(f"{PREFIX}/councils/{slug}/{part}")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert body(answer)["type"].endswith(":not-found")
    assert answer.headers["Cache-Control"] == "no-store"


def test_openapi_describes_what_is_answered(client: FlaskClient) -> None:
    document = body(client.get(f"{PREFIX}/openapi.json"))
    for part in PARTS:
        assert f"{PREFIX}/councils/{{slug}}/{part}" in document["paths"]
    entitlement = body(client.get(f"{OLDSHIRE}/entitlements"))["entitlements"][0]
    assert set(entitlement) <= properties(document, "Entitlement")
    assert set(entitlement["amounts"][0]) <= properties(document, "Amount")
    assert set(entitlement["who"]) <= properties(document, "Condition")
    assert entitlement["who"]["any"][1]["ask_id"]
    assert "ask_id" in properties(document, "Condition")
    bundle = body(client.get(body(client.get(f"{PREFIX}/councils"))["councils"][0]["bundles"]["en"]))
    assert set(bundle) == properties(document, "BundleAnswer")
    assert set(bundle["council"]) == properties(document, "BundledCouncil")
    assert set(bundle["status"]) == properties(document, "StatusContent")
    assert set(bundle["challenges"][0]) <= properties(document, "Challenge")
    assert set(bundle["challenges"][0]["steps"][0]) == properties(document, "ChallengeStep")
    values = document["components"]["schemas"]["Amount"]["properties"]["values"]
    assert set(values["items"]["properties"]) == {"from", "value"}


def test_no_session_is_looked_up(client: FlaskClient) -> None:
    council = f"{PREFIX}/councils/<slug>"
    ours = {f"{PREFIX}/councils", f"{council}/bundle/<hash_>", *(f"{council}/{part}" for part in PARTS)}
    rules = [rule for rule in client.application.url_map.iter_rules() if rule.rule in ours]
    assert len(rules) == len(ours)
    assert all(getattr(client.application.view_functions[rule.endpoint], "guard", None) == "public" for rule in rules)
