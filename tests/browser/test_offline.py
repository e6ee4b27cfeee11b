"""The main course: read and mark without a signal, and have it seen and signed off by the adviser later."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people
from .devices import DESK, NewDevice
from .people import AMINA, ON_MY_OWN, SAM, WITH_HELP

FIRST_HOME = "Money to set up your first home"


def read_the_allowance(page: Page) -> None:
    """Find the setting up home allowance and read how much it is."""
    page.get_by_role("link", name="My rights").first.click()
    page.get_by_role("searchbox", name="Search").fill("setting up home")
    page.get_by_role("link", name=re.compile(FIRST_HOME)).click()
    expect(people.heading(page)).to_have_text(FIRST_HOME)
    expect(page.locator("main .money")).to_contain_text("at least £3,000")
    expect(page.locator("main")).to_contain_text("Things like a bed, a cooker and carpets.")


def test_what_is_done_without_a_signal_is_seen_and_signed_off(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    page = phone.new_page()
    people.sign_in(page, AMINA, server)
    people.install(page, server)

    people.go_offline(phone)
    page.reload()
    expect(people.heading(page)).to_have_text(AMINA.sees)
    read_the_allowance(page)
    people.mark(page, "home-07", WITH_HELP)
    people.mark(page, "home-08", ON_MY_OWN)
    people.mark(page, "home-09", ON_MY_OWN)
    expect(people.sync_line(page)).to_contain_text("3 changes are safe on this phone and will send later")
    assert people.marks_on_server(server, AMINA, "home-09") == []
    page.reload()
    expect(people.sync_line(page)).to_contain_text("3 changes are safe on this phone")

    people.come_back(phone)
    people.wait_until_sent(page)

    desk = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(desk, SAM, server)
    desk.get_by_role("link", name=AMINA.name).click()
    expect(people.heading(desk)).to_have_text(AMINA.name)
    expect(desk.get_by_role("link", name=re.compile("I can say how I will pay rent"))).to_be_visible()
    desk.get_by_role("link", name=re.compile("I can read a meter")).click()
    people.sign_off(desk, ON_MY_OWN)
    people.wait_until_sent(desk)

    page.reload()
    people.wait_until_sent(page)
    people.go(page, "/passport/skill/home-09")
    expect(page.locator("main")).to_contain_text("Signed off by Sam Okafor")
    assert people.marks_on_server(server, AMINA, "home-07") == ["with_help"]
    assert people.marks_on_server(server, AMINA, "home-08") == ["on_my_own"]
    assert people.marks_on_server(server, AMINA, "home-09") == ["on_my_own"]


def test_an_adviser_signs_off_on_a_visit_without_a_signal(new_device: NewDevice, server: LiveServer) -> None:
    device = new_device()
    page = device.new_page()
    people.sign_in(page, SAM, server)
    people.install(page, server)
    people.go_offline(device)
    page.reload()
    page.get_by_role("link", name=AMINA.name).click()
    page.get_by_role("link", name=re.compile("I can tell needs from wants")).click()
    people.sign_off(page, ON_MY_OWN)
    expect(people.sync_line(page)).to_contain_text("1 change is safe on this")
    people.come_back(device)
    people.wait_until_sent(page)
    signed = "SELECT level, by_name FROM sign_off WHERE skill = 'money-02' AND by_name = ? AND level = 'on_my_own'"
    assert len(server.rows(signed, SAM.name)) == 1
