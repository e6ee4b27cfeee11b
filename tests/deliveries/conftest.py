"""A young person, her adviser and a push service, for each test; for some of them on both kinds of database."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import make_settings
from tests.support.apps import running
from tests.support.care import make_care
from webapp.core import clock
from webapp.settings import Sending, Settings
from webapp.upkeep.secrets import make_secrets

from .push_service import PushService
from .sent import Post

# A Sunday morning: not quiet for a young person, and no working day.
SUNDAY = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_one_day() -> Iterator[None]:
    with clock.fixed(SUNDAY):
        yield


@pytest.fixture
def push_service() -> Iterator[PushService]:
    with PushService() as service:
        yield service


def with_push(settings: Settings, origin: str) -> Settings:
    """Settings with a push key, which send every push to `origin`."""
    make_secrets(settings.data_dir)
    sending = Sending(push_test_origin=origin)
    return dataclasses.replace(settings, vapid_key_file=settings.data_dir / "secrets" / "vapid.pem", sending=sending)


def make_post(settings: Settings, service: PushService) -> Iterator[Post]:
    with running(with_push(settings, service.origin)) as app:
        yield Post(app, make_care(app), service)


@pytest.fixture
def post(settings: Settings, push_service: PushService) -> Iterator[Post]:
    yield from make_post(settings, push_service)


@pytest.fixture(params=["sqlite", "postgresql"])
def either_post(request: pytest.FixtureRequest, tmp_path: Path, push_service: PushService) -> Iterator[Post]:
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    yield from make_post(make_settings(tmp_path, url), push_service)
