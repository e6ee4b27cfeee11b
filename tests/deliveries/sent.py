"""Verbs of the tests of deliveries: somebody has a browser, something is due, the worker sends, this arrived."""

from __future__ import annotations

import dataclasses
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select

from tests.support.care import Care
from tests.support.crowd import Person
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.deliveries import service
from webapp.deliveries.models import Delivery, NoticeRow
from webapp.deliveries.sending import send_due
from webapp.deliveries.service import Notice
from webapp.settings import Sending
from webapp.spaces.models import MemberRole

from .browser import Browser, at
from .push_service import Asked, PushService

YOUNG, ADVISER = MemberRole.YOUNG_PERSON, MemberRole.ADVISER


@dataclass(frozen=True)
class Post:
    """An app whose pushes go to a push service of the tests."""

    app: Flask
    care: Care
    service: PushService

    def browser(self, person: Person) -> Browser:
        """The person's phone subscribes."""
        browser = at(self.service.origin)
        answer = self.care.phone_of(person).client.post("/api/v1/me/subscriptions", json=browser.subscription())
        assert answer.status_code == 204, answer.text
        return browser

    def notice(self, **changes: Any) -> Notice:
        """A reminder of Maya's that is due now, unless a test says other."""
        cause = f"date:{uuid.uuid4()}"
        due = changes.get("due", now())
        notice = Notice(cause, "morning", 1, self.care.space, YOUNG, "review", due, due + timedelta(days=2), "/dates/1")
        return dataclasses.replace(notice, **changes)

    def due(self, **changes: Any) -> Notice:
        """The same, put."""
        notice = self.notice(**changes)
        with get_db().write() as db:
            service.put(db, [notice])
        return notice

    def send(self) -> int:
        """The worker's round. Gives how many deliveries were tried."""
        return send_due(self.app).tried

    def prefer(self, person: Person, **changes: Any) -> dict[str, Any]:
        """The person changes how they want to be told."""
        client = self.care.phone_of(person).client
        chosen = client.get("/api/v1/me/notices").get_json() | changes
        del chosen["ways"]
        answer = client.put("/api/v1/me/notices", json=chosen)
        assert answer.status_code == 200, answer.text
        kept: dict[str, Any] = answer.get_json()
        return kept

    def tell(self, person: Person, what: str, notice_id: str) -> None:
        """The person's phone says that a notice was `shown` or `seen`."""
        answer = self.care.phone_of(person).client.post(f"/api/v1/me/notices/{what}", json={"id": notice_id})
        assert answer.status_code == 204, answer.text

    def set(self, **changes: Any) -> None:
        """Other settings of sending, from now on."""
        settings = self.app.extensions["footing-settings"]
        sending: Sending = dataclasses.replace(settings.sending, **changes)
        self.app.extensions["footing-settings"] = dataclasses.replace(settings, sending=sending)

    def arrived(self, browser: Browser) -> list[dict[str, Any]]:
        """What a browser was sent, read."""
        return [browser.reads(asked.body) for asked in self.asked(browser)]

    def notice_id(self) -> str:
        """The id that the payloads of the first notice carry."""
        with get_db().read() as db:
            return str(db.scalars(select(NoticeRow.id).order_by(NoticeRow.due, NoticeRow.id)).first())

    def asked(self, browser: Browser) -> list[Asked]:
        """The requests for a browser."""
        return [asked for asked in self.service.asked if browser.endpoint.endswith(asked.path)]


def rows() -> list[Delivery]:
    """Every delivery, in the order of their ways and times."""
    with get_db().read() as db:
        found = list(db.scalars(select(Delivery).order_by(Delivery.channel, Delivery.first_at, Delivery.id)))
        db.expunge_all()
    return found


def stands() -> list[tuple[str, str, str | None]]:
    """How the deliveries stand."""
    return [(row.channel, row.state, row.reason) for row in rows()]


def notice_states() -> list[tuple[str, str, datetime]]:
    """How the notices stand: occurrence, state, when they are looked at."""
    with get_db().read() as db:
        found = db.execute(select(NoticeRow.occurrence, NoticeRow.state, NoticeRow.next_at).order_by(NoticeRow.due))
        return [(row[0], row[1], row[2]) for row in found]
