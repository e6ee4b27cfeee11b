"""A push as the browser hands it to the app's worker, and what then stands on the phone's screen."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from . import people
from .waking import registered

NEUTRAL = "You have a reminder"
_SHOWN = """async () => {
  const worker = await navigator.serviceWorker.ready;
  const shown = await worker.getNotifications();
  return shown.map(({ title, tag, lang, dir, data, body }) => ({ title, tag, lang, dir, data, body }));
}"""


def push(page: Page, body: object) -> None:
    """Have the browser deliver a push to the app's worker, as it does with one of a push service."""
    data = body if isinstance(body, str) else json.dumps(body)
    with registered(page, page.url) as (browser, worker):
        browser.send("ServiceWorker.deliverPushMessage", worker | {"data": data})


def shown(page: Page, count: int) -> list[dict[str, Any]]:
    """What stands on the phone's screen, once there are so many."""
    people.until(page, lambda: len(page.evaluate(_SHOWN)) == count)
    found: list[dict[str, Any]] = page.evaluate(_SHOWN)
    return found
