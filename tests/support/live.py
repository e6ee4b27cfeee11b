"""What every test with a real server or a real browser shares in one run: the built front end, the demo, Playwright."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.support.ready import Ready
from tests.support.server import LiveServer
from webapp import create_app
from webapp.content.bundles import get_bundles
from webapp.settings import ROOT, Settings

PATIENCE_MS = 20_000
DONE = "prepared"


@pytest.fixture(scope="session")
def front(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built front end, so that a build made meanwhile does not change the app under a test."""
    built = ROOT / "static" / "dist"
    assert (built / "manifest.json").is_file(), "The front end is not built: run bin/test, which builds it."
    return Path(shutil.copytree(built, tmp_path_factory.mktemp("front") / "dist"))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo people, made once, by whichever process of the run comes first."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "prepared"
    with folder.with_name("prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / DONE).exists():
            prepare(LiveServer(folder))
            (folder / DONE).touch()
    return folder


def prepare(server: LiveServer) -> None:
    """The demo, and the bundles that nearly every phone asks for: each server would pack them as tight as can be."""
    server.prepare()
    with create_app(Settings.from_env(server.environment)).app_context():
        for council in ("england", "rutland"):
            get_bundles().read(council, "en", "br")


@pytest.fixture(scope="session")
def ready() -> Iterator[Ready]:
    """What each server of a test is started from."""
    ready = Ready()
    yield ready
    ready.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        yield playwright
