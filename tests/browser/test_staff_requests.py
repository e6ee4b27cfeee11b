"""What staff do about rights: answer a request, record a legal status, do the check side by side, see who waits."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, Request, expect

from tests.support.server import LiveServer
from webapp.upkeep.demo_people import JAY

from . import people, storage
from .devices import DESK, NewDevice
from .people import AMINA, HELEN, LEO, SAM, Person

RIGHT = "setting-up-home-allowance"
NEED = "A bed for my new flat"
REASON = "We paid for a bed in May. If that one is broken, send me a photo and I ask again."
BORN = ("14", "3", "2008")
BORN_ISO = "2008-03-14"
# What is picked on each page of a short way through the check.
NEVER_IN_CARE = {
    "Have you ever been in care?": "No, never",
    "Has a court given you a special guardian?": "No",
    "At 16 or 17, did you live in one of these places?": "None of these",
}


def asks(page: Page, person: Person, server: LiveServer) -> None:
    """As a young person, ask for something and send it."""
    people.sign_in(page, person, server)
    people.go(page, f"/asks/new/{RIGHT}")
    page.get_by_label("What do you need?").fill(NEED)
    page.get_by_role("button", name="Send to Sam").click()
    expect(page.get_by_text("Receipt")).to_be_visible()
    people.wait_until_sent(page)


def open_rights(page: Page, person: Person) -> None:
    """As an adviser, from the list to the rights of a young person."""
    page.get_by_role("link", name=person.name, exact=True).click()
    page.get_by_role("link", name="Rights and requests").click()
    expect(page.get_by_role("heading", name="Legal status")).to_be_visible()


def steps_on_server(server: LiveServer, person: Person) -> list[str]:
    """What the council did so far about the newest request of a young person, oldest first."""
    found = server.rows(
        "SELECT s.state FROM request_step s WHERE s.request_id = (SELECT r.id FROM request r"
        " JOIN member m ON m.space_id = r.space_id AND m.role = 'young_person' JOIN account a ON a.id = m.account_id"
        " WHERE a.sign_in_name = ? ORDER BY r.made_at DESC LIMIT 1) ORDER BY s.made_at",
        person.signs_in_as,
    )
    return [state for (state,) in found]


def test_a_request_is_seen_and_refused_with_a_reason_that_the_young_person_reads(
    new_device: NewDevice, server: LiveServer
) -> None:
    phone = new_device().new_page()
    asks(phone, LEO, server)

    desk = new_device(viewport=DESK, has_touch=False)
    page = desk.new_page()
    people.sign_in(page, SAM, server)
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name=LEO.name, exact=True))
    expect(row).to_contain_text("Request due")
    expect(row).to_contain_text("1 to answer")

    open_rights(page, LEO)
    request = page.get_by_role("main").get_by_role("link").filter(has_text="New")
    request.click()
    page.go_back()
    # A glance is no look.
    page.wait_for_timeout(2000)
    assert steps_on_server(server, LEO) == []

    request.click()
    expect(page.get_by_text(NEED)).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Seen by")).to_be_visible()
    people.wait_until_sent(page)
    assert steps_on_server(server, LEO) == ["seen"]

    people.go_offline(desk)
    page.get_by_role("button", name="Say no").click()
    expect(page.get_by_text("Leo will read your reason")).to_be_visible()
    page.get_by_role("button", name="Say no").click()
    expect(page.get_by_role("alert")).to_contain_text("Write why.")
    page.get_by_label("Why not?").fill(REASON)
    page.get_by_role("button", name="Say no").click()
    expect(page.get_by_role("status").filter(has_text="You said no")).to_contain_text("safe on this device")
    people.come_back(desk)
    people.wait_until_sent(page)
    assert steps_on_server(server, LEO) == ["seen", "refused"]

    phone.goto("/")
    people.wait_until_sent(phone)
    people.go(phone, "/asks")
    phone.get_by_role("link").filter(has_text="They said no").click()
    expect(phone.get_by_text(REASON).first).to_be_visible()
    expect(phone.get_by_text("Sam Okafor said no").first).to_be_visible()


def test_a_no_can_become_a_yes_and_a_yes_is_done(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, SAM, server)
    page.get_by_role("link", name=re.compile(f"^{AMINA.name} ")).click()
    page.get_by_role("link", name="Rights and requests").click()
    page.get_by_role("link").filter(has_text="Said no").click()
    expect(page.get_by_text("no money left for a passport").first).to_be_visible()
    page.get_by_role("button", name="Agree after all").click()
    page.get_by_role("button", name="Agree after all").click()
    page.get_by_role("button", name="Mark as done").click()
    page.get_by_label("Is there something to add?").fill("Paid at the Post Office.")
    page.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_role("status").filter(has_text="marked it as done")).to_be_visible()
    expect(page.get_by_role("heading", name="Your answer")).to_have_count(0)


def test_a_status_is_recorded_and_what_stood_before_stays(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, SAM, server)
    page.get_by_role("link", name=re.compile(f"^{LEO.name} ")).click()
    page.get_by_role("link", name="Rights and requests").click()
    expect(page.get_by_text("Leo disagrees")).to_be_visible()
    page.get_by_role("button", name="Record a new status").click()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a status.")
    page.get_by_label("Status", exact=True).select_option("qualifying")
    expect(page.get_by_text("“person qualifying for advice and assistance”")).to_be_visible()
    page.get_by_label("Since").fill("2026-07-05")
    page.get_by_label("Where does it stand?").fill("Pathway plan of 5 July 2026")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("From: Pathway plan of 5 July 2026")).to_be_visible()
    expect(page.get_by_text("Leo disagrees")).to_have_count(0)
    page.get_by_role("button", name="Recorded before (1)").click()
    expect(page.get_by_text("Leo disagrees")).to_be_visible()
    people.wait_until_sent(page)
    assert server.rows("SELECT count(*) FROM status_record WHERE status = 'qualifying'") == [(1,)]


def check_together(page: Page) -> None:
    """Go through the check on the adviser's screen, with a birthday and answers that can be looked for afterwards."""
    page.get_by_role("link", name="Do the check together").click()
    page.get_by_role("link", name="Start").click()
    page.get_by_role("link", name=re.compile("Change.*birthday")).click()
    for label, part in zip(("Day", "Month", "Year"), BORN, strict=True):
        page.get_by_label(label, exact=True).fill(part)
    page.get_by_role("button", name="Next").click()
    heading = people.heading(page)
    for question, answer in NEVER_IN_CARE.items():
        expect(heading).to_have_text(question)
        page.get_by_text(answer, exact=True).click()
        page.get_by_role("button", name="Next").click()
    expect(heading).to_have_text("Your result")


