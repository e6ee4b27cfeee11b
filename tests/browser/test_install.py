"""The app as an installed app: its manifest, its worker, what it keeps, sending in the background, and new versions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.support.server import LiveServer
from webapp.settings import ROOT

from . import people
from .devices import ARGUMENTS, CHROMIUM, PHONE, NewDevice
from .people import AMINA, ON_MY_OWN, SAM

SKILL = "home-09"
CONTENT = "/api/v1/councils"


def test_the_browser_finds_nothing_that_stops_it_from_being_installed(
    playwright: Playwright, server: LiveServer, tmp_path: Path
) -> None:
    # Only a lasting profile counts: in others the browser's own answer is "in incognito".
    device = playwright.chromium.launch_persistent_context(
        str(tmp_path / "profile"), executable_path=CHROMIUM, chromium_sandbox=False, args=ARGUMENTS, viewport=PHONE
    )
    try:
        page = device.new_page()
        page.goto(server.url)
        people.install(page, server, council="england")
        browser = device.new_cdp_session(page)
        assert browser.send("Page.getInstallabilityErrors") == {"installabilityErrors": []}
        manifest = browser.send("Page.getAppManifest")
        assert manifest["errors"] == []
        assert manifest["url"] == f"{server.url}/manifest.webmanifest"
    finally:
        device.close()


def test_everything_needed_offline_is_kept_and_nothing_personal(new_device: NewDevice, server: LiveServer) -> None:
    for person in (AMINA, SAM):
        page = new_device().new_page()
        people.sign_in(page, person, server)
        people.install(page, server)
        people.go(page, "/me/devices")
        expect(page.get_by_text("This one")).to_be_visible()
        kept = people.kept_files(page)
        assert {"/", "/offline.html"} <= set(kept)
        answers = [path for path in kept if path.startswith("/api/")]
        assert all(path == CONTENT or (path.startswith(f"{CONTENT}/") and "/bundle/" in path) for path in answers)


@pytest.mark.parametrize("signed_in", [False, True])
def test_get_help_is_one_tap_away_without_a_signal(new_device: NewDevice, server: LiveServer, signed_in: bool) -> None:
    phone = new_device()
    page = phone.new_page()
    if signed_in:
        people.sign_in(page, AMINA, server)
    else:
        page.goto("/")
    people.install(page, server, council="rutland" if signed_in else "england")
    people.go_offline(phone)
    for path in ("/", "/rights/money", "/passport", "/me", "/sign-in", "/join"):
        page.goto(path)
        page.get_by_role("link", name="Get help", exact=True).click()
        expect(people.heading(page)).to_have_text("Get help")
        expect(page.get_by_role("link", name="Call 999").first).to_be_visible()
        expect(page.get_by_role("link", name="Samaritans").first).to_be_visible()


def test_get_help_works_on_a_phone_that_never_saw_it_when_the_content_does_not_come(phone: Page) -> None:
    phone.route(f"**{CONTENT}**", lambda route: route.abort())
    phone.goto("/help")
    expect(phone.get_by_role("link", name="Call 999").first).to_be_visible()


def test_background_sync_sends_when_the_app_is_closed(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    page = phone.new_page()
    people.sign_in(page, AMINA, server)
    people.install(page, server)
    people.go_offline(phone)
    people.mark(page, SKILL, ON_MY_OWN)
    another_site = phone.new_page()
    page.close()
    people.come_back(phone)
    people.until(another_site, lambda: people.marks_on_server(server, AMINA, SKILL) == ["on_my_own"], seconds=20)


def build_another_version(into: Path, work: Path) -> None:
    """Build the app once more, with a language that it did not speak: that changes the main script."""
    language = work / "translations" / "cy" / "LC_MESSAGES"
    language.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Home"\nmsgstr "Hafan"\n'
    (language / "messages.po").write_text(header, encoding="utf-8")
    places = {"FOOTING_DIST": str(into), "FOOTING_TRANSLATIONS": str(work / "translations")}
    environment = {**os.environ, **places}
    # Node may stand beside Python, where bin/test puts it when the machine has none.
    node = shutil.which("node", path=os.pathsep.join([os.environ["PATH"], str(Path(sys.executable).parent)]))
    assert node is not None
    subprocess.run([node, "build.mjs"], cwd=ROOT / "static", env=environment, check=True, capture_output=True)


def main_script(page: Page) -> str:
    """The main script of the app that the page runs."""
    source = page.locator('script[type="module"]').get_attribute("src")
    assert source is not None
    return urlsplit(source).path


def with_the_older_app(phone: BrowserContext, server: LiveServer) -> tuple[Page, str]:
    """A page of Amina's with the app that is built now, kept for use offline; and its main script."""
    page = phone.new_page()
    people.sign_in(page, AMINA, server)
    people.install(page, server)
    return page, main_script(page)


