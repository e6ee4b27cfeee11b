"""Real push on this machine alone: a push service, a desk for notifications, a running Footing, and real browsers."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright, ViewportSize

from tests.support.live import PATIENCE_MS
from tests.support.server import LiveServer

from . import people
from .background import Background
from .desktop import Desktop
from .firefox import PROGRAM, Firefox, pushing
from .google import GooglePush
from .mozilla import MozillaPush
from .people import Adviser
from .phones import OnChromium, OnFirefox, RobinsPhone, Service

RunFooting = Callable[[str], LiveServer]
PHONE: ViewportSize = {"width": 360, "height": 740}


@dataclass(frozen=True)
class Robin:
    """Robin has joined and has reminders on; and what stands around."""

    phone: RobinsPhone
    service: Service
    desktop: Desktop
    server: LiveServer
    sam: Adviser
    space: uuid.UUID


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser, but for the tests of the stand-ins themselves."""
    for item in items:
        if "tests/push" in str(item.path) and "test_stand_ins" not in str(item.path):
            item.add_marker(pytest.mark.browser)


def need(program: str | None, package: str) -> None:
    """Skip where something cannot be installed, but never on the build server."""
    if program is None and not os.environ.get("CI"):
        pytest.skip(f"{package} is not on this machine; bin/test installs it when it is run as root")
    assert program is not None, f"The package {package} is missing."


@pytest.fixture
def background() -> Iterator[Background]:
    with Background() as background:
        yield background


@pytest.fixture
def desktop(background: Background) -> Iterator[Desktop]:
    need(shutil.which("dbus-daemon"), "dbus-daemon")
    with Desktop(background) as desktop:
        yield desktop


@pytest.fixture
def run_footing(prepared: Path, front: Path, tmp_path: Path) -> Iterator[RunFooting]:
    """Start a Footing whose pushes all go to the given origin."""
    started: list[LiveServer] = []

    def run(push_origin: str) -> LiveServer:
        shutil.copytree(prepared, tmp_path / "data")
        live = LiveServer(tmp_path / "data", front, more_settings={"FOOTING_PUSH_TEST_ORIGIN": push_origin})
        started.append(live)
        live.start()
        return live

    yield run
    for live in started:
        live.kill()


@pytest.fixture
def mozilla(background: Background) -> Iterator[MozillaPush]:
    with MozillaPush(background) as service:
        yield service


@pytest.fixture
def google(background: Background, tmp_path: Path) -> Iterator[GooglePush]:
    with GooglePush(background, tmp_path) as service:
        yield service


@pytest.fixture
def firefox(background: Background, desktop: Desktop, mozilla: MozillaPush, tmp_path: Path) -> Iterator[Firefox]:
    need(PROGRAM, "firefox-esr")
    with Firefox(background, tmp_path / "firefox", pushing(mozilla.socket), desktop.environment) as firefox:
        yield firefox


@pytest.fixture
def chromium(playwright: Playwright, desktop: Desktop, google: GooglePush, tmp_path: Path) -> Iterator[BrowserContext]:
    need(shutil.which("chromium"), "chromium")
    # Only in a profile that is kept can a notification be clicked.
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "chromium",
        executable_path=shutil.which("chromium"),
        chromium_sandbox=False,
        env={**os.environ, **desktop.environment},
        args=[*google.flags, "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-gpu"],
        permissions=["notifications", "background-sync"],
        viewport=PHONE,
        locale="en-GB",
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture(params=["firefox", "chromium"])
def around(request: pytest.FixtureRequest) -> tuple[RobinsPhone, Service]:
    """A phone with nothing on it, and the push service of its browser: each test runs with both."""
    if request.param == "firefox":
        return OnFirefox(request.getfixturevalue("firefox")), request.getfixturevalue("mozilla")
    return OnChromium(request.getfixturevalue("chromium")), request.getfixturevalue("google")


@pytest.fixture
def robin(around: tuple[RobinsPhone, Service], desktop: Desktop, run_footing: RunFooting) -> Robin:
    phone, service = around
    server = run_footing(service.origin)
    sam = people.sam(server)
    space, code = sam.invites()
    phone.join(f"{server.url}/join#{code}")
    phone.turn_on(f"{server.url}/me/notices")
    return Robin(phone, service, desktop, server, sam, space)
