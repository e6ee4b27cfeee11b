"""What the check leads to: the timeline as drawing and list, everything on paper, and a right with its figures."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from . import people
from .devices import NewDevice
from .test_check import BORN, FIRST_HOME, take

# What is open at the moment of printing, instead of the browser's own window.
_PRINTS = """() => {
  window.printed = [];
  window.print = () => {
    const all = [...document.querySelectorAll("main details")];
    window.printed.push([all.filter((one) => one.open).length, all.length]);
  };
}"""


@pytest.fixture
def page(new_device: NewDevice) -> Page:
    """A phone whose person was in care until 18, and has not signed in."""
    page = new_device().new_page()
    page.goto("/")
    page.get_by_label("Your council").select_option("merton")
    take(page)
    page.evaluate(_PRINTS)
    return page


def milestone(page: Page, age: int, words: str) -> Locator:
    return page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=f"{words} {age}", exact=True))


def test_the_timeline_is_a_drawing_and_the_same_as_a_list(page: Page) -> None:
    people.go(page, "/rights/timeline")
    expect(page.get_by_role("heading", name="You turn 21 in")).to_be_visible()
    drawing = page.locator("svg.timeline")
    expect(drawing).to_have_attribute("aria-hidden", "true")
    points = ["You turned 16", "You turned 17", "You turned 18", "Today", "You turn 21", "You turn 25"]
    expect(drawing.locator("text:not(.when)")).to_have_text(points)
    expect(drawing.locator("text.when").last).to_have_text(f"1 January {BORN + 25}")

    for age in (21, 25):
        expect(milestone(page, age, "You turn")).to_contain_text(f"1 January {BORN + age}")
    last = milestone(page, 25, "You turn")
    expect(last).to_contain_text("Your status changes to: Care experienced")
    last.get_by_text("things end").click()
    expect(last.get_by_role("link", name=FIRST_HOME)).to_be_visible()
    grown = milestone(page, 18, "You turned")
    expect(grown).to_be_hidden()
    page.get_by_text("What was before today").click()
    expect(grown).to_contain_text("Your status changed to: Care leaver, 18 or over")


def test_the_timeline_prints_with_everything_open(page: Page) -> None:
    people.go(page, "/rights/timeline")
    page.get_by_role("button", name="Print or save").click()
    page.wait_for_function("window.printed.length === 1")
    ((opened, every),) = page.evaluate("window.printed")
    assert opened == every > 3
    page.emulate_media(media="print")
    expect(page.locator("svg.timeline")).to_be_visible()
    expect(milestone(page, 25, "You turn")).to_be_visible()
    expect(page.get_by_role("navigation")).to_be_hidden()


def test_everything_is_put_on_paper_for_somebody_without_an_account(page: Page) -> None:
    people.go(page, "/rights/print")
    main = page.locator("main")
    for title in ("You should get these now", "Coming later", "My timeline", "If they say no"):
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
    owed = page.locator("h2:has-text('You should get these now') + ul > li").filter(has_text=FIRST_HOME)
    expect(owed).to_contain_text("£2,000")
    expect(owed).to_contain_text("Government guidance")
    expect(main).to_contain_text("This is information, not legal advice.")
    page.get_by_role("button", name="Print or save").click()
    page.wait_for_function("window.printed.length === 1")
    page.emulate_media(media="print")
    expect(owed).to_be_visible()
    expect(page.get_by_role("button", name="Print or save")).to_be_hidden()
    expect(page.get_by_role("navigation")).to_be_hidden()


def test_an_old_paper_of_the_council_stands_beside_what_england_says(page: Page) -> None:
    people.go(page, "/rights/money/setting-up-home-allowance")
    main = page.locator("main")
    expect(main).to_contain_text("£2,000")
    expect(main).to_contain_text("Government guidance says at least £3,000.")
    expect(main).to_contain_text("That figure is old: ask what it is now.")
    for title in ("How to ask", "Who decides", "Watch out for"):
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
    people.go(page, "/rights/money")
    expect(page.get_by_role("region", name="You could be missing")).to_contain_text("£3,000")
