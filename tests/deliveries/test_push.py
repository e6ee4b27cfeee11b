"""From a notice to a notification: what is due is sent once to each browser, and says nothing personal."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, time, timedelta

import pytest

from tests.support import crowd
from webapp.content.library import get_library
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.deliveries import service

from .browser import at
from .conftest import SUNDAY
from .push_service import status
from .sent import ADVISER, Post, notice_states, rows, stands

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_a_due_notice_arrives_once_and_names_nobody(either_post: Post) -> None:
    post = either_post
    browser = post.browser(post.care.maya)
    notice = post.due()
    assert post.send() == 1
    (read,) = post.arrived(browser)
    title = "You have a reminder"
    assert read["title"] == read["notification"]["title"] == title
    assert read["web_push"] == 8030
    assert read["url"] == notice.url
    assert read["notification"]["navigate"] == f"http://localhost{notice.url}"
    assert read["notification"]["tag"] == read["tag"]
    assert (read["lang"], read["notification"]["lang"], read["notification"]["dir"]) == ("en", "en", "ltr")
    (asked,) = post.service.asked
    assert asked.headers["topic"] == read["tag"]
    assert len(read["tag"]) == 32
    assert asked.headers["ttl"] == str(2 * 24 * 3600)
    assert asked.headers["urgency"] == "normal"
    assert asked.headers["content-encoding"] == "aes128gcm"
    assert asked.headers["authorization"].startswith("vapid t=")
    assert stands() == [("push", "sent", None)]
    assert post.send() == 0
    post.due(cause=notice.cause)
    assert post.send() == 0, "the same cause, occurrence and version is told once"
    assert len(post.service.asked) == 1


def test_every_browser_gets_it_and_only_those_signed_in(post: Post) -> None:
    first = post.browser(post.care.maya)
    other = crowd.add_phone(post.app, post.care.maya)
    second = crowd.add_phone(post.app, post.care.maya)
    lost, third = at(post.service.origin), at(post.service.origin)
    other.client.post("/api/v1/me/subscriptions", json=lost.subscription())
    second.client.post("/api/v1/me/subscriptions", json=third.subscription())
    crowd.sign_out(post.care.maya, other)
    post.due()
    assert post.send() == 2
    assert [len(post.arrived(browser)) for browser in (first, lost, third)] == [1, 0, 1]


def test_a_session_that_ended_after_the_fan_out_gets_nothing(post: Post) -> None:
    browser = post.browser(post.care.maya)
    post.service.rule = lambda asked: status(503)
    post.due()
    post.send()
    crowd.sign_out(post.care.maya, post.care.maya_phone)
    with clock.fixed(SUNDAY + timedelta(hours=1)):
        post.send()
    assert len(post.asked(browser)) == 1
    assert stands() == [("push", "gone", "signed-out")]


def test_staff_are_told_in_working_hours_whoever_supports_then(either_post: Post) -> None:
    post = either_post
    kim = crowd.add_person("Kim", Role.ADVISER)
    browser = post.browser(post.care.sam)
    post.due(to=ADVISER)
    assert post.send() == 0
    assert notice_states() == [("morning", "waiting", datetime(2026, 11, 23, 9, tzinfo=UTC))]
    crowd.assign(post.care.maya, kim)
    with clock.fixed(MONDAY):
        post.send()
        assert post.arrived(browser) == []
        crowd.assign(post.care.maya, post.care.sam)
        post.due(to=ADVISER)
        post.send()
    assert len(post.arrived(browser)) == 1


def test_staff_are_told_when_their_council_works(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    library = get_library()
    early = dataclasses.replace(library.council("rutland"), working_hours=(time(7, 30), time(9, 30)))
    monkeypatch.setattr(library, "council", {"rutland": early}.__getitem__)
    browser = post.browser(post.care.sam)
    post.service.rule = lambda asked: status(503, "Retry-After: 7200")
    with clock.fixed(MONDAY - timedelta(hours=3)):
        post.due(to=ADVISER)
        assert post.send() == 0
    with clock.fixed(MONDAY - timedelta(hours=2.5)):
        assert post.send() == 1
    (row,) = rows()
    assert row.next_at == datetime(2026, 11, 24, 7, 30, tzinfo=UTC), "another try does not come after work either"
    assert len(post.asked(browser)) == 1


def test_without_an_adviser_it_waits_for_one(post: Post) -> None:
    browser = post.browser(post.care.sam)
    crowd.assign(post.care.maya, None)
    with clock.fixed(MONDAY):
        post.due(to=ADVISER)
        post.send()
        crowd.assign(post.care.maya, post.care.sam)
    with clock.fixed(MONDAY + timedelta(hours=1)):
        post.send()
    assert len(post.arrived(browser)) == 1


def test_quiet_hours_move_it_and_never_drop_it(either_post: Post) -> None:
    post = either_post
    browser = post.browser(post.care.maya)
    late = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
    with clock.fixed(late):
        post.due()
        assert post.send() == 0
    morning = datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert notice_states() == [("morning", "waiting", morning)]
    with clock.fixed(morning - timedelta(milliseconds=1)):
        assert post.send() == 0
    with clock.fixed(morning):
        assert post.send() == 1
    assert len(post.arrived(browser)) == 1


def test_what_has_passed_is_never_sent(either_post: Post) -> None:
    post = either_post
    post.browser(post.care.maya)
    post.due(until=SUNDAY + timedelta(hours=1))
    with clock.fixed(SUNDAY + timedelta(hours=1)):
        assert post.send() == 0
    assert notice_states()[0][1] == "expired"
    assert rows() == []


def test_cancelling_takes_back_what_was_not_sent(either_post: Post) -> None:
    post = either_post
    browser = post.browser(post.care.maya)
    old = post.due(due=SUNDAY + timedelta(hours=1))
    with get_db().write() as db:
        service.cancel(db, old.cause, below=2)
        service.put(db, [post.notice(cause=old.cause, version=2, due=SUNDAY + timedelta(hours=2))])
    with clock.fixed(SUNDAY + timedelta(hours=3)):
        assert post.send() == 1
        with get_db().write() as db:
            service.cancel(db, old.cause)
    assert [state for _, state, _ in notice_states()] == ["cancelled", "out"]
    assert len(post.arrived(browser)) == 1


def test_cancelling_reaches_what_waits_for_another_try(either_post: Post) -> None:
    post = either_post
    post.browser(post.care.maya)
    post.service.rule = lambda asked: status(503)
    notice = post.due()
    post.send()
    assert stands() == [("push", "waiting", "service-error")]
    with get_db().write() as db:
        service.cancel(db, notice.cause)
    with clock.fixed(SUNDAY + timedelta(hours=5)):
        assert post.send() == 0
    assert stands() == [("push", "cancelled", "service-error")]


def test_a_rolled_back_cause_sends_nothing(post: Post) -> None:
    browser = post.browser(post.care.maya)
    with get_db().write() as db:
        service.put(db, [post.notice()])
        db.rollback()
    assert post.send() == 0
    assert post.arrived(browser) == []


def test_one_tag_for_each_cause(post: Post) -> None:
    browser = post.browser(post.care.maya)
    notice = post.due(occurrence="-14d")
    post.due(cause=notice.cause, occurrence="-3d")
    post.due()
    post.send()
    tags = [read["tag"] for read in post.arrived(browser)]
    assert len(tags) == 3
    assert len(set(tags)) == 2
    assert all(notice.cause not in tag for tag in tags)


def test_strangers_are_told_nothing(post: Post) -> None:
    browsers = [post.browser(person) for person in (post.care.ali, post.care.sam)]
    post.due()
    assert post.send() == 0
    assert [post.arrived(browser) for browser in browsers] == [[], []]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("review", "You have a meeting coming up"),
        ("own_date", "You have a date coming up"),
        ("reminder", "You have a reminder"),
        ("milestone", "Something new for you"),
        ("paper", "A paper runs out soon"),
        ("agreement", "Something is due soon"),
        ("message", "You have a message"),
        ("export", "Something that you asked for is ready"),
        ("what is to come", "You have a reminder"),
    ],
)
def test_the_kind_is_said_only_to_who_wants_it(post: Post, kind: str, said: str) -> None:
    browser = post.browser(post.care.maya)
    post.due(kind=kind)
    post.send()
    post.prefer(post.care.maya, plainness="says_kind")
    post.due(kind=kind)
    post.send()
    assert [read["title"] for read in post.arrived(browser)] == ["You have a reminder", said]
