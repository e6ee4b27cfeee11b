"""Fixtures that every test shares: an app on its own database, migrated as in life, and named test people."""

from __future__ import annotations

import asyncio
import os
import secrets
import uuid
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from argon2 import PasswordHasher
from flask import Flask

from tests.support.apps import running
from tests.support.care import Care, make_care
from tests.support.postgres import Cluster
from tests.support.quick import make_addresses_when_asked, make_pass_phrases_quick, read_content_once
from webapp import create_app
from webapp.core.db import get_db
from webapp.settings import ROOT, Settings
from webapp.upkeep.migrate import upgrade

ORIGIN = "http://localhost"
pytest_plugins = ["tests.support.live"]


# How long one example takes says more about what else the machine does than about us.
hypothesis.settings.register_profile("calm", deadline=None)
hypothesis.settings.load_profile("calm")
# Folders whose files take minutes. Begun last, one would keep one processor busy while the others have nothing to do.
LONG = ("browser", "push", "bench", "deliveries")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first; otherwise as they stand."""
    items.sort(key=lambda item: item.path.parent.name not in LONG)


def make_settings(tmp_path: Path, url: str | None = None) -> Settings:
    """Settings for one test: everything under `tmp_path`, fresh keys."""
    return Settings(
        environment="test",
        data_dir=tmp_path,
        database_url=url or f"sqlite:///{tmp_path / 'test.sqlite3'}",
        secret_key=secrets.token_bytes(32),
        wrapping_keys=(secrets.token_bytes(32),),
        origin=ORIGIN,
        content_dir=Path(os.environ.get("FOOTING_CONTENT", ROOT / "content")),
    )


@pytest.fixture(autouse=True)
def no_loop_of_a_browser(request: pytest.FixtureRequest) -> Iterator[None]:
    """Playwright's loop runs from the first browser test on; what needs no browser begins one of its own."""
    if request.node.get_closest_marker("browser") is not None:
        yield
        return
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)


@pytest.fixture(scope="session", autouse=True)
def apps_are_made_quickly() -> Iterator[None]:
    """What is the same for all apps of the run is worked out once."""
    with pytest.MonkeyPatch.context() as patched:
        read_content_once(patched)
        make_addresses_when_asked(patched)
        yield


@pytest.fixture(scope="session", autouse=True)
def pass_phrases_are_quick() -> Iterator[PasswordHasher]:
    """Gives the real way, which servers that start as in life keep using."""
    with pytest.MonkeyPatch.context() as patched:
        yield make_pass_phrases_quick(patched)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return make_settings(tmp_path)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    with running(settings) as app:
        yield app


@pytest.fixture(params=["sqlite", "postgresql"])
def either_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The app on SQLite and then on PostgreSQL."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    with running(make_settings(tmp_path, url)) as app:
        yield app


@pytest.fixture
def care(app: Flask) -> Care:
    """Maya, her adviser Sam and a stranger."""
    return make_care(app)


@pytest.fixture
def either_care(either_app: Flask) -> Care:
    """The same people on SQLite and then on PostgreSQL."""
    return make_care(either_app)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One private PostgreSQL for the whole run, started by the first test that needs it."""
    cluster = Cluster()
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def migrated(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a PostgreSQL database in the newest shape, to copy: that is ten times as quick as migrating one."""
    name = "migrated"
    cluster.create(name)
    app = create_app(make_settings(tmp_path_factory.mktemp(name), cluster.url(name)))
    with app.app_context():
        upgrade(get_db())
        get_db().engine.dispose()
    return name


@pytest.fixture
def postgres_name(cluster: Cluster, migrated: str) -> Iterator[str]:
    """A PostgreSQL database for one test, in the newest shape and without a row."""
    yield from _database(cluster, migrated)


@pytest.fixture
def postgres_url(cluster: Cluster, postgres_name: str) -> str:
    """Where that database is."""
    return cluster.url(postgres_name)


@pytest.fixture
def empty_postgres_url(cluster: Cluster) -> Iterator[str]:
    """An empty PostgreSQL database for one test."""
    yield from map(cluster.url, _database(cluster, "template0"))


def _database(cluster: Cluster, template: str) -> Iterator[str]:
    name = f"t{uuid.uuid4().hex}"
    cluster.create(name, template)
    yield name
    cluster.drop(name)
