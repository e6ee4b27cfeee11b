"""A young person's own record on their phone: who looked, a copy of everything, and the end of the account."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people
from .conftest import DESK, NewDevice
from .people import AMINA, SAM


def test_who_looked_is_told_and_stays_without_a_signal(phone: Page, new_device: NewDevice, server: LiveServer) -> None:
    people.sign_in(phone, AMINA, server)
    people.go(phone, "/me/looks")
    expect(phone.get_by_text("Nobody has looked yet")).to_be_visible()

    people.sign_in(new_device(viewport=DESK).new_page(), SAM, server)
    phone.reload()
    today = phone.get_by_role("listitem").filter(has_text="Sam Okafor")
    expect(today).to_contain_text("your PA")
    expect(today).to_contain_text("Has a copy on a device")

    people.install(phone, server)
    people.go_offline(phone.context)
    phone.reload()
    expect(today).to_contain_text("Has a copy on a device")
