"""Two devices of one young person that mark the same skill without a signal end the same, whoever comes back first."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.support.server import LiveServer

from . import people
from .devices import NewDevice
from .people import AMINA, CAN_SHOW, ON_MY_OWN, WITH_HELP

SKILL = "home-09"


@pytest.mark.parametrize("first_back", [0, 1])
def test_both_devices_and_the_server_end_the_same(new_device: NewDevice, server: LiveServer, first_back: int) -> None:
    devices = [new_device(), new_device()]
    pages = [device.new_page() for device in devices]
    for device, page in zip(devices, pages, strict=True):
        people.sign_in(page, AMINA, server)
        people.install(page, server)
        people.go_offline(device)
    people.mark(pages[0], SKILL, WITH_HELP)
    people.mark(pages[1], SKILL, ON_MY_OWN)
    people.mark(pages[0], SKILL, CAN_SHOW)

    for number in (first_back, 1 - first_back):
        people.come_back(devices[number])
        people.wait_until_sent(pages[number])
    for page in pages:
        page.reload()
        people.wait_until_sent(page)
        expect(people.history(page)).to_have_count(3)
        assert people.history(page).locator("b").all_inner_texts() == [CAN_SHOW, ON_MY_OWN, WITH_HELP]
        assert people.chosen_level(page) == CAN_SHOW
    assert people.level_on_server(server, AMINA, SKILL) == "can_show"
    assert people.marks_on_server(server, AMINA, SKILL) == ["with_help", "on_my_own", "can_show"]
