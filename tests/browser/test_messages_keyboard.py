"""A conversation by keyboard alone: the focus is never lost, and what can be pressed has a name of its own."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.support.server import LiveServer

from . import people
from .devices import DESK, NewDevice
from .people import LEO, SAM
from .reading import entry
from .talking import field, phone_of, write
from .test_staff_messages import LAST_OF_LEO
from .turning_down import SYNC, turn_down

WORDS = "Can you ring me on Friday?"
_LOST = "() => document.activeElement === document.body"


@pytest.fixture
def leo(new_device: NewDevice, server: LiveServer) -> Page:
    # Without Background Sync only the page sends, and a page's requests can be answered otherwise.
    return phone_of(new_device(permissions=["notifications"]).new_page(), LEO, server)


def press(control: Locator) -> None:
    """Go to it and press Enter, as whoever has only keys does."""
    control.focus()
    control.page.keyboard.press("Enter")


def pictures(*names: str) -> list[FilePayload]:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "#6a9").save(made, "JPEG")
    return [FilePayload(name=name, mimeType="image/jpeg", buffer=made.getvalue()) for name in names]


def test_the_focus_stays_with_a_message_that_is_kept_or_taken_back(leo: Page) -> None:
    write(leo, WORDS)
    expect(entry(leo, WORDS)).to_contain_text("· Sent")
    message = leo.locator(".thread > li").last
    opener = message.get_by_role("button", name=f"Take back: {WORDS}", exact=True)
    press(opener)
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(leo.get_by_role("status").filter(has_text="Take it back?")).to_be_visible()
    press(message.get_by_role("button", name="Keep it"))
    expect(opener).to_be_focused()
    press(opener)
    press(message.get_by_role("button", name="Take it back"))
    expect(message).to_contain_text("You took this message back.")
    expect(message).to_be_focused()


def test_the_focus_stays_in_the_conversation_when_a_message_is_tried_again_or_removed(leo: Page) -> None:
    turn_down(leo, "This message is too long.")
    write(leo, WORDS)
    with leo.expect_response(SYNC):
        press(leo.get_by_role("button", name=f"Try again: {WORDS}"))
    again = leo.get_by_role("button", name=f"Try again: {WORDS}")
    expect(again).to_be_visible()
    assert not leo.evaluate(_LOST)
    press(leo.get_by_role("button", name=f"Remove: {WORDS}"))
    expect(again).to_have_count(0)
    expect(leo.locator(".thread > li").last).to_be_focused()


def test_the_focus_goes_on_from_what_was_read_and_from_a_file_that_was_removed(phone: Page, server: LiveServer) -> None:
    people.sign_in(phone, LEO, server)
    people.go(phone, "/messages")
    press(phone.get_by_role("button", name="I understand"))
    expect(phone.locator(".who-reads summary")).to_be_focused()
    phone.locator("input[type=file]").set_input_files(pictures("a.jpg", "b.jpg"))
    press(phone.get_by_role("button", name="Remove a.jpg"))
    expect(phone.get_by_role("button", name="Picture or PDF")).to_be_focused()
    # Whoever reads it, and writes on, is not taken away from the field.
    write(phone, WORDS)
    expect(field(phone)).to_be_focused()


def test_escape_leaves_the_search(leo: Page) -> None:
    press(leo.get_by_role("button", name="Search these messages"))
    expect(leo.get_by_label("Search these messages")).to_be_focused()
    leo.keyboard.press("Escape")
    expect(leo.get_by_role("button", name="Search these messages")).to_be_focused()


def test_an_advisers_links_say_which_message_they_are_about(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(page, SAM, server)
    page.get_by_role("link", name="Message, ").click()
    mark = page.get_by_role("link", name="Mark as a request or a date: he said YES.")
    expect(mark).to_have_count(1)
    press(page.get_by_role("button", name="No answer needed"))
    settled = page.get_by_role("status").filter(has_text="Nothing waits for your answer.")
    expect(settled).to_be_focused()
    expect(entry(page, LAST_OF_LEO).get_by_role("link", name="Change: he said YES.")).to_have_count(1)