def test_the_check_side_by_side_leaves_nothing_behind(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device(viewport=DESK, has_touch=False).new_page()
    sent: list[str] = []

    def note(request: Request) -> None:
        sent.append(request.url + (request.post_data or ""))

    people.sign_in(page, SAM, server)
    page.on("request", note)
    open_rights(page, AMINA)
    check_together(page)
    expect(page.get_by_label("The check together")).to_contain_text("Together with Amina")
    page.get_by_role("link", name="See what I can get").click()
    expect(page.get_by_label("The check together")).to_be_visible()
    page.get_by_role("link", name="Finish").click()
    expect(people.heading(page)).to_have_text("Amina")

    kept = storage.everything(page)
    assert "Amina" in kept
    assert not [where for where in (kept, *sent) if BORN_ISO in where or "never" in where]
    people.go(page, "/rights/check")
    expect(page.get_by_role("link", name="Start")).to_be_visible()


def test_a_manager_sees_who_waits_on_the_duty_list(new_device: NewDevice, server: LiveServer) -> None:
    desk = new_device(viewport=DESK, has_touch=False)
    page = desk.new_page()
    people.sign_in(page, HELEN, server)
    line = page.get_by_role("listitem").filter(has_text=JAY.name).first
    expect(line).to_contain_text("1 request late")
    expect(line).to_contain_text("1 request waiting")

    desk.route("**/api/v1/council/requests", lambda route: route.abort())
    people.go(page, "/me")
    people.go(page, "/team")
    expect(page.get_by_text("The requests are safe.")).to_be_visible()
    desk.unroute("**/api/v1/council/requests")
    page.get_by_role("button", name="Try again").click()
    expect(line).to_contain_text("1 request late")


def test_everything_kept_is_really_looked_through(phone: Page, server: LiveServer) -> None:
    """The search of the test above would find answers: a young person's own are kept."""
    people.sign_in(phone, AMINA, server)
    people.go(phone, "/rights/check/birthday")
    for label, part in zip(("Day", "Month", "Year"), BORN, strict=True):
        phone.get_by_label(label, exact=True).fill(part)
    phone.get_by_role("button", name="Next").click()
    expect(people.heading(phone)).to_have_text("Have you ever been in care?")
    kept = storage.everything(phone)
    assert BORN_ISO in json.dumps(kept)
