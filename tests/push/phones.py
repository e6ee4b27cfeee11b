"""Robin's phone, whichever browser is on it: joining, turning notices on, leaving the app, and being brought back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin

from playwright.sync_api import BrowserContext, Page, expect

from .background import until
from .firefox import Firefox
from .people import NAME, PHRASE
from .rfc import Push
from .tab import Tab

SCREEN = {"width": 360, "height": 740}
TURN_ON, IS_ON = "Turn on", "Reminders come to this phone"
# The tests run at any hour of the night.
NO_QUIET_HOURS = """(async () => {
  const address = "/api/v1/me/notices";
  const {ways, ...chosen} = await (await fetch(address)).json();
  const body = JSON.stringify({...chosen, quiet_from: "00:00", quiet_to: "00:00"});
  const answer = await fetch(address, {method: "PUT", headers: {"Content-Type": "application/json"}, body});
  if (!answer.ok) throw new Error(`quiet hours: ${answer.status}`);
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

    def turn_on(self, address: str) -> None:
        """Have reminders on this phone, by the real screen; and at any hour of the day."""

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
        self._tab.sees(f"You are in, {NAME}")
        # What stands above may still come and move a link away below the finger.
        self._tab.open(urljoin(address, "/"))
        self._tab.sees(f"Hi {NAME}")

    def turn_on(self, address: str) -> None:
        self._tab.open(address)
        # The line above all else: it comes with the council's pages, and moves what is below it.
        self._tab.sees("Example only")
        self._tab.tap(TURN_ON, "button")
        self._tab.sees(IS_ON)
        self._tab.evaluate(NO_QUIET_HOURS)

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

    def turn_on(self, address: str) -> None:
        self._page.goto(address)
        self._page.get_by_role("button", name=TURN_ON).click()
        expect(self._page.get_by_text(IS_ON)).to_be_visible()
        self._page.evaluate(NO_QUIET_HOURS)

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
