"""The check: taken without a signal and without an account; answers stay on the phone, results can be shared."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.support.server import LiveServer
from webapp.core import clock

from . import people, storage
from .devices import DESK, NewDevice
from .people import AMINA, LEO, SAM
from .test_screens import _FINDINGS as FINDINGS
from .test_screens import AXE, look_at, shown
from .test_shared_phone import sign_out

# Born on 1 January, so that the age is the same all year.
AGE = 19
BORN = clock.now().year - AGE
# A year that no other part of the app ever names.
CAME_IN = BORN + 11
FIRST_HOME = "Money to set up your first home"
RESULTS = [
    "/rights/check/result", "/rights/check", "/rights/check/spells",
    "/rights/check/more/living", "/rights/check/more/savings", "/rights/money",
    "/rights/money/setting-up-home-allowance", "/rights/money/staying-put", "/rights/money/accommodation-16-17",
    "/rights/timeline", "/rights/print", "/",
]  # fmt: skip


def listen(device: BrowserContext) -> list[Request]:
    """Everything that the device asks of any server from now on, its worker too."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    device.on("request", note)
    return asked


def answer(page: Page, asked: str, said: str) -> None:
    """On the page of a question with a list of answers: choose one and go on."""
    expect(people.heading(page)).to_have_text(asked)
    page.locator("label").filter(has=page.get_by_text(said, exact=True)).click()
    go_on(page)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Next", exact=True).click()


def say_birthday(page: Page) -> None:
    """The first question."""
    expect(people.heading(page)).to_have_text("When is your birthday?")
    page.get_by_label("Day").fill("1")
    page.get_by_label("Month").fill("1")
    page.get_by_label("Year").fill(str(BORN))
    go_on(page)


def say_when(page: Page) -> None:
    """The question about times in care: with foster carers, from a year on until 18."""
    expect(people.heading(page)).to_have_text("When were you in care?")
    page.get_by_label("Where did you live?").select_option("foster")
    page.get_by_label("Year").fill(str(CAME_IN))
    go_on(page)


def take(page: Page) -> None:
    """The whole check, as a care leaver who was in care until 18."""
    people.go(page, "/rights/check")
    page.get_by_role("link", name="Start", exact=True).click()
    say_birthday(page)
    answer(page, "Have you ever been in care?", "Yes, in England")
    answer(page, "Were you in care on the day before you turned 18?", "Yes")
    say_when(page)
    answer(page, "Are you learning, or do you want to?", "No")
    expect(people.heading(page)).to_have_text("Your result")


def test_the_check_works_signed_out_and_offline_and_its_answers_never_leave_the_phone(
    new_device: NewDevice, server: LiveServer
) -> None:
    phone = new_device()
    asked = listen(phone)
    page = phone.new_page()
    page.goto("/")
    page.get_by_label("Your council").select_option("rutland")
    people.install(page, server)
    people.go_offline(phone)
    page.reload()
    page.get_by_role("link", name=re.compile("What can I get")).click()
    page.get_by_role("link", name="Start", exact=True).click()
    say_birthday(page)
    answer(page, "Have you ever been in care?", "No, never")
    expect(people.heading(page)).to_have_text("Has a court given you a special guardian?")

    page.reload()
    expect(people.heading(page)).to_have_text("Has a court given you a special guardian?")
    page.get_by_role("link", name="Back to Question 2").click()
    expect(page.get_by_role("radio", name="No, never")).to_be_checked()
    answer(page, "Have you ever been in care?", "Yes, in England")
    answer(page, "Were you in care on the day before you turned 18?", "Yes")
    page.reload()
    say_when(page)
    answer(page, "Are you learning, or do you want to?", "No")

    expect(people.heading(page)).to_have_text("Your result")
    expect(page.get_by_role("heading", name="Care leaver, 18 or over")).to_be_visible()
    page.get_by_role("link", name="See what I can get").click()
    expect(page.locator("main")).to_contain_text(f"Based on: age {AGE} · Care leaver, 18 or over.")
    owed = page.locator("h2:has-text('You should get these now') + ul")
    expect(owed.get_by_role("link", name=re.compile(FIRST_HOME))).to_contain_text("£3,000")
    expect(page.get_by_role("region", name="You could be missing")).to_contain_text("£3,000")
    people.go(page, "/rights/money/setting-up-home-allowance")
    expect(page.locator("main")).to_contain_text("Government guidance says you should get this")
    expect(page.get_by_role("link", name="Ask for this with a letter")).to_be_visible()

    people.come_back(phone)
    page.reload()
    expect(page.locator("main")).to_contain_text("Government guidance says you should get this")
    assert [one.url for one in asked if one.method != "GET"] == []
    assert [one.url for one in asked if f"{BORN}" in one.url.split("/bundle/")[0] or "foster" in one.url] == []


