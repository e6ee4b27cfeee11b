"""A conversation on the young person's phone: long, live, without a signal, and honest about who has seen what."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people
from .adviser import Adviser
from .long_thread import LONG, write_long_thread
from .reading import FIRST_MS, entry, fetch_long_thread, read_long_thread
from .traced import LONGEST_MS, slow_down


def says(sam: Adviser, words: str) -> str:
    """Sam sends a message: its id."""
    return sam.do("message.send", body=words)


def writes(page: Page, words: str) -> None:
    """Write a message and send it."""
    page.get_by_label("Your message").fill(words)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(entry(page, words)).to_be_visible()


def test_what_comes_is_shown_and_seen_by_itself(leo: Page, sam: Adviser) -> None:
    says(sam, "Bring the bank letter.")
    leo.get_by_role("link", name="Messages").click()
    expect(entry(leo, "Bring the bank letter.")).to_be_visible()
    says(sam, "And the form.")
    # Nobody touched the phone: the open conversation asks.
    expect(entry(leo, "And the form.")).to_be_visible(timeout=6000)
    expect(leo.get_by_role("status").get_by_text("wrote: And the form.")).to_have_count(1)
    people.until(leo, lambda: len(sam.sees("message_reads")) > 0)
    writes(leo, "yes got it")
    expect(entry(leo, "yes got it")).to_contain_text("Sent", timeout=6000)
    sam.do("message.seen", upto=sam.sees("messages")[-1]["id"])
    expect(entry(leo, "yes got it")).to_contain_text(re.compile(r"Seen by Sam, \d\d:\d\d"), timeout=6000)


def test_a_very_long_thread_opens_at_the_newest_and_never_stand_still(
    leo: Page, sam: Adviser, server: LiveServer
) -> None:
    write_long_thread(server, sam.space)
    fetch_long_thread(leo)
    slow_down(leo)
    opening, scrolling, busy = read_long_thread(leo)
    assert opening.longest(FIRST_MS).took <= LONGEST_MS * busy, (busy, opening.after(FIRST_MS)[:3])
    assert scrolling.longest().took <= LONGEST_MS * busy, (busy, scrolling.after()[:3])
    assert len(scrolling.after()) > 100
    # More came while scrolling, and what left the screen was let go of.
    expect(entry(leo, f"Message {LONG - 1}:")).to_have_count(0)
    assert leo.locator(".thread > li").count() < 200
    leo.get_by_role("button", name="To the newest message").click()
    expect(entry(leo, f"Message {LONG - 1}:")).to_be_in_viewport()
    leo.get_by_role("button", name="Search these messages").click()
    leo.get_by_label("Search these messages").fill(f"message {LONG // 2}:")
    leo.get_by_role("listitem").get_by_role("button", name=f"Message {LONG // 2}:").click()
    expect(entry(leo, f"Message {LONG // 2}:")).to_be_in_viewport()
