"""What a manager does with one young person's record: read it with a reason, take it, end the account, erase."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.messages.sending import PDF, picture
from tests.support.server import LiveServer

from . import people, storage, talking
from .devices import DESK, NewDevice
from .people import AMINA, HELEN
from .test_message_files import chip, choose, send

REASON = "Sam is ill and Amina waits for an answer"
FIRST_WORDS = "Hi Sam, is this where I write to you now?"


def open_person(new_device: NewDevice, server: LiveServer) -> Page:
    """Helen at her desk, on the screen of Amina."""
    page = new_device(viewport=DESK, has_touch=False, accept_downloads=True).new_page()
    people.sign_in(page, HELEN, server)
    page.get_by_role("button", name="Sam Okafor").click()
    page.get_by_role("link", name=AMINA.name).click()
    expect(people.heading(page)).to_have_text(AMINA.name)
    return page


def looks(server: LiveServer) -> int:
    """How many looks of managers are written down."""
    return int(server.rows("SELECT count(*) FROM look WHERE kind = 'manager'")[0][0])


def save(page: Page, button: str) -> str:
    """Save the record with a button: what is in the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert AMINA.name not in download.value.suggested_filename
    return Path(download.value.path()).read_text("utf-8")


def test_a_manager_reads_with_a_reason_takes_the_record_and_keeps_nothing(
    new_device: NewDevice, server: LiveServer
) -> None:
    page = open_person(new_device, server)
    expect(page.get_by_text(f"{AMINA.name} sees your name, the day and these words")).to_be_visible()
    page.get_by_role("button", name="Read it here").click()
    expect(page.get_by_role("alert")).to_contain_text("Say in a few words why you need to look.")
    assert looks(server) == 0

    page.get_by_label("Why do you need to look?").fill(REASON)
    people.go_offline(page.context)
    page.get_by_role("button", name="Read it here").click()
    expect(page.get_by_role("alert")).to_contain_text("There is no connection right now.")
    people.come_back(page.context)
    page.get_by_role("button", name="Read it here").click()
    conversation = page.get_by_role("region", name="Conversation with Amina")
    expect(conversation.get_by_role("listitem").first).to_contain_text(FIRST_WORDS)
    expect(conversation.get_by_role("heading")).to_be_focused()
    expect(conversation.get_by_role("textbox")).to_have_count(0)
    assert looks(server) == 1

    record = json.loads(save(page, "Save as JSON"))
    assert record["messages"][0]["body"] == FIRST_WORDS
    assert len(record["last_hash"]) == len("0" * 64)
    expect(page.get_by_text("It is saved as a file on this device")).to_be_visible()
    assert FIRST_WORDS in save(page, "Save a page to print")
    assert looks(server) == 1
    kept = storage.everything(page) + storage.answers(page)
    assert FIRST_WORDS not in kept
    assert REASON not in kept

    page.get_by_role("button", name="Close").click()
    expect(conversation).to_have_count(0)


def test_a_manager_opens_a_picture_and_a_pdf_under_the_same_reason(new_device: NewDevice, server: LiveServer) -> None:
    phone = talking.phone_of(new_device().new_page(), AMINA, server)
    choose(phone, ("letter.jpg", picture("jpeg", (300, 200))), ("plan.pdf", PDF))
    expect(chip(phone, "plan.pdf")).to_be_visible()
    send(phone, "both are here")
    people.wait_until_sent(phone)

    page = open_person(new_device, server)
    page.get_by_label("Why do you need to look?").fill(REASON)
    page.get_by_role("button", name="Read it here").click()
    last = (
        page.get_by_role("region", name="Conversation with Amina")
        .get_by_role("listitem")
        .filter(has_text="both are here")
    )
    people.go_offline(page.context)
    last.get_by_role("button", name="Show the picture").click()
    expect(last.first).to_contain_text("It needs a signal to open.")
    people.come_back(page.context)
    last.get_by_role("button", name="Show the picture").click()
    image = last.get_by_role("img", name="Picture: letter.jpg")
    people.until(page, lambda: bool(image.evaluate("one => one.complete && one.naturalWidth === 300")))
    with page.expect_download() as download:
        last.get_by_role("button", name="Save the PDF").click()
    assert Path(download.value.path()).read_bytes() == PDF
    assert looks(server) == 1
    people.go(phone, "/me/looks")
    phone.reload()
    expect(phone.get_by_text(REASON)).to_be_visible()


def test_an_account_is_ended_opened_again_ended_and_erased(new_device: NewDevice, server: LiveServer) -> None:
    page = open_person(new_device, server)
    page.get_by_role("button", name="End the account").click()
    page.get_by_role("button", name="Yes, end it").click()
    expect(people.heading(page)).to_have_text("Accounts that have ended")
    page.get_by_role("button", name=AMINA.name).click()
    page.get_by_role("button", name="Open the account again").click()
    expect(page.get_by_text(f"The account of {AMINA.name} is open again.")).to_be_visible()
    expect(page.get_by_role("button", name=AMINA.name)).to_have_count(0)

    page.get_by_role("link", name="Team").first.click()
    # The duty list, where whoever is opened again stands.
    page.get_by_role("link", name=AMINA.name).click()
    expect(page.get_by_text("On the duty list")).to_be_visible()
    page.get_by_role("button", name="End the account").click()
    page.get_by_role("button", name="Yes, end it").click()
    page.get_by_role("button", name=AMINA.name).click()
    page.get_by_label("Why do you need to look?").fill(REASON)
    assert FIRST_WORDS in save(page, "Save as JSON")

    page.get_by_role("button", name="Erase for good").click()
    page.get_by_label("Type Amina to say that it is this one").fill("Leo")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose why.")
    expect(page.get_by_role("alert")).to_contain_text("Type the name just as it is shown.")
    page.get_by_label("Why?", exact=True).select_option(label="They asked for it")
    page.get_by_label("Type Amina to say that it is this one").fill(" amina ")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_text("The record is erased.")).to_be_visible()
    expect(page.get_by_role("button", name=AMINA.name)).to_have_count(0)
    assert server.rows("SELECT why FROM erasure") == [("asked",)]
