"""Push services that are slow, lie, redirect, or are in trouble: tried again later, for a day, then parked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from webapp.core import clock
from webapp.core.db import get_db
from webapp.deliveries.claiming import claim
from webapp.deliveries.fanout import fan_out
from webapp.deliveries.letters import End, Result
from webapp.deliveries.models import Subscription
from webapp.deliveries.recording import record
from webapp.deliveries.rules import LEASE
from webapp.deliveries.senders import push

from .conftest import SUNDAY
from .push_service import Answer, Asked, status
from .sent import Post, rows, stands


def wait_of(post: Post) -> timedelta:
    (row,) = rows()
    return row.next_at - SUNDAY


@pytest.mark.parametrize("number", [404, 410])
def test_an_unsubscribed_browser_is_forgotten(either_post: Post, number: int) -> None:
    post = either_post
    gone, there = post.browser(post.care.maya), post.browser(post.care.maya)
    post.service.rule = lambda asked: status(number if gone.endpoint.endswith(asked.path) else 201)
    post.due()
    post.send()
    post.due()
    post.send()
    assert (len(post.asked(gone)), len(post.asked(there))) == (1, 2)
    with get_db().read() as db:
        assert db.query(Subscription).count() == 1
    # Offered again it is refused, so that the phone subscribes anew and does not say that all is well.
    client = post.care.maya_phone.client
    again = [client.post("/api/v1/me/subscriptions", json=browser.subscription()) for browser in (gone, there)]
    assert [answer.status_code for answer in again] == [409, 204]


def test_too_large_is_sent_smaller_at_once(post: Post) -> None:
    browser = post.browser(post.care.maya)
    whole: list[int] = []

    def rule(asked: Asked) -> Answer:
        whole.append(len(asked.body))
        return status(413 if len(whole) == 1 else 201)

    post.service.rule = rule
    notice = post.due()
    post.send()
    assert stands() == [("push", "sent", None)]
    assert whole[1] < whole[0]
    small = post.arrived(browser)[1]
    assert small["notification"]["title"] == "You have a reminder"
    assert small["notification"]["navigate"].endswith(notice.url)
    assert small["tag"]


def test_always_too_large_is_parked(post: Post) -> None:
    post.browser(post.care.maya)
    post.service.rule = lambda asked: status(413)
    post.due()
    post.send()
    assert stands() == [("push", "parked", "too-large")]
    assert len(post.service.asked) == 2


@pytest.mark.parametrize("number", [429, 500, 502, 503])
def test_a_wish_to_wait_is_honoured(either_post: Post, number: int) -> None:
    post = either_post
    post.browser(post.care.maya)
    post.service.rule = lambda asked: status(number, "Retry-After: 900")
    post.due()
    post.send()
    assert timedelta(minutes=15) <= wait_of(post) <= timedelta(minutes=17)
    with clock.fixed(SUNDAY + timedelta(minutes=14)):
        assert post.send() == 0
    post.service.rule = lambda asked: status(201)
    with clock.fixed(SUNDAY + timedelta(minutes=18)):
        assert post.send() == 1
    assert stands() == [("push", "sent", None)]


@pytest.mark.parametrize(
    ("wish", "least", "most"),
    [
        ("Sun, 22 Nov 2026 09:10:00 GMT", 600, 660),
        ("Sun, 22 Nov 2020 09:10:00 GMT", 15, 45),
        ("999999999", 6 * 3600, 6.6 * 3600),
        ("99999999999999999999", 15, 45),
        ("-5", 15, 45),
        ("soon", 15, 45),
        ("Sun, 99 Nov 2026 99:99:99 GMT", 15, 45),
        ("", 15, 45),
    ],
)
def test_a_foolish_wish_changes_little(post: Post, wish: str, least: float, most: float) -> None:
    post.browser(post.care.maya)
    post.service.rule = lambda asked: status(429, f"Retry-After: {wish}")
    post.due()
    post.send()
    assert least <= wait_of(post).total_seconds() <= most


def test_the_wait_grows_and_after_a_day_it_is_parked_with_its_reason(either_post: Post) -> None:
    post = either_post
    post.browser(post.care.maya)
    post.service.rule = lambda asked: status(500)
    post.due()
    waits, moment = [], SUNDAY
    for _ in range(100):
        with clock.fixed(moment):
            post.send()
        (row,) = rows()
        if row.state != "waiting":
            break
        waits.append(row.next_at - moment)
        moment = row.next_at
    assert stands() == [("push", "parked", "service-error")]
    assert timedelta(hours=21) < moment - SUNDAY <= timedelta(days=1)
    assert waits[0] < timedelta(minutes=1)
    night = timedelta(hours=11)
    assert (
        timedelta(minutes=30)
        <= sorted(waits)[-2]
        <= timedelta(minutes=90)
        < max(waits)
        <= night + timedelta(minutes=90)
    )
    assert 15 < len(waits) < 60


@pytest.mark.parametrize("number", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(post: Post, number: int) -> None:
    browser = post.browser(post.care.maya)
    post.service.rule = lambda asked: status(number, f"Location: {post.service.origin}/inside")
    post.due()
    post.send()
    assert [asked.path for asked in post.service.asked] == [browser.endpoint.removeprefix(post.service.origin)]
    assert stands() == [("push", "waiting", "redirected")]


@pytest.mark.parametrize(
    "raw",
    [
        b"not http at all\r\n\r\n",
        b"HTTP/1.1 banana\r\n\r\n",
        b"",
        b"HTTP/1.1 201 Created\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 201 Created\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
    ],
)
def test_an_answer_that_is_none_is_no_success(post: Post, raw: bytes) -> None:
    post.browser(post.care.maya)
    post.service.rule = lambda asked: Answer(raw, hang_up=True)
    post.due()
    post.send()
    assert stands() == [("push", "waiting", "unreachable")]


def test_an_endless_answer_is_not_read(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(push, "ALL_SECONDS", 2.0)
    post.browser(post.care.maya)
    post.service.rule = lambda asked: Answer(b"HTTP/1.1 500 No\r\nContent-Length: 999999999\r\n\r\n" + b"x" * 4000)
    post.due()
    post.send()
    assert stands() == [("push", "waiting", "service-error")]


def test_a_slow_service_is_given_up_and_does_not_hold_up_the_others(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(push, "ALL_SECONDS", 3.0)
    slow, quick = post.browser(post.care.maya), post.browser(post.care.maya)
    post.service.rule = lambda asked: Answer(wait=9.0 if slow.endpoint.endswith(asked.path) else 0.0)
    post.due()
    post.send()
    assert sorted(stands()) == [("push", "sent", None), ("push", "waiting", "slow")]
    assert len(post.asked(quick)) == 1


def test_a_service_in_trouble_is_left_alone_for_a_while(post: Post) -> None:
    post.browser(post.care.maya)
    post.service.rule = lambda asked: status(500)
    for _ in range(300):
        post.due()
    post.send()
    assert len(post.service.asked) < 100
    untried = [row for row in rows() if row.reason == "service-in-trouble"]
    assert len(untried) > 200
    assert {row.tries for row in untried} == {0}


def test_nobody_there(post: Post) -> None:
    browser = post.browser(post.care.maya)
    post.set(push_test_origin="http://127.0.0.1:1")
    with get_db().write() as db:
        db.execute(update(Subscription).values(endpoint="http://127.0.0.1:1/x"))
    post.due()
    post.send()
    assert stands() == [("push", "waiting", "unreachable")]
    assert post.asked(browser) == []


def test_a_row_whose_worker_died_is_found_again_after_the_lease(either_post: Post) -> None:
    post = either_post
    browser = post.browser(post.care.maya)
    post.due()
    assert len(fan_out(10).letters) == 1
    assert claim(10) == []
    assert post.send() == 0, "it is claimed"
    with clock.fixed(SUNDAY + LEASE):
        assert post.send() == 1
    assert len(post.asked(browser)) == 1


def test_a_late_result_of_a_lost_claim_changes_nothing(either_post: Post) -> None:
    post = either_post
    post.browser(post.care.maya)
    post.due()
    (letter,) = fan_out(10).letters
    with clock.fixed(SUNDAY + LEASE):
        post.send()
        record([(letter, Result(End.NEVER, "service-error"))])
    assert stands() == [("push", "sent", None)]
