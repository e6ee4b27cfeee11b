"""An adviser and a young person around dates: what each does, in a few verbs."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from playwright.sync_api import Page, expect

from . import people

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


def add_own(page: Page, title: str, day: str, at: str = "09:30") -> str:
    """Write down a date of one's own; gives its id."""
    people.go(page, "/dates/new")
    page.get_by_label("What is it?").fill(title)
    page.get_by_label("Which day?").fill(day)
    page.get_by_label("What time?").fill(at)
    page.get_by_role("button", name="Save this date").click()
    expect(people.heading(page)).to_have_text(title)
    return page.url.rsplit("/", 1)[-1]
