"""Several people on one phone, and sessions that end: each sees and sends only their own, and nothing is lost."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.support.server import LiveServer

from . import people, storage
from .devices import NewDevice
from .people import AMINA, LEO, ON_MY_OWN, WITH_HELP, Person
from .talking import field

SKILL = "home-09"
BEGAN_A_MESSAGE = "You began a message that is not sent."
SIGN_IN_AGAIN = "Please sign in again to send. What you saved is safe on this phone."


def sign_out(page: Page, choice: str) -> None:
    """Sign out by the button of that name."""
    people.go(page, "/me/sign-out")
    page.get_by_role("button", name=choice, exact=True).click()
    expect(people.heading(page)).to_have_text("Hello")


def mark_without_a_signal(phone: BrowserContext, page: Page, person: Person, server: LiveServer) -> None:
    """Sign in, wait until the phone keeps all it needs, lose the signal, and mark one skill."""
    people.sign_in(page, person, server)
    people.install(page, server)
    people.go_offline(phone)
    people.mark(page, SKILL, ON_MY_OWN)


def test_what_one_person_keeps_is_hidden_from_the_next_and_sent_when_they_return(
    new_device: NewDevice, server: LiveServer
) -> None:
    phone = new_device()
    page = phone.new_page()
    mark_without_a_signal(phone, page, AMINA, server)
    sign_out(page, "Keep for me, and sign out")
    people.come_back(phone)

    people.sign_in(page, LEO, server)
    people.go(page, f"/passport/skill/{SKILL}")
    expect(people.heading(page)).to_be_visible()
    assert people.chosen_level(page) == "Not yet"
    people.mark(page, "home-08", WITH_HELP)
    people.wait_until_sent(page)
    assert people.marks_on_server(server, LEO, "home-08") == ["with_help"]
    assert people.marks_on_server(server, LEO, SKILL) == []
    assert people.marks_on_server(server, AMINA, SKILL) == []
    sign_out(page, "Sign out")

    people.sign_in(page, AMINA, server)
    people.until(page, lambda: people.marks_on_server(server, AMINA, SKILL) == ["on_my_own"])
    assert people.marks_on_server(server, LEO, SKILL) == []


def test_what_is_thrown_away_leaves_nothing_on_the_phone(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    page = phone.new_page()
    mark_without_a_signal(phone, page, AMINA, server)
    sign_out(page, "Throw away, and sign out")
    kept = storage.everything(page)
    for personal in (AMINA.name, AMINA.signs_in_as, SKILL, "Sam Okafor", "boiler"):
        assert personal not in kept
    people.come_back(phone)
    people.sign_in(page, AMINA, server)
    assert people.marks_on_server(server, AMINA, SKILL) == []


def test_sending_first_needs_a_signal_and_then_leaves_nothing_behind(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    page = phone.new_page()
    mark_without_a_signal(phone, page, AMINA, server)
    people.go(page, "/me/sign-out")
    page.get_by_role("button", name="Send, then sign out").click()
    expect(page.locator("main")).to_contain_text("Not everything could be sent, so you are still signed in")
    people.come_back(phone)
    people.wait_until_sent(page)
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(people.heading(page)).to_have_text("Hello")
    assert people.marks_on_server(server, AMINA, SKILL) == ["on_my_own"]
    assert SKILL not in storage.everything(page)


def test_who_began_a_message_is_told_that_it_goes_with_signing_out(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    told = page.get_by_text(BEGAN_A_MESSAGE)
    people.go(page, "/me/sign-out")
    expect(page.get_by_text("Everything is sent.")).to_be_visible()
    expect(told).to_have_count(0)

    people.go(page, "/messages")
    field(page).fill("The landlord came and")
    people.until(page, lambda: "The landlord came and" in storage.everything(page))
    people.go(page, "/me/sign-out")
    expect(told).to_be_visible()
    expect(page.get_by_text("Everything is sent.")).to_have_count(0)
    page.get_by_role("link", name="Go to the message").click()
    expect(field(page)).to_have_value("The landlord came and")

    sign_out(page, "Sign out")
    assert "landlord" not in storage.everything(page)


def test_a_queue_is_never_sent_under_the_cookie_of_somebody_else(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    page = phone.new_page()
    mark_without_a_signal(phone, page, AMINA, server)
    other = new_device()
    people.sign_in(other.new_page(), LEO, server)
    (theirs,) = (cookie["value"] for cookie in other.cookies() if cookie["name"] == "footing")
    phone.add_cookies([{"name": "footing", "value": theirs, "url": server.url}])

    with page.expect_response("**/api/v1/sync") as answer:
        people.come_back(phone)
    assert answer.value.status == 409
    expect(page.get_by_text(SIGN_IN_AGAIN)).to_be_visible()
    assert people.chosen_level(page) == ON_MY_OWN

    # The cookie says that it is Leo's phone now: it shows his, and what Amina left waits for her.
    people.go(page, "/")
    page.reload()
    expect(people.heading(page)).to_have_text(LEO.sees)
    people.wait_until_sent(page)
    assert people.marks_on_server(server, LEO, SKILL) == []
    assert people.marks_on_server(server, AMINA, SKILL) == []
    sign_out(page, "Sign out")
    people.sign_in(page, AMINA, server)
    people.until(page, lambda: people.marks_on_server(server, AMINA, SKILL) == ["on_my_own"])


def test_a_session_ended_elsewhere_keeps_the_queue_and_asks_to_sign_in(
    new_device: NewDevice, server: LiveServer
) -> None:
    phone = new_device()
    page = phone.new_page()
    mark_without_a_signal(phone, page, AMINA, server)
    elsewhere = new_device().new_page()
    people.sign_in(elsewhere, AMINA, server)
    people.go(elsewhere, "/me/devices")
    elsewhere.get_by_role("button", name="Sign out").first.click()
    expect(elsewhere.get_by_role("button", name="Sign out")).to_have_count(0)

    people.come_back(phone)
    expect(page.get_by_text(SIGN_IN_AGAIN)).to_be_visible()
    assert people.chosen_level(page) == ON_MY_OWN
    assert people.marks_on_server(server, AMINA, SKILL) == []

    page.reload()
    page.get_by_role("link", name="Sign in", exact=True).click()
    expect(page.get_by_label("Sign-in name")).to_have_value(AMINA.signs_in_as)
    people.type_name_and_phrase(page, AMINA.signs_in_as)
    expect(people.heading(page)).to_have_text(AMINA.sees)
    people.wait_until_sent(page)
    assert people.marks_on_server(server, AMINA, SKILL) == ["on_my_own"]
