"""Cover as the adviser who covers meets it: whose young people, until when, and nothing left when it ends."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people, storage
from .devices import DESK, NewDevice
from .people import HELEN, LEO, SAM
from .test_cover import KIM, in_days, invite, open_adviser, plan
from .test_join import PHRASE, code_shown, say_this_is_me
from .test_staff_messages import LAST_OF_LEO, open_messages


def join(page: Page, code: str) -> None:
    """As a new adviser, spend the code of an invitation."""
    say_this_is_me(page, code, KIM)
    page.get_by_label("Your pass phrase").fill(PHRASE)
    page.get_by_role("button", name="Use this pass phrase").click()
    secret = page.locator("p.strong bdi").inner_text().replace(" ", "")
    page.get_by_label("6-digit code").fill(people.code_of(secret))
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("I have kept them").check()
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_text("No young people yet")).to_be_visible()


def test_cover_is_said_recorded_as_such_and_gone_with_all_that_was_kept(
    new_device: NewDevice, server: LiveServer
) -> None:
    office = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(office, HELEN, server)
    invite(office)
    code = code_shown(office)
    device = new_device(viewport=DESK, has_touch=False)
    page = device.new_page()
    join(page, code)

    open_adviser(office, SAM.name)
    office.get_by_role("button", name="Plan a time away").click()
    plan(office, in_days(0), in_days(3), KIM)
    expect(office.get_by_text(f"{KIM} covers").first).to_be_visible()

    page.reload()
    row = page.get_by_role("row").filter(has_text=LEO.name)
    expect(row).to_contain_text(f"You cover for {SAM.name} until")
    people.install(page, server)
    open_messages(page, LEO)
    expect(page.get_by_text(LAST_OF_LEO).last).to_be_visible()
    expect(page.get_by_text(f"You cover for {SAM.name} until").first).to_be_visible()
    page.locator("#message").fill("Hi Leo, this is Kim.")
    people.wait_until_sent(page)
    assert server.rows("SELECT name, role FROM look WHERE kind = 'opened'") == [(KIM, "cover")]

    page.wait_for_timeout(1000)
    assert "this is Kim" in storage.everything(page)
    people.go_offline(device)
    office.get_by_role("button", name=f"{SAM.name} is back now").click()
    office.get_by_role("button", name=f"Yes: {SAM.name} is back now").click()
    expect(office.get_by_text("No time away is planned.")).to_be_visible()
    page.reload()
    expect(page.get_by_text(LAST_OF_LEO).last).to_be_visible()
    people.come_back(device)
    expect(people.heading(page)).to_have_text("We could not find this person")
    kept = storage.everything(page)
    assert KIM in kept
    assert not [word for word in (LAST_OF_LEO, "this is Kim", "Amina") if word in kept]
