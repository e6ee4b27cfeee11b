"""A push as the browser hands it to the app's worker, and what then stands on the phone's screen."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from . import people
from .waking import registered

NEUTRAL = "You have a reminder"
TRIES, TRY_MS = 3, 10_000
# The worker tells the pages, as in static/src/data/together.ts, once it has shown what came.
_LISTEN = """() => {
  const channel = new BroadcastChannel("footing");
  window.pushed = new Promise((heard) => {
    channel.onmessage = ({ data }) => { if (data.type === "pushed") { channel.close(); heard(true); } };
  });
}"""
_HEARD = "(ms) => Promise.race([window.pushed, new Promise((over) => setTimeout(over, ms, false))])"
_SHOWN = """async () => {
  const worker = await navigator.serviceWorker.ready;
  const shown = await worker.getNotifications();
  return shown.map(({ title, tag, lang, dir, data, body }) => ({ title, tag, lang, dir, data, body }));
}"""


def push(page: Page, body: object) -> None:
    """Have the browser deliver a push to the app's worker, as it does with one of a push service; stay until it came.

    The browser does not say whether it was delivered, and on a busy machine one in a hundred is not: then once more.
    """
    data = body if isinstance(body, str) else json.dumps(body)
    page.evaluate(_LISTEN)
    for _ in range(TRIES):
        with registered(page, page.url) as (browser, worker):
            browser.send("ServiceWorker.deliverPushMessage", worker | {"data": data})
            if page.evaluate(_HEARD, TRY_MS):
                return
    raise AssertionError("the worker heard of no push")


def shown(page: Page, count: int) -> list[dict[str, Any]]:
    """What stands on the phone's screen, once there are so many."""
    people.until(page, lambda: len(page.evaluate(_SHOWN)) == count)
    found: list[dict[str, Any]] = page.evaluate(_SHOWN)
    return found
