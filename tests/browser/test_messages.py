"""A young person and those who support them, each with a browser: what one writes, somebody reads."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.server import LiveServer

from . import people, storage
from .dating import TODAY, day_words, in_days
from .devices import DESK, NewDevice
from .moved import move_clock, run_job
from .people import HELEN, LEO, SAM
from .talking import before, phone_of, write
from .test_join import PHRASE, code_shown, say_this_is_me
from .test_staff_dates import space_of

KIM = "Kim Lee"
WEEK = timedelta(days=7)
# The open conversation asks every two seconds; a busy machine takes its time.
SOON = 15_000


@pytest.fixture
def leo(phone: Page, server: LiveServer) -> Page:
    return phone_of(phone, LEO, server)


@pytest.fixture
def sam(new_device: NewDevice, server: LiveServer) -> Page:
    page = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(page, SAM, server)
    return at_thread(page, server)


@pytest.fixture
def office(new_device: NewDevice, server: LiveServer) -> Page:
    """Helen's desk. She signs in once: the same code of a code app is not taken twice."""
    page = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(page, HELEN, server)
    return page


@pytest.fixture
def kim(new_device: NewDevice, office: Page) -> Page:
    """Another adviser of the council, who has no young people of her own."""
    office.get_by_label("Name", exact=True).fill(KIM)
    office.get_by_label("Work email").fill("kim.lee@rutland.example")
    office.get_by_role("button", name="Make a code for them").click()
    desk = new_device(viewport=DESK, has_touch=False).new_page()
    say_this_is_me(desk, code_shown(office), KIM)
    desk.get_by_label("Your pass phrase").fill(PHRASE)
    desk.get_by_role("button", name="Use this pass phrase").click()
    secret = desk.locator("p.strong bdi").inner_text().replace(" ", "")
    desk.get_by_label("6-digit code").fill(people.code_of(secret))
    desk.get_by_role("button", name="Go on").click()
    desk.get_by_label("I have kept them").check()
    desk.get_by_role("link", name="Go on").click()
    expect(people.heading(desk)).to_have_text("My young people")
    return desk


def at_thread(page: Page, server: LiveServer) -> Page:
    """On a supporter's desk, open the conversation with Leo."""
    people.go(page, f"/people/{space_of(server, LEO)}/messages")
    expect(page.locator("textarea#message")).to_be_visible()
    return page


def entry(page: Page, words: str) -> Locator:
    """The entry of the thread that holds these words."""
    return page.locator(".thread > li", has_text=words)


def put(page: Page, server: LiveServer, path: str, body: dict[str, Any]) -> None:
    """Whoever is signed in on the page changes something that has a screen of its own."""
    answer = page.context.request.put(f"{server.url}/api/v1{path}", data=body, headers={"Origin": server.url})
    assert answer.ok, answer.text()


def to_a_working_day() -> timedelta:
    """How far it is to noon on a Thursday more than a week ahead: managers are told in working hours only."""
    now = datetime.now(UTC)
    later = now + WEEK + timedelta(days=3)
    thursday = later + timedelta(days=(3 - later.weekday()) % 7)
    return thursday.replace(hour=12, minute=0) - now


def _found(page: Page, *words: str) -> list[str]:
    """Which of the words anything on the device holds."""
    kept = storage.everything(page)
    return [word for word in words if word in kept]


def test_both_write_and_read_with_a_break_of_the_signal_between(leo: Page, sam: Page) -> None:
    write(leo, "are you there?")
    expect(entry(sam, "are you there?")).to_be_visible(timeout=SOON)
    expect(entry(leo, "are you there?")).to_contain_text(re.compile(r"Seen by Sam, \d\d:\d\d"), timeout=SOON)

    people.go_offline(leo.context)
    write(leo, "first, on the bus")
    write(leo, "second, on the bus")
    expect(entry(leo, "second, on the bus")).to_contain_text("On this phone")
    write(sam, "I am here.")
    leo.reload()
    expect(entry(leo, "second, on the bus")).to_contain_text("On this phone")
    people.come_back(leo.context)
    expect(entry(leo, "I am here.")).to_be_visible(timeout=SOON)
    expect(entry(sam, "second, on the bus")).to_be_visible(timeout=SOON)
    expect(entry(leo, "second, on the bus")).not_to_contain_text("On this phone", timeout=SOON)
    # Ordered by arrival, and the same for both.
    wanted = ["are you there?", "I am here.", "first, on the bus", "second, on the bus"]
    for page in (leo, sam):
        said = page.locator(".thread").inner_text()
        places = [said.index(words) for words in wanted]
        assert places == sorted(places)
    expect(entry(sam, "I am here.")).to_contain_text(re.compile(rf"Seen by {LEO.name}, \d\d:\d\d"), timeout=SOON)


