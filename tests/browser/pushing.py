"""A push as the browser hands it to the app's worker, and what then stands on the phone's screen."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import CDPSession, Page

from . import people

NEUTRAL = "You have a reminder"
_SHOWN = """async () => {
  const worker = await navigator.serviceWorker.ready;
  const shown = await worker.getNotifications();
  return shown.map(({ title, tag, lang, dir, data, body }) => ({ title, tag, lang, dir, data, body }));
}"""


def push(page: Page, body: object) -> None:
    """Have the browser deliver a push to the app's worker, as it does with one of a push service."""
    browser: CDPSession = page.context.new_cdp_session(page)
    origin = re.sub(r"(https?://[^/]+).*", r"\1", page.url)
    found: list[str] = []

    def note(event: dict[str, Any]) -> None:
        # Those of the tests before are told of too.
        here = [one for one in event["registrations"] if one["scopeURL"].startswith(f"{origin}/")]
        found.extend(one["registrationId"] for one in here if not one["isDeleted"])

    browser.on("ServiceWorker.workerRegistrationUpdated", note)
    browser.send("ServiceWorker.enable")
    people.until(page, lambda: found != [])
    data = body if isinstance(body, str) else json.dumps(body)
    browser.send("ServiceWorker.deliverPushMessage", {"origin": origin, "registrationId": found[-1], "data": data})
    browser.detach()


def shown(page: Page, count: int) -> list[dict[str, Any]]:
    """What stands on the phone's screen, once there are so many."""
    people.until(page, lambda: len(page.evaluate(_SHOWN)) == count, seconds=10)
    found: list[dict[str, Any]] = page.evaluate(_SHOWN)
    return found
