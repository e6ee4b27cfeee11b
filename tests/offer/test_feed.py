"""The open feed: every object as the profile asks, for every council; open to all sites; kept by its tag."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.offer.profile import OBJECTS, wrong
from webapp.content.library import get_library
from webapp.content.schemas.council import OFFER_HEADINGS
from webapp.offer.headings import HEADINGS
from webapp.offer.ids import NAMESPACE

LISTS = tuple(OBJECTS)


def listed(client: FlaskClient, council: str, name: str) -> list[dict[str, Any]]:
    """All of a list, page after page."""
    contents: list[dict[str, Any]] = []
    for number in range(1, 100):
        page = client.get(f"/oruk/{council}/{name}?page={number}&per_page=20").get_json()
        assert wrong("page", page) == []
        contents += page["contents"]
        if page["last_page"]:
            break
    return contents


def test_every_object_of_every_council_follows_the_profile(real: Flask) -> None:
    client = real.test_client()
    with real.app_context():
        councils = [council for council in get_library().councils() if council.state != "base"]
    assert councils
    for council in councils:
        assert wrong("api_details", client.get(f"/oruk/{council.slug}/").get_json()) == []
        for name in LISTS:
            found = listed(client, council.slug, name)
            ids = [one["id"] for one in found]
            assert len(set(ids)) == len(ids) > 0
            for one in found:
                alone = client.get(f"/oruk/{council.slug}/{name}/{one['id']}").get_json()
                assert [*wrong(OBJECTS[name], one), *wrong(OBJECTS[name], alone)] == []
                assert alone["id"] == one["id"]
        assert len(listed(client, council.slug, "services")) == len(council.offer)


def test_each_service_names_its_page(client: FlaskClient) -> None:
    for council in ("oldshire", "liveshire"):
        for one in listed(client, council, "services"):
            assert one["url"].startswith("https://footing.example/rights/offer/")
            path = one["url"].removeprefix("https://footing.example")
            assert path.endswith(f"?council={council}")


def test_examples_are_inactive_and_say_so(client: FlaskClient) -> None:
    (old,) = listed(client, "oldshire", "services")
    assert old["status"] == "inactive"
    assert old["alert"].startswith("An example, made from an old paper (Care leavers' strategy, 2016-10-31).")
    live = listed(client, "liveshire", "services")
    assert {one["status"] for one in live} == {"active"}
    assert not any("alert" in one for one in live)


def test_a_service_says_what_the_entry_says(client: FlaskClient) -> None:
    (one,) = listed(client, "oldshire", "services")
    whole = client.get(f"/oruk/oldshire/services/{one['id']}").get_json()
    assert whole["name"] == "Money for your first home"
    assert whole["description"] == "The paper names a sum.\n\nHow to ask: Ask your PA."
    assert (whole["assured_date"], whole["last_modified"]) == ("2016-10-31", "2016-10-31T00:00:00.000Z")
    assert whole["organization"]["name"] == "Oldshire"
    assert whole["organization_id"] == whole["organization"]["id"]
    (attribute,) = whole["attributes"]
    assert (attribute["link_id"], attribute["taxonomy_term"]["term"]) == (whole["id"], "money")
    (at,) = whole["service_at_locations"]
    place = client.get(f"/oruk/oldshire/service_at_locations/{at['id']}").get_json()
    assert (place["service_id"], place["location"]["location_type"]) == (whole["id"], "virtual")
    assert place["service"]["name"] == whole["name"]


def test_an_id_is_known_before_and_after(client: FlaskClient) -> None:
    # Written down: a change of these would break every link that another directory keeps.
    assert str(NAMESPACE) == "eb02179f-fef1-5c05-b214-c027d1fa62f1"
    (one,) = listed(client, "oldshire", "services")
    assert one["id"] == "8be78a67-6b90-55e1-ba79-e32f4fbf8847"
    assert UUID(one["id"]).version == 5
    assert client.get(f"/oruk/oldshire/services/{one['id'].upper()}").status_code == 200


def test_the_taxonomy_has_a_term_for_each_heading(client: FlaskClient) -> None:
    (taxonomy,) = listed(client, "liveshire", "taxonomies")
    whole = client.get(f"/oruk/liveshire/taxonomies/{taxonomy['id']}").get_json()
    terms = listed(client, "liveshire", "taxonomy_terms")
    assert whole["taxonomy_terms"] == terms
    assert {term["term"] for term in terms} == set(OFFER_HEADINGS) == set(HEADINGS)
    # The headings are England's: one term has one id, whatever the council.
    assert terms == listed(client, "oldshire", "taxonomy_terms")


PATHS = ("", "services", "taxonomies", "taxonomy_terms", "service_at_locations", "services?page=0", "services/nothing")


@pytest.mark.parametrize("path", PATHS)
def test_any_site_may_read_it(client: FlaskClient, path: str) -> None:
    for method in ("GET", "HEAD", "OPTIONS"):
        answer = client.open(f"/oruk/liveshire/{path}", method=method, headers={"Origin": "https://other.example"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "Access-Control-Allow-Credentials" not in answer.headers
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", PATHS[:5])
def test_the_same_again_is_304(client: FlaskClient, path: str) -> None:
    first = client.get(f"/oruk/liveshire/{path}")
    assert first.headers["Cache-Control"] == "public, max-age=300"
    again = client.get(f"/oruk/liveshire/{path}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_the_root_needs_no_slash(client: FlaskClient) -> None:
    assert client.get("/oruk/liveshire").get_json() == client.get("/oruk/liveshire/").get_json()


@pytest.mark.parametrize("council", ["nowhere", "england", "..%2fliveshire", "LIVESHIRE"])
@pytest.mark.parametrize("path", ["", *LISTS, "services/00000000-0000-0000-0000-000000000000"])
def test_no_council_no_feed(client: FlaskClient, council: str, path: str) -> None:
    answer = client.get(f"/oruk/{council}/{path}")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize("name", LISTS)
def test_no_such_id(client: FlaskClient, name: str) -> None:
    # An id of another council is no id here.
    others = {one["id"] for one in listed(client, "oldshire", "services")}
    for id_ in ("nothing", "00000000-0000-0000-0000-000000000000", "%00", *others):
        answer = client.get(f"/oruk/liveshire/{name}/{id_}")
        assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_an_empty_offer_is_an_empty_page(client: FlaskClient) -> None:
    page = client.get("/oruk/emptyshire/services").get_json()
    assert page == {
        "total_items": 0, "total_pages": 0, "page_number": 1, "size": 0, "first_page": True, "last_page": True,
        "empty": True, "contents": [],
    }  # fmt: skip


def test_nobody_can_write(client: FlaskClient) -> None:
    assert client.post("/oruk/liveshire/services", json={}).status_code == 405
