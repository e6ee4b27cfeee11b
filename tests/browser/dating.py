"""An adviser and a young person around dates: what each does, in a few verbs."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from playwright.sync_api import Page, expect

from tests.support.device import Device
from tests.support.server import LiveServer

from . import people
from .conftest import NewDevice
from .people import LEO
from .test_ask import adviser_of

REVIEW = "pathway-plan-review"
TITLE = "Pathway plan review"
# As the phone under test counts its days.
TODAY = datetime.now().astimezone().date()
PLAN = {"kind": REVIEW, "time": "16:00", "place": "Room 4, Town Hall", "with": "Sam", "call": False}


def in_days(days: int) -> str:
    """A day so many days from now."""
    return (TODAY + timedelta(days=days)).isoformat()


def day_words(day: date, *, year: bool = True) -> str:
    """A day as the screens say it: with its weekday this year, and with `year` with the year in another."""
    if year and day.year != TODAY.year:
        return f"{day.day} {day:%B} {day.year}"
    return f"{day:%A} {day.day} {day:%B}"


@dataclass(frozen=True)
class Adviser:
    """Sam's device, and what he does for one young person."""

    device: Device
    space: uuid.UUID

    def do(self, what: str, /, **body: Any) -> str:
        """An operation that is taken: its id."""
        made = self.device.do(self.space, what, **body)
        self.device.settle()
        assert self.device.refused == []
        return str(made["id"])

    def plan(self, days: int, **more: Any) -> str:
        """A review planned for a day so many days from now."""
        return self.do("date.plan", **(PLAN | {"day": in_days(days)} | more))

    def remind(self, text: str, days: int, **more: Any) -> str:
        """A reminder for a day so many days from now."""
        when: dict[str, Any] = {"day": in_days(days), "time": None, "repeat": None, "template": None}
        return self.do("reminder.make", **(when | {"text": text} | more))

    def sees(self, collection: str) -> list[dict[str, Any]]:
        """What has come to his device."""
        self.device.settle()
        return list(self.device.rows(self.space, collection).values())

    def sees_own(self) -> list[dict[str, Any]]:
        """The dates of the young person's own that have come to his device."""
        return [row for row in self.sees("dates") if row["kind"] == "own"]


def adviser_of_leo(new_device: NewDevice, server: LiveServer) -> Adviser:
    """Sam, who supports Leo."""
    ((space,),) = server.rows(
        "SELECT m.space_id FROM member m JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ?",
        LEO.signs_in_as,
    )
    return Adviser(adviser_of(new_device, server), uuid.UUID(space))


def phone_of_leo(new_device: NewDevice, server: LiveServer, **options: Any) -> Page:
    """Leo's phone, with everything on it that is needed without a signal."""
    page = new_device(**options).new_page()
    people.sign_in(page, LEO, server)
    # The notice of an example pack shows once the council's pages are here.
    expect(page.locator(".slim")).to_be_visible()
    people.install(page, server)
    return page


def add_own(page: Page, title: str, day: str, at: str = "09:30") -> str:
    """Write down a date of one's own; gives its id."""
    people.go(page, "/dates/new")
    page.get_by_label("What is it?").fill(title)
    page.get_by_label("Which day?").fill(day)
    page.get_by_label("What time?").fill(at)
    page.get_by_role("button", name="Save this date").click()
    expect(people.heading(page)).to_have_text(title)
    return page.url.rsplit("/", 1)[-1]
