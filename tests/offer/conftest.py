"""Apps for the feed and the import: on small content with a live council and an empty pack, and on the real content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import make_settings
from tests.content.packs import OFFER, PACK, write
from webapp import create_app
from webapp.core import clock
from webapp.settings import Settings

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LIVE = "slug: liveshire\nname: Liveshire\nextends: england\nstate: live\n"
EMPTY = "slug: emptyshire\nname: Emptyshire\nextends: england\nstate: live\n"
HEADINGS = ("money", "accommodation", "employment", "health_wellbeing", "relationships", "participation", "money")


def offer(count: int) -> str:
    """An offer of so many lines, over all headings, on many days."""
    entry = OFFER.removeprefix("offer:\n").replace("    entitlement: home-money\n", "")
    return "offer:\n" + "".join(
        entry.replace("first-home", f"line-{number}")
        .replace("Money for your first home", f"Line {number:02}")
        .replace("heading: money", f"heading: {HEADINGS[number % len(HEADINGS)]}")
        .replace("as_at: 2016-10-31", f"as_at: 2026-{number % 10 + 1:02}-15")
        for number in range(count)
    )


# As people open it: the pages that a feed names are by https.
ORIGIN = "https://footing.example"
FILES = {
    "oldshire/pack.yaml": PACK,
    "liveshire/pack.yaml": LIVE,
    "liveshire/offer.yaml": offer(23),
    "emptyshire/pack.yaml": EMPTY,
}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.fixed(NOW):
        yield


@pytest.fixture
def small_settings(tmp_path: Path) -> Settings:
    return replace(make_settings(tmp_path), origin=ORIGIN, content_dir=write(tmp_path, FILES))


@pytest.fixture
def small(small_settings: Settings) -> Iterator[Flask]:
    app = create_app(small_settings)
    with app.app_context():
        yield app


@pytest.fixture(scope="session")
def unchanging(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One app on the small content for all tests that only read it."""
    folder = tmp_path_factory.mktemp("small")
    return create_app(replace(make_settings(folder), origin=ORIGIN, content_dir=write(folder, FILES)))


@pytest.fixture
def client(unchanging: Flask) -> FlaskClient:
    return unchanging.test_client()


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app on the content of the repository."""
    return create_app(replace(make_settings(tmp_path_factory.mktemp("real")), origin=ORIGIN))
