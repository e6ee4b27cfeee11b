"""Dates and reminders on the adviser's device: planned, moved and answered, both sides see the same; also offline."""

from __future__ import annotations

import re
import uuid
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.server import LiveServer

from . import people
from .devices import DESK, NewDevice
from .people import AMINA, HELEN, LEO, SAM, Person
from .test_screens import AXE, look_at, shown

TITLE = "Pathway plan review"
TODAY = datetime.now().astimezone().date()
_MOVE_AWAY = """async (space) => (await fetch("/api/v1/people/assignments", {
  method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({space, adviser: null}),
})).status"""


def in_days(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def space_of(server: LiveServer, person: Person) -> str:
    ((space,),) = server.rows(
        "SELECT m.space_id FROM member m JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ?",
        person.signs_in_as,
    )
    return str(uuid.UUID(space))


@pytest.fixture
def desk(new_device: NewDevice, server: LiveServer) -> Page:
    """Sam's desk, with everything on it that is needed without a signal."""
    page = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(page, SAM, server)
    people.install(page, server)
    return page


@pytest.fixture
def leo(new_device: NewDevice, server: LiveServer) -> Page:
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    return page


def open_dates(page: Page, space: str) -> None:
    people.go(page, f"/people/{space}/dates")
    expect(page.get_by_role("heading", name="What comes round again")).to_be_visible()


def plan(page: Page, space: str, day: str) -> None:
    """As the adviser, plan a review."""
    people.go(page, f"/people/{space}/dates/new/pathway-plan-review")
    page.get_by_label("Which day?").fill(day)
    page.get_by_label("What time?").fill("16:00")
    page.get_by_label("Where?").fill("Room 4, Town Hall")
    page.get_by_role("button", name="Plan it", exact=True).click()
    expect(page.get_by_role("link").filter(has_text=TITLE).first).to_be_visible()


def history(page: Page) -> Locator:
    return page.locator("h2", has_text=re.compile("^What happened")).locator("xpath=following::ul[1]")


def test_planned_another_time_proposed_accepted_and_kept_by_both(desk: Page, leo: Page, server: LiveServer) -> None:
    space = space_of(server, LEO)
    people.go_offline(desk.context)
    plan(desk, space, in_days(16))
    expect(desk.get_by_role("link").filter(has_text=TITLE).first).to_contain_text("Waits on this device")
    people.come_again(leo)
    expect(leo.get_by_role("region", name=TITLE)).to_be_hidden()

    people.come_back(desk.context)
    people.wait_until_sent(desk)
    people.come_again(leo)
    leo.get_by_role("link", name=TITLE).click()
    expect(leo.locator("main")).to_contain_text("Room 4, Town Hall")
    leo.get_by_role("button", name="Ask for another time").click()
    leo.get_by_label("Which day?").fill(in_days(17))
    leo.get_by_label("Why?").fill("I am at the garage.")
    leo.get_by_role("button", name="Ask for this time").click()
    expect(leo.get_by_text(f"Until {SAM.name} answers, the date stays as it is.")).to_be_visible()
    people.wait_until_sent(leo)

    people.come_again(desk)
    people.go(desk, "/people")
    row = desk.get_by_role("row").filter(has=desk.get_by_role("link", name=LEO.name, exact=True))
    expect(row).to_contain_text("1 date to answer")
    open_dates(desk, space)
    desk.get_by_role("link").filter(has_text="Other time asked for").click()
    expect(desk.get_by_text("I am at the garage.").first).to_be_visible()
    desk.get_by_role("button", name="Accept this time").click()
    expect(desk.get_by_role("button", name="Accept this time")).to_be_hidden()
    people.wait_until_sent(desk)
    for line in ("planned for", "Leo: asked for another time", "moved to"):
        expect(history(desk)).to_contain_text(line)

    people.come_again(leo)
    expect(leo.locator("main")).to_contain_text("in 17 days")
    expect(leo.locator("main")).to_contain_text(f"{SAM.name}: moved to")
    expect(leo.locator("main")).to_contain_text("You: asked for another time")


def test_a_no_has_words_and_what_has_not_come_did_not_take_place(desk: Page, leo: Page, server: LiveServer) -> None:
    space = space_of(server, LEO)
    people.go(leo, "/dates/ask/pa-visit")
    leo.get_by_label("Why would you like it?").fill("The boiler is off.")
    leo.get_by_role("button", name=f"Ask {SAM.name}").click()
    expect(leo.locator(".tag").first).to_have_text("Asked for")
    people.wait_until_sent(leo)

    people.come_again(desk)
    open_dates(desk, space)
    desk.get_by_role("link").filter(has_text="Asked for").click()
    expect(desk.get_by_text("The boiler is off.").first).to_be_visible()
    people.go_offline(desk.context)
    desk.get_by_role("button", name="Answer no").click()
    desk.get_by_role("button", name="Send this answer").click()
    expect(desk.get_by_role("alert")).to_contain_text("Write why.")
    desk.get_by_label("Why not?").fill("I come on Friday anyway.")
    desk.get_by_role("button", name="Send this answer").click()
    expect(history(desk)).to_contain_text("waits on this device")
    people.come_back(desk.context)
    people.wait_until_sent(desk)
    people.come_again(leo)
    expect(leo.locator("main")).to_contain_text("I come on Friday anyway.")

    plan(desk, space, in_days(9))
    people.wait_until_sent(desk)
    desk.get_by_role("link").filter(has_text=TITLE).first.click()
    expect(desk.get_by_role("button", name="Call it off")).to_be_visible()
    expect(desk.get_by_role("button", name="It took place")).to_be_hidden()
    desk.get_by_role("button", name="Write down what was agreed").click()
    desk.get_by_label("What was agreed?").fill("Fix the boiler")
    desk.get_by_text("Me, their PA").click()
    desk.get_by_label("By when?").fill(in_days(12))
    desk.get_by_role("button", name="Write it down").click()
    desk.get_by_role("checkbox", name="Fix the boiler").check()
    expect(desk.get_by_text("Done", exact=True)).to_be_visible()
    people.wait_until_sent(desk)


def test_what_is_over_its_limit_is_shown_to_both(desk: Page, leo: Page, server: LiveServer) -> None:
    row = desk.get_by_role("row").filter(has=desk.get_by_role("link", name=LEO.name, exact=True))
    expect(row).to_contain_text(re.compile(r"Review \d+ days over the limit"))
    desk.get_by_role("button", name="1 review over its limit").click()
    expect(desk.get_by_role("link", name=AMINA.name, exact=True)).to_be_hidden()
    open_dates(desk, space_of(server, LEO))
    late = desk.locator(".note.stop")
    expect(late).to_contain_text(re.compile(r"Personal adviser’s visit.*|Personal adviser's visit.*"))
    expect(late).to_contain_text(re.compile(r"\d+ days over the limit"))
    expect(late).to_contain_text("It is the law in a home that the council provides. In any other home it is guidance.")
    people.go(leo, "/dates")
    told = leo.locator(".note", has_text="This should have happened by")
    expect(told).to_contain_text("Personal adviser")
    expect(told).to_contain_text("It is not your fault.")

    late.get_by_role("link", name="Plan it now").click()
    desk.get_by_label("Which day?").fill(in_days(3))
    expect(desk.get_by_text("The day that you chose is over that limit.")).to_be_visible()
    expect(desk.get_by_label("What is it?")).to_have_value("pa-visit")
    desk.get_by_text("No, it took place", exact=True).click()
    desk.get_by_label("Which day?").fill(in_days(-2))
    desk.get_by_role("button", name="Write it down").click()
    expect(desk.get_by_role("heading", name="What comes round again")).to_be_visible()
    expect(desk.locator(".note.stop")).to_be_hidden()
    people.wait_until_sent(desk)
    people.come_again(leo)
    expect(told).to_be_hidden()


def record_status(page: Page, space: str, status: str) -> None:
    """As the adviser, write down a legal status, which began yesterday."""
    people.go(page, f"/people/{space}/rights")
    page.get_by_role("button", name="Record a new status").click()
    page.get_by_label("Status", exact=True).select_option(status)
    page.get_by_label("Since").fill(in_days(-1))
    page.get_by_label("Where does it stand?").fill(f"Pathway plan: {status}")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text(f"From: Pathway plan: {status}")).to_be_visible()


