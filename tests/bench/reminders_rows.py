"""What the reminders' bench works on: an app, young people with a browser each, and their reminders."""

from __future__ import annotations

import dataclasses
import logging
import secrets
import uuid
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import insert

from tests.conftest import make_settings
from tests.deliveries.browser import Browser
from webapp import create_app
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.deliveries.models import NoticePrefs, NoticeRow, Subscription
from webapp.deliveries.subscriptions import digest
from webapp.people.models import Account, DeviceSession
from webapp.settings import Sending
from webapp.spaces.models import Member, MemberRole, Space
from webapp.upkeep.secrets import make_secrets

PIECE = 5000


def make_app(folder: Path, origin: str) -> Flask:
    """An app on a new SQLite database in `folder`, as the workers will find it."""
    make_secrets(folder)
    settings = make_settings(folder, f"sqlite:///{folder / 'footing.sqlite3'}")
    app = create_app(dataclasses.replace(settings, sending=Sending(push_test_origin=origin)))
    app.logger.setLevel(logging.ERROR)
    return app


def add_people(origin: str, browsers: Sequence[Browser], count: int, due: datetime) -> None:
    """So many young people with a browser each, and one reminder each that is due."""
    for first in range(0, count, PIECE):
        rows: dict[Any, list[dict[str, Any]]] = {}
        for number in range(first, min(first + PIECE, count)):
            for model, row in _person(origin, browsers[number % len(browsers)], number, due):
                rows.setdefault(model, []).append(row)
        with get_db().write() as db:
            for model, some in rows.items():
                db.execute(insert(model), some)


def _person(origin: str, browser: Browser, number: int, due: datetime) -> Iterator[tuple[Any, dict[str, Any]]]:
    account, space, session = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    endpoint = f"{origin}/wpush/v2/{number}"
    yield Account, {"id": account, "role": Role.YOUNG_PERSON, "council": "rutland", "name": "M", "created_at": due}
    yield Space, {
        "id": space, "council": "rutland", "birthday": date(2008, 5, 4), "wrapped_key": b"k", "created_at": due,
    }  # fmt: skip
    yield Member, {"space_id": space, "account_id": account, "role": MemberRole.YOUNG_PERSON, "since": due}
    yield DeviceSession, {
        "id": session, "account_id": account, "token_hash": secrets.token_bytes(32), "device_name": "t",
        "created_at": due, "last_seen": due,
    }  # fmt: skip
    yield Subscription, {
        "account_id": account, "session_id": session, "endpoint": endpoint, "endpoint_hash": digest(endpoint),
        "p256dh": browser.point, "auth": browser.auth, "made_at": due, "renewed_at": due,
    }  # fmt: skip
    yield NoticePrefs, {
        "account_id": account, "plans": "{}", "quiet_from": datetime.min.time(), "quiet_to": datetime.min.time(),
        "plainness": "plainest", "text_on": False, "email_on": False,
    }  # fmt: skip
    yield NoticeRow, notice(space, due)


def notice(space: uuid.UUID, due: datetime) -> dict[str, Any]:
    """A reminder that is due at a moment."""
    return {
        "cause": f"date:{uuid.uuid4()}", "occurrence": "", "version": 1, "space_id": space, "to_role": "young_person",
        "kind": "review", "due": due, "until": due + timedelta(hours=6), "url": "/dates", "state": "waiting",
        "next_at": due,
    }  # fmt: skip