def test_one_question_settles_a_maybe_in_place_and_answers_can_be_deleted(new_device: NewDevice) -> None:
    page = new_device().new_page()
    page.goto("/")
    page.get_by_label("Your council").select_option("rutland")
    take(page)
    people.go(page, "/rights/money/staying-put")
    state = page.locator("main .why[role=status]")
    expect(state).to_contain_text("Maybe: one question decides")
    page.get_by_role("group", name=re.compile("foster carer")).get_by_text("No", exact=True).click()
    expect(state).to_contain_text("Probably not for you")
    page.reload()
    expect(state).to_contain_text("Probably not for you")

    people.go(page, "/rights/check")
    page.get_by_role("button", name="Delete my answers").click()
    page.get_by_role("button", name="Yes, delete them").click()
    expect(people.heading(page)).to_have_text("What can I get?")
    assert f'"start":"{CAME_IN}"' not in storage.everything(page)


def test_the_next_person_on_a_shared_phone_sees_nothing_of_the_check(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, AMINA, server)
    people.go(page, "/rights/check/birthday")
    expect(page.get_by_label("Year")).not_to_have_value("")
    take(page)
    assert f'"start":"{CAME_IN}"' in storage.everything(page)
    sign_out(page, "Sign out")
    assert f'"start":"{CAME_IN}"' not in storage.everything(page)
    people.go(page, "/rights/check")
    expect(page.get_by_role("link", name="Start", exact=True)).to_be_visible()
    people.sign_in(page, LEO, server)
    people.go(page, "/rights/money")
    expect(page.get_by_text("Which of these are for me?")).to_be_visible()


def test_results_are_shared_without_the_answers_and_taken_back(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    asked = listen(phone)
    page = phone.new_page()
    people.sign_in(page, AMINA, server)
    desk = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(desk, SAM, server)
    desk.get_by_role("link", name=AMINA.name, exact=True).click()
    desk.get_by_role("link", name="Rights and requests").click()
    nothing = desk.get_by_text(f"{AMINA.name} has not shared a check with you.")
    take(page)
    people.come_again(desk)
    expect(nothing).to_be_visible()
    page.get_by_role("button", name=re.compile("Share with")).click()
    expect(page.get_by_text(re.compile("Shared: your result of"))).to_be_visible()
    people.wait_until_sent(page)
    sent = [one.post_data or "" for one in asked if one.method == "POST"]
    assert any("check.share" in body for body in sent)
    assert [body for body in sent if f'"{CAME_IN}"' in body or f"{BORN}-01-01" in body] == []
    people.come_again(desk)
    theirs = desk.locator("h2:has-text('Their own check') + .card")
    expect(theirs).to_contain_text("Care leaver, 18 or over")

    page.get_by_role("button", name="Stop sharing").click()
    expect(page.get_by_text(re.compile("Shared: your result of"))).to_have_count(0)
    people.wait_until_sent(page)
    people.come_again(desk)
    expect(nothing).to_be_visible()
    expect(theirs).to_have_count(0)


def test_what_the_council_wrote_down_can_be_disagreed_with(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, AMINA, server)
    people.go(page, "/rights/money")
    card = page.get_by_role("region", name="What your council has written down")
    card.get_by_role("button", name="I disagree").click()
    card.get_by_role("button", name="Send", exact=True).click()
    expect(card).to_contain_text("Write a few words first.")
    card.get_by_label("What is wrong?").fill("I was in care for longer.")
    card.get_by_role("button", name="Send", exact=True).click()
    expect(card).to_contain_text("You disagree")
    people.wait_until_sent(page)
    disagreed = "SELECT id FROM status_record WHERE disagreed IS NOT NULL"
    before = len(server.rows(disagreed))
    card.get_by_role("button", name="Take this back").click()
    expect(card.get_by_role("button", name="I disagree")).to_be_visible()
    people.wait_until_sent(page)
    people.until(page, lambda: len(server.rows(disagreed)) == before - 1)


def test_the_results_are_sound_on_every_screen(new_device: NewDevice) -> None:
    page = new_device().new_page()
    page.goto("/")
    page.get_by_label("Your council").select_option("merton")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    people.go(page, "/rights/check/birthday")
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("Give the day, the month and the year.")
    assert page.evaluate(FINDINGS) == []
    take(page)
    wrong = look_at(page, RESULTS)
    people.go(page, "/me/look")
    page.get_by_text("Biggest", exact=True).click()
    page.get_by_text("Dark", exact=True).click()
    wrong |= look_at(page, RESULTS)
    assert wrong == {}, shown(wrong)
