"""A reminder on the young person's phone; and dates that were turned down, read far away, brought up, or printed."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, PdfMargins, Route, expect

from tests.support.server import LiveServer

from . import people
from .adviser import Adviser, phone_of_leo
from .dating import add_own, in_days
from .devices import NewDevice
from .people import SAM
from .test_languages import speak, words_of
from .test_screens import AXE, look_at, shown

BRING = "Bring your ID to the housing office."
TOKYO = "Asia/Tokyo"


def test_a_reminder_is_opened_and_seen_without_a_signal_and_may_be_called_off(leo: Page, sam: Adviser) -> None:
    reminder = sam.remind(BRING, 0, repeat={"every": "week", "until": in_days(15)})
    people.come_again(leo)
    people.go_offline(leo.context)
    # Home is where somebody finds it who missed the notification.
    people.go(leo, "/")
    leo.get_by_role("link", name=BRING).click()
    expect(people.heading(leo)).to_have_text(f"Reminder from {SAM.name}")
    expect(leo.locator("main")).to_contain_text("Every week until")
    leo.get_by_role("button", name="Got it").click()
    expect(leo.get_by_text("You saw this")).to_be_visible()
    expect(leo.get_by_text("Saved on this phone, not sent yet.")).to_be_visible()
    leo.reload()
    expect(leo.get_by_text("You saw this")).to_be_visible()
    expect(leo.get_by_role("button", name="Got it")).to_have_count(0)
    people.come_back(leo.context)
    people.wait_until_sent(leo)
    (day,) = next(row for row in sam.sees("reminders") if row["id"] == reminder)["happened"]
    assert (day["on"], day["seen_at"] is not None) == (in_days(0), True)
    people.go(leo, "/dates")
    expect(leo.get_by_role("link", name=BRING).filter(has_text="in 7 days")).to_be_visible()

    sam.do("reminder.cancel", reminder=reminder)
    leo.goto(f"/reminders/{reminder}")
    expect(leo.get_by_text(f"{SAM.name} called this reminder off. There is nothing for you to do.")).to_be_visible()


def test_a_reminder_that_is_not_here_says_so_kindly(leo: Page) -> None:
    people.go(leo, f"/reminders/{uuid.uuid4()}")
    expect(people.heading(leo)).to_have_text("This reminder is not here")
    expect(leo.get_by_text("You did nothing wrong, and nothing is lost.")).to_be_visible()


def test_what_the_server_turns_down_stays_on_the_date_with_its_words(
    new_device: NewDevice, server: LiveServer, sam: Adviser
) -> None:
    review = sam.plan(9)
    # Without Background Sync only the page sends, and a page's requests can be answered otherwise.
    leo = phone_of_leo(new_device, server, permissions=["notifications"])
    sentence = "This day is over, or far too far ahead. Nothing was changed."
    problem = {"type": "/problems/not-valid", "title": "No", "status": 422, "detail": sentence, "retry": False}

    def turn_down(route: Route) -> None:
        asked: dict[str, Any] = route.request.post_data_json or {}
        answer = route.fetch(post_data=json.dumps(asked | {"operations": []})).json()
        answer["outcomes"] = [
            {"id": one["id"], "outcome": "refused", "problem": problem} for one in asked["operations"]
        ]
        route.fulfill(content_type="application/json", body=json.dumps(answer))

    leo.route("**/api/v1/sync", turn_down)
    people.go(leo, f"/dates/{review}")
    leo.get_by_role("button", name="Ask for another time").click()
    leo.get_by_label("Which day?").fill(in_days(7))
    leo.get_by_label("Why?").fill("I work then.")
    leo.get_by_role("button", name="Ask for this time").click()
    note = leo.locator(".note.stop", has_text="Not saved: Another time you asked for")
    expect(note).to_contain_text(sentence)
    expect(note).to_contain_text("I work then.")
    leo.unroute("**/api/v1/sync")
    note.get_by_role("button", name="Try again").click()
    expect(note).to_have_count(0)
    people.wait_until_sent(leo)
    (row,) = (row for row in sam.sees("dates") if row["id"] == review)
    assert row["proposed"]["words"] == "I work then."


def test_a_phone_far_away_shows_london_time_and_says_so(
    new_device: NewDevice, server: LiveServer, sam: Adviser
) -> None:
    # In Tokyo it is tomorrow from 3 in the afternoon of London's winter on.
    review = sam.plan(1)
    away = phone_of_leo(new_device, server, timezone_id=TOKYO)
    people.go(away, "/dates")
    expect(away.get_by_text("All times here are UK time.")).to_be_visible()
    hero = away.get_by_role("region", name="Pathway plan review")
    london = datetime.now(UTC).astimezone(ZoneInfo("Europe/London")).date()
    left = (datetime.fromisoformat(in_days(1)).date() - london).days
    expect(hero).to_contain_text("Tomorrow" if left == 1 else "Today" if left == 0 else f"{left} days")
    people.go(away, f"/dates/{review}")
    expect(away.locator("main")).to_contain_text("4pm")
    expect(away.locator("main")).to_contain_text("tomorrow at 4pm" if left == 1 else "4pm")


def test_a_date_of_ones_own_is_brought_up_at_the_next_review(leo: Page, sam: Adviser) -> None:
    review = sam.plan(16)
    people.come_again(leo)
    people.go_offline(leo.context)
    add_own(leo, "Dentist", in_days(5))
    leo.get_by_role("button", name="Talk about it at a review").click()
    leo.get_by_role("link", name="Health and how I feel").click()
    leo.get_by_label("How is it going?").fill("My tooth hurts.")
    leo.get_by_role("button", name="Add it to what I say").click()
    expect(leo.get_by_label("How is it going?")).to_have_value(f"My tooth hurts.\nDentist · {short(5)}, 9:30am")
    expect(leo.get_by_role("status").filter(has_text="Saved on this phone")).to_be_visible()
    people.go(leo, f"/dates/{review}/print")
    expect(leo.locator(".paper")).to_contain_text(f"Dentist · {short(5)}, 9:30am")


def short(days: int) -> str:
    day = datetime.fromisoformat(in_days(days))
    return f"{day:%a} {day.day} {day:%b}".replace("Sep", "Sept")


def test_the_page_for_the_meeting_is_one_sheet_black_on_white_with_what_was_chosen(leo: Page, sam: Adviser) -> None:
    review = sam.plan(16)
    people.come_again(leo)
    for heading in ("career", "health_wellbeing", "family_friends", "where_you_live", "finances", "being_involved"):
        people.go(leo, f"/dates/{review}/ready/{heading}")
        expect(leo.get_by_label("What I want (optional)")).to_have_value("")
        leo.get_by_text("Not good", exact=True).click()
        leo.get_by_label("How is it going?").fill(f"About {heading}. " + "It is hard to keep up with it all. " * 5)
        leo.get_by_label("What I want (optional)").fill("Somebody who comes along. " * 4)
    people.go(leo, "/me/look")
    leo.get_by_text("Dark", exact=True).click()
    leo.get_by_text("Biggest", exact=True).click()
    people.go(leo, f"/dates/{review}/print")
    leo.get_by_label("Family and friends").uncheck()
    leo.emulate_media(media="print")
    expect(leo.get_by_text("About finances.")).to_be_visible()
    expect(leo.get_by_text("About family_friends.")).to_have_count(0)
    expect(leo.get_by_label("Family and friends")).to_be_hidden()
    colours = leo.evaluate(
        "() => ['.paper h2', '.paper .own-words', 'h1', 'body'].map((one) => document.querySelector(one))"
        ".map((one) => one.matches('body') ? getComputedStyle(one).backgroundColor : getComputedStyle(one).color)"
    )
    assert colours == ["rgb(0, 0, 0)"] * 3 + ["rgb(255, 255, 255)"]
    sheets = leo.pdf(format="A4", margin=PdfMargins(top="12mm", right="12mm", bottom="12mm", left="12mm"))
    assert sheets.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("dress", ["light", "dark and biggest", "arabic"])
def test_reminders_and_the_calendar_are_sound(leo: Page, sam: Adviser, dress: str) -> None:
    coming, came = sam.remind(BRING, 3), sam.remind("Ring the doctor.", 0)
    review = sam.plan(4)
    sam.plan(-200, held=True)
    people.come_again(leo)
    said = words_of("ar") if dress == "arabic" else str
    if dress == "arabic":
        speak(leo, "ar")
    if dress == "dark and biggest":
        people.go(leo, "/me/look")
        leo.get_by_text("Biggest", exact=True).click()
        leo.get_by_text("Dark", exact=True).click()
    leo.evaluate(AXE.read_text(encoding="utf-8"))
    paths = ["/", "/dates", "/dates/month", f"/reminders/{coming}", f"/reminders/{came}", "/reminders/nowhere"]
    paths += ["/me/calendar", f"/dates/{review}", f"/dates/{review}/ready", f"/dates/{review}/ready/career"]
    wrong = look_at(leo, paths, said)
    assert wrong == {}, shown(wrong)
