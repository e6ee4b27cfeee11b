"""What every test with a real server or a real browser shares in one run: the built front end, the demo, Playwright."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.bench.packs import start
from tests.support.ready import Ready
from tests.support.server import LiveServer
from webapp import create_app
from webapp.content.bundles import get_bundles
from webapp.people import pass_phrases
from webapp.settings import ROOT, Settings
from webapp.upkeep.demo_people import PASS_PHRASE

PATIENCE_MS = 20_000


@pytest.fixture(scope="session")
def front(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built front end, so that a build made meanwhile does not change the app under a test."""
    built = ROOT / "static" / "dist"
    assert (built / "manifest.json").is_file(), "The front end is not built: run bin/test, which builds it."
    return Path(shutil.copytree(built, tmp_path_factory.mktemp("front") / "dist"))


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is filled once for the whole run, by whichever of its processes comes first."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    with folder.with_name(f"{name}.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # Only who has filled it says so: after a failure the next one tries again.
        if not os.fstat(lock.fileno()).st_size:
            make(folder)
            lock.write("done")
    return folder


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo people."""
    return once(tmp_path_factory, "prepared", lambda folder: prepare(LiveServer(folder)))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the bundles of all our packs in all languages: 20 s of work."""
    return once(tmp_path_factory, "built", lambda folder: start(folder, ROOT / "content", build=True))


def prepare(server: LiveServer) -> None:
    """The demo, and the bundles that nearly every phone asks for: each server would pack them as tight as can be."""
    server.prepare()
    with closing(sqlite3.connect(server.data_dir / "footing.sqlite3")) as database, database:
        kept = pass_phrases.make_hash(PASS_PHRASE)
        database.execute("UPDATE account SET pass_hash = ? WHERE pass_hash IS NOT NULL", (kept,))
    with create_app(Settings.from_env(server.environment)).app_context():
        for council in ("england", "rutland", "merton"):
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