def test_the_recorded_status_decides_what_can_be_over_its_limit(desk: Page, leo: Page, server: LiveServer) -> None:
    space = space_of(server, LEO)
    late, told = desk.locator(".note.stop"), leo.locator(".note", has_text="This should have happened by")
    open_dates(desk, space)
    expect(late).to_be_visible()
    people.go(leo, "/dates")
    expect(told).to_be_visible()

    people.go_offline(desk.context)
    record_status(desk, space, "qualifying")
    open_dates(desk, space)
    expect(late).to_be_hidden()
    people.come_back(desk.context)
    people.wait_until_sent(desk)
    people.come_again(leo)
    expect(told).to_be_hidden()

    record_status(desk, space, "relevant")
    people.wait_until_sent(desk)
    people.come_again(leo)
    expect(told).to_contain_text("Personal adviser")


def test_a_reminder_to_two_of_whom_one_is_no_longer_sams(desk: Page, new_device: NewDevice, server: LiveServer) -> None:
    space = space_of(server, LEO)
    manager = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(manager, HELEN, server)
    people.go_offline(desk.context)
    desk.get_by_role("link", name="Reminders", exact=True).click()
    expect(people.heading(desk)).to_have_text("Send a reminder")
    desk.get_by_role("button", name="Send a reminder", exact=True).click()
    expect(desk.get_by_role("alert")).to_contain_text("Pick who should be reminded.")
    desk.get_by_label(AMINA.name).check()
    desk.get_by_label(LEO.name).check()
    desk.get_by_role("button", name="Rent", exact=True).click()
    desk.get_by_label("First day").or_(desk.get_by_label("Which day?")).fill(f"{TODAY.year + 1}-01-31")
    desk.get_by_label("What time?").fill("09:00")
    desk.get_by_text("Every month", exact=True).click()
    desk.get_by_role("button", name="Remind 2 people").click()
    expect(desk.get_by_role("alert")).to_contain_text("A reminder always has an end.")
    desk.get_by_label("Last day").fill(f"{TODAY.year + 1}-03-31")
    coming = desk.get_by_text("It comes 3 times").locator("xpath=..")
    expect(coming).to_contain_text(re.compile("2[89] February"))
    expect(coming).to_contain_text("In a shorter month it comes on the last day.")
    desk.get_by_role("button", name="Remind 2 people").click()
    waits = desk.get_by_role("status").filter(has_text="it waits on this device")
    expect(waits).to_contain_text(AMINA.name)
    expect(waits).to_contain_text(LEO.name)

    assert manager.evaluate(_MOVE_AWAY, space) in (200, 201, 204)
    people.come_back(desk.context)
    result = desk.get_by_role("status").filter(has_text="Scheduled for")
    expect(result).to_contain_text(f"Scheduled for {AMINA.name}")
    expect(result).to_contain_text(f"It did not go to {LEO.name}")
    people.go(desk, f"/people/{space_of(server, AMINA)}/remind")
    card = desk.get_by_role("listitem").filter(has_text="Your rent is due soon.").first
    expect(card).to_contain_text("Every month until")
    card.get_by_role("button", name="Stop this reminder").click()
    card.get_by_role("button", name="Yes, stop it").click()
    expect(card).to_be_hidden()
    people.wait_until_sent(desk)
    states = server.rows("SELECT cancelled, template FROM reminder WHERE template IS NOT NULL")
    assert [(bool(cancelled), template) for cancelled, template in states] == [(True, "rent")]


