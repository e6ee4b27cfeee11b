"""Every screen, for everybody: nothing that axe finds, nothing in the console, nothing wider than a small phone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import ConsoleMessage, Page, Route, expect

from tests.support.server import LiveServer
from webapp.settings import ROOT
from webapp.upkeep.demo_people import PASS_PHRASE

from . import people
from .devices import DESK, NewDevice
from .people import AMINA, HELEN, SAM, Person

AXE = ROOT / "static" / "node_modules" / "axe-core" / "axe.min.js"
EVERYBODY = [
    "/help", "/rights", "/rights/money", "/rights/money/setting-up-home-allowance", "/rights/money/voter-id",
    "/rights/money/not-one-of-ours", "/rights/offer", "/rights/pledge", "/rights/check",
    "/rights/pledge/few-moves", "/rights/pledge/not-one-of-ours", "/rights/pledge/results",
    "/rights/search", "/rights/words",
    "/rights/check/birthday", "/rights/timeline", "/rights/print", "/passport", "/passport/area/money",
    "/passport/skill/home-09", "/passport/skill/money-01", "/passport/papers", "/dates", "/me", "/me/language",
    "/me/look", "/me/privacy", "/me/accessibility", "/me/wrong", "/me/nowhere", "/sign-in", "/join", "/add-device", "/",
]  # fmt: skip
YOUNG = [
    "/dates/month",
    "/dates/new",
    "/dates/ask",
    "/reminders/nowhere",
    "/messages",
    "/me/calendar",
    "/me/devices",
    "/me/sign-out",
]
SCREENS = {
    None: EVERYBODY,
    AMINA: EVERYBODY + YOUNG,
    SAM: ["/people", "/people/new", "/remind", "/me", "/me/away", "/me/devices", "/add-device", "/rights/money"],
    HELEN: ["/team", "/team/ended", "/team/pledge", "/team/pledge/did", "/team/pledge/boards", "/me", "/rights/money"],
}
# What brings more onto a screen: errors of an empty form, or a code to show.
PRESSED = {
    "/sign-in": "Sign in",
    "/join": "Look up the code",
    "/add-device": "Make a code",
    "/dates/new": "Save this date",
    "/people/new": "Add and make a code",
    "/me/away": "Plan a time away",
    "/team": "Make a code for them",
    "/team/pledge/did": "Share with everyone",
    "/team/pledge/boards": "Make the version",
    "/rights/pledge/few-moves": "Save",
}
FOLDS = 2
FOCUS_MS = 3000
# What a text of the screens is in the language that is shown.
Said = Callable[[str], str]
BY_ROLE = pytest.mark.parametrize("who", list(SCREENS), ids=lambda who: who.name if who else "signed out")

_FINDINGS = """async () => {
  const { violations } = await axe.run();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}"""
_TOO_WIDE = """() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
    .map((one) => `wider than the screen: ${one.outerHTML.slice(0, 120)}`).slice(0, 3);
}"""
_WITHOUT_FOCUS = """() => document.activeElement?.tagName === "H1" ? [] :
  [`the focus is not on the heading: ${document.activeElement?.outerHTML.slice(0, 80)}`]"""

_TEXT_SIZE = "() => parseFloat(getComputedStyle(document.body).fontSize)"


@pytest.fixture
def console(new_device: NewDevice) -> tuple[Page, list[str]]:
    """A page on a fresh phone, and what its console complains about."""
    page = new_device().new_page()
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # The browser itself notes each 401: how a phone learns that nobody is signed in, or that a code is needed.
        signing_in = "/api/v1/auth/" in message.location["url"]
        if message.type in ("error", "warning") and not signing_in:
            complaints.append(message.text)

    page.on("console", note)
    return page, complaints


def come_in(page: Page, who: Person | None, server: LiveServer) -> list[str]:
    """Open the app as this person; gives the addresses of their screens."""
    if who:
        people.sign_in(page, who, server)
    else:
        page.goto("/")
        page.get_by_label("Your council").select_option("rutland")
    more: list[str] = []
    if who is SAM:
        person = page.get_by_role("link", name=AMINA.name).get_attribute("href")
        more = [f"{person}", f"{person}/skill/money-02", f"{person}/skill/money-01", f"{person}/skill/money-03"]
        more += [f"{person}/messages", f"{person}/messages/quick"]
        more += [f"{person}/rights", f"{person}/check", f"{person}/check/rights/check", *requests_of(page, f"{person}")]
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return SCREENS[who] + more


def requests_of(page: Page, person: str) -> list[str]:
    """The addresses of a young person's requests, as their adviser sees them."""
    people.go(page, f"{person}/rights")
    found = page.locator("a[href*='/request/']")
    found.first.wait_for()
    return [str(link.get_attribute("href")) for link in found.all()]


