"""Reading a very long conversation on a phone, for the test and for `bin/bench messages`."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from . import people, storage
from .long_thread import LONG
from .traced import LONGEST_MS, Traced, busyness

# Opening may keep the phone busy for so long after the tap.
FIRST_MS = 300
TRIES, TURNS, FAR, PAUSE_MS, SETTLE_MS = 3, 40, -900, 50, 2000
_COUNT = """async (db, wait) => {
  const keys = await wait(db.transaction("rows").objectStore("rows").index("place").getAllKeys());
  return keys.filter((key) => key[1] === "messages").length;
}"""


def entry(page: Page, words: str) -> Locator:
    """The entry of the thread that holds these words."""
    return page.locator(".thread > li", has_text=words)


def kept_messages(page: Page) -> int:
    """How many messages are kept on the phone."""
    count: int = storage.of_account(page, _COUNT)
    return count


def fetch_long_thread(page: Page, count: int = LONG) -> None:
    """Stay until the phone has all of it, and nothing of the fetching is left to do."""
    # Who sees a conversation is said at the first visit, and takes the room of the newest message.
    page.goto("/messages")
    page.get_by_role("button", name="I understand").click()
    expect(page.get_by_text("Who sees this?")).to_be_visible()
    # The phone writes it down.
    page.wait_for_timeout(500)
    page.goto("/me")
    people.until(page, lambda: kept_messages(page) >= count, 120)
    page.reload()
    people.wait_until_sent(page)


def read_long_thread(page: Page, count: int = LONG) -> tuple[Traced, Traced, float]:
    """The tasks of opening it at its end, and of scrolling up through it fast; and how busy the machine was."""
    busy = busyness(page)
    opening = _quietest(lambda: _opened(page, count), FIRST_MS)
    page.mouse.move(180, 300)
    scrolling = _quietest(lambda: _scrolled(page), 0)
    return opening, scrolling, max(busy, busyness(page))


def _quietest(trace: Callable[[], Traced], after: float) -> Traced:
    """A task that is interrupted runs late and on colder caches, so the quietest of a few tries is the truest."""
    found: list[Traced] = []
    while not found or (len(found) < TRIES and found[-1].longest(after).took > LONGEST_MS):
        found.append(trace())
    return min(found, key=lambda one: one.longest(after).took)


def _opened(page: Page, count: int) -> Traced:
    """Open it from another screen of an app that has just begun."""
    page.goto("/me")
    people.wait_until_sent(page)
    with Traced(page) as opening:
        page.get_by_role("link", name="Messages").click()
        page.wait_for_timeout(SETTLE_MS)
    expect(entry(page, f"Message {count - 1}:")).to_be_in_viewport()
    return opening


def _scrolled(page: Page) -> Traced:
    """Scroll far up."""
    with Traced(page) as scrolling:
        for _ in range(TURNS):
            page.mouse.wheel(0, FAR)
            page.wait_for_timeout(PAUSE_MS)
    return scrolling
