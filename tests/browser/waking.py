"""Events that only the browser itself can give to the app's service worker."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page

from webapp.settings import ROOT

from . import people

# As in static/src/data/together.ts.
SYNC_TAG = "footing-sync"
assert f'"{SYNC_TAG}"' in (ROOT / "static/src/data/together.ts").read_text(encoding="utf-8")


def signal_is_back(page: Page, url: str) -> None:
    """Have the browser wake the worker of the app at this address, as it does when there is a signal again.

    The page may be any other: the app can be closed.
    """
    with registered(page, url) as (browser, worker):
        browser.send("ServiceWorker.dispatchSyncEvent", worker | {"tag": SYNC_TAG, "lastChance": False})


@contextmanager
def registered(page: Page, url: str) -> Iterator[tuple[CDPSession, dict[str, str]]]:
    """A line to the browser, and how it calls the worker of the app at this address."""
    browser = page.context.new_cdp_session(page)
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
    found: list[str] = []

    def note(event: dict[str, Any]) -> None:
        # Those of the tests before are told of too.
        here = [one for one in event["registrations"] if one["scopeURL"].startswith(f"{origin}/")]
        found.extend(one["registrationId"] for one in here if not one["isDeleted"])

    browser.on("ServiceWorker.workerRegistrationUpdated", note)
    browser.send("ServiceWorker.enable")
    people.until(page, lambda: found != [])
    yield browser, {"origin": origin, "registrationId": found[-1]}
    browser.detach()
