"""Asking: without a signal, with a receipt; and when the answer is no, the way to the letter that complains."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.support.device import Device
from tests.support.server import LiveServer

from . import people, storage
from .adviser import adviser_of
from .devices import NewDevice
from .people import LEO, SAM, Person

RIGHT = "setting-up-home-allowance"
TITLE = "Money to set up your first home"
NEED = "A cooker and a bed. My flat is empty."
REASON = "There is no money left in this year."
NUMBER = re.compile(r"R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")


def asks(page: Page, need: str) -> str:
    """Ask for the money for a first home; gives the number on the receipt."""
    people.go(page, f"/asks/new/{RIGHT}")
    page.get_by_label("What do you need?").fill(need)
    page.get_by_role("button", name=f"Send to {SAM.name}").click()
    return number_on_receipt(page)


def number_on_receipt(page: Page) -> str:
    """Wait for the receipt, and read its number."""
    expect(people.heading(page)).to_have_text(TITLE)
    number = page.locator("bdi", has_text=NUMBER)
    expect(number).to_be_visible()
    return number.inner_text()


def answer(device: Device, server: LiveServer, person: Person, state: str, words: str) -> None:
    """As the adviser, answer the newest request of a young person."""
    ((space, request),) = server.rows(
        "SELECT r.space_id, r.id FROM request r JOIN member m ON m.space_id = r.space_id AND m.role = 'young_person'"
        " JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ? ORDER BY r.made_at DESC LIMIT 1",
        person.signs_in_as,
    )
    device.do(uuid.UUID(space), "request.step", request=str(uuid.UUID(request)), state=state, words=words)
    device.settle()
    assert device.refused == []


def spent_on_server(server: LiveServer, person: Person) -> list[int]:
    """In pence, what the server knows of a young person's list, the least first."""
    found = server.rows(
        "SELECT s.pence FROM spend s JOIN member m ON m.space_id = s.space_id AND m.role = 'young_person'"
        " JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ? AND NOT s.gone ORDER BY s.pence",
        person.signs_in_as,
    )
    return [pence for (pence,) in found]


def do_step(page: Page, title: str) -> None:
    """Write down that a step of challenging was done today."""
    page.get_by_role("button", name=re.compile(f"^I have done this.*{re.escape(title)}")).click()
    page.get_by_role("button", name="Save the day").click()
    expect(page.get_by_text("You did this on")).to_be_visible()


