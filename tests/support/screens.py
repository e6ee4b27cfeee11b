"""The picture of the README: real screens of a running app with the demo people, pasted on one sheet by the browser."""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from webapp.upkeep.demo_people import AMINA, PASS_PHRASE, SAM

from .server import LiveServer

PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1506, height=560)
SHEET_WIDTH = 1562


@dataclass(frozen=True)
class Shot:
    """One screen to take: the words under it, its address, what is tapped away first, and in which dress."""

    title: str
    path: str
    dark: bool = False
    tap: str | None = None


YOUNG = (
    Shot("Home", "/"),
    Shot("My rights", "/rights/money"),
    Shot("One right", "/rights/money/setting-up-home-allowance"),
    Shot("Passport", "/passport"),
    Shot("One area", "/passport/area/home"),
    Shot("Messages", "/messages", tap="I understand"),
    Shot("Get help", "/help"),
    Shot("One skill, dark", "/passport/skill/home-01", dark=True),
)
STAFF = (Shot("A PA's young people", "/people"),)


def sign_in(page: Page, name: str, code: str | None) -> None:
    """As a person would."""
    page.goto("/sign-in")
    page.get_by_label("Sign-in name", exact=True).fill(name)
    page.locator("#phrase").fill(PASS_PHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()
    if code:
        page.get_by_label("6-digit code", exact=True).fill(code)
        page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda address: "sign-in" not in address)
    page.wait_for_load_state("networkidle")


def take(page: Page, shot: Shot) -> tuple[str, bytes]:
    """The screen as it stands once it is quiet."""
    page.emulate_media(color_scheme="dark" if shot.dark else "light", reduced_motion="reduce")
    page.goto(shot.path)
    page.wait_for_load_state("networkidle")
    page.locator("h1").first.wait_for()
    if shot.tap:
        page.get_by_role("button", name=shot.tap, exact=True).click()
        page.wait_for_load_state("networkidle")
    return shot.title, page.screenshot()


def take_all(browser: Browser, server: LiveServer) -> list[tuple[str, bytes]]:
    """Every picture of the sheet: Amina's phone, then Sam's desk."""
    phone = browser.new_context(base_url=server.url, viewport=PHONE, has_touch=True, is_mobile=True, locale="en-GB")
    page = phone.new_page()
    sign_in(page, AMINA.sign_in_name, None)
    pictures = [take(page, shot) for shot in YOUNG]
    desk = browser.new_context(base_url=server.url, viewport=DESK, locale="en-GB")
    page = desk.new_page()
    sign_in(page, SAM, server.command("demo", "code", SAM).strip())
    return pictures + [take(page, shot) for shot in STAFF]


def paste(browser: Browser, pictures: list[tuple[str, bytes]], target: Path) -> None:
    """Lay the pictures out on a page and take that."""
    figures = "".join(
        f'<figure><img src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
        f"<figcaption>{title}</figcaption></figure>"
        for title, picture in pictures
    )
    page = browser.new_page(viewport=ViewportSize(width=SHEET_WIDTH, height=800), device_scale_factor=0.75)
    page.set_content(
        "<style>body{margin:0;padding:28px;background:#cfcbc2;display:flex;flex-wrap:wrap;gap:22px;"
        "font:600 17px system-ui,sans-serif;color:#1b1a2e}figure{margin:0}img{display:block;border-radius:22px}"
        f"figcaption{{padding:8px 6px 0}}</style>{figures}"
    )
    page.screenshot(path=target, full_page=True)


def main() -> None:
    """Start an app with the demo people, take the pictures, write the sheet."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/screens.png")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = LiveServer(Path(folder))
        server.prepare()
        server.start()
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
            paste(browser, take_all(browser, server), target)
            browser.close()
        finally:
            server.kill()
    sys.stdout.write(f"Wrote {target}.\n")


if __name__ == "__main__":
    main()
