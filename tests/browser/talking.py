"""What people do in a conversation, in a few verbs."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.server import LiveServer

from . import people
from .people import Person


def phone_of(page: Page, person: Person, server: LiveServer) -> Page:
    """A young person's phone with everything that is needed without a signal, at their conversation."""
    people.sign_in(page, person, server)
    people.install(page, server)
    return open_thread(page)


def open_thread(page: Page) -> Page:
    """Go to one's own conversation, and have read who sees it."""
    people.go(page, "/messages")
    expect(field(page)).to_be_visible()
    told = page.get_by_role("button", name="I understand")
    asked = page.get_by_text("Who sees this?")
    expect(told.or_(asked)).to_be_visible()
    if told.count():
        told.click()
    expect(asked).to_be_visible()
    return page


def field(page: Page) -> Locator:
    """Where a message is written."""
    return page.locator("textarea#message")


def before(page: Page) -> Locator:
    """What is said before the field."""
    return page.get_by_role("region", name="Before you write")


def write(page: Page, text: str) -> None:
    """Write a message and send it: it is on this phone then."""
    field(page).fill(text)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(field(page)).to_have_value("")
    expect(page.locator(".thread").get_by_text(text, exact=True)).to_be_visible()
