"""When a phone asks for messages by itself and when it does not, and what the tabs say of those that are new."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.support.server import LiveServer

from . import people
from .adviser import Adviser
from .devices import NewDevice
from .long_thread import write_long_thread
from .people import LEO, SAM
from .reading import entry
from .talking import open_thread, write

# More than twice as long as an open conversation waits between two questions.
SILENCE_MS = 5000
_LOOK = """shown => {
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => shown });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


class Asked:
    """Counts how often a page asks its server."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.times = 0
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        self.times += request.url.endswith("/api/v1/sync")

    def within(self, milliseconds: float) -> int:
        """How often from now on."""
        # What is under way may still end in one more question.
        self._page.wait_for_timeout(500)
        before = self.times
        self._page.wait_for_timeout(milliseconds)
        return self.times - before


def test_an_open_conversation_asks_only_while_somebody_looks_at_it(leo: Page, sam: Adviser) -> None:
    asked = Asked(leo)
    leo.get_by_role("link", name="Messages").click()
    expect(leo.get_by_label("Your message")).to_be_visible()
    assert asked.within(SILENCE_MS) >= 2
    leo.evaluate(_LOOK, "hidden")
    assert asked.within(SILENCE_MS) == 0
    sam.do("message.send", body="Are you there?")
    leo.evaluate(_LOOK, "visible")
    expect(entry(leo, "Are you there?")).to_be_visible(timeout=6000)
    assert asked.within(SILENCE_MS) >= 2


def test_whoever_leaves_the_conversation_asks_no_more(leo: Page) -> None:
    asked = Asked(leo)
    leo.get_by_role("link", name="Messages").click()
    expect(leo.get_by_label("Your message")).to_be_visible()
    assert asked.within(SILENCE_MS) >= 2
    leo.get_by_role("link", name="Passport", exact=True).click()
    expect(leo.get_by_label("Your message")).to_have_count(0)
    assert asked.within(SILENCE_MS) == 0


def test_a_new_phone_shows_the_newest_before_its_sync_has_come_to_them(
    new_device: NewDevice, server: LiveServer, sam: Adviser
) -> None:
    write_long_thread(server, sam.space, 600)
    page = new_device().new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.goto("/sign-in")
    page.route("**/api/v1/sync", hold)
    people.type_name_and_phrase(page, LEO.signs_in_as)
    expect(people.heading(page)).to_have_text(LEO.sees)
    page.get_by_role("link", name="Messages").click()
    expect(entry(page, "Message 599:")).to_be_visible()
    assert len(held) == 1
    held[0].continue_()
    page.unroute("**/api/v1/sync")
    people.wait_until_sent(page)
    expect(entry(page, "Message 599:")).to_have_count(1)


def test_the_tab_says_how_many_are_new_until_they_are_seen(leo: Page, sam: Adviser) -> None:
    open_thread(leo)
    expect(tab(leo, "Messages")).to_have_accessible_name("Messages")
    leo.get_by_role("link", name="Passport", exact=True).click()
    for words in ("One", "Two"):
        sam.do("message.send", body=words)
    leo.reload()
    expect(tab(leo, "Messages")).to_have_accessible_name("Messages 2 new")
    # Without a signal too, and what was seen then counts at once.
    people.wait_until_sent(leo)
    people.go_offline(leo.context)
    tab(leo, "Messages").click()
    expect(entry(leo, "Two")).to_be_visible()
    expect(tab(leo, "Messages")).to_have_accessible_name("Messages")


def test_an_adviser_sees_on_the_tab_how_many_nobody_has_seen(
    new_device: NewDevice, server: LiveServer, leo: Page
) -> None:
    page = new_device().new_page()
    people.sign_in(page, SAM, server)
    # One of the demo, of Leo.
    expect(tab(page, "My young people")).to_have_accessible_name("My young people 1 new")
    write(open_thread(leo), "He said maybe")
    people.wait_until_sent(leo)
    page.reload()
    expect(tab(page, "My young people")).to_have_accessible_name("My young people 2 new")
    page.get_by_role("link", name="Answer Leo").click()
    expect(entry(page, "He said maybe")).to_be_visible()
    expect(tab(page, "My young people")).to_have_accessible_name("My young people")


def tab(page: Page, words: str) -> Locator:
    """A tab by its words, whatever it says besides."""
    return page.get_by_role("navigation", name="Main").get_by_role("link", name=re.compile(f"^{words}"))