@pytest.mark.parametrize("dress", ["light", "dark and biggest"])
def test_every_screen_of_staff_dates_is_sound(desk: Page, server: LiveServer, dress: str) -> None:
    amina, leo = (space_of(server, person) for person in (AMINA, LEO))
    ids = server.rows("SELECT id FROM review_date WHERE space_id = ? AND kind != 'own'", amina.replace("-", ""))
    if dress != "light":
        desk.set_viewport_size({"width": 360, "height": 740})
        people.go(desk, "/me/look")
        desk.get_by_text("Biggest", exact=True).click()
        desk.get_by_text("Dark", exact=True).click()
    desk.evaluate(AXE.read_text(encoding="utf-8"))
    paths = [
        "/people",
        "/remind",
        *(f"/people/{space}/{part}" for space in (amina, leo) for part in ("dates", "remind")),
    ]
    paths += [f"/people/{leo}/dates/new", f"/people/{leo}/dates/new/pa-visit", f"/people/{leo}/dates/{uuid.uuid4()}"]
    paths += [f"/people/{amina}/dates/{uuid.UUID(date)}" for (date,) in ids]
    wrong = look_at(desk, paths)
    assert wrong == {}, shown(wrong)


def test_a_manager_reads_why_notices_did_not_go_out(new_device: NewDevice, server: LiveServer) -> None:
    context = new_device(viewport=DESK, has_touch=False)
    space = space_of(server, LEO)
    one = {"id": "1", "space": space, "to": "young_person", "kind": "review", "due": "2026-11-22T09:00:00.000Z"}
    parked = [one | {"channel": "text", "tries": 9, "reason": "wrong-address"}]
    parked += [one | {"id": str(n), "channel": "push", "tries": 9, "reason": "service-error"} for n in (2, 3)]
    page = context.new_page()
    people.sign_in(page, HELEN, server)
    expect(page.get_by_text("All went out.")).to_be_visible()
    page.route("**/api/v1/council/parked", lambda route: route.abort())
    page.reload()
    expect(page.get_by_text("We could not load this. Nothing is lost.")).to_be_visible()
    page.unroute("**/api/v1/council/parked")
    page.route("**/api/v1/council/parked", lambda route: route.fulfill(json={"parked": parked}))
    page.get_by_role("button", name="Try again").last.click()
    line = page.get_by_role("listitem").filter(has_text="The mobile number does not work")
    expect(line).to_contain_text("1 person")
    expect(line).to_contain_text("Ask their PA to check the number")
    trouble = page.get_by_role("listitem").filter(has_text="The service that sends for us was in trouble")
    expect(trouble).to_contain_text("1 person")
    expect(trouble).to_contain_text("2 notices")
