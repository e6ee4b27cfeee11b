"""Every public entry is a whole, small page at its address, in each language, for each council."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.content.languages import LANGUAGES
from webapp.content.library import get_library
from webapp.pages.finding import paths_of

MOST_BYTES = 15 * 1024
ALLOWANCE = "/rights/money/setting-up-home-allowance"


class Text(HTMLParser):
    """What a reader sees, and the links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self._hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style", "head")
        if tag == "a":
            self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style", "head")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)

    @property
    def all(self) -> str:
        return " ".join(" ".join(self.words).split())


def attribute(html: str, pattern: str) -> str:
    found = re.search(pattern, html)
    assert found, pattern
    return found[1]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", ["england", "merton", "warwickshire"])
def test_every_address_answers_with_a_small_whole_page(client: FlaskClient, app: Flask, slug: str, lang: str) -> None:
    council = get_library().council(slug)
    # A council adds its own to what is England's; one base page in ten is enough to see that these stay whole.
    paths = list(paths_of(council))
    own = [path for path in paths if path.count("/") == 2 or path.startswith("/rights/offer/")]
    for path in [*own, *paths[:: 1 if slug == "england" and lang == "en" else 10]]:
        answer = client.get(path, query_string={"council": slug, "lang": lang})
        assert answer.status_code == 200, path
        assert len(answer.data) <= MOST_BYTES, (path, len(answer.data))
        assert f'<html lang="{lang}" dir="{"rtl" if lang in ("ar", "ps", "fa", "ckb") else "ltr"}">' in answer.text
        assert "<h1>" in answer.text
        assert ">None<" not in answer.text, path
        assert "\u2063" not in answer.text, path


def test_a_page_says_all_that_its_entry_says(client: FlaskClient, app: Flask) -> None:
    england = get_library().council("england")
    entry = next(one for one in england.entitlements if one["id"] == "setting-up-home-allowance")
    said = Text(client.get(ALLOWANCE).text).all
    for text in (entry["title"], entry["summary"], entry["how_to_ask"], entry["decides"], *entry["pitfalls"]):
        assert text in said
    assert all(source in said for source in entry["sources"])
    assert "at least £3,000" in said


def test_a_councils_own_figure_is_in_every_language(client: FlaskClient) -> None:
    for lang in LANGUAGES:
        said = Text(client.get(ALLOWANCE, query_string={"council": "merton", "lang": lang}).text).all
        assert "£2,000" in said, lang


def test_canonical_link_and_languages(client: FlaskClient) -> None:
    html = client.get(f"{ALLOWANCE}?council=merton&lang=ar").text
    here = f"http://localhost{ALLOWANCE}?council=merton"
    assert attribute(html, r'rel="canonical" href="([^"]+)"') == f"{here}&amp;lang=ar"
    others = dict(re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html))
    assert set(others) == {*LANGUAGES, "x-default"}
    assert others["en"] == others["x-default"] == here
    assert others["ti"] == f"{here}&amp;lang=ti"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (ALLOWANCE, "GovernmentService"),
        ("/rights/money/care-leaver-covenant", "Service"),
        ("/help/samaritans", "Organization"),
        ("/rights/words/advocate", "DefinedTerm"),
        ("/passport/skill/home-09", "LearningResource"),
        ("/rights/no/childrens-services", "HowTo"),
        ("/rights/pledge?council=merton", "CreativeWork"),
    ],
)
def test_programs_can_read_what_it_is_about(client: FlaskClient, path: str, kind: str) -> None:
    html = client.get(path).text
    data = json.loads(attribute(html, r'<script type="application/ld\+json">(.*?)</script>'))
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == kind
    assert data["name"]
    assert data["description"]
    assert data["url"] == f"http://localhost{path}"


def test_data_for_programs_cannot_end_its_element(client: FlaskClient) -> None:
    html = client.get("/help/samaritans").text
    inner = attribute(html, r'<script type="application/ld\+json">(.*?)</script>')
    assert "<" not in inner
    assert "&" not in inner


def test_an_example_pack_says_so_and_stays_out_of_search_engines(client: FlaskClient) -> None:
    example = client.get("/rights/pledge?council=rutland")
    assert example.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in example.text
    assert "Example only, from an old" in Text(example.text).all
    england = client.get(ALLOWANCE)
    assert "X-Robots-Tag" not in england.headers
    assert "noindex" not in england.text


def test_what_has_no_translation_is_marked_as_english(client: FlaskClient) -> None:
    html = client.get("/passport/skill/home-09?lang=ti").text
    assert '<h1><bdi lang="en">' in html
    title = attribute(html, r"<title>([^<]+)")
    assert title.isprintable()
    assert "translated these words" in Text(html).all or "State" not in html


@pytest.mark.parametrize(
    "path",
    [
        "/rights/money/nothing-like-it",
        f"{ALLOWANCE}?council=atlantis",
        "/rights/offer?council=england",
        "/rights/pledge",
        "/help/%3Cscript%3E",
        "/passport/skill/home-99",
    ],
)
def test_what_is_not_there_is_a_404_that_the_app_can_take_over(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert '<div id="app"></div>' in answer.text
    assert "noindex" in answer.text


def test_an_unknown_language_is_english(client: FlaskClient) -> None:
    assert '<html lang="en" dir="ltr">' in client.get(f"{ALLOWANCE}?lang=xx").text


def test_nothing_runs_in_the_page_and_nothing_comes_from_elsewhere(client: FlaskClient) -> None:
    html = client.get(f"{ALLOWANCE}?lang=ar").text
    assert re.findall(r"<script(?![^>]*\ssrc=)(?![^>]*ld\+json)", html) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", html) == []
    assert "Set-Cookie" not in client.get(ALLOWANCE).headers


def test_every_link_in_the_pages_leads_somewhere(client: FlaskClient) -> None:
    seen: set[str] = set()
    todo = ["/councils"]
    while todo and len(seen) < 400:
        path = todo.pop()
        answer = client.get(path)
        assert answer.status_code == 200, path
        for link in Text(answer.text).links:
            if link.startswith("/") and link not in seen and "lang=" not in link:
                seen.add(link)
                todo.append(link)
    assert {"/help", "/rights/money?council=merton", ALLOWANCE} <= seen


def test_a_page_is_kept_by_its_etag(client: FlaskClient) -> None:
    first = client.get(ALLOWANCE)
    assert client.get(ALLOWANCE, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
