"""How long a slow phone stands still while somebody reads a very long conversation: as the browser test does it."""

from __future__ import annotations

from playwright.sync_api import expect, sync_playwright

from tests.browser.devices import ARGUMENTS, CHROMIUM, PHONE
from tests.browser.reading import FIRST_MS, fetch_long_thread, read_long_thread
from tests.browser.traced import Task, slow_down
from tests.support.live import PATIENCE_MS


def reading_times(url: str, cookie: str, count: int) -> list[tuple[str, Task]]:
    """The longest tasks after it has opened and while scrolling, on the phone of whoever has this cookie."""
    name, _, value = cookie.partition("=")
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False, args=ARGUMENTS)
        context = browser.new_context(viewport=PHONE, has_touch=True, base_url=url, locale="en-GB")
        context.add_cookies([{"name": name, "value": value, "url": url}])
        page = context.new_page()
        fetch_long_thread(page, count)
        slow_down(page)
        opening, scrolling, _ = read_long_thread(page, count)
        browser.close()
    return [(f"{FIRST_MS} ms after the tap", opening.longest(FIRST_MS)), ("while scrolling", scrolling.longest())]
