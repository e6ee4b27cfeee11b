"""What the service worker does with a push: what it shows, what it tells the server, and what it wakes."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from tests.support.server import LiveServer
from webapp.deliveries.models import Channel, Delivery, NoticeRow, NoticeState, State

from . import people
from .devices import NewDevice
from .people import LEO
from .pushing import NEUTRAL, push, shown


def sent_to_leo(server: LiveServer) -> str:
    """A reminder that the server has pushed to Leo; gives its id."""
    ((account, space),) = server.rows(
        "SELECT a.id, m.space_id FROM account a JOIN member m ON m.account_id = a.id WHERE a.sign_in_name = ?",
        LEO.signs_in_as,
    )
    now = datetime.now(UTC)
    engine = create_engine(f"sqlite:///{server.data_dir / 'footing.sqlite3'}")
    with Session(engine) as db:
        notice = NoticeRow(
            cause=f"date:{uuid.uuid4()}",
            occurrence="-3d",
            version=1,
            space_id=uuid.UUID(space),
            to_role="young_person",
            kind="own_date",
            due=now,
            until=now + timedelta(days=3),
            url="/dates",
            state=NoticeState.OUT,
            next_at=now,
        )
        db.add(notice)
        db.flush()
        push = {"notice_id": notice.id, "account_id": uuid.UUID(account), "first_at": now, "next_at": now}
        db.add(Delivery(**push, channel=Channel.PUSH, target=uuid.uuid4(), state=State.SENT, sent_at=now))
        db.add(Delivery(**push, channel=Channel.TEXT, state=State.WAITING))
        db.commit()
        made = str(notice.id)
    engine.dispose()
    return made


def shown_at_server(server: LiveServer, notice: str) -> bool:
    """Whether the server knows that it was shown; no text follows then."""
    query = "SELECT channel, shown_at IS NOT NULL, state FROM delivery WHERE notice_id = ? ORDER BY channel"
    (_, told, _), (_, _, text) = server.rows(query, uuid.UUID(notice).hex)
    assert bool(told) == (text == "cancelled")
    return bool(told)


@pytest.fixture
def leo(new_device: NewDevice, server: LiveServer) -> Page:
    """Leo's phone, with the worker on it."""
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    people.install(page, server)
    return page


def body_of(notice: str, **more: Any) -> dict[str, Any]:
    """The payload as webapp/deliveries/words.py makes it."""
    return {"web_push": 8030, "id": notice, "title": "عندك تذكير", "url": "/dates", "tag": "t1", "lang": "ar"} | {
        "notification": {"title": "عندك تذكير", "navigate": "https://x/dates", "tag": "t1", "lang": "ar", "dir": "rtl"}
    } | more  # fmt: skip


def test_a_push_is_shown_with_its_tag_and_language_and_the_server_hears_it(leo: Page, server: LiveServer) -> None:
    notice = sent_to_leo(server)
    push(leo, body_of(notice))
    (one,) = shown(leo, 1)
    data = {"url": "/dates", "id": notice}
    assert one == {"title": "عندك تذكير", "tag": "t1", "lang": "ar", "dir": "rtl", "data": data, "body": ""}
    people.until(leo, lambda: shown_at_server(server, notice))
    # A newer one of the same cause takes its place; one of another cause stands beside it.
    push(leo, body_of(str(uuid.uuid4()), title="The newer"))
    people.until(leo, lambda: [one["title"] for one in shown(leo, 1)] == ["The newer"])
    push(leo, body_of(str(uuid.uuid4()), tag="t2"))
    shown(leo, 2)


@pytest.mark.parametrize("body", ["", "not json", "[]", "7", '{"title": 5, "url": {}, "tag": []}'])
def test_whatever_comes_something_is_shown(leo: Page, body: str) -> None:
    push(leo, body)
    (one,) = shown(leo, 1)
    assert (one["title"], one["lang"], one["data"]) == (NEUTRAL, "en", {"url": "/", "id": None})


@pytest.mark.parametrize("url", ["https://evil.example/dates", "//evil.example/", "javascript:alert(1)", "http://["])
def test_a_push_never_leads_out_of_the_app(leo: Page, url: str) -> None:
    push(leo, body_of(str(uuid.uuid4()), url=url))
    (one,) = shown(leo, 1)
    assert one["data"]["url"] == "/"


def test_what_was_shown_without_a_signal_is_told_later(leo: Page, server: LiveServer) -> None:
    device: BrowserContext = leo.context
    notice = sent_to_leo(server)
    people.go_offline(device)
    push(leo, body_of(notice))
    shown(leo, 1)
    leo.wait_for_timeout(500)
    assert not shown_at_server(server, notice)
    people.come_back(device)
    people.until(leo, lambda: shown_at_server(server, notice))


def test_a_push_wakes_the_sync_of_an_open_app(leo: Page) -> None:
    with leo.expect_request("**/api/v1/sync"):
        push(leo, body_of(str(uuid.uuid4())))
