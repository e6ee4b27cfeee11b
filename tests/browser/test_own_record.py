"""A young person's own record on their phone: who looked, a copy of everything, and the end of the account."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.server import LiveServer
from webapp import create_app
from webapp.records import exports
from webapp.settings import Settings
from webapp.upkeep.demo_people import PASS_PHRASE

from . import people
from .devices import DESK, NewDevice
from .people import AMINA, SAM

SKILL = "home-09"


def test_who_looked_is_told_and_stays_without_a_signal(phone: Page, new_device: NewDevice, server: LiveServer) -> None:
    people.sign_in(phone, AMINA, server)
    people.go(phone, "/me/looks")
    expect(phone.get_by_text("Nobody has looked yet")).to_be_visible()

    people.sign_in(new_device(viewport=DESK).new_page(), SAM, server)
    phone.reload()
    today = phone.get_by_role("listitem").filter(has_text="Sam Okafor")
    expect(today).to_contain_text("your PA")
    expect(today).to_contain_text("Has a copy on a device")

    people.install(phone, server)
    people.go_offline(phone.context)
    phone.reload()
    expect(today).to_contain_text("Has a copy on a device")


def let_the_worker_make_it(server: LiveServer) -> None:
    """What a worker does when a copy waits."""
    app = create_app(Settings.from_env(server.environment))
    with app.app_context():
        exports.make_waiting()


def test_a_copy_of_everything_is_fetched_once(phone: Page, server: LiveServer) -> None:
    people.sign_in(phone, AMINA, server)
    people.go(phone, "/me/copy")
    phone.get_by_role("button", name="Ask for my copy").click()
    expect(phone.get_by_text("Your copy is being made")).to_be_visible()
    let_the_worker_make_it(server)
    expect(phone.get_by_text("You can fetch it only once")).to_be_visible()

    # A line that breaks before the server heard of it uses nothing up.
    phone.route("**/me/exports/*", lambda route: route.abort())
    phone.get_by_role("button", name="Fetch it now").click()
    expect(phone.get_by_text("did not arrive whole")).to_be_visible()
    phone.unroute("**/me/exports/*")
    phone.get_by_role("button", name="Fetch it now").click()
    with phone.expect_download() as saved:
        phone.get_by_role("link", name="Save the file").click()
    assert saved.value.suggested_filename == "my-copy.zip"
    content = Path(saved.value.path()).read_bytes()
    assert server.rows("SELECT sha256 FROM export") == [(hashlib.sha256(content).hexdigest(),)]
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None

    people.go(phone, "/me")
    people.go(phone, "/me/copy")
    expect(phone.get_by_text("was fetched")).to_be_visible()
    expect(phone.get_by_role("link", name="Save the file")).to_have_count(0)


def test_a_copy_that_broke_off_is_told_and_another_can_be_asked_for(phone: Page, server: LiveServer) -> None:
    people.sign_in(phone, AMINA, server)
    people.go(phone, "/me/copy")
    phone.get_by_role("button", name="Ask for my copy").click()
    expect(phone.get_by_text("Your copy is being made")).to_be_visible()
    let_the_worker_make_it(server)
    expect(phone.get_by_text("You can fetch it only once")).to_be_visible()

    # The server gave it away, but only a part came.
    phone.route("**/me/exports/*", lambda route: route.fulfill(response=route.fetch(), body=b"half of it"))
    phone.get_by_role("button", name="Fetch it now").click()
    expect(phone.get_by_text("did not arrive whole")).to_be_visible()
    expect(phone.get_by_role("link", name="Save the file")).to_have_count(0)
    phone.get_by_role("button", name="Ask for a new copy").click()
    expect(phone.get_by_text("Your copy is being made")).to_be_visible()


def test_ones_own_messages_are_a_page_to_print_and_a_file(phone: Page, server: LiveServer) -> None:
    people.sign_in(phone, AMINA, server)
    people.go(phone, "/me/copy")
    with phone.context.expect_page() as opened:
        phone.get_by_role("link", name="Read or print it").click()
    expect(people.heading(opened.value)).to_be_visible()
    with phone.expect_download() as saved:
        phone.get_by_role("link", name="Save it for a computer").click()
    assert saved.value.suggested_filename == "messages.json"


def test_without_a_signal_the_copy_says_so_and_comes_with_one(phone: Page, server: LiveServer) -> None:
    people.sign_in(phone, AMINA, server)
    people.install(phone, server)
    people.go_offline(phone.context)
    phone.goto("/me/copy")
    expect(phone.get_by_text("There is no connection right now. Nothing is lost.")).to_be_visible()
    people.come_back(phone.context)
    phone.get_by_role("button", name="Try again").click()
    expect(phone.get_by_role("button", name="Ask for my copy")).to_be_visible()


def test_an_account_ends_only_with_the_pass_phrase(phone: Page, server: LiveServer) -> None:
    people.sign_in(phone, AMINA, server)
    people.go(phone, "/me/end")
    end(phone, "not my pass phrase")
    expect(phone.get_by_role("alert")).to_contain_text("That is not your pass phrase. Nothing was changed.")
    assert ended(server) == 0
    end(phone, PASS_PHRASE)
    expect(people.heading(phone)).to_have_text("Your account has ended")
    assert ended(server) == 1
    kept = phone.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    assert kept == ["footing-device"]

    phone.goto("/sign-in")
    people.type_name_and_phrase(phone, AMINA.signs_in_as)
    expect(phone.get_by_role("alert")).to_contain_text("do not match")


def test_what_was_not_sent_holds_the_end_back_until_it_is_said(new_device: NewDevice, server: LiveServer) -> None:
    # With this permission the service worker would send it in the page's place.
    phone = new_device(permissions=["notifications"]).new_page()
    people.sign_in(phone, AMINA, server)
    phone.route("**/api/v1/sync", lambda route: route.abort())
    people.mark(phone, SKILL, people.WITH_HELP)
    people.go(phone, "/me/end")
    end(phone, PASS_PHRASE)
    expect(phone.get_by_text("1 change on this phone was not sent yet")).to_be_visible()
    phone.wait_for_timeout(500)
    assert ended(server) == 0
    phone.get_by_label("End it all the same").check()
    end(phone, PASS_PHRASE)
    expect(people.heading(phone)).to_have_text("Your account has ended")
    assert ended(server) == 1


def end(page: Page, pass_phrase: str) -> None:
    """Type the pass phrase and end the account."""
    page.get_by_label("Pass phrase").fill(pass_phrase)
    page.get_by_role("button", name="End my account").click()


def ended(server: LiveServer) -> int:
    """How many accounts have ended, by the server's own count."""
    ((count,),) = server.rows("SELECT count(*) FROM account WHERE ended_at IS NOT NULL")
    return int(count)
