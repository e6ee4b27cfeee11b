"""What is said of a message after it was sent: that it can be read only where that is so, and why it was not taken."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people
from .devices import DESK, NewDevice
from .people import LEO, SAM
from .reading import entry
from .talking import phone_of, write
from .test_languages import speak, words_of
from .test_shared_phone import SIGN_IN_AGAIN
from .turning_down import SYNC, turn_down

WORDS = "Can you help me with my rent?"
SENTENCE = "This message is too long. Make it shorter, or send it in two parts."
ON_THE_PHONE = "It is safe on this phone. It goes by itself when there is a signal."
SAFE = "Your message is safe."
# Where the full stop of an English sentence belongs, on every screen.
_STOP_IS_RIGHT = """(place) => {
  const [words] = document.querySelector(place).childNodes;
  const left = (letter) => {
    const range = document.createRange();
    range.setStart(words, letter);
    range.setEnd(words, letter + 1);
    return range.getBoundingClientRect().left;
  };
  return left(words.length - 1) > left(words.length - 2);
}"""


@pytest.fixture
def leo(new_device: NewDevice, server: LiveServer) -> Page:
    # Without Background Sync only the page sends, and a page's requests can be answered otherwise.
    return phone_of(new_device(permissions=["notifications"]).new_page(), LEO, server)


def test_that_it_was_not_taken_is_shown_and_heard_and_nothing_says_that_it_can_be_read(leo: Page) -> None:
    turn_down(leo, SENTENCE)
    write(leo, WORDS)
    expect(entry(leo, WORDS)).to_contain_text("Not sent")
    expect(entry(leo, WORDS)).to_contain_text(SENTENCE)
    heard = leo.get_by_role("status").filter(has_text=SENTENCE)
    expect(heard).to_have_text(f"Not sent. {SENTENCE}")
    expect(leo.get_by_text(SAFE)).to_have_count(0)

    # The second time it is another operation, of which the same holds.
    with leo.expect_response(SYNC):
        entry(leo, WORDS).get_by_role("button", name="Try again").click()
    expect(entry(leo, WORDS)).to_contain_text("Not sent")
    expect(heard).to_have_text(f"Not sent. {SENTENCE}")
    expect(leo.get_by_text(SAFE)).to_have_count(0)

    # What was said is not said again when the page is opened anew.
    leo.reload()
    expect(entry(leo, WORDS)).to_contain_text("Not sent")
    expect(heard).to_have_count(0)
    leo.unroute_all(behavior="wait")
    entry(leo, WORDS).get_by_role("button", name="Try again").click()
    expect(entry(leo, WORDS)).to_contain_text("· Sent")


def test_what_is_taken_back_is_not_said_to_be_read_later(leo: Page) -> None:
    write(leo, WORDS)
    expect(leo.get_by_text(SAFE)).to_be_visible()
    entry(leo, WORDS).get_by_role("button", name="Take back").click()
    leo.get_by_role("button", name="Take it back").click()
    expect(leo.get_by_text("You took this message back.")).to_be_visible()
    expect(leo.get_by_text(SAFE)).to_have_count(0)


def test_without_a_signal_nothing_is_said_of_when_it_can_be_read(leo: Page) -> None:
    people.go_offline(leo.context)
    write(leo, WORDS)
    expect(leo.get_by_text(ON_THE_PHONE)).to_be_visible()
    expect(leo.get_by_text(SAFE)).to_have_count(0)
    people.come_back(leo.context)
    expect(leo.get_by_text(SAFE)).to_be_visible()
    expect(leo.get_by_text(ON_THE_PHONE)).to_have_count(0)


def test_whoever_must_sign_in_again_is_told_so_where_they_write(leo: Page) -> None:
    people.go_offline(leo.context)
    write(leo, WORDS)
    leo.context.clear_cookies()
    people.come_back(leo.context)
    expect(leo.locator(".composer").get_by_text(SIGN_IN_AGAIN)).to_be_visible()
    expect(entry(leo, WORDS)).to_contain_text("On this phone")


def test_what_was_said_after_sending_goes_once_it_is_seen(leo: Page, new_device: NewDevice, server: LiveServer) -> None:
    write(leo, WORDS)
    expect(leo.get_by_text("Your message is safe.")).to_be_visible()
    page = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(page, SAM, server)
    page.get_by_role("link", name="Message, ").click()
    expect(entry(page, WORDS)).to_be_visible()
    expect(entry(leo, WORDS)).to_contain_text("Seen by Sam")
    expect(leo.get_by_text("Your message is safe.")).to_have_count(0)


def test_the_servers_sentence_keeps_its_full_stop_at_its_end_on_an_arabic_screen(leo: Page) -> None:
    turn_down(leo, SENTENCE)
    write(leo, WORDS)
    expect(entry(leo, WORDS)).to_contain_text(SENTENCE)
    speak(leo, "ar")
    people.go(leo, "/messages")
    expect(entry(leo, WORDS)).to_contain_text(words_of("ar")("Not sent"))
    assert leo.evaluate(_STOP_IS_RIGHT, ".thread .note bdi")
    people.go(leo, "/me")
    expect(leo.get_by_text(SENTENCE)).to_be_visible()
    assert leo.evaluate(_STOP_IS_RIGHT, ".lines bdi")
