"""Chromium with a phone's screen, against a real server. Each test gets a copy of one prepared demo."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    WebError,
)

from tests.support.live import PATIENCE_MS
from tests.support.ready import Ready
from tests.support.server import LiveServer

from .adviser import Adviser, adviser_of_leo, phone_of_leo
from .devices import ARGUMENTS, CHROMIUM, PHONE, NewDevice

# A screen may ask once more of the database of somebody who is just leaving: it goes away, and so does the screen.
LEAVING = "The database connection is closing"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def server(prepared: Path, front: Path, ready: Ready, tmp_path: Path) -> Iterator[LiveServer]:
    """A running server on a fresh copy of the demo."""
    shutil.copytree(prepared, tmp_path / "data")
    live = LiveServer(tmp_path / "data", front, ready=ready)
    live.start()
    yield live
    live.kill()


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False, args=ARGUMENTS)
    yield chromium
    chromium.close()


@pytest.fixture
def new_device(browser: Browser, server: LiveServer) -> Iterator[NewDevice]:
    """Make a fresh phone (or, with `viewport=DESK`, a desk): its own storage, cookies and worker.

    After the test, an exception that nobody caught on any of them fails it.
    """
    contexts: list[BrowserContext] = []
    broken: list[str] = []

    def note(error: WebError) -> None:
        if LEAVING not in str(error.error):
            broken.append(str(error.error))

    def make(**options: Any) -> BrowserContext:
        settings: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "base_url": server.url, **options}
        settings.setdefault("locale", "en-GB")
        settings.setdefault("permissions", ["notifications", "background-sync"])
        context = browser.new_context(**settings)
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", note)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert broken == []


@pytest.fixture
def phone(new_device: NewDevice) -> Page:
    """One page on one fresh phone."""
    return new_device().new_page()


@pytest.fixture
def sam(new_device: NewDevice, server: LiveServer) -> Adviser:
    """Sam, by the protocol alone, and what he does for Leo."""
    return adviser_of_leo(new_device, server)


@pytest.fixture
def leo(new_device: NewDevice, server: LiveServer) -> Page:
    """Leo's phone, with everything on it that is needed without a signal."""
    return phone_of_leo(new_device, server)
