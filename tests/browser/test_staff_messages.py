"""What an adviser does with messages: see who waits, answer in three taps, make something of a message."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people
from .dating import in_days
from .devices import DESK, NewDevice
from .people import AMINA, LEO, SAM, Person

LAST_OF_LEO = "he said YES"
OFFERED = "I will call you today."


def open_messages(page: Page, person: Person) -> None:
    """As an adviser, from anywhere to the conversation with a young person."""
    page.get_by_role("navigation", name="Main").get_by_role("link", name="My young people").click()
    page.get_by_role("link", name=re.compile(f"^{person.name}")).click()
    page.get_by_role("link", name=re.compile("^Messages")).click()
    expect(page.locator("#message")).to_be_visible()


def mark_last(page: Page, words: str) -> None:
    """Open what can be made of a message of the young person."""
    entry = page.get_by_role("listitem").filter(has_text=words)
    entry.get_by_role("link", name="Mark as a request or a date").click()
    expect(people.heading(page)).to_have_text("Mark as a request or a date")
    expect(page.get_by_text(words)).to_be_visible()


def marks_on_server(server: LiveServer, table: str) -> list[str]:
    """What was made of messages: requests or dates that are really there, by the table that they are in."""
    found = server.rows(f"SELECT m.marked FROM message m JOIN {table} t ON t.id = m.mark_id")
    return [marked for (marked,) in found]


def looks_on_server(server: LiveServer, person: Person) -> list[str]:
    """Who of the staff opened this young person's pages, once for each hour."""
    found = server.rows(
        "SELECT l.name FROM look l JOIN member m ON m.space_id = l.space_id AND m.role = 'young_person'"
        " JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ? AND l.kind = 'opened'",
        person.signs_in_as,
    )
    return [name for (name,) in found]


def test_a_reply_from_the_list_takes_three_taps(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, SAM, server)
    expect(page.get_by_role("listitem").filter(has_text="17 years old")).to_contain_text("Message, ")
    expect(page.get_by_role("button", name="1 message waiting")).to_be_visible()

    page.get_by_role("link", name="Answer Leo").click()
    expect(page.get_by_text(LAST_OF_LEO)).to_be_visible()
    page.get_by_role("button", name=OFFERED).click()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#message")).to_have_value("")
    expect(page.get_by_role("link", name="Messages", exact=True)).to_be_visible()
    people.wait_until_sent(page)

    people.go(page, "/people")
    expect(page.get_by_role("link", name="Answer Leo")).to_have_count(0)
    phone = new_device().new_page()
    people.sign_in(phone, LEO, server)
    people.go(phone, "/messages")
    expect(phone.get_by_text(OFFERED)).to_be_visible()


def test_a_message_becomes_a_date_or_is_marked_with_a_request(new_device: NewDevice, server: LiveServer) -> None:
    device = new_device()
    page = device.new_page()
    people.sign_in(page, SAM, server)
    people.install(page, server)
    page.get_by_role("link", name="Answer Leo").click()
    people.go_offline(device)
    mark_last(page, LAST_OF_LEO)
    page.get_by_role("link", name="Plan a date").click()
    expect(page.get_by_text(LAST_OF_LEO)).to_be_visible()
    expect(page.get_by_label("Who is there?")).to_have_value(SAM.name)
    kind = page.get_by_label("What is it?")
    kind.select_option(index=1)
    planned = kind.get_by_role("option").nth(1).text_content()
    page.get_by_label("Which day?").fill(in_days(9))
    page.get_by_role("button", name="Plan it").click()
    expect(page.get_by_role("link", name="See the date")).to_be_visible()

    open_messages(page, AMINA)
    mark_last(page, "I asked for the next part of the money")
    page.get_by_role("button", name="Mark it").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what it is about.")
    about = page.get_by_label("Or is it about one of these?")
    about.select_option(label=str(about.get_by_role("option", name=re.compile("^Request:")).first.text_content()))
    page.get_by_role("button", name="Mark it").click()
    page.get_by_role("link", name="See the request").click()
    expect(page.get_by_text("What they need")).to_be_visible()

    people.come_back(device)
    people.wait_until_sent(page)
    assert marks_on_server(server, "request") == ["request"]
    assert len(server.rows("SELECT 1 FROM message WHERE marked = 'date'")) == 1

    phone = new_device().new_page()
    people.sign_in(phone, LEO, server)
    people.go(phone, "/messages")
    phone.get_by_role("listitem").filter(has_text=LAST_OF_LEO).get_by_role("link", name="See the date").click()
    expect(people.heading(phone)).to_have_text(str(planned))


