"""Pages of the feed add up; filters with data work; everything else is a 400 that says what would work."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.offer.profile import PARAMETERS, wrong
from webapp.offer.headings import TAXONOMY_ID, TERM_IDS

SERVICES = "/oruk/liveshire/services"
NO_DATA = {"minimum_age", "maximum_age", "start_time", "end_time", "day", "postcode", "proximity"}
GOOD = {
    "page": "1",
    "per_page": "5",
    "search": "line",
    "taxonomy_term_id": TERM_IDS["money"],
    "taxonomy_id": TAXONOMY_ID,
}


def names(client: FlaskClient, query: str, path: str = SERVICES) -> list[str]:
    page = client.get(f"{path}?per_page=500&{query}").get_json()
    assert wrong("page", page) == []
    return [one.get("service", one)["name"] for one in page["contents"]]


@pytest.mark.parametrize("per_page", [1, 2, 5, 10, 22, 23, 24, 500])
def test_the_pages_add_up(client: FlaskClient, per_page: int) -> None:
    everything = names(client, "")
    assert len(everything) == 23
    pages: list[dict[str, Any]] = []
    while not pages or not pages[-1]["last_page"]:
        answer = client.get(f"{SERVICES}?page={len(pages) + 1}&per_page={per_page}")
        pages.append(answer.get_json())
    count = -(-23 // per_page)
    assert [page["page_number"] for page in pages] == list(range(1, count + 1))
    assert {(page["total_items"], page["total_pages"]) for page in pages} == {(23, count)}
    assert [page["first_page"] for page in pages] == [True, *[False] * (count - 1)]
    assert all(page["size"] == len(page["contents"]) and not page["empty"] for page in pages)
    assert [one["name"] for page in pages for one in page["contents"]] == everything


def test_after_the_last_page_is_nothing(client: FlaskClient) -> None:
    page = client.get(f"{SERVICES}?page=4&per_page=10").get_json()
    assert (page["contents"], page["empty"], page["last_page"], page["total_items"]) == ([], True, True, 23)


def test_without_asking_a_page_has_50(real: Any) -> None:
    page = real.test_client().get("/oruk/merton/services").get_json()
    assert page["size"] == min(50, page["total_items"])


@pytest.mark.parametrize("name", ["page", "per_page"])
@pytest.mark.parametrize("value", ["0", "-1", "", "one", "1.0", "1e3", "٣", " 1", "9999999", "1" * 5000, "null", "+1"])
def test_a_page_that_cannot_be(client: FlaskClient, name: str, value: str) -> None:
    answer = client.get(SERVICES, query_string={name: value})
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    body = answer.get_json()
    assert body["type"] == "urn:footing:problem:bad-request"
    assert body["parameter"] == name
    assert "write a whole number from 1 to" in body["detail"]


def test_per_page_ends_at_500(client: FlaskClient) -> None:
    assert client.get(f"{SERVICES}?per_page=500").status_code == 200
    assert client.get(f"{SERVICES}?per_page=501").status_code == 400


@pytest.mark.parametrize("path", sorted(PARAMETERS))
def test_every_parameter_of_the_profile_works_or_is_refused_in_words(client: FlaskClient, path: str) -> None:
    for name in PARAMETERS[path]:
        answer = client.get(f"/oruk/liveshire/{path}", query_string={name: GOOD.get(name, "7")})
        if name in NO_DATA:
            assert answer.status_code == 400
            assert answer.get_json()["detail"] == f"{name}: we have no such data, so we cannot filter by it."
            assert "page" in answer.get_json()["supported"]
        else:
            assert answer.status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "colour=red", "text=money", "search=a&search=b", "page=1&page=2", "format=ndjson", "format=csv",
        "modified_after=yesterday", "modified_after=", "modified_after=2026-13-01", "minimal=maybe", "full=2",
        "modified_after=0001-01-01T00:00:00%2B14:00",
    ],
)  # fmt: skip
def test_what_we_cannot_do_is_said(client: FlaskClient, query: str) -> None:
    answer = client.get(f"{SERVICES}?{query}")
    assert answer.status_code == 400
    body = answer.get_json()
    assert body["parameter"] == query.partition("=")[0]
    assert set(GOOD) <= set(body["supported"])


@pytest.mark.parametrize("path", [SERVICES, "/oruk/liveshire/service_at_locations"])
def test_filters(client: FlaskClient, path: str) -> None:
    everything = names(client, "", path)
    assert names(client, "search=LINE%2007", path) == ["Line 07"]
    assert names(client, "search=07+ask+pa", path) == ["Line 07"]
    assert names(client, "search=nothing-like-it", path) == []
    money = names(client, f"taxonomy_term_id={TERM_IDS['money']}", path)
    assert money == [name for name in everything if int(name[-2:]) % 7 in (0, 6)]
    assert names(client, "taxonomy_term_id=unknown", path) == []
    assert names(client, f"taxonomy_id={TAXONOMY_ID}", path) == everything
    assert names(client, "taxonomy_id=unknown", path) == []
    assert names(client, "organization_id=unknown", path) == []
    assert names(client, f"search=line&taxonomy_term_id={TERM_IDS['money']}&modified_after=2026-10-01", path) == []


@pytest.mark.parametrize(
    ("moment", "count"),
    [("2026-10-15", 2), ("2026-10-15T00:00:00Z", 2), ("2026-10-15T00:00:01Z", 0), ("2026-10-16", 0), ("2026-09-15", 4),
     ("2026-10-15T01:00:00%2B01:00", 2), ("2026-10-14T23:59:59", 2), ("1999-01-01", 23)],
)  # fmt: skip
def test_modified_after_includes_the_moment_itself(client: FlaskClient, moment: str, count: int) -> None:
    assert len(names(client, f"modified_after={moment}")) == count


def test_the_organisation_filter(client: FlaskClient) -> None:
    mine = client.get(SERVICES).get_json()["contents"][0]["organization_id"]
    assert len(names(client, f"organization_id={mine}")) == 23


def test_shapes(client: FlaskClient) -> None:
    def first(query: str) -> dict[str, Any]:
        found: dict[str, Any] = client.get(f"{SERVICES}?{query}").get_json()["contents"][0]
        return found

    assert set(first("minimal=true")) == {"id", "last_modified"}
    assert "service_at_locations" in first("full=true")
    assert set(first("full=true")) - set(first("full=false")) == {"service_at_locations"}


def test_terms(client: FlaskClient) -> None:
    path = "/oruk/liveshire/taxonomy_terms"
    assert names(client, "search=dentists", path) == ["Health and well-being"]
    assert len(names(client, f"taxonomy_id={TAXONOMY_ID}", path)) == 7
    assert names(client, "taxonomy_id=other", path) == []
    assert names(client, f"parent_id={TERM_IDS['money']}", path) == []
    assert len(names(client, "top_only=true", path)) == 7
    assert client.get(f"{path}?top_only=perhaps").status_code == 400
    assert client.get(f"{path}?taxonomy_term_id=x").status_code == 400
