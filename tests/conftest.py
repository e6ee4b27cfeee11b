"""Fixtures that every test shares: an app on its own database, migrated as in life, and named test people."""

from __future__ import annotations

import os
import secrets
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.postgres import Cluster
from webapp import create_app
from webapp.core.db import get_db
from webapp.settings import ROOT, Settings
from webapp.upkeep.migrate import upgrade

ORIGIN = "http://localhost"
pytest_plugins = ["tests.support.live"]


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


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return make_settings(tmp_path)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    with app.app_context():
        upgrade(get_db())
        yield app


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One private PostgreSQL for the whole run, started by the first test that needs it."""
    cluster = Cluster()
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture
def postgres_url(cluster: Cluster) -> Iterator[str]:
    """An empty PostgreSQL database for one test."""
    name = f"t{uuid.uuid4().hex}"
    cluster.create(name)
    yield cluster.url(name)
    cluster.drop(name)