def arrive(page: Page, path: str, said: Said = str) -> list[str]:
    """Go to a screen and wait until it stands; gives what is wrong with the arrival."""
    if page.url.endswith(path):
        people.go(page, "/me/wrong")
        expect(people.heading(page)).to_have_text(said("Something here is wrong"))
    page.evaluate("document.title = ''")
    people.go(page, path)
    expect(people.heading(page)).not_to_have_text(said("One moment"))
    # "Loading…", in whatever language.
    expect(page.locator(".empty[role='status']")).to_have_count(0)
    expect(page).to_have_title(re.compile(r"^\S.* – Footing$"))
    # The words stand a moment before the focus comes to them.
    with suppress(AssertionError):
        expect(page.locator("h1:focus")).to_have_count(1, timeout=FOCUS_MS)
    missed: list[str] = page.evaluate(_WITHOUT_FOCUS)
    return missed


def open_up(page: Page, path: str, said: Said = str) -> None:
    """Unfold some of what is folded, and press what shows more."""
    for fold in page.locator(".fold-head").all()[:FOLDS]:
        fold.click()
    if path in PRESSED:
        for button in page.get_by_role("button", name=said(PRESSED[path]), exact=True).all():
            button.click()
            page.locator(".error-summary, .code, #plan-away").first.wait_for()


def look_at(page: Page, paths: list[str], said: Said = str) -> dict[str, list[str]]:
    """Everything that is wrong, by address."""
    wrong: dict[str, list[str]] = {}
    for path in paths:
        found = arrive(page, path, said)
        open_up(page, path, said)
        found += page.evaluate(_FINDINGS) + page.evaluate(_TOO_WIDE)
        if found:
            wrong[path] = found
    return wrong


def shown(wrong: dict[str, list[str]]) -> str:
    return json.dumps(wrong, indent=1, ensure_ascii=False)


@BY_ROLE
def test_every_screen_is_sound(console: tuple[Page, list[str]], server: LiveServer, who: Person | None) -> None:
    page, complaints = console
    wrong = look_at(page, come_in(page, who, server))
    assert wrong == {}, shown(wrong)
    assert complaints == []


@BY_ROLE
def test_every_screen_is_sound_in_the_dark_with_the_biggest_text(
    console: tuple[Page, list[str]], server: LiveServer, who: Person | None
) -> None:
    page, complaints = console
    paths = come_in(page, who, server)
    people.go(page, "/me/look")
    size = page.evaluate(_TEXT_SIZE)
    page.get_by_text("Biggest", exact=True).click()
    page.get_by_text("Dark", exact=True).click()
    assert page.evaluate(_TEXT_SIZE) == 2 * size
    wrong = look_at(page, paths)
    assert wrong == {}, shown(wrong)
    assert complaints == []


def test_the_tables_of_staff_are_sound_on_a_wide_screen(new_device: NewDevice, server: LiveServer) -> None:
    for who in (SAM, HELEN):
        page = new_device(viewport=DESK, has_touch=False, color_scheme="dark").new_page()
        paths = come_in(page, who, server)
        wrong = look_at(page, [path for path in paths if path.startswith(("/people", "/team"))])
        assert wrong == {}, shown(wrong)


def test_leaving_fast_locks_the_app(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()

    def weather(route: Route) -> None:
        route.fulfill(body="<title>Weather</title>", content_type="text/html")

    phone.route("https://www.bbc.co.uk/**", weather)
    page = phone.new_page()
    people.sign_in(page, AMINA, server)
    people.go(page, "/passport/skill/money-01")
    tab = page.get_by_role("navigation", name="Main").get_by_role("link", name=re.compile("^Messages"))
    expect(tab).to_contain_text(re.compile(r"\d new"))
    page.get_by_role("button", name="Leave fast").click()
    expect(page).to_have_title("Weather")

    page.goto("/passport/skill/money-01")
    expect(people.heading(page)).to_have_text("Locked")
    expect(page.get_by_text("I can say what I get")).to_have_count(0)
    # Nor does the tab say that somebody wrote to them.
    page.wait_for_timeout(1000)
    expect(tab).to_have_text("Messages")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(_FINDINGS) == []
    page.get_by_role("link", name="Get help", exact=True).click()
    expect(people.heading(page)).to_have_text("Get help")
    page.go_back()
    page.get_by_label("Pass phrase").fill(PASS_PHRASE)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(people.heading(page)).to_contain_text("I can say what I get")
