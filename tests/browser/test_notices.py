"""How a phone shows reminders: the five states of notifications, the settings and the offer."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import create_engine, delete
from sqlalchemy.orm import Session

from tests.support.server import LiveServer
from webapp.deliveries.models import DeadEndpoint, Subscription
from webapp.deliveries.subscriptions import digest
from webapp.reviews.models import ReviewDate

from . import people
from .dating import add_own, in_days
from .devices import DESK, NewDevice
from .people import LEO, SAM
from .pushing import NEUTRAL, push, shown

SETTINGS = "**/api/v1/me/notices"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/17.5 Mobile/15E148 Safari/604.1"
)
# A push service that this machine has not: tests/push shows the real ones. The key is a point of P-256.
REACHES_A_PUSH_SERVICE = """
  const key = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  const NAME = "kept-by-the-browser";
  const made = (endpoint) => ({
    endpoint,
    options: {},
    toJSON: () => ({ endpoint, keys: { p256dh: key, auth: "BTBZMqHH6r4Tts7J_aSIgg" } }),
    unsubscribe: async () => { localStorage.removeItem(NAME); return true; },
  });
  PushManager.prototype.getSubscription = async () => {
    const endpoint = localStorage.getItem(NAME);
    return endpoint && made(endpoint);
  };
  PushManager.prototype.subscribe = async () => {
    const endpoint = `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`;
    localStorage.setItem(NAME, endpoint);
    return made(endpoint);
  };
