"""An account that ends while its device is offline: at its next sync the device keeps nothing of it, and says so."""

from __future__ import annotations

import uuid

from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people, storage
from .devices import DESK, NewDevice
from .people import AMINA, HELEN, LEO, ON_MY_OWN, SAM
from .test_cover import NGOZI, open_adviser
from .test_staff_messages import LAST_OF_LEO, open_messages

ENDED = "This account has ended. Nobody can sign in to it now, and your council keeps the record."
SKILL = "home-09"


def office(new_device: NewDevice, server: LiveServer) -> Page:
    page = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(page, HELEN, server)
    return page


def expect_over(page: Page) -> None:
    """The device says so, has nobody signed in, and says it until somebody has read it."""
    expect(page.get_by_role("status").filter(has_text=ENDED)).to_be_visible()
    expect(page.get_by_text("Please sign in again")).to_have_count(0)
    people.go(page, "/")
    expect(people.heading(page)).to_have_text("Hello")
    page.reload()
    page.get_by_role("button", name="OK, got it").click()
    expect(page.get_by_text(ENDED)).to_have_count(0)
    page.reload()
    expect(people.heading(page)).to_have_text("Hello")
    expect(page.get_by_text(ENDED)).to_have_count(0)


def test_the_device_of_an_adviser_who_left_keeps_nothing(new_device: NewDevice, server: LiveServer) -> None:
    device = new_device(viewport=DESK, has_touch=False)
    page = device.new_page()
    people.sign_in(page, SAM, server)
    people.install(page, server)
    open_messages(page, LEO)
    expect(page.get_by_text(LAST_OF_LEO).last).to_be_visible()
    people.go_offline(device)
    page.locator("#message").fill("A draft for Leo")
    page.wait_for_timeout(1000)
    assert all(word in storage.everything(page) for word in (LAST_OF_LEO, "Amina", "A draft for Leo"))

    desk = office(new_device, server)
    open_adviser(desk, SAM.name)
    desk.get_by_label("Who takes over?").select_option(label=NGOZI)
    desk.get_by_label(f"{SAM.name} leaves the council").check()
    desk.get_by_role("button", name="Go on").click()
    desk.get_by_role("button", name="Yes, do it").click()
    expect(desk.get_by_text("This adviser is not in your team now")).to_be_visible()

    page.reload()
    expect(page.get_by_text(LAST_OF_LEO).last).to_be_visible()
    people.come_back(device)
    expect(page.get_by_text(LAST_OF_LEO)).to_have_count(0)
    expect_over(page)
    kept = storage.everything(page)
    assert not [word for word in (LAST_OF_LEO, "Amina", LEO.name, SAM.name, "A draft for Leo") if word in kept]


def test_a_young_persons_phone_hides_it_and_keeps_what_was_not_sent(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    page = phone.new_page()
    people.sign_in(page, AMINA, server)
    people.install(page, server)
    people.go_offline(phone)
    people.mark(page, SKILL, ON_MY_OWN)

    desk = office(new_device, server)
    space = server.rows(
        "SELECT m.space_id FROM member m JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ?",
        AMINA.signs_in_as,
    )[0][0]
    ended = "space => fetch(`/api/v1/people/young-people/${space}/end`, { method: 'POST' }).then((one) => one.status)"
    assert desk.evaluate(ended, str(uuid.UUID(space))) == 204

    people.come_back(phone)
    expect_over(page)
    kept = storage.everything(page)
    assert SKILL in kept, "it waits for the day on which the council opens the account again"
    assert not [word for word in (AMINA.name, AMINA.signs_in_as, SAM.name) if word in kept]