def look_for_a_newer_app(page: Page) -> None:
    """What the browser does by itself from time to time."""
    page.evaluate("() => navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => undefined)")


@pytest.fixture
def front(front: Path, tmp_path: Path) -> Path:
    """A copy of the built front end that a test may change."""
    return Path(shutil.copytree(front, tmp_path / "front"))


def test_a_newer_app_waits_for_a_yes(new_device: NewDevice, server: LiveServer, tmp_path: Path) -> None:
    phone = new_device()
    page, before = with_the_older_app(phone, server)
    people.go(page, "/me")

    build_another_version(server.static_dir, tmp_path)
    look_for_a_newer_app(page)
    expect(page.get_by_text("A newer app is ready.")).to_be_visible()
    people.go(page, "/help")
    people.go_offline(phone)
    page.reload()
    expect(people.heading(page)).to_have_text("Get help")
    assert main_script(page) == before
    people.come_back(phone)

    page.get_by_role("button", name="Update").click()
    expect(page.locator('script[type="module"]')).not_to_have_attribute("src", before)
    expect(page.get_by_text("A newer app is ready.")).to_have_count(0)
    expect(people.heading(page)).to_have_text("Get help")
    people.install(page, server)
    people.go_offline(phone)
    page.goto("/")
    expect(people.heading(page)).to_have_text(AMINA.sees)
    assert main_script(page) != before


def test_a_page_of_the_older_app_goes_on_and_can_update_after_another_page_did(
    new_device: NewDevice, server: LiveServer, tmp_path: Path
) -> None:
    phone = new_device()
    page, before = with_the_older_app(phone, server)

    build_another_version(server.static_dir, tmp_path)
    newer = phone.new_page()
    newer.goto("/")
    expect(people.heading(newer)).to_have_text(AMINA.sees)
    assert main_script(newer) != before
    expect(newer.get_by_text("A newer app is ready.")).to_have_count(0)

    expect(page.get_by_text("A newer app is ready.")).to_be_visible()
    people.go(page, "/rights/money")
    expect(people.heading(page)).to_have_text("My rights")
    page.get_by_role("button", name="Update").click()
    expect(page.locator('script[type="module"]')).not_to_have_attribute("src", before)


def test_updating_does_not_wait_for_what_the_older_app_still_has_to_fetch(
    new_device: NewDevice, server: LiveServer, tmp_path: Path
) -> None:
    phone = new_device()
    page, before = with_the_older_app(phone, server)
    phone.route("**/never-comes.js", lambda _: None)
    with phone.expect_event("request", lambda request: request.url.endswith("/never-comes.js")):
        page.evaluate(
            "() => navigator.serviceWorker.controller"
            ".postMessage({ type: 'keep-offline', files: ['/static/dist/never-comes.js'] })"
        )

    build_another_version(server.static_dir, tmp_path)
    look_for_a_newer_app(page)
    page.get_by_role("button", name="Update").click()
    expect(page.locator('script[type="module"]')).not_to_have_attribute("src", before)
    expect(page.get_by_text("A newer app is ready.")).to_have_count(0)
    expect(people.heading(page)).to_have_text(AMINA.sees)