"""


def settings(page: Page) -> None:
    """Open the screen, with what the account has chosen on it."""
    people.go(page, "/me/notices")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()


def the_phone(page: Page) -> Any:
    """The part about this phone."""
    return page.get_by_role("region", name="Notifications on this phone")


STATES: dict[str, tuple[dict[str, Any], str, str]] = {
    "Off": ({}, "", "Reminders come even when the app is closed."),
    "Blocked": ({"permissions": ["background-sync"]}, "", "Find “Notifications” and choose “Allow”"),
    "Install first": ({"user_agent": IPHONE}, "", "Tap “Add to Home Screen”"),
    "Not on this browser": ({}, "delete window.PushManager", "Try Chrome, Firefox or Edge"),
}


def let_go(server: LiveServer, endpoint: str) -> None:
    """What the worker writes down when a push service answers 410."""
    dead = DeadEndpoint(endpoint_hash=digest(endpoint), at=datetime.now(UTC))
    with Session(create_engine(f"sqlite:///{server.data_dir / 'footing.sqlite3'}")) as db:
        db.execute(delete(Subscription))
        db.add(dead)
        db.commit()


@pytest.mark.parametrize("state", STATES)
def test_the_screen_says_how_it_stands_on_this_phone(new_device: NewDevice, server: LiveServer, state: str) -> None:
    options, script, says = STATES[state]
    device = new_device(**options)
    device.add_init_script(script)
    page = device.new_page()
    people.sign_in(page, LEO, server)
    settings(page)
    expect(the_phone(page).locator(".tag")).to_have_text(state)
    expect(the_phone(page)).to_contain_text(says)
    expect(page.get_by_role("button", name="Turn on")).to_have_count(1 if state == "Off" else 0)


def subscriptions(server: LiveServer) -> list[str]:
    """The endpoints that the server sends to."""
    return [endpoint for (endpoint,) in server.rows("SELECT endpoint FROM subscription")]


def test_notifications_are_turned_on_renewed_and_turned_off(new_device: NewDevice, server: LiveServer) -> None:
    device = new_device()
    device.add_init_script(REACHES_A_PUSH_SERVICE)
    page = device.new_page()
    people.sign_in(page, LEO, server)
    settings(page)
    page.get_by_role("button", name="Turn on").click()
    expect(the_phone(page).locator(".tag")).to_have_text("On")
    (first,) = subscriptions(server)

    # The browser forgot it without a word: the next start of the app makes a new one in its place.
    page.evaluate("() => localStorage.removeItem('kept-by-the-browser')")
    page.reload()
    people.until(page, lambda: subscriptions(server) not in ([], [first]))
    (second,) = subscriptions(server)

    # Its push service let it go, which only the server knows yet.
    let_go(server, second)
    page.reload()
    people.until(page, lambda: subscriptions(server) not in ([], [second]))

    page.reload()
    page.get_by_role("button", name="Turn off on this phone").click()
    expect(the_phone(page).locator(".tag")).to_have_text("Off")
    people.until(page, lambda: subscriptions(server) == [])


def test_signing_out_ends_the_notifications_of_a_shared_phone(new_device: NewDevice, server: LiveServer) -> None:
    device = new_device()
    device.add_init_script(REACHES_A_PUSH_SERVICE)
    page = device.new_page()
    people.sign_in(page, LEO, server)
    people.install(page, server)
    settings(page)
    page.get_by_role("button", name="Turn on").click()
    expect(the_phone(page).locator(".tag")).to_have_text("On")
    push(page, {"id": str(uuid.uuid4()), "title": NEUTRAL, "url": "/", "tag": "one"})
    shown(page, 1)
    people.go(page, "/me/sign-out")
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
    people.until(page, lambda: page.evaluate("() => localStorage.getItem('kept-by-the-browser')") is None)
    shown(page, 0)


def test_a_push_service_out_of_reach_changes_nothing_and_says_so(new_device: NewDevice, server: LiveServer) -> None:
    device = new_device()
    device.add_init_script(
        "PushManager.prototype.subscribe = () => Promise.reject(new DOMException('push service error', 'AbortError'))"
    )
    page = device.new_page()
    people.sign_in(page, LEO, server)
    settings(page)
    page.get_by_role("button", name="Turn on").click()
    expect(the_phone(page).get_by_role("status")).to_contain_text("Nothing was changed. Try again")
    expect(the_phone(page).locator(".tag")).to_have_text("Off")
    assert subscriptions(server) == []


def test_what_is_chosen_is_kept_for_the_account(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    settings(page)
    page.get_by_role("group", name="Your own dates").get_by_label("3 days before").uncheck()
    page.get_by_label("From", exact=True).fill("22:30")
    page.get_by_text("What sort of thing it is").click()
    expect(page.locator(".locked-screen")).to_contain_text("You have a meeting coming up")
    page.get_by_label("In which language?").select_option("ar")
    page.get_by_label("Send me a text").check()
    page.get_by_label("My mobile number").fill("12")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("It is not saved yet")
    expect(page.locator("#number-error")).to_have_text("This is not a mobile number. Write it like 07700 900123.")
    page.get_by_label("My mobile number").fill("07700 900123")
    page.get_by_label("Send me an email").check()
    page.get_by_label("My email address").fill("leo at mail")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#address-error")).to_contain_text("This is not an email address.")
    page.get_by_label("My email address").fill("leo@mail.example")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").get_by_text("Saved. It counts on all your devices.")).to_be_visible()

    other = new_device().new_page()
    people.sign_in(other, LEO, server)
    settings(other)
    expect(other.get_by_role("group", name="Your own dates").get_by_label("3 days before")).not_to_be_checked()
    expect(other.get_by_role("group", name="Reviews and visits").get_by_label("3 days before")).to_be_checked()
    expect(other.get_by_label("From", exact=True)).to_have_value("22:30")
    expect(other.get_by_role("radio", name="What sort of thing it is")).to_be_checked()
    expect(other.get_by_label("In which language?")).to_have_value("ar")
    expect(other.get_by_label("My mobile number")).to_have_value("07700900123")
    expect(other.get_by_label("My email address")).to_have_value("leo@mail.example")


def test_without_a_signal_and_with_a_failing_server_it_says_so(new_device: NewDevice, server: LiveServer) -> None:
    device = new_device()
    page = device.new_page()
    people.sign_in(page, LEO, server)
    people.install(page, server)
    people.go_offline(device)
    people.go(page, "/me/notices")
    expect(page.get_by_role("alert")).to_contain_text("You need signal to see or change the rest.")
    people.come_back(device)
    page.get_by_role("button", name="Try again").last.click()
    page.get_by_label("From", exact=True).fill("20:15")
    people.go_offline(device)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("There is no connection right now.")
    expect(page.get_by_label("From", exact=True)).to_have_value("20:15")
    people.come_back(device)

    def broken(route: Route) -> None:
        route.fulfill(status=500, body="oh")

    page.route(SETTINGS, broken)
    people.go(page, "/me")
    page.get_by_role("link", name="How we remind you").click()
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong on our side. Nothing is lost.")
    page.unroute(SETTINGS)
    page.get_by_role("button", name="Try again").last.click()
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()


def test_staff_are_told_of_their_working_hours(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(page, SAM, server)
    settings(page)
    expect(page.get_by_role("region", name="Quiet time")).to_contain_text("Outside your council’s working hours")
    expect(page.get_by_label("From", exact=True)).to_have_count(0)


def test_push_is_offered_once_there_is_a_date_and_not_again_for_a_month(
    new_device: NewDevice, server: LiveServer
) -> None:
    with Session(create_engine(f"sqlite:///{server.data_dir / 'footing.sqlite3'}")) as db:
        db.execute(delete(ReviewDate))
        db.commit()
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    offer = page.get_by_role("region", name="Shall we remind you?")
    expect(page.get_by_role("link", name=re.compile("My passport"))).to_be_visible()
    expect(offer).to_have_count(0)
    add_own(page, "Dentist", in_days(9))
    people.go(page, "/dates")
    expect(offer).to_be_visible()
    people.go(page, "/")
    expect(offer.get_by_role("link", name="Show me how")).to_have_attribute("href", "/me/notices")
    offer.get_by_role("button", name="Not now").click()
    expect(offer).to_have_count(0)
    page.reload()
    expect(page.get_by_role("region", name="Dentist")).to_be_visible()
    page.wait_for_timeout(500)
    expect(offer).to_have_count(0)
    month_ago = "() => localStorage.setItem('footing.push-offer', String(Date.now() - 31 * 24 * 3600 * 1000))"
    page.evaluate(month_ago)
    page.reload()
    expect(offer).to_be_visible()
