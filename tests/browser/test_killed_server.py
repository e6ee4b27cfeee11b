"""A server that dies in the middle of taking a queue, or an answer that never arrives: nothing is lost or doubled."""

from __future__ import annotations

import time

from playwright.sync_api import Page, Route, expect

from tests.support.server import LiveServer

from . import people
from .devices import NewDevice
from .people import AMINA, CAN_SHOW, NOT_YET, ON_MY_OWN, WITH_HELP

SKILL = "home-09"
CODES = {NOT_YET: "not_yet", WITH_HELP: "with_help", ON_MY_OWN: "on_my_own", CAN_SHOW: "can_show"}
CHANGES_OF_MIND = 40


def change_ones_mind(page: Page, times: int) -> list[str]:
    """Tap so many different levels, one after the other; gives their codes in order."""
    people.go(page, f"/passport/skill/{SKILL}")
    choices = page.get_by_role("group", name="How far are you?")
    taps = [list(CODES)[1 + turn % 3] for turn in range(times)]
    for number, level in enumerate(taps, start=1):
        choices.get_by_text(level, exact=True).click()
        expect(people.history(page)).to_have_count(number)
    return [CODES[level] for level in taps]


def wait_for_some(server: LiveServer) -> None:
    """Return as soon as the server has taken a few marks."""
    end = time.monotonic() + 10
    while len(people.marks_on_server(server, AMINA, SKILL)) < 3:
        assert time.monotonic() < end, "nothing arrived"


def test_a_server_killed_in_the_middle_of_a_flush_loses_and_doubles_nothing(
    new_device: NewDevice, server: LiveServer
) -> None:
    phone = new_device()
    page = phone.new_page()
    people.sign_in(page, AMINA, server)
    people.install(page, server)
    people.go_offline(phone)
    taps = change_ones_mind(page, CHANGES_OF_MIND)

    people.come_back(phone)
    wait_for_some(server)
    server.kill()
    taken = people.marks_on_server(server, AMINA, SKILL)
    assert 0 < len(taken) < len(taps)
    assert taken == taps[: len(taken)]
    expect(people.sync_line(page)).to_contain_text(f"{len(taps)} changes")

    server.start()
    people.wait_until_sent(page)
    assert people.marks_on_server(server, AMINA, SKILL) == taps
    page.reload()
    people.wait_until_sent(page)
    expect(people.history(page)).to_have_count(len(taps))


def test_an_answer_that_never_arrives_is_asked_for_again(new_device: NewDevice, server: LiveServer) -> None:
    # Without Background Sync only the page sends, and a page's requests can be held back.
    phone = new_device(permissions=["notifications"])
    page = phone.new_page()
    people.sign_in(page, AMINA, server)
    people.install(page, server)
    people.go_offline(phone)
    taps = change_ones_mind(page, 5)
    lost: list[int] = []

    def lose_the_answer(route: Route) -> None:
        lost.append(route.fetch().status)
        route.abort("connectionreset")

    page.route("**/api/v1/sync", lose_the_answer, times=1)
    people.come_back(phone)
    people.until(page, lambda: lost == [200])
    assert people.marks_on_server(server, AMINA, SKILL) == taps
    people.wait_until_sent(page)
    assert people.marks_on_server(server, AMINA, SKILL) == taps
    expect(people.history(page)).to_have_count(len(taps))