def test_a_message_taken_back_without_a_signal_is_gone_for_both_and_stays_in_the_record(
    leo: Page, sam: Page, server: LiveServer
) -> None:
    write(leo, "see you at the pub")
    expect(entry(sam, "see you at the pub")).to_be_visible(timeout=SOON)
    people.go_offline(leo.context)
    entry(leo, "see you at the pub").get_by_role("button", name="Take back").click()
    leo.get_by_role("button", name="Take it back").click()
    expect(leo.get_by_text("see you at the pub")).to_have_count(0)
    expect(entry(sam, "see you at the pub")).to_be_visible()
    people.come_back(leo.context)
    expect(sam.get_by_text("see you at the pub")).to_have_count(0, timeout=SOON)
    # Both are told: each in the place of the words.
    expect(sam.get_by_text(f"{LEO.name} took this message back.")).to_be_visible()
    expect(leo.get_by_text("You took this message back.")).to_be_visible(timeout=SOON)
    ((kept,),) = server.rows(
        "SELECT length(body) FROM message WHERE withdrawn_at IS NOT NULL AND by_name = ?", LEO.name
    )
    assert kept > 0


def test_somebody_covers_reads_and_answers_until_the_time_is_over(
    leo: Page, sam: Page, kim: Page, server: LiveServer
) -> None:
    me = kim.context.request.get(f"{server.url}/api/v1/auth/me").json()["account"]["id"]
    write(leo, "is there money for a cooker?")
    away = "0192f000-0000-7000-8000-000000000001"
    put(sam, server, f"/me/away/{away}", {"since": in_days(0), "until": in_days(1), "cover": me})
    run_job(server, "cover.say")
    last = day_words(TODAY + timedelta(days=1))
    expect(before(leo)).to_contain_text(f"{KIM} covers for {SAM.name} until {last} and can read this.", timeout=SOON)
    expect(leo.get_by_text(f"{KIM} is covering from now and can read this chat.")).to_be_visible()

    kim.reload()
    kim.get_by_role("link", name=LEO.name).first.click()
    at_thread(kim, server)
    expect(entry(kim, "is there money for a cooker?")).to_be_visible()
    write(kim, "There is. I asked for it today.")
    expect(entry(leo, "There is. I asked for it today.")).to_contain_text(KIM, timeout=SOON)
    kim.locator("textarea#message").fill("And one more thing")
    kim.wait_for_timeout(600)

    move_clock(server, timedelta(days=2, hours=1))
    run_job(server, "cover.say")
    expect(leo.get_by_text(f"{SAM.name} is back.")).to_be_visible(timeout=30_000)
    # The words before the field are looked at each half minute.
    expect(before(leo)).not_to_contain_text(KIM, timeout=60_000)
    # Her device keeps nothing: not the conversation, and not what she was about to write.
    kim.reload()
    expect(kim.locator(".thread")).to_have_count(0)
    people.until(kim, lambda: not _found(kim, "cooker", "one more thing"))
    people.go(kim, "/people")
    expect(kim.get_by_text("No young people yet")).to_be_visible()


def test_what_nobody_reads_is_passed_on_and_then_a_manager_is_told_and_the_young_person_sees_each_step(
    leo: Page, kim: Page, office: Page, server: LiveServer
) -> None:
    me = kim.context.request.get(f"{server.url}/api/v1/auth/me").json()["account"]["id"]
    put(office, server, "/council/duty", {"advisers": [me]})
    write(leo, "please can somebody ring me")
    expect(entry(leo, "please can somebody ring me")).to_contain_text("Sent", timeout=SOON)
    move_clock(server, WEEK)
    run_job(server, "cover.unread")
    passed = leo.get_by_text(f"A message was not read in time, so it was passed on to {KIM}.")
    expect(passed.last).to_be_visible(timeout=30_000)
    expect(before(leo)).to_contain_text(f"{KIM} covers for {SAM.name}")
    kim.reload()
    expect(kim.get_by_role("link", name=LEO.name).first).to_be_visible()

    told = leo.get_by_text("It was still not read, so a manager was told.")
    chosen = office.context.request.get(f"{server.url}/api/v1/me/notices").json()
    chosen |= {"email": {"address": "helen@rutland.example", "on": True}}
    put(office, server, "/me/notices", {name: value for name, value in chosen.items() if name != "ways"})
    move_clock(server, to_a_working_day())
    run_job(server, "cover.unread")
    expect(told).to_have_count(0)
    run_job(server, "deliveries.send")
    expect(told).to_be_visible(timeout=30_000)
