"""The conversation is the main thing on a small phone: how much room is left to it, and that it stays where it is."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people
from .people import AMINA
from .talking import before, field, open_thread

# Of 740 px, 60 are the bar at the top and 75 the tabs; outside hours the words before the field are the longest.
MOST_PX = 265
_ROOM = "() => document.querySelector('.composer').getBoundingClientRect().height"
_IN_VIEW = """(place) => {
  const { top, bottom } = document.querySelector(place).getBoundingClientRect();
  const bar = document.querySelector('.top').getBoundingClientRect().bottom;
  return top >= bar && bottom <= document.querySelector('.nav').getBoundingClientRect().top;
}"""

# How far the words below a message reach into the button that stands on the next line.
_OVER = """() => Math.max(...[...document.querySelectorAll('.under')].map((under) => {
  const [said, button] = [under.querySelector('span'), under.querySelector('button')];
  if (!button) return 0;
  const range = document.createRange();
  range.selectNodeContents(button);
  const [words, below] = [said.getBoundingClientRect(), range.getBoundingClientRect()];
  return below.left < words.right && below.right > words.left ? words.bottom - below.top : 0;
}))"""


@pytest.fixture
def amina(phone: Page, server: LiveServer) -> Page:
    people.sign_in(phone, AMINA, server)
    people.go(phone, "/messages")
    expect(field(phone)).to_be_visible()
    return phone


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (600, 900), "#6a9").save(made, "JPEG")
    return made.getvalue()


def test_who_sees_it_is_read_whole_before_the_first_message_with_the_field_below(amina: Page) -> None:
    expect(amina.get_by_role("button", name="I understand")).to_be_visible()
    people.until(amina, lambda: amina.evaluate(_IN_VIEW, ".first-use"))
    assert amina.evaluate(_IN_VIEW, "#message")


def test_most_of_the_screen_is_the_conversation_and_what_is_opened_stays_in_view(amina: Page) -> None:
    open_thread(amina)
    assert amina.evaluate(_ROOM) <= MOST_PX
    more = before(amina).get_by_role("button", name="More numbers")
    more.click()
    expect(before(amina).get_by_role("link", name="Samaritans")).to_be_attached()
    # The sync draws the conversation again meanwhile.
    with amina.expect_response("**/api/v1/sync"):
        pass
    assert amina.evaluate(_IN_VIEW, ".danger")
    more.click()
    files = [{"name": f"letter {n}.jpg", "mimeType": "image/jpeg", "buffer": picture()} for n in range(3)]
    amina.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    expect(amina.locator(".chosen li img")).to_have_count(3)
    people.until(amina, lambda: amina.evaluate(_IN_VIEW, "#message"))
    expect(amina.get_by_role("button", name="To the newest message")).to_have_count(0)


def test_a_search_takes_the_place_of_the_conversation_and_gives_it_back(amina: Page) -> None:
    open_thread(amina)
    opener = amina.get_by_role("button", name="Search these messages")
    assert amina.evaluate(_IN_VIEW, ".search-open")
    field(amina).fill("half a thought")
    opener.click()
    expect(amina.get_by_label("Search these messages")).to_be_focused()
    expect(field(amina)).to_be_hidden()
    amina.keyboard.type("pizza")
    hit = amina.locator(".find-hit")
    expect(hit).to_have_count(1)
    expect(hit.locator("mark")).to_have_text("pizza")
    amina.get_by_role("button", name="Close").click()
    expect(opener).to_be_focused()
    expect(field(amina)).to_have_value("half a thought")
    people.until(amina, lambda: amina.evaluate(_IN_VIEW, "#message"))
    opener.click()
    amina.get_by_label("Search these messages").fill("pizza")
    hit.click()
    expect(amina.locator(".thread > li.found")).to_be_focused()
    assert amina.evaluate(_IN_VIEW, ".thread > li.found")


def test_what_stands_below_a_message_does_not_run_together_in_large_letters(amina: Page) -> None:
    people.go(amina, "/me/look")
    amina.get_by_text("Biggest", exact=True).click()
    open_thread(amina)
    expect(amina.get_by_role("button", name="Take back").first).to_be_attached()
    assert amina.evaluate(_OVER) <= 0
