"""How files of messages leave the phone: also when the app is closed, and before somebody signs out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.messages.sending import noise
from tests.support.server import LiveServer

from . import people
from .conftest import NewDevice
from .dating import Adviser, adviser_of_leo, phone_of_leo
from .test_message_files import chip, choose, files_at, send
from .waking import signal_is_back

KB = 1024


@pytest.fixture
def sam(new_device: NewDevice, server: LiveServer) -> Adviser:
    return adviser_of_leo(new_device, server)


@pytest.fixture
def leo(new_device: NewDevice, server: LiveServer) -> Page:
    page = phone_of_leo(new_device, server)
    page.get_by_role("link", name="Messages").click()
    return page


def test_with_the_app_closed_a_file_goes_when_the_signal_is_back(leo: Page, sam: Adviser, server: LiveServer) -> None:
    data = noise(700 * KB)
    people.go_offline(leo.context)
    choose(leo, ("plan.pdf", data))
    expect(chip(leo, "plan.pdf")).to_be_visible()
    send(leo, "for later")
    phone = leo.context
    other = phone.new_page()
    leo.close()
    people.come_back(phone)
    signal_is_back(other, server.url)
    people.until(other, lambda: any(row["body"] == "for later" for row in sam.sees("messages")))
    ((said, content),) = files_at(sam, "for later")
    assert (said["name"], content) == ("plan.pdf", data)
