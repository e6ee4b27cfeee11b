"""What an adviser does with messages: see who waits, answer in three taps, make something of a message."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people
from .conftest import NewDevice
from .people import LEO, SAM, Person

WORDS = "can we meet about the flat?"
OFFERED = "I will call you today."


def writes(page: Page, server: LiveServer, person: Person = LEO, words: str = WORDS) -> None:
    """As a young person, write to the adviser and send it."""
    people.sign_in(page, person, server)
    send(page, words)


def send(page: Page, words: str) -> None:
    """Write a message in one's own conversation, until the server has it."""
    people.go(page, "/messages")
    page.locator("#message").fill(words)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text(words)).to_be_visible()
    people.wait_until_sent(page)


def row_of(page: Page, person: Person) -> object:
    """The line of a young person in the adviser's table."""
    return page.get_by_role("row").filter(has=page.get_by_role("link", name=person.name, exact=True))


def looks_on_server(server: LiveServer, person: Person) -> list[str]:
    """How often staff opened this young person's pages."""
    found = server.rows(
        "SELECT l.name FROM look l JOIN member m ON m.space_id = l.space_id AND m.role = 'young_person'"
        " JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ? AND l.kind = 'opened'",
        person.signs_in_as,
    )
    return [name for (name,) in found]


def test_a_reply_from_the_list_takes_three_taps(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, SAM, server)
    expect(page.get_by_role("listitem").filter(has_text="17 years old")).to_contain_text("Message, ")
    expect(page.get_by_role("button", name="2 messages waiting")).to_be_visible()

    page.get_by_role("link", name="Answer Leo").click()
    expect(page.get_by_text("he said YES")).to_be_visible()
    page.get_by_role("button", name=OFFERED).click()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#message")).to_have_value("")
    expect(page.get_by_role("link", name="Messages", exact=True)).to_be_visible()
    people.wait_until_sent(page)

    people.go(page, "/people")
    expect(page.get_by_role("link", name="Answer Leo")).to_have_count(0)
    phone = new_device().new_page()
    people.sign_in(phone, LEO, server)
    people.go(phone, "/messages")
    expect(phone.get_by_text(OFFERED)).to_be_visible()
