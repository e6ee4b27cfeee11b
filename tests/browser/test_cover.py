"""Away and cover: an adviser plans it, a colleague is named, and the manager says who is on duty."""

from __future__ import annotations

import re
import sqlite3
import uuid
from contextlib import closing
from datetime import timedelta

from playwright.sync_api import Locator, Page, expect

from tests.support.server import LiveServer
from webapp.core.clock import now
from webapp.core.working_days import london_day

from . import people
from .devices import DESK, NewDevice
from .people import AMINA, HELEN, SAM, Person
from .talking import before

# Invited by a test, and not joined: she can read nothing yet. Ngozi is on duty.
KIM, NGOZI = "Kim Ashe", "Ngozi Bello"


def in_days(days: int) -> str:
    """A day from today, as a date field wants it."""
    return (london_day(now()) + timedelta(days=days)).isoformat()


def invite(page: Page, name: str = KIM) -> None:
    """As a manager on the team's screen, invite an adviser."""
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Work email").fill(f"{name.split(maxsplit=1)[0].lower()}@rutland.example")
    page.get_by_role("button", name="Make a code for them").click()
    expect(page.get_by_role("button", name=name)).to_be_visible()


def manager(new_device: NewDevice, server: LiveServer) -> Page:
    """Helen at her desk, with a second adviser in her team."""
    desk = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(desk, HELEN, server)
    invite(desk)
    return desk


def plan(page: Page, since: str, until: str, cover: str) -> None:
    """Fill in the form of a time away and save it."""
    page.get_by_label("First day away").fill(since)
    page.get_by_label("Last day away").fill(until)
    page.get_by_label("Who covers?").select_option(label=cover)
    page.get_by_role("button", name="Save", exact=True).click()


def times(page: Page) -> Locator:
    """The times away on the screen."""
    return page.locator("main .staff-two .bare > li")


def away_on_server(server: LiveServer) -> list[tuple[str, str, bool]]:
    """The times away that the server knows: the days, and whether it was ended early."""
    rows = server.rows("SELECT since, until, cancelled_at FROM away ORDER BY since")
    return [(since, until, cancelled is not None) for since, until, cancelled in rows]


def test_an_adviser_plans_to_be_away_changes_it_and_does_not_go(new_device: NewDevice, server: LiveServer) -> None:
    manager(new_device, server)
    device = new_device()
    page = device.new_page()
    people.sign_in(page, SAM, server)
    page.get_by_role("link", name="Me", exact=True).click()
    page.get_by_role("link", name="When I am away").click()
    expect(page.get_by_text("No time away is planned.")).to_be_visible()

    page.get_by_role("button", name="Plan a time away").click()
    expect(page.get_by_label("Who covers?").get_by_role("option", name=KIM)).to_have_count(0)
    plan(page, in_days(5), in_days(3), NGOZI)
    expect(page.get_by_role("alert")).to_contain_text("The last day is before the first day.")
    page.get_by_label("Last day away").fill(in_days(8))
    expect(page.get_by_text(f"{NGOZI} can read and answer from")).to_be_visible()
    people.go_offline(device)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing is lost.")
    assert away_on_server(server) == []
    people.come_back(device)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(times(page)).to_have_count(1)
    expect(times(page)).to_contain_text(f"{NGOZI} covers")
    assert away_on_server(server) == [(in_days(5), in_days(8), False)]

    page.get_by_role("button", name="Change").click()
    page.get_by_label("Who covers?").select_option(label="Whoever is on duty")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_label("Who covers?")).to_have_count(0)
    expect(times(page)).to_contain_text(f"{NGOZI} covers")

    page.get_by_role("button", name="Plan a time away").click()
    plan(page, in_days(6), in_days(6), NGOZI)
    expect(page.get_by_role("alert")).to_contain_text("You are away on some of these days already.")
    page.get_by_role("button", name="Leave it as it is").click()

    page.get_by_role("button", name="I do not go").click()
    page.get_by_role("button", name="Yes: I do not go").click()
    expect(page.get_by_text("No time away is planned.")).to_be_visible()
    assert away_on_server(server) == [(in_days(5), in_days(8), True)]


