"""What every test with a real server or a real browser shares in one run: the built front end, the demo, Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from tests.support.server import LiveServer
from webapp.settings import ROOT

PATIENCE_MS = 20_000


@pytest.fixture(scope="session")
def front(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built front end, so that a build made meanwhile does not change the app under a test."""
    built = ROOT / "static" / "dist"
    assert (built / "manifest.json").is_file(), "The front end is not built: run bin/test, which builds it."
    return Path(shutil.copytree(built, tmp_path_factory.mktemp("front") / "dist"))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo people, made once."""
    folder = tmp_path_factory.mktemp("prepared")
    LiveServer(folder).prepare()
    return folder


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        yield playwright
