"""Texts and e-mails: when no push was shown within the hour, or there is none; never twice, never personal."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from webapp.core import clock
from webapp.core.db import get_db
from webapp.deliveries import service
from webapp.deliveries.fanout import fan_out
from webapp.deliveries.letters import SENT, End, Result
from webapp.deliveries.recording import record

from .conftest import SUNDAY
from .notify_service import EMAIL, KEY, TEXT, NotifyService
from .push_service import status
from .sent import Post, rows, stands

NUMBER, ADDRESS = "07700900123", "maya@mail.example"
RECEIPTS = "/api/v1/receipts/notify"
HOUR = timedelta(hours=1)


@pytest.fixture
def notify(post: Post) -> Iterator[NotifyService]:
    with NotifyService() as service:
        post.set(
            notify_key=KEY,
            notify_url=service.url,
            notify_text_template=TEXT,
            notify_email_template=EMAIL,
            notify_receipt_token="agreed with Notify",
        )
        yield service


def by_text(post: Post, *, email: bool = False) -> None:
    """Maya gives her number, and perhaps her address."""
    post.prefer(
        post.care.maya,
        text={"number": "07700 900 123", "on": True},
        email={"address": ADDRESS, "on": email},
    )


def at(post: Post, moment: datetime) -> int:
    with clock.fixed(moment):
        return post.send()


def test_without_a_browser_a_text_goes_at_once_and_names_nothing(post: Post, notify: NotifyService) -> None:
    by_text(post)
    post.due(url="/dates/1")
    post.send()
    (sent,) = notify.sent
    assert sent["phone_number"] == NUMBER
    assert sent["personalisation"] == {"words": "You have a reminder", "link": "http://localhost/dates/1"}
    assert sent["reference"] == str(rows()[0].id)
    assert stands() == [("text", "sent", None)]
    assert notify.looked == []


def test_a_push_that_nobody_sees_is_followed_by_a_text_after_an_hour(post: Post, notify: NotifyService) -> None:
    by_text(post, email=True)
    post.browser(post.care.maya)
    post.due()
    post.send()
    assert at(post, SUNDAY + HOUR - timedelta(seconds=1)) == 0
    assert at(post, SUNDAY + HOUR) == 1
    assert [list(one)[3] for one in notify.sent] == ["phone_number"]
    assert at(post, SUNDAY + 5 * HOUR) == 0


@pytest.mark.parametrize("what", ["shown", "seen"])
def test_what_was_shown_or_seen_needs_no_text(post: Post, notify: NotifyService, what: str) -> None:
    by_text(post)
    browser = post.browser(post.care.maya)
    post.due()
    post.send()
    (read,) = post.arrived(browser)
    post.tell(post.care.ali, what, read["id"])
    assert {state for _, state, _ in stands()} == {"sent", "waiting"}, "somebody else's word changes nothing"
    post.tell(post.care.maya, what, read["id"])
    post.tell(post.care.maya, what, read["id"])
    post.tell(post.care.maya, what, str(uuid.uuid4()))
    assert at(post, SUNDAY + HOUR) == 0
    assert notify.sent == []
    assert sorted(stands()) == [("push", "sent", None), ("text", "cancelled", None)]


def test_shown_before_the_push_service_has_answered(post: Post, notify: NotifyService) -> None:
    by_text(post)
    browser = post.browser(post.care.maya)

    def rule(asked: object) -> object:
        return status(503)

    post.service.rule = rule  # type: ignore[assignment]
    post.due()
    post.send()
    (read,) = post.arrived(browser)
    post.tell(post.care.maya, "shown", read["id"])
    post.service.rule = lambda asked: status(201)
    at(post, SUNDAY + HOUR)
    assert [row.channel for row in rows()] == ["push"]


def test_shown_by_a_push_service_that_says_it_could_not(post: Post, notify: NotifyService) -> None:
    by_text(post)
    browser = post.browser(post.care.maya)
    post.service.rule = lambda asked: status(500)
    post.due(until=SUNDAY + 72 * HOUR)
    post.send()
    post.tell(post.care.maya, "shown", post.arrived(browser)[0]["id"])
    with clock.fixed(SUNDAY + 25 * HOUR):
        post.send()
    assert stands() == [("push", "parked", "service-error")]
    assert notify.sent == []


@pytest.mark.parametrize("answer", [201, 410])
def test_a_date_that_is_moved_while_its_push_is_under_way_is_followed_by_no_text(
    post: Post, notify: NotifyService, answer: int
) -> None:
    by_text(post)
    post.browser(post.care.maya)
    notice = post.due()
    done = [(letter, SENT if answer == 201 else Result(End.GONE, "unsubscribed")) for letter in fan_out(10).letters]
    with get_db().write() as db:
        service.cancel(db, notice.cause, below=2)
    record(done)
    at(post, SUNDAY + HOUR)
    assert notify.sent == []
    assert ("text", "expired", "over") in stands()


def test_what_was_opened_is_not_sent_to_another_browser(post: Post, notify: NotifyService) -> None:
    first = post.browser(post.care.maya)
    second = post.browser(post.care.maya)
    post.service.rule = lambda asked: status(503 if second.endpoint.endswith(asked.path) else 201)
    post.due()
    post.send()
    (read,) = post.arrived(first)
    post.tell(post.care.maya, "shown", read["id"])
    assert sorted(state for _, state, _ in stands()) == ["sent", "waiting"], "shown there is not read by her"
    post.tell(post.care.maya, "seen", read["id"])
    at(post, SUNDAY + HOUR)
    assert len(post.asked(second)) == 1


def test_a_browser_that_is_gone_means_a_text_now(post: Post, notify: NotifyService) -> None:
    by_text(post)
    post.browser(post.care.maya)
    post.service.rule = lambda asked: status(410)
    post.due()
    post.send()
    assert len(notify.sent) == 1
    assert stands() == [("push", "gone", "unsubscribed"), ("text", "sent", None)]


def test_a_text_does_not_come_in_quiet_hours(post: Post, notify: NotifyService) -> None:
    by_text(post)
    post.browser(post.care.maya)
    evening = SUNDAY + 11.5 * HOUR
    with clock.fixed(evening):
        post.due()
    assert at(post, evening) == 1
    assert at(post, evening + HOUR) == 0
    assert at(post, datetime.fromisoformat("2026-11-23T08:00:00+00:00")) == 1


def test_a_date_that_is_over_needs_no_text(post: Post, notify: NotifyService) -> None:
    by_text(post)
    post.browser(post.care.maya)
    post.due(until=SUNDAY + 0.5 * HOUR)
    post.send()
    assert [row.channel for row in rows()] == ["push"]


def test_a_text_that_may_have_been_taken_is_looked_up_first(post: Post, notify: NotifyService) -> None:
    by_text(post)
    notify.fail = ["lost"]
    post.due()
    post.send()
    assert [state for _, state, _ in stands()] == ["waiting"]
    assert at(post, SUNDAY + HOUR) == 1
    assert notify.looked == [str(rows()[0].id)]
    assert len(notify.sent) == 1
    assert stands() == [("text", "sent", None)]


@pytest.mark.parametrize("trouble", [429, 500, 503])
def test_notify_in_trouble_is_asked_again(post: Post, notify: NotifyService, trouble: int) -> None:
    by_text(post)
    notify.fail = [trouble]
    post.due()
    post.send()
    assert notify.sent == []
    at(post, SUNDAY + HOUR)
    assert len(notify.sent) == 1
    assert len(notify.looked) == 1


def test_a_number_that_notify_does_not_take_leads_to_an_email(
    post: Post, notify: NotifyService, capfd: pytest.CaptureFixture[str]
) -> None:
    post.prefer(post.care.maya, text={"number": "+33612345678", "on": True}, email={"address": ADDRESS, "on": True})
    post.due()
    post.send()
    assert [one.get("email_address") for one in notify.sent] == [ADDRESS]
    assert stands() == [("email", "sent", None), ("text", "parked", "wrong-address")]
    said = capfd.readouterr()
    assert "33612345678" not in said.out + said.err


def test_a_number_taken_back_gets_nothing(post: Post, notify: NotifyService) -> None:
    by_text(post)
    post.browser(post.care.maya)
    post.due()
    post.send()
    post.prefer(post.care.maya, text={"number": None, "on": False})
    at(post, SUNDAY + HOUR)
    assert notify.sent == []
    assert ("text", "gone", "no-address") in stands()


def give(post: Post, reference: object, state: str, token: str = "agreed with Notify") -> int:
    body = {"id": str(uuid.uuid4()), "reference": reference, "to": NUMBER, "status": state, "template_version": 3}
    headers = {"Authorization": f"Bearer {token}"}
    return post.app.test_client().post(RECEIPTS, json=body, headers=headers).status_code


def test_receipts_are_taken_from_notify_alone(post: Post, notify: NotifyService) -> None:
    by_text(post)
    post.due()
    post.send()
    reference = str(rows()[0].id)
    assert give(post, reference, "delivered", "guessed") == 401
    assert rows()[0].received_at is None
    assert give(post, reference, "delivered") == 204
    assert rows()[0].received_at == SUNDAY
    assert give(post, str(uuid.uuid4()), "delivered") == 204
    assert give(post, None, "delivered") == 204
    assert give(post, reference, "permanent-failure") == 204
    assert stands() == [("text", "parked", "wrong-address")]
    post.set(notify_receipt_token=None)
    assert give(post, reference, "delivered", "") == 401


def test_a_try_out_writes_one_line_without_the_number(post: Post, capfd: pytest.CaptureFixture[str]) -> None:
    by_text(post)
    post.due()
    post.send()
    assert stands() == [("text", "sent", None)]
    said = capfd.readouterr().err
    assert NUMBER not in said
    assert "/dates" not in said