def test_asked_without_a_signal_refused_and_on_to_the_letter(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    page = phone.new_page()
    people.sign_in(page, LEO, server)
    people.install(page, server)

    people.go_offline(phone)
    number = asks(page, NEED)
    expect(page.locator("main")).to_contain_text("Not sent yet")
    page.reload()
    assert number_on_receipt(page) == number
    expect(page.get_by_text(NEED)).to_be_visible()
    people.go(page, "/asks")
    expect(page.get_by_role("link").filter(has_text="Waiting for signal")).to_contain_text(TITLE)
    page.get_by_role("link").filter(has_text="Waiting for signal").click()

    people.come_back(phone)
    people.wait_until_sent(page)
    expect(page.locator("main")).to_contain_text(f"to {SAM.name}")
    assert number_on_receipt(page) == number

    adviser = adviser_of(new_device, server)
    answer(adviser, server, LEO, "seen", "")
    people.come_again(page)
    expect(page.locator("main")).to_contain_text(f"{SAM.name} is checking")
    answer(adviser, server, LEO, "refused", REASON)
    people.come_again(page)
    expect(page.get_by_text(REASON).first).to_be_visible()

    page.get_by_role("link", name="What I can do next").click()
    page.get_by_role("link", name="Letter to complain").click()
    letter = page.get_by_role("article")
    for words in (f"Complaint: {TITLE} ({number})", NEED, REASON, "within 10 working days", "I would like an advocate"):
        expect(letter).to_contain_text(words)
    page.get_by_label("Your full name").fill("Leo Example")
    expect(letter).to_contain_text("Leo Example")
    mail = page.get_by_role("link", name="Start an e-mail").get_attribute("href")
    assert mail == f"mailto:?subject=Complaint%20about%20request%20{number}"
    page.reload()
    expect(letter).to_contain_text("[your name]")


def test_when_no_answer_comes_the_app_shows_the_way_on(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device(permissions=["clipboard-read", "clipboard-write"])
    page = phone.new_page()
    people.sign_in(page, LEO, server)
    number = asks(page, NEED)
    people.wait_until_sent(page)
    expect(page.get_by_text("The answer is late")).to_have_count(0)
    page.clock.set_system_time(datetime.now(UTC) + timedelta(days=21))
    page.reload()
    expect(page.get_by_text("The answer is late")).to_be_visible()

    page.get_by_role("link", name="What I can do next").click()
    page.get_by_role("button", name="Who is who at your council").click()
    expect(page.locator("main")).to_contain_text("Complaints")
    expect(page.get_by_text("Usually by")).to_have_count(0)
    page.get_by_role("link", name="Letter to ask why").click()
    letter = page.get_by_role("article")
    expect(letter).to_contain_text(number)
    page.get_by_role("button", name="Copy the letter").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert number in copied
    assert NEED in copied


def test_after_a_complaint_the_days_are_counted_for_you(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    asks(page, NEED)
    people.wait_until_sent(page)
    answer(adviser_of(new_device, server), server, LEO, "refused", REASON)
    people.come_again(page)
    page.get_by_role("link", name="What I can do next").click()
    expect(page.get_by_text("Usually by")).to_have_count(0)
    do_step(page, "Complain: stage 1")
    expect(page.get_by_role("button", name="A manager answers")).to_contain_text("Usually by")
    people.wait_until_sent(page)
    people.come_again(page)
    expect(page.get_by_text("At the latest by")).to_be_visible()
    assert server.rows("SELECT count(*) FROM request_challenge WHERE step = 'stage-1'") == [(1,)]


def test_a_request_is_ended_by_the_person_and_what_was_spent_is_listed(
    new_device: NewDevice, server: LiveServer
) -> None:
    phone = new_device()
    page = phone.new_page()
    people.sign_in(page, LEO, server)
    people.install(page, server)
    people.go_offline(phone)
    asks(page, NEED)
    page.get_by_role("button", name="I have got it").click()
    page.get_by_role("button", name="Yes, I have got it").click()
    expect(page.locator(".tag").first).to_have_text("Done")

    page.get_by_role("link", name="Write down what I spent").click()
    for what, pounds in (("Cooker", "£280"), ("Kettle", "12,50")):
        page.get_by_label("What was it?").fill(what)
        page.get_by_label("How much, in pounds?").fill(pounds)
        page.get_by_role("button", name="Add to the list").click()
        expect(page.get_by_role("button", name=f"Remove {what}")).to_be_visible()
    expect(page.locator(".money")).to_contain_text("£292.50 of at least £3,000 spent")
    page.get_by_role("button", name="Remove Cooker").click()
    expect(page.locator(".money")).to_contain_text("£12.50")
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator(".money")).to_contain_text("£292.50")

    people.come_back(phone)
    people.wait_until_sent(page)
    expect(page.locator(".money")).to_contain_text("£292.50")
    assert spent_on_server(server, LEO) == [1250, 28000]


def test_somebody_who_has_not_signed_in_gets_a_letter_instead(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_label("Your council").select_option("rutland")
    people.go(phone, f"/asks/new/{RIGHT}")
    phone.get_by_role("link", name="Make a letter").click()
    phone.get_by_label("What do you need?").fill(NEED)
    letter = phone.get_by_role("article")
    expect(letter).to_contain_text(f"What I need: {NEED}")
    phone.emulate_media(media="print")
    expect(letter).to_be_visible()
    expect(people.heading(phone)).to_be_hidden()
    expect(phone.get_by_role("button", name="Copy the letter")).to_be_hidden()


def test_what_is_typed_stays_until_it_is_sent(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    people.go(page, f"/asks/new/{RIGHT}")
    page.get_by_label("What do you need?").fill(NEED)
    people.go(page, "/asks")
    people.go(page, f"/asks/new/{RIGHT}")
    field = page.get_by_label("What do you need?")
    expect(field).to_have_value(NEED)
    page.get_by_role("button", name=f"Send to {SAM.name}").click()
    number_on_receipt(page)
    people.go(page, f"/asks/new/{RIGHT}")
    expect(people.heading(page)).to_have_text("Ask for this")
    expect(field).to_have_value("")


def test_who_goes_away_and_comes_back_at_once_finds_what_they_typed(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    people.go(page, f"/asks/new/{RIGHT}")
    field = page.get_by_label("What do you need?")
    expect(field).to_be_editable()
    storage.keep_busy(page, seconds=1.5)
    field.fill(NEED)
    people.go(page, "/asks")
    expect(field).to_have_count(0)
    people.go(page, f"/asks/new/{RIGHT}")
    expect(field).to_have_value(NEED)
