"""Robin's phone, whichever browser is on it: joining, turning notices on, leaving the app, and being brought back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import BrowserContext, Page, expect

from .background import until
from .firefox import Firefox
from .people import NAME, PHRASE
from .rfc import Push
from .tab import Tab

SCREEN = {"width": 360, "height": 740}
# Stands in for the screen of notices.
SUBSCRIBE = """(async () => {
  const ask = async (method, path, body) => {
    const answer = await fetch("/api/v1" + path, {
      method, headers: {"Content-Type": "application/json"}, body: body && JSON.stringify(body)});
    if (!answer.ok) throw new Error(path + ": " + answer.status);
    return answer.status === 204 ? null : answer.json();
  };
  const {key} = await ask("GET", "/me/push-key");
  const {pushManager} = await navigator.serviceWorker.ready;
  const made = await pushManager.subscribe({userVisibleOnly: true, applicationServerKey: key});
  const {endpoint, keys} = made.toJSON();
  await ask("POST", "/me/subscriptions", {endpoint, keys});
  const prefs = await ask("GET", "/me/notices");
  await ask("PUT", "/me/notices", {...prefs, quiet_from: "00:00", quiet_to: "00:00"});
})()"""


class Service(Protocol):
    """A push service, as far as the tests are the same for all."""

    origin: str
    taken: list[Push]
    refused: list[str]

    def end_subscriptions(self) -> None:
        """Answer every push 410 from now on, without telling a browser."""


class RobinsPhone(Protocol):
    """A browser, as far as the tests are the same for all."""

    def join(self, address: str) -> None:
        """Open the link of a code, and join by the real screens."""

    def turn_on(self) -> None:
        """Have reminders on this phone, at any hour of the day."""

    def start_again(self, address: str) -> None:
        """Open the app anew."""

    def leave(self) -> None:
        """Close the app; the browser goes on with an empty tab."""

    def comes_to(self, path: str, text: str) -> None:
        """Stay until the app stands open at a path, in whichever tab, and shows a text."""


@dataclass
class OnFirefox:
    """Driven by BiDi."""

    firefox: Firefox

    def __post_init__(self) -> None:
        self._tab = self._tabs()[0]
        self.firefox.ask("browsingContext.setViewport", context=self._tab.context, viewport=SCREEN)

    def join(self, address: str) -> None:
        self._tab.open(address)
        self._tab.tap("This is me", "button")
        self._tab.type("Your pass phrase", PHRASE)
        self._tab.tap("Use this pass phrase", "button")
        self._tab.tap("Go on", "link")
        self._tab.sees(f"Hi {NAME}")

    def turn_on(self) -> None:
        self._tab.evaluate(SUBSCRIBE)

    def start_again(self, address: str) -> None:
        self._tab.open(address)

    def leave(self) -> None:
        self.firefox.ask("browsingContext.create", type="tab")
        self._tab.close()

    def comes_to(self, path: str, text: str) -> None:
        until(lambda: any(self._shows(tab, path, text) for tab in self._tabs()), lambda: self._failure(path, text))

    def _failure(self, path: str, text: str) -> str:
        return f"{path} with {text!r}; open are {[(tab.path, tab.text) for tab in self._tabs()]}"

    def _shows(self, tab: Tab, path: str, text: str) -> bool:
        return tab.path == path and text in tab.text

    def _tabs(self) -> list[Tab]:
        return [Tab(self.firefox, context["context"]) for context in self.firefox.contexts()]


@dataclass
class OnChromium:
    """Driven by Playwright."""

    context: BrowserContext

    def __post_init__(self) -> None:
        self._page = self.context.pages[0]

    def join(self, address: str) -> None:
        self._page.goto(address)
        self._page.get_by_role("button", name="This is me").click()
        self._page.get_by_label("Your pass phrase").fill(PHRASE)
        self._page.get_by_role("button", name="Use this pass phrase").click()
        self._page.get_by_role("link", name="Go on").click()
        expect(self._page.get_by_role("heading", level=1)).to_have_text(f"Hi {NAME}")

    def turn_on(self) -> None:
        self._page.evaluate(SUBSCRIBE)

    def start_again(self, address: str) -> None:
        self._page.goto(address)

    def leave(self) -> None:
        self.context.new_page()
        self._page.close()

    def comes_to(self, path: str, text: str) -> None:
        def there(page: Page) -> bool:
            # A wait of Playwright's own lets what the browser said meanwhile come in.
            page.wait_for_timeout(20)
            return bool(re.search(re.escape(path) + "$", page.url)) and text in page.inner_text("body")

        until(lambda: any(there(page) for page in self.context.pages), lambda: self._failure(path, text))

    def _failure(self, path: str, text: str) -> str:
        return f"{path} with {text!r}; open are {[(page.url, page.inner_text('body')) for page in self.context.pages]}"