def open_adviser(page: Page, name: str) -> None:
    """As a manager, from the team to the screen of one adviser."""
    people.go(page, "/team")
    page.get_by_role("button", name=name).click()
    page.get_by_role("link", name="Away, or hand over").click()
    expect(people.heading(page)).to_have_text(name)


def test_a_manager_plans_cover_for_somebody_ill_and_says_who_is_on_duty(
    new_device: NewDevice, server: LiveServer
) -> None:
    page = manager(new_device, server)
    duty = page.get_by_role("region", name="Who is on duty now")
    expect(duty.get_by_role("listitem")).to_have_text([NGOZI])
    duty.get_by_role("button", name="Change who is on duty").click()
    expect(duty.get_by_label(KIM)).to_have_count(0)
    duty.get_by_label(NGOZI).uncheck()
    duty.get_by_role("button", name="Save").click()
    expect(duty).to_contain_text("Nobody is on duty.")

    open_adviser(page, SAM.name)
    page.get_by_role("button", name="Plan a time away").click()
    plan(page, in_days(0), in_days(2), "Whoever is on duty")
    expect(times(page)).to_contain_text("Away now")
    expect(times(page)).to_contain_text("Nobody covers from")

    people.go(page, "/team")
    expect(duty).to_contain_text("Nobody at work reads for")
    duty.get_by_role("button", name="Change who is on duty").click()
    duty.get_by_label(NGOZI).check()
    duty.get_by_role("button", name="Save").click()
    expect(duty.get_by_role("listitem")).to_have_text([NGOZI])
    expect(duty).not_to_contain_text("Nobody at work")

    open_adviser(page, SAM.name)
    expect(times(page)).to_contain_text(f"{NGOZI} covers")
    page.get_by_role("button", name=f"{SAM.name} is back now").click()
    page.get_by_role("button", name=f"Yes: {SAM.name} is back now").click()
    expect(page.get_by_text("No time away is planned.")).to_be_visible()
    assert away_on_server(server) == [(in_days(0), in_days(2), True)]


def test_an_adviser_who_leaves_hands_everyone_over_and_is_signed_out(new_device: NewDevice, server: LiveServer) -> None:
    page = manager(new_device, server)
    sams = new_device().new_page()
    people.sign_in(sams, SAM, server)

    open_adviser(page, SAM.name)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose who takes over.")
    page.get_by_label("Who takes over?").select_option(label=f"{KIM} (not joined yet)")
    page.get_by_label(f"{SAM.name} leaves the council").check()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("status").filter(has_text="This cannot be undone")).to_contain_text(f"go to {KIM}.")
    page.get_by_role("button", name="Yes, do it").click()
    expect(page.get_by_text("This adviser is not in your team now")).to_be_visible()

    people.go(page, "/team")
    expect(page.get_by_role("button", name=SAM.name)).to_have_count(0)
    page.get_by_role("button", name=KIM).click()
    expect(page.get_by_role("button", name="Move Amina")).to_be_visible()
    sams.goto("/me/away")
    expect(sams.get_by_text("This account has ended")).to_be_visible()
    phone = new_device().new_page()
    people.sign_in(phone, AMINA, server)
    expect(phone.get_by_text(f"Covering for {KIM} now: {NGOZI}.")).to_be_visible()
    assert server.rows("SELECT 1 FROM account WHERE email = ? AND ended_at IS NOT NULL", SAM.signs_in_as) == [(1,)]


def test_the_young_person_reads_who_covers_before_while_and_no_more_after(
    new_device: NewDevice, server: LiveServer
) -> None:
    manager(new_device, server)
    sams = new_device().new_page()
    people.sign_in(sams, SAM, server)
    people.go(sams, "/me/away")
    sams.get_by_role("button", name="Plan a time away").click()
    plan(sams, in_days(2), in_days(4), NGOZI)
    expect(times(sams)).to_have_count(1)
    sams.get_by_role("button", name="Plan a time away").click()
    plan(sams, in_days(0), in_days(0), NGOZI)
    expect(times(sams)).to_have_count(2)

    device = new_device()
    phone = device.new_page()
    people.sign_in(phone, AMINA, server)
    now = phone.get_by_text(re.compile(f"{NGOZI} covers for Sam Okafor until"))
    soon = phone.get_by_text(re.compile(f"From .*, {NGOZI} covers for Sam Okafor."))
    expect(now).to_be_visible()
    expect(soon).to_be_visible()
    people.install(phone, server)
    people.go_offline(device)
    people.go(phone, "/me")
    expect(now).to_be_visible()
    people.come_back(device)

    sams.get_by_role("button", name="I am back now").click()
    sams.get_by_role("button", name="Yes: I am back now").click()
    expect(times(sams)).to_have_count(1)
    phone.goto("/")
    people.wait_until_sent(phone)
    expect(soon).to_be_visible()
    expect(now).to_have_count(0)


