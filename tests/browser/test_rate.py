"""The pledge, rated: without a signal, changed while the season runs; results for everyone; what a manager does."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.server import LiveServer
from webapp.core.clock import now
from webapp.core.working_days import london_day
from webapp.pledge.rules import season_of
from webapp.upkeep.demo_ratings import WROTE

from . import people
from .devices import DESK, NewDevice
from .people import HELEN, LEO
from .test_screens import AXE, look_at, shown

PROMISE, TEXT = "few-moves", "You do not have to move often"
OTHER = "kind-carers"
WORDS = "Twice since the summer."
HIDDEN = "Fewer than 5, or hidden"
RESULTS = "/rights/pledge/results"
NAMED = "Ask Mx Example."
SMALLEST = {"width": 320, "height": 640}


def choose(page: Page, answer: str) -> None:
    page.get_by_role("group", name="How is this going for you?").get_by_text(answer, exact=True).click()


def say(page: Page, promise: str, answer: str, words: str = "") -> None:
    """Say how a promise goes, and stay until it is safe on this phone."""
    people.go(page, f"/rights/pledge/{promise}")
    choose(page, answer)
    if words:
        page.get_by_label("A few words").fill(words)
    page.get_by_role("button", name=re.compile("^Save")).click()
    expect(page.get_by_text(f"Saved: {answer}")).to_be_visible()


def line_of(page: Page, text: str) -> Locator:
    """A promise in the list of all."""
    return page.get_by_role("link").filter(has_text=text)


def card_of(page: Page, text: str) -> Locator:
    """A promise in the results."""
    return page.locator(".card", has=page.get_by_role("heading", name=text))


def on_server(server: LiveServer) -> list[tuple[Any, ...]]:
    """What Leo said, as the server has it."""
    return server.rows(
        "SELECT r.season, r.promise, r.answer, r.words IS NOT NULL FROM rating r JOIN member m"
        " ON m.space_id = r.space_id AND m.role = 'young_person' JOIN account a ON a.id = m.account_id"
        " WHERE a.sign_in_name = ? ORDER BY r.promise",
        LEO.signs_in_as,
    )


def said_last_season(server: LiveServer, answer: str) -> None:
    """As if Leo had said it three months ago."""
    season = season_of(london_day(now())).before
    with closing(sqlite3.connect(server.data_dir / "footing.sqlite3")) as db, db:
        (space,) = db.execute(
            "SELECT m.space_id FROM member m JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ?",
            [LEO.signs_in_as],
        ).fetchone()
        # Made as one of the rows that are there, so that every column has its own form.
        db.execute(
            "INSERT INTO rating SELECT ?, ?, ?, council, ?, answer_at, ?, NULL, ?, 0, 1 FROM rating LIMIT 1",
            [space, season.code, PROMISE, answer, "0" * 31 + "1", "0" * 31 + "2"],
        )


def results_of(new_device: NewDevice) -> Page:
    """The results, as somebody sees them who has not signed in."""
    page = new_device().new_page()
    page.goto("/")
    page.get_by_label("Your council").select_option("rutland")
    people.go(page, RESULTS)
    expect(page.get_by_role("heading", name="The numbers")).to_be_visible()
    return page


def test_said_without_a_signal_then_changed(new_device: NewDevice, server: LiveServer) -> None:
    phone = new_device()
    page = phone.new_page()
    people.sign_in(page, LEO, server)
    people.install(page, server)
    people.go(page, "/rights/pledge")
    people.go_offline(phone)
    line_of(page, TEXT).click()
    expect(people.heading(page)).to_contain_text(TEXT)
    expect(page.get_by_text("Before you answer: who sees this")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Choose one of the four answers.")
    say(page, PROMISE, "Partly", WORDS)
    season = season_of(london_day(now()))
    expect(page.locator("main")).to_contain_text(f"You can change this until {season.last.day} ")
    expect(page.locator("main")).to_contain_text("Waiting for signal")

    page.reload()
    people.go(page, "/rights/pledge")
    expect(line_of(page, TEXT)).to_contain_text("You said: Partly")
    expect(line_of(page, TEXT)).to_contain_text("Waiting for signal")
    # Who sees what is told in full before the first one only.
    people.go(page, f"/rights/pledge/{OTHER}")
    expect(page.get_by_text("Who sees this?")).to_be_visible()
    expect(page.get_by_text("Nobody at your council sees")).to_be_hidden()

    people.come_back(phone)
    people.wait_until_sent(page)
    assert on_server(server) == [(season.code, PROMISE, "partly", 1)]
    people.go(page, f"/rights/pledge/{PROMISE}")
    expect(page.get_by_label("A few words")).to_have_value(WORDS)
    page.get_by_label("A few words").fill("")
    say(page, PROMISE, "Kept")
    people.wait_until_sent(page)
    people.until(page, lambda: on_server(server) == [(season.code, PROMISE, "kept", 0)])
    people.go(page, "/rights/pledge")
    expect(line_of(page, TEXT)).to_contain_text("You said: Kept")
    expect(line_of(page, TEXT)).not_to_contain_text("Waiting")


def test_what_is_typed_stays_and_what_was_said_last_season_is_told(new_device: NewDevice, server: LiveServer) -> None:
    said_last_season(server, "not_kept")
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    people.go(page, f"/rights/pledge/{PROMISE}")
    expect(page.get_by_text("Last season you said: Not kept.")).to_be_visible()
    choose(page, "Can’t say")
    page.get_by_label("A few words").fill(WORDS)
    page.get_by_role("link", name="Next promise").click()
    expect(people.heading(page)).not_to_contain_text(TEXT)
    page.go_back()
    expect(page.get_by_label("A few words")).to_have_value(WORDS)
    expect(page.get_by_role("radio", name="Can’t say")).to_be_checked()
    assert len(on_server(server)) == 1


def test_a_locked_app_shows_the_promises_and_nothing_of_mine(new_device: NewDevice, server: LiveServer) -> None:
    page = new_device().new_page()
    people.sign_in(page, LEO, server)
    say(page, PROMISE, "Not kept", WORDS)
    page.evaluate("localStorage.setItem('footing.locked', '1')")
    for path in (f"/rights/pledge/{PROMISE}", "/rights/pledge"):
        page.goto(path)
        expect(page.get_by_text(TEXT)).to_be_visible()
        expect(page.locator("main")).not_to_contain_text("Not kept")
        expect(page.get_by_text(WORDS)).to_have_count(0)


def test_everyone_sees_numbers_and_what_stays_hidden(new_device: NewDevice, server: LiveServer) -> None:
    page = results_of(new_device)
    home = card_of(page, "You have a safe place to live")
    expect(home.get_by_role("row", name="Kept 8")).to_contain_text("2 more than the season before")
    expect(home.get_by_role("row", name="Not kept")).to_contain_text(HIDDEN)
    expect(home.get_by_role("row", name="Can’t say")).to_contain_text(HIDDEN)
    expect(home).to_contain_text(WROTE["safe-home"])
    expect(card_of(page, TEXT)).to_contain_text("All numbers are hidden, so that nobody can be made out.")
    expect(page.get_by_role("heading", name="You said, we did")).to_be_visible()
    page.get_by_label("Months").select_option(index=1)
    expect(home.get_by_role("row", name="Kept 6")).not_to_contain_text("than the season before")
    with page.expect_download() as table:
        page.get_by_role("link", name="Get all numbers as a table (CSV)").click()
    assert table.value.suggested_filename == "pledge-rutland.csv"


def test_results_stay_on_the_phone(new_device: NewDevice, server: LiveServer) -> None:
    page = results_of(new_device)
    people.install(page, server)
    people.go(page, "/rights/pledge")
    people.go_offline(page.context)
    page.get_by_role("link", name="What everyone said").click()
    expect(page.get_by_text("This is what this phone saw last.")).to_be_visible()
    expect(card_of(page, "You have a safe place to live")).to_be_visible()
    page.evaluate("caches.delete('pledge-results-v1')")
    page.reload()
    expect(page.get_by_text("Open them once with a signal, then they stay here.")).to_be_visible()
    people.come_back(page.context)
    expect(card_of(page, "You have a safe place to live")).to_be_visible()


def test_a_manager_takes_a_name_out_and_shares_the_words(new_device: NewDevice, server: LiveServer) -> None:
    desk = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(desk, HELEN, server)
    desk.get_by_role("link", name="The pledge").click()
    field = desk.get_by_label("What they wrote")
    expect(desk.get_by_text("2 wait")).to_be_visible()
    for _ in range(2):
        written = field.input_value()
        if NAMED in written:
            field.fill(written.replace(NAMED, "").strip())
            desk.get_by_role("button", name="Share with everyone").click()
            expect(desk.get_by_text("Shared with everyone.")).to_be_visible()
        else:
            desk.get_by_role("button", name="Do not share").click()
            expect(desk.get_by_text("Not shared.")).to_be_visible()
        expect(field.or_(desk.get_by_text("Nothing waits to be read"))).to_be_visible()
    expect(desk.get_by_text("Nothing waits to be read")).to_be_visible()
    expect(desk.get_by_role("heading", name="Shared with everyone (2)")).to_be_visible()

    page = results_of(new_device)
    expect(card_of(page, "If your feelings")).to_contain_text("I waited a long time and nobody told me why.")
    expect(page.get_by_text("Mx Example")).to_have_count(0)
    expect(page.get_by_text(WROTE["health-checks"])).to_have_count(0)

    desk.get_by_role("button", name="I waited a long time").click()
    desk.get_by_role("button", name="Take it away").click()
    expect(desk.get_by_role("heading", name="Shared with everyone (1)")).to_be_visible()
    page.reload()
    expect(card_of(page, "If your feelings")).to_be_visible()
    expect(page.get_by_text("I waited a long time")).to_have_count(0)


def test_a_manager_tells_what_was_done_and_keeps_a_version(new_device: NewDevice, server: LiveServer) -> None:
    desk = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(desk, HELEN, server)
    people.go(desk, "/team/pledge/did")
    desk.get_by_role("button", name="Share with everyone").click()
    expect(desk.get_by_role("alert")).to_contain_text("Write what you did.")
    desk.get_by_label("You said").fill("The form is too long.")
    desk.get_by_label("We did").fill("It is one page now.")
    desk.get_by_role("button", name="Share with everyone").click()
    entry = desk.locator("li .card", has_text="The form is too long.")
    expect(entry).to_contain_text("It is one page now.")
    entry.get_by_role("button", name="Change what is from").click()
    changing = desk.locator("li .card", has=desk.get_by_role("button", name="Save the change"))
    changing.get_by_label("We did").fill("It is half a page now.")
    changing.get_by_role("button", name="Save the change").click()
    expect(entry).to_contain_text("It is half a page now.")
    entry.get_by_role("button", name="Remove what is from").click()
    entry.get_by_role("button", name="Yes, take it away").click()
    expect(entry).to_have_count(0)

    people.go(desk, "/team/pledge/boards")
    day = london_day(now()) + timedelta(days=7)
    for words in ("Made for", "There is a version for this day already."):
        desk.get_by_label("Day of the board").fill(day.isoformat())
        desk.get_by_role("button", name="Make the version").click()
        expect(desk.get_by_text(words).first).to_be_visible()
    with desk.expect_download() as version:
        desk.get_by_role("link", name="Everything for").click()
    assert version.value.suggested_filename == f"pledge-rutland-{day.isoformat()}.json"

    people.go_offline(desk.context)
    desk.get_by_label("Day of the board").fill((day + timedelta(days=1)).isoformat())
    desk.get_by_role("button", name="Make the version").click()
    expect(desk.get_by_text("There is no connection right now.")).to_be_visible()
    people.go(desk, "/team/pledge/did")
    expect(desk.get_by_text("This screen needs a connection")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_screens_are_sound_on_the_smallest_phone(new_device: NewDevice, server: LiveServer, language: str) -> None:
    for who, paths in (
        (LEO, ["/rights/pledge", f"/rights/pledge/{PROMISE}", f"/rights/pledge/{OTHER}", RESULTS]),
        (HELEN, ["/team", "/team/pledge", "/team/pledge/did", "/team/pledge/boards"]),
    ):
        page = new_device(viewport=SMALLEST).new_page()
        people.sign_in(page, who, server)
        if who is LEO:
            say(page, PROMISE, "Kept", WORDS)
        page.evaluate("language => localStorage.setItem('footing.language', language)", language)
        page.goto("/me/wrong")
        expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        wrong = look_at(page, paths)
        assert wrong == {}, shown(wrong)
