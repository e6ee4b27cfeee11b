"""What another language brings with it: English says that it is, drafts are told, and what others read is English."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.support.server import LiveServer

from . import people
from .devices import NewDevice
from .people import AMINA
from .test_check import listen, take
from .test_languages import speak, words_of

ARABIC = re.compile(r"[\u0600-\u06ff]")
MARKS = re.compile(r"[\u2063\u2066]")
ALLOWANCE = "setting-up-home-allowance"
TITLE = "Money to set up your first home"
NOT_CHECKED = "A computer translated these words and no person has checked them yet."
_MARK = "one => getComputedStyle(one, '::after').content"


def change_words(page: Page, lang: str, change: Callable[[dict[str, Any]], None]) -> None:
    """From now on a language comes with other words."""

    def answer(route: Route) -> None:
        words = route.fetch().json()
        change(words)
        route.fulfill(body=json.dumps(words), content_type="application/json")

    page.route(f"**/static/dist/lang/{lang}-*.json", answer)


@pytest.fixture
def plain_phone(new_device: NewDevice) -> Page:
    """A phone without a worker, so that a test can change what the page fetches."""
    page = new_device().new_page()
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    return page


def choose_council(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Your council").select_option("rutland")


def notice(page: Page) -> Locator:
    """The line that says that nobody has checked the words."""
    return page.locator(".note", has=page.get_by_role("button", name="Read in English"))


def test_a_text_without_a_translation_is_english_and_says_so(plain_phone: Page) -> None:
    def forget(words: dict[str, Any]) -> None:
        for text in ("My rights", "Search everything", "{n} thing now", "Pledge", "Main", "Your council"):
            words["messages"].pop(text, None)

    change_words(plain_phone, "ar", forget)
    choose_council(plain_phone)
    speak(plain_phone, "ar")
    people.go(plain_phone, "/rights/pledge")
    tab = plain_phone.locator("nav.nav .en")
    expect(tab).to_have_text("My rights")
    expect(tab).to_have_attribute("lang", "en")
    expect(tab).to_have_attribute("dir", "ltr")
    assert "EN" in tab.evaluate(_MARK)
    # Content that no catalogue has: a council's own pledge.
    expect(plain_phone.locator("main .card p .en").first).to_be_visible()
    expect(plain_phone).to_have_title(re.compile("^Pledge|^My rights|حقوقي"))
    assert not MARKS.search(plain_phone.title())
    everything = plain_phone.evaluate("() => document.documentElement.outerHTML")
    # Isolates may stand around names; what says "English" to the app itself must not be left in a page.
    assert "\u2063" not in everything
    people.go(plain_phone, "/")
    assert not MARKS.search(plain_phone.locator("#council").inner_text())


def test_a_stale_translation_is_english_again(plain_phone: Page) -> None:
    """The build leaves fuzzy translations out; the phone then has nothing to show but English."""
    change_words(plain_phone, "ti", lambda words: words["messages"].clear())
    choose_council(plain_phone)
    speak(plain_phone, "ti")
    expect(people.heading(plain_phone)).to_have_text("Language")
    expect(people.heading(plain_phone).locator(".en")).to_have_count(1)


def test_a_draft_shows_the_english_of_help_lines_and_of_the_check(phone: Page) -> None:
    choose_council(phone)
    take(phone)
    expect(phone.locator(".beside, .en")).to_have_count(0)
    speak(phone, "ar")
    people.go(phone, "/rights/check/result")
    expect(phone.locator(".card.hero h2 .beside")).to_have_text("Care leaver, 18 or over")
    expect(phone.locator(".why .beside")).to_contain_text("You were in care on the day before you turned 18.")
    people.go(phone, "/rights/check/place")
    expect(phone.locator(".heading .beside")).to_have_text("Have you ever been in care?")
    expect(phone.locator("label.choice .beside").first).to_have_text("Yes, in England")
    people.go(phone, "/help")
    danger = phone.locator("main .beside").first
    expect(danger).to_have_text("If you or someone else is in danger now, call 999.")
    expect(danger).to_have_attribute("lang", "en")
    childline = phone.locator("#line-childline")
    expect(childline.locator(".beside").first).to_be_visible()
    expect(childline).to_contain_text(ARABIC)


def test_numbers_for_danger_have_their_english_before_any_content_is_here(plain_phone: Page) -> None:
    plain_phone.route("**/api/v1/councils**", lambda route: route.abort())
    plain_phone.goto("/")
    speak(plain_phone, "ar")
    people.go(plain_phone, "/help")
    expect(plain_phone.locator("#line-emergency .beside").first).to_have_text("999 emergency")
    expect(plain_phone.locator("#line-samaritans")).to_contain_text("116 123")


def test_once_a_person_has_checked_the_words_there_is_no_english_beside_them(plain_phone: Page) -> None:
    def check(words: dict[str, Any]) -> None:
        del words["draft"]
        words["checked"] = {"by": "Anna Rees", "on": "2026-11-01"}

    change_words(plain_phone, "ar", check)
    choose_council(plain_phone)
    speak(plain_phone, "ar")
    people.go(plain_phone, "/rights/check/birthday")
    expect(people.heading(plain_phone)).to_have_text(words_of("ar")("When is your birthday?"))
    expect(plain_phone.locator(".beside")).to_have_count(0)


def test_a_draft_is_told_until_it_is_hidden_and_always_where_the_language_is_chosen(phone: Page) -> None:
    choose_council(phone)
    speak(phone, "ti")
    expect(notice(phone)).to_be_visible()
    people.go(phone, "/rights/money")
    notice(phone).get_by_role("button", name=words_of("ti")("OK, hide this")).click()
    expect(notice(phone)).to_have_count(0)
    phone.reload()
    expect(phone.locator("html")).to_have_attribute("lang", "ti")
    expect(people.heading(phone)).to_have_text(words_of("ti")("My rights"))
    expect(notice(phone)).to_have_count(0)
    people.go(phone, "/me/language")
    expect(phone.locator("label.choice:has(input[value='sq']) small")).not_to_be_empty()
    notice(phone).get_by_role("button", name="Read in English").click()
    expect(people.heading(phone)).to_have_text("Language")
    expect(phone.locator("html")).to_have_attribute("dir", "ltr")
    expect(phone.get_by_text(NOT_CHECKED)).to_have_count(0)


def test_the_phones_own_language_is_offered_once_and_never_taken(new_device: NewDevice) -> None:
    page = new_device(locale="fa-AF").new_page()
    page.goto("/")
    own = page.get_by_role("button", name="فارسی / دری")
    expect(own).to_be_visible()
    expect(people.heading(page)).to_have_text("Hello")
    own.click()
    expect(page.locator("html")).to_have_attribute("lang", "fa")

    other = new_device(locale="ckb-IQ").new_page()
    other.goto("/help")
    other.get_by_role("button", name="English", exact=True).click()
    expect(other.get_by_role("button", name="کوردیی ناوەندی")).to_have_count(0)
    other.reload()
    expect(people.heading(other)).to_have_text("Get help")
    expect(other.get_by_role("button", name="کوردیی ناوەندی")).to_have_count(0)


def test_a_plain_pages_address_hands_its_council_and_language_over(new_device: NewDevice) -> None:
    page = new_device().new_page()
    page.goto("/rights/money?council=rutland&lang=ti#main")
    expect(page.locator("html")).to_have_attribute("lang", "ti")
    expect(people.heading(page)).to_have_text(words_of("ti")("My rights"))
    expect(page.locator("p.slim")).to_contain_text("Rutland")
    assert page.url.endswith("/rights/money#main")

    # What was chosen on this phone stays.
    page.goto("/help?council=merton&lang=ar")
    expect(people.heading(page)).to_have_text(words_of("ti")("Get help"))
    expect(page.locator("p.slim")).to_contain_text("Rutland")
    assert page.url.endswith("/help")


def test_a_signed_in_persons_council_and_language_stay(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, AMINA, server)
    page.goto("/rights/offer?council=merton&lang=ar")
    expect(people.heading(page)).to_have_text("My rights")
    expect(page.locator("p.slim")).to_contain_text("Rutland")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.endswith("/rights/offer")


def test_an_address_may_name_one_line_one_word_and_one_way_to_say_no(phone: Page) -> None:
    phone.goto("/help/childline?council=rutland")
    expect(phone.locator("#line-childline")).to_be_focused()
    expect(phone.locator("#line-childline")).to_be_in_viewport()
    people.go(phone, "/rights/words/pathway-plan")
    expect(phone.locator("#word-pathway-plan")).to_be_focused()
    expect(phone.locator("#word-pathway-plan")).to_be_in_viewport()
    people.go(phone, f"/rights/money/{ALLOWANCE}")
    phone.get_by_role("link", name="What you can do, step by step").click()
    expect(people.heading(phone)).to_have_text("A decision of children's services")
    expect(phone.get_by_text("Within 10 working days · at the longest 20 working days")).to_be_visible()
    people.go(phone, "/rights/no/nothing")
    expect(people.heading(phone)).to_have_text("We do not know this one")
    people.go(phone, "/councils")
    phone.get_by_label("Your council").select_option("merton")
    expect(phone.locator("p.slim")).to_contain_text("Merton")


def test_what_others_read_is_english(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    page = phone.new_page()
    people.sign_in(page, AMINA, server)
    speak(page, "ar")
    people.go(page, f"/asks/new/{ALLOWANCE}")
    # Content in a language is made when it is first asked for, which takes a while.
    people.until(page, lambda: sum("/rutland/bundle/" in kept for kept in people.kept_files(page)) == 2, seconds=30)
    sent = listen(phone)
    page.locator("#need").fill("A bed")
    page.locator("form button[type=submit]").click()
    expect(page).to_have_url(re.compile(r"/asks/[0-9a-f-]{36}$"))
    # The person reads the title in their own language; what their adviser gets is in English.
    expect(people.heading(page)).to_have_text(ARABIC)
    people.until(page, lambda: any("A bed" in (request.post_data or "") for request in sent))
    [body] = {request.post_data or "" for request in sent if "A bed" in (request.post_data or "")}
    assert TITLE in body
    assert not ARABIC.search(body)
    people.go(page, page.url.removeprefix(server.url) + "/letter/ask-why")
    letter = page.locator("article.letter")
    expect(letter).to_contain_text(TITLE)
    expect(letter).to_contain_text("A bed")
    expect(letter).not_to_contain_text(ARABIC)
    expect(letter.locator(".en")).to_have_count(0)
