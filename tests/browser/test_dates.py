"""Dates on the young person's phone: without a signal, private until shared, and never the young person's fault."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from . import people
from .adviser import Adviser
from .dating import TITLE, TODAY, add_own, day_words, in_days
from .people import SAM
from .test_screens import AXE, look_at, shown

WANT = "A place at college.\nHelp with the form."


def test_getting_ready_without_a_signal_stays_private_until_a_page_is_shared(leo: Page, sam: Adviser) -> None:
    review = sam.plan(16)
    people.come_again(leo)
    hero = leo.get_by_role("region", name=TITLE)
    expect(hero).to_contain_text("16 days")
    people.go_offline(leo.context)
    hero.get_by_role("link", name="Get ready: 6 questions left").click()
    leo.get_by_role("link", name="Start").click()
    # The faces are a group with a name, each with words, and the arrow keys go from one to the next.
    leo.get_by_role("group", name="How do you feel about it?").get_by_role("radio", name="OK").focus()
    leo.keyboard.press("ArrowLeft")
    expect(leo.get_by_role("radio", name="Not good")).to_be_checked()
    leo.get_by_label("What I want (optional)").fill(WANT)
    expect(leo.get_by_role("status").get_by_text("Saved on this phone", exact=True).last).to_be_visible()
    leo.wait_for_timeout(600)
    leo.reload()
    expect(leo.get_by_label("What I want (optional)")).to_have_value(WANT)
    expect(leo.get_by_role("radio", name="Not good")).to_be_checked()
    leo.get_by_role("button", name="Next: Health and how I feel").click()
    leo.get_by_label("What I want changed in my plan").fill("More sleep.")
    leo.get_by_role("link", name="Enough for now").click()
    expect(leo.get_by_role("link", name="Work, school and training")).to_contain_text("Not good")
    expect(leo.get_by_role("link", name="Go on")).to_have_attribute("href", f"/dates/{review}/ready/family_friends")

    people.come_back(leo.context)
    people.wait_until_sent(leo)
    assert sam.sees("preparations") == []
    leo.get_by_role("link", name="Work, school and training").click()
    leo.get_by_label(f"Share this page with {SAM.name}").check()
    expect(leo.get_by_text(f"You and {SAM.name}, and whoever covers")).to_be_visible()
    people.wait_until_sent(leo)
    (shared,) = sam.sees("preparations")
    assert (shared["heading"], shared["face"], shared["want"]) == ("career", 2, WANT)
    leo.get_by_label(f"Share this page with {SAM.name}").uncheck()
    expect(leo.get_by_text("Only you. Your council keeps it locked away")).to_be_visible()
    people.wait_until_sent(leo)
    assert sam.sees("preparations") == []

    people.go(leo, f"/dates/{review}/ready")
    leo.get_by_role("button", name="Share all of it").click()
    expect(leo.get_by_text(f"and whoever covers for {SAM.name}: all of it.")).to_be_visible()
    people.wait_until_sent(leo)
    assert {row["heading"] for row in sam.sees("preparations") if row["want"] or row["change"]} == {
        "career",
        "health_wellbeing",
    }
    leo.get_by_role("link", name="One page for the meeting").click()
    leo.emulate_media(media="print")
    expect(leo.get_by_text("Help with the form.")).to_be_visible()
    expect(leo.get_by_role("button", name="Print or save")).to_be_hidden()
    expect(leo.get_by_role("link", name="Get help")).to_be_hidden()


def test_an_own_date_is_private_and_goes_into_the_calendar(leo: Page, sam: Adviser, tmp_path: Path) -> None:
    people.go_offline(leo.context)
    own = add_own(leo, "Exam; maths, paper 2", in_days(5))
    leo.reload()
    expect(people.heading(leo)).to_have_text("Exam; maths, paper 2")
    with leo.expect_download() as download:
        leo.get_by_role("button", name="Add to my calendar").click()
    download.value.save_as(tmp_path / "date.ics")
    (event,) = Calendar.from_ical((tmp_path / "date.ics").read_bytes()).walk("VEVENT")
    assert (str(event["UID"]), str(event["SUMMARY"])) == (own, "Exam; maths, paper 2")
    start: datetime = event.decoded("DTSTART")
    assert start.isoformat()[:16] == f"{in_days(5)}T09:30"
    assert str(start.tzinfo) == "Europe/London"

    people.come_back(leo.context)
    people.wait_until_sent(leo)
    assert sam.sees_own() == []
    leo.get_by_role("button", name="Change this date").click()
    leo.get_by_label(f"Show it to {SAM.name}").check()
    leo.get_by_role("button", name="Save", exact=True).click()
    expect(leo.get_by_text("Shared with your PA")).to_be_visible()
    people.wait_until_sent(leo)
    assert [row["title"] for row in sam.sees_own()] == ["Exam; maths, paper 2"]
    leo.get_by_role("button", name="Take it off my list").click()
    leo.get_by_role("button", name="Yes, take it off").click()
    expect(leo.locator(".tag", has_text="Called off")).to_be_visible()
    # Its history is for its owner alone.
    expect(leo.locator("h2:has-text('What happened so far') + ul > li").first).to_contain_text("called off")
    people.wait_until_sent(leo)
    assert [row["state"] for row in sam.sees_own()] == ["cancelled"]


def test_a_day_that_is_over_is_told_before_anything_is_saved(leo: Page) -> None:
    people.go(leo, "/dates/new")
    leo.get_by_label("Which day?").fill(in_days(-1))
    leo.get_by_role("button", name="Save this date").click()
    summary = leo.get_by_role("alert")
    expect(summary).to_contain_text("Write what it is.")
    expect(summary).to_contain_text("Choose a day that is still to come.")
    expect(summary).to_be_focused()
    expect(leo).to_have_url(re.compile(r"/dates/new$"))


def test_a_late_review_is_asked_for_and_another_time_too(leo: Page, sam: Adviser) -> None:
    sam.plan(-200, held=True)
    people.come_again(leo)
    people.go(leo, "/dates")
    late = leo.locator(".note", has_text="This should have happened").filter(has_text=TITLE)
    limit = _months_later(TODAY - timedelta(days=200), 6)
    expect(late).to_contain_text(TITLE)
    expect(late).to_contain_text(f"This should have happened by {day_words(limit)}. It is not your fault.")
    expect(late).to_contain_text("This is the law.")
    people.go_offline(leo.context)
    late.get_by_role("button", name=f"Ask {SAM.name} for it now").click()
    expect(late).to_contain_text(f"{SAM.name} has to answer.")
    leo.get_by_role("link", name=TITLE).filter(has_text="Asked for").click()
    expect(leo.locator(".tag").first).to_have_text("Asked for")
    people.come_back(leo.context)
    people.wait_until_sent(leo)
    asked = next(row for row in sam.sees("dates") if row["state"] == "asked")
    when = {"day": in_days(9), "time": "10:00", "place": "", "with": "Sam", "call": True, "words": ""}
    sam.do("date.move", date=asked["id"], **when)
    people.come_again(leo)
    expect(leo.locator("main")).to_contain_text("in 9 days")
    expect(leo.locator("main")).to_contain_text("By phone or video")
    expect(leo.locator("main")).to_contain_text("This is later than it should be.")

    leo.get_by_role("button", name="Ask for another time").click()
    leo.get_by_role("button", name="Ask for this time").click()
    expect(leo.get_by_role("alert")).to_contain_text("That is the time it has now.")
    leo.get_by_label("Which day?").fill(in_days(7))
    leo.get_by_role("button", name="Ask for this time").click()
    expect(leo.get_by_text(f"Until {SAM.name} answers, the date stays as it is.")).to_be_visible()
    people.wait_until_sent(leo)
    (row,) = (row for row in sam.sees("dates") if row["id"] == asked["id"])
    assert (row["proposed"]["day"], row["day"]) == (in_days(7), in_days(9))
    sam.do("date.decline", date=asked["id"], words="I am away then.")
    people.come_again(leo)
    expect(leo.locator(".note", has_text="did not work for them")).to_contain_text("I am away then.")


def test_afterwards_what_was_agreed_is_ticked_and_the_plan_answered(leo: Page, sam: Adviser) -> None:
    review = sam.plan(-3, held=True)
    agreed: dict[str, Any] = {"agreement": None, "date": review, "who_words": ""}
    sam.do("agreement.put", **agreed, what="Call the college", who="me", by=in_days(3))
    sam.do("agreement.put", **agreed, what="Ask for a bigger room", who="adviser", by=None)
    people.come_again(leo)
    people.go(leo, "/dates")
    leo.get_by_role("button", name="Past").click()
    leo.get_by_role("link").filter(has_text="It took place").filter(has_text=TITLE).click()
    leo.get_by_role("link", name="What we agreed").click()
    people.go_offline(leo.context)
    expect(leo.get_by_text(f"{SAM.name} does this")).to_be_visible()
    expect(leo.get_by_text("in 3 days")).to_be_visible()
    leo.get_by_label("Call the college").check()
    leo.get_by_text("I don’t agree", exact=True).click()
    leo.get_by_role("button", name="Save what I say").click()
    expect(leo.get_by_role("alert")).to_contain_text("Write why")
    leo.get_by_label("I don’t agree, because").fill("The room was promised in May.")
    leo.get_by_role("button", name="Save what I say").click()
    expect(leo.get_by_text("You do not agree with this plan")).to_be_visible()
    leo.reload()
    expect(leo.get_by_label("Call the college")).to_be_checked()
    people.come_back(leo.context)
    people.wait_until_sent(leo)
    assert {row["what"]: row["done"] for row in sam.sees("agreements")} == {
        "Call the college": True,
        "Ask for a bigger room": False,
    }
    assert [(row["agree"], row["words"]) for row in sam.sees("plan_answers")] == [
        (False, "The room was promised in May.")
    ]


def test_the_month_is_moved_through_by_keys_in_both_directions_of_reading(leo: Page) -> None:
    add_own(leo, "Exam", in_days(5))
    people.go(leo, "/dates/month")
    grid = leo.get_by_role("grid")
    expect(grid.get_by_role("columnheader")).to_have_count(7)
    chosen = grid.locator("[aria-pressed='true']")
    expect(chosen).to_have_accessible_name(re.compile(f"^{day_words(_in(2), year=False)}, 1 date: Ring the garage"))
    expect(leo.get_by_role("link", name="Ring the garage")).to_be_visible()
    chosen.focus()
    for _ in range(3):
        leo.keyboard.press("ArrowRight")
    expect(chosen).to_have_accessible_name(f"{day_words(_in(5), year=False)}, 1 date: Exam")
    expect(leo.get_by_role("link", name="Exam")).to_be_visible()
    for key, days in (("ArrowRight", 6), ("ArrowDown", 13), ("ArrowUp", 6), ("ArrowLeft", 5)):
        leo.keyboard.press(key)
        expect(chosen).to_be_focused()
        expect(leo.locator("#on-day")).to_have_text(day_words(_in(days)))
    leo.evaluate("document.documentElement.dir = 'rtl'")
    leo.keyboard.press("ArrowLeft")
    expect(leo.locator("#on-day")).to_have_text(day_words(_in(6)))
    expect(leo.get_by_text("Nothing on this day.")).to_be_visible()
    leo.get_by_role("link", name="Add my own date").click()
    expect(leo.get_by_label("Which day?")).to_have_value(in_days(6))


def _in(days: int) -> date:
    return TODAY + timedelta(days=days)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


@pytest.mark.parametrize("dress", ["light", "dark and biggest"])
def test_every_screen_of_dates_is_sound(leo: Page, sam: Adviser, dress: str) -> None:
    held, late = sam.plan(-200, held=True), sam.plan(16)
    sam.do("agreement.put", agreement=None, date=held, what="A bed", who="other", who_words="Aunt May", by=None)
    people.come_again(leo)
    own = add_own(leo, "Exam", in_days(5))
    people.go(leo, f"/dates/{late}/ready/finances")
    leo.get_by_text("Very bad", exact=True).click()
    leo.get_by_label("How is it going?").fill("I run out by Sunday.")
    if dress != "light":
        people.go(leo, "/me/look")
        leo.get_by_text("Biggest", exact=True).click()
        leo.get_by_text("Dark", exact=True).click()
    leo.evaluate(AXE.read_text(encoding="utf-8"))
    more = ("", "/ready", "/ready/finances", "/ready/being_involved", "/print", "/after")
    paths = ["/", "/dates", "/dates/month", "/dates/new", "/dates/ask", f"/dates/{own}", f"/dates/{held}/after"]
    paths += [f"/dates/{late}{path}" for path in more] + ["/dates/nowhere-at-all/ready"]
    wrong = look_at(leo, paths)
    assert wrong == {}, shown(wrong)
