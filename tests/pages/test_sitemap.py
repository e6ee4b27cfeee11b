"""Search engines find what is live, and only that."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

from flask.testing import FlaskClient

from tests.conftest import make_settings
from tests.content.packs import write
from webapp import create_app
from webapp.content.languages import LANGUAGES

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def locations(client: FlaskClient) -> list[str]:
    root = ET.fromstring(client.get("/sitemap.xml").text)
    return [found.text or "" for found in root.iterfind("s:url/s:loc", NS)]


def test_robots_names_the_sitemap_and_hides_what_is_personal(client: FlaskClient) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert "Sitemap: http://localhost/sitemap.xml" in lines
    assert {"Disallow: /api/", "Disallow: /people", "Disallow: /me"} <= set(lines)
    assert "Disallow: /rights" not in lines


def test_the_sitemap_holds_england_and_no_example(client: FlaskClient) -> None:
    found = locations(client)
    assert "http://localhost/rights/money/setting-up-home-allowance" in found
    assert len(found) == len(set(found))
    assert not [one for one in found if "council=" in one]
    # A site map may hold 50,000 addresses.
    assert 100 < len(found) < 50_000


def test_each_address_names_its_languages(client: FlaskClient) -> None:
    root = ET.fromstring(client.get("/sitemap.xml").text)
    for url in root.iterfind("s:url", NS):
        assert [one.get("hreflang") for one in url.iterfind("x:link", NS)] == list(LANGUAGES)


def test_every_listed_address_answers(client: FlaskClient) -> None:
    for one in locations(client):
        assert client.get(one.removeprefix("http://localhost")).status_code == 200, one


def test_a_live_pack_is_listed_with_what_is_its_own(tmp_path: Path, dist: Path) -> None:
    cover = "slug: oldshire\nname: Oldshire\nstate: live\nextends: england\nowner: The team\n"
    content = write(tmp_path, {"oldshire/pack.yaml": cover})
    app = create_app(replace(make_settings(tmp_path), content_dir=content, static_dir=dist))
    with app.app_context():
        found = [one for one in locations(app.test_client()) if "council=oldshire" in one]
    assert "http://localhost/rights/pledge?council=oldshire" in found
    assert not [one for one in found if "/help/" in one]