def test_that_a_person_was_opened_is_told_once_an_hour_after_a_visit_without_a_signal(
    new_device: NewDevice, server: LiveServer
) -> None:
    device = new_device()
    page = device.new_page()
    people.sign_in(page, SAM, server)
    people.install(page, server)
    assert looks_on_server(server, LEO) == []
    people.go_offline(device)
    open_messages(page, LEO)
    page.get_by_role("link", name="Rights and requests").click()
    page.get_by_role("link", name="Passport", exact=True).click()
    expect(page.get_by_role("heading", name="Key papers")).to_be_visible()
    # It is nothing that the adviser did.
    expect(people.sync_line(page)).to_contain_text("You’re offline. What is here still works.")
    people.come_back(device)
    people.until(page, lambda: looks_on_server(server, LEO) != [])
    page.reload()
    expect(page.get_by_role("heading", name="Key papers")).to_be_visible()
    people.wait_until_sent(page)
    # A test that runs into the next hour sees one more.
    assert set(looks_on_server(server, LEO)) == {SAM.name}
    assert len(looks_on_server(server, LEO)) <= 2
    assert looks_on_server(server, AMINA) == []


def test_quick_replies_are_the_advisers_own_and_drafts_each_young_persons(
    new_device: NewDevice, server: LiveServer
) -> None:
    page = new_device().new_page()
    people.sign_in(page, SAM, server)
    open_messages(page, LEO)
    page.get_by_role("link", name="Change these").click()
    page.get_by_label("Reply 1").fill("Ring me any time before four.")
    page.get_by_label("Reply 2").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("group", name="Quick replies").get_by_role("button")).to_have_count(3)

    page.locator("#message").fill("Well done!")
    page.get_by_role("button", name="Ring me any time").click()
    expect(page.locator("#message")).to_have_value("Well done!\nRing me any time before four.")
    open_messages(page, AMINA)
    expect(page.locator("#message")).to_have_value("")
    page.reload()
    expect(page.get_by_role("button", name="Ring me any time")).to_be_visible()
    open_messages(page, LEO)
    expect(page.locator("#message")).to_have_value("Well done!\nRing me any time before four.")
    assert "Ring me" not in json.dumps(page.evaluate("() => ({...localStorage})"))
    page.get_by_role("link", name="Change these").click()
    page.get_by_role("button", name="Go back to the ones offered").click()
    expect(page.get_by_role("button", name=OFFERED)).to_be_visible()


def test_the_next_conversation_stands_beside_on_a_wide_screen(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(page, SAM, server)
    page.get_by_role("link", name=re.compile("^Message, ")).click()
    beside = page.get_by_role("navigation", name="My young people")
    expect(beside.get_by_role("link", name="Leo")).to_have_attribute("aria-current", "page")
    expect(beside.get_by_role("link", name="Leo")).to_contain_text(LAST_OF_LEO)
    page.get_by_role("button", name="No answer needed").click()
    expect(page.get_by_role("status").filter(has_text="Nothing waits for your answer.")).to_have_count(1)
    expect(beside.get_by_role("link", name="Leo")).not_to_contain_text("Message, ")
    last = page.get_by_role("listitem").filter(has_text=LAST_OF_LEO)
    expect(last.get_by_text("No answer needed")).to_be_visible()
    people.until(page, lambda: bool(server.rows("SELECT 1 FROM message WHERE marked = 'none' AND mark_id IS NULL")))
    beside.get_by_role("link", name="Amina").click()
    expect(people.heading(page)).to_have_text("Amina")
    expect(page.get_by_text("The safest place in any flat.")).to_be_visible()
    page.reload()
    people.go(page, "/people")
    expect(page.get_by_role("button", name="Everyone (2)")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Message, "))).to_have_count(0)
