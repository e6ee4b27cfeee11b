"""What was given up is listed for a manager: whose and why, never what. Features hear what was sent."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from tests.support import crowd
from tests.support.crowd import Phone
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.core.jobs import set_nudge
from webapp.deliveries import jobs, service
from webapp.deliveries.listeners import listen, told
from webapp.deliveries.models import NoticeRow
from webapp.people.models import Account
from webapp.spaces.models import Space
from webapp.worker import make_queue

from .conftest import SUNDAY
from .push_service import status
from .sent import Post, notice_states

URL = "/api/v1/council/parked"


def manager(post: Post, council: str) -> Phone:
    person = crowd.add_person("Morgan", Role.MANAGER)
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == person.id).values(council=council))
    return crowd.add_phone(post.app, person)


def test_a_manager_sees_what_was_parked_in_their_council(either_post: Post) -> None:
    post = either_post
    post.browser(post.care.maya)
    post.service.rule = lambda asked: status(413)
    notice = post.due()
    post.send()
    answer = manager(post, "rutland").client.get(URL)
    (row,) = answer.get_json()["parked"]
    assert uuid.UUID(row.pop("id"))
    assert row == {
        "space": str(post.care.space),
        "to": "young_person",
        "kind": "review",
        "channel": "push",
        "due": "2026-11-22T09:00:00.000Z",
        "tries": 2,
        "reason": "too-large",
    }
    assert notice.cause not in answer.text
    assert "Maya" not in answer.text
    assert manager(post, "merton").client.get(URL).get_json() == {"parked": []}


def test_features_hear_what_was_sent_shown_and_seen(either_post: Post) -> None:
    post = either_post
    heard: list[str] = []

    def listener(db: Session, space: Space, cause: str) -> None:
        assert space.id == post.care.space
        heard.append(cause)

    listen(post.app, "testing:", listener)
    browser = post.browser(post.care.maya)
    notice = post.due(cause="testing:1", occurrence="2026-11-22")
    post.due()
    post.send()
    read = next(one for one in post.arrived(browser) if one["url"])
    with clock.fixed(SUNDAY + timedelta(minutes=1)):
        for one in post.arrived(browser):
            post.tell(post.care.maya, "shown", one["id"])
    with clock.fixed(SUNDAY + timedelta(minutes=2)):
        for one in post.arrived(browser):
            post.tell(post.care.maya, "seen", one["id"])
    assert read
    assert heard == ["testing:1"] * 3
    with get_db().read() as db:
        (found,) = told(db, notice.cause)
    minutes = [SUNDAY + timedelta(minutes=number) for number in range(3)]
    assert (found.occurrence, found.sent_at, found.shown_at, found.seen_at) == ("2026-11-22", *minutes)


def test_only_what_is_due_about_now_nudges_the_worker_and_only_when_committed(post: Post) -> None:
    nudged: list[str] = []
    set_nudge(post.app, nudged.append)
    with get_db().write() as db:
        service.put(db, [post.notice(due=SUNDAY + timedelta(hours=1))])
    assert nudged == []
    with get_db().write() as db:
        service.put(db, [post.notice()])
        db.rollback()
    with get_db().write() as db, db.begin_nested():
        service.put(db, [post.notice()])
        assert nudged == []
    assert nudged == ["deliveries.send"]


def test_a_worker_that_cannot_be_nudged_is_no_failure(post: Post) -> None:
    def broken(_name: str) -> None:
        raise OSError

    set_nudge(post.app, broken)
    post.due()
    assert len(notice_states()) == 1


def test_a_nudge_reaches_the_queue(app: Flask) -> None:
    queue = make_queue(app)
    app.extensions["footing-nudge"]("deliveries.send")
    assert len(queue) == 1


@pytest.mark.parametrize("days", [399, 401])
def test_what_was_over_long_ago_is_forgotten(post: Post, days: int) -> None:
    post.due()
    post.send()
    with clock.fixed(SUNDAY + timedelta(days=days)):
        jobs.tidy()
    with get_db().read() as db:
        assert db.query(NoticeRow).count() == (days < 400)
