"""Dates in one's own calendar: a file made on the phone, and the private address that a calendar reads by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

import requests
from icalendar import Calendar, Timezone
from icalendar.cal import Component
from playwright.sync_api import Page, expect

from webapp.core.london import instant

from . import people
from .adviser import Adviser
from .dating import TITLE, TODAY, add_own, in_days

LONGEST_LINE = 75
LONG = "Überprüfung, with Aunt May; bring the „blue“ folder \\ and all of it 🙂 " + "مراجعة " * 5


def taken(page: Page, folder: Path) -> bytes:
    """Tap "Add to my calendar": what the file holds."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Add to my calendar").click()
    download.value.save_as(folder / "date.ics")
    return (folder / "date.ics").read_bytes()


def event_of(data: bytes) -> Component:
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    return event


def last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def change_of_clocks(month: int) -> date:
    """The next Sunday on which the clocks change, in March or October, that is still to come."""
    day = last_sunday(TODAY.year, month)
    return day if day > TODAY else last_sunday(TODAY.year + 1, month)


def test_the_file_has_the_form_that_calendars_read(leo: Page, tmp_path: Path) -> None:
    people.go_offline(leo.context)
    own = add_own(leo, LONG.strip(), in_days(5))
    data = taken(leo, tmp_path)
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= LONGEST_LINE and b"\n" not in line and b"\r" not in line for line in lines)
    assert sum(line.startswith(b" ") for line in lines) > 1
    event = event_of(data)
    assert (str(event["UID"]), str(event["SUMMARY"])) == (own, LONG.strip())
    assert str(event["URL"]).endswith(f"/dates/{own}")
    stamp: datetime = event.decoded("DTSTAMP")
    assert abs(datetime.now(UTC) - stamp) < timedelta(minutes=10)

    leo.get_by_label("Hide what it is and where").check()
    plain = taken(leo, tmp_path)
    assert str(event_of(plain)["SUMMARY"]) == "Appointment"
    assert "LOCATION" not in event_of(plain)
    assert b"Aunt" not in plain.replace(b"\r\n ", b"")
    # The choice stays for the next date, once it is written down.
    leo.wait_for_timeout(600)
    leo.reload()
    expect(leo.get_by_label("Hide what it is and where")).to_be_checked()


def test_the_hour_that_happens_twice_and_the_one_that_does_not(leo: Page, tmp_path: Path) -> None:
    london = ZoneInfo("Europe/London")
    for month in (3, 10):
        day = change_of_clocks(month)
        add_own(leo, f"Night of {day}", day.isoformat(), "01:30")
        data = taken(leo, tmp_path)
        start: datetime = event_of(data).decoded("DTSTART")
        assert (start.date(), start.time()) == (day, time(1, 30))
        assert start.astimezone(UTC) == instant(day, time(1, 30))
        # The rules that the file brings along are those of London, for a calendar that does not know it.
        (zone,) = Calendar.from_ical(data).walk("VTIMEZONE")
        assert isinstance(zone, Timezone)
        brought = zone.to_tz(lookup_tzid=False)
        for hours in (-36, -12, 12, 36):
            at = datetime.combine(day, time(1, 30)) + timedelta(hours=hours)
            assert at.replace(tzinfo=brought).utcoffset() == at.replace(tzinfo=london).utcoffset(), at


def read(address: str) -> Calendar | None:
    """What a calendar finds there; None when it finds nothing."""
    answer = requests.get(address, timeout=20)
    if answer.status_code == HTTPStatus.NOT_FOUND:
        return None
    assert answer.headers["Cache-Control"] == "no-store"
    return Calendar.from_ical(answer.content)


def titles(address: str) -> set[str]:
    calendar = read(address)
    assert calendar is not None
    return {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}


def test_the_private_address_is_made_renewed_and_turned_off(leo: Page, sam: Adviser) -> None:
    sam.plan(9)
    people.come_again(leo)
    add_own(leo, "Exam", in_days(5))
    people.wait_until_sent(leo)
    people.go(leo, "/me/calendar")
    expect(leo.get_by_text("It is off")).to_be_visible()
    expect(leo.get_by_text("Not what it is, not where, not with whom.")).to_be_visible()
    leo.get_by_role("button", name="Make my private address").click()
    address = leo.locator(".address")
    expect(address).to_contain_text("/calendar/")
    first = address.inner_text()
    add = leo.get_by_role("link", name="Add to this phone’s calendar")
    expect(add).to_have_attribute("href", first.replace("http://", "webcal://"))
    assert titles(first) == {"Appointment"}

    leo.locator("label.choice", has_text="What it is").click()
    expect(leo.get_by_text("Your own dates too.")).to_be_visible()
    leo.get_by_role("button", name="Make a new address").click()
    expect(address).not_to_have_text(first)
    second = address.inner_text()
    assert read(first) is None
    assert {"Exam", TITLE} <= titles(second)

    # It is shown once, and kept nowhere on the phone.
    people.go(leo, "/dates")
    people.go(leo, "/me/calendar")
    expect(leo.get_by_text("It is on")).to_be_visible()
    expect(address).to_have_count(0)
    people.go_offline(leo.context)
    leo.get_by_role("button", name="Turn it off").click()
    expect(leo.get_by_text("This needs a signal, and there is none just now. Nothing was changed.")).to_be_visible()
    people.come_back(leo.context)
    leo.get_by_role("button", name="Turn it off").click()
    expect(leo.get_by_text("It is off")).to_be_visible()
    assert read(second) is None


def test_without_a_signal_it_says_what_it_needs_and_tries_again(leo: Page) -> None:
    people.go_offline(leo.context)
    people.go(leo, "/me/calendar")
    expect(leo.get_by_text("This needs a signal, and there is none just now.")).to_be_visible()
    people.come_back(leo.context)
    leo.get_by_role("button", name="Try again").last.click()
    expect(leo.get_by_role("button", name="Make my private address")).to_be_visible()