def test_without_a_pa_and_with_nobody_on_duty_nobody_is_said_to_read(
    phone: Page, new_device: NewDevice, server: LiveServer
) -> None:
    people.sign_in(phone, AMINA, server)
    card = phone.locator("a[href='/messages'].card")
    expect(card).to_contain_text("“")
    expect(card).not_to_contain_text("Sam:")
    office = new_device()
    people.begin_session(office, HELEN, server)
    ((sam,),) = server.rows("SELECT id FROM account WHERE email = ?", SAM.signs_in_as)
    council, origin = f"{server.url}/api/v1/council", {"Origin": server.url}
    to_duty = {"to": None, "leaves": False}
    assert office.request.post(f"{council}/advisers/{uuid.UUID(sam)}/hand-over", data=to_duty, headers=origin).ok
    people.come_again(phone)
    # What a former PA wrote is not the duty team's.
    expect(card).to_contain_text("Sam: “")
    expect(card.locator("b")).to_have_text("No PA yet: the duty team")
    people.go(phone, "/messages")
    expect(before(phone)).to_contain_text(f"{NGOZI} is on duty and can read this.")

    assert office.request.put(f"{council}/duty", data={"advisers": []}, headers=origin).ok
    with phone.expect_response("**/api/v1/sync"):
        phone.reload()
    expect(before(phone)).to_contain_text(
        "You have no PA right now, and nobody is on duty. What you write is kept safe."
    )
    expect(before(phone)).not_to_contain_text("reads what you write")
    expect(before(phone).get_by_role("link", name="Call 999")).to_be_visible()
    people.go(phone, "/")
    expect(card.locator("b")).to_have_text("No PA yet")


def nobody_read(server: LiveServer, person: Person) -> None:
    """As the worker leaves it after two working days: the newest message was passed on, and the managers were told."""
    waits = (
        "UPDATE thread SET (waiting_number, waiting_since) = (SELECT number, arrived_at FROM message m"
        " WHERE m.space_id = thread.space_id ORDER BY number DESC LIMIT 1) WHERE space_id = (SELECT m.space_id"
        " FROM member m JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ?)"
    )
    told = (
        "SELECT t.space_id, t.waiting_number, t.waiting_since FROM thread t JOIN member m ON m.space_id = t.space_id"
        " JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ?"
    )
    with closing(sqlite3.connect(server.data_dir / "footing.sqlite3", timeout=10)) as database, database:
        database.execute(waits, (person.signs_in_as,))
        space, number, since = database.execute(told, (person.signs_in_as,)).fetchone()
        database.execute("INSERT INTO passed_on VALUES (?, ?, ?, ?, ?)", (space, number, since, since, since))
        notice = (uuid.uuid4().hex, f"unread:{uuid.UUID(space)}", "told_manager", number, space, "manager", "message")
        row = (*notice, since, since, "/team", "out", since)
        database.execute(f"INSERT INTO notice VALUES ({', '.join('?' * len(row))})", row)


def test_a_manager_sees_whose_message_nobody_has_read(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, HELEN, server)
    note = page.get_by_role("status").filter(has_text="nobody has read their message")
    expect(page.get_by_role("heading", name="Who is on duty now")).to_be_visible()
    expect(note).to_have_count(0)

    nobody_read(server, AMINA)
    page.reload()
    expect(note).to_contain_text("1 young person waits")
    note.get_by_role("link", name=AMINA.name).click()
    expect(people.heading(page)).to_have_text(AMINA.name)
