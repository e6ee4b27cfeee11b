"""How people come in: a code on a fresh phone, a new code when the pass phrase is gone, one more device."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people
from .devices import DESK, NewDevice
from .people import AMINA, HELEN, ON_MY_OWN, SAM, Person

PHRASE = "green kettle on a boat"
SIGN_IN_NAME = re.compile(r"^[a-z]+-[a-z]+-\d\d$")
CODE_SHOWN = re.compile(r"^[0-9A-Z]{4}(-[0-9A-Z]{4}){1,2}$")


def code_shown(page: Page) -> str:
    """The one-time code on the screen."""
    code = page.locator(".code").first
    expect(code).to_have_text(CODE_SHOWN)
    expect(page.get_by_role("img", name=re.compile("A square to scan"))).to_be_visible()
    return code.inner_text()


def say_this_is_me(page: Page, code: str, name: str) -> None:
    """Open the link of a code, and say that it is oneself."""
    page.goto(f"/join#{code}")
    expect(page.get_by_role("heading", name="Is this you?")).to_be_visible()
    expect(page.get_by_text(name, exact=True)).to_be_visible()
    assert page.url.endswith("/join"), "the code must not stay in the address"
    page.get_by_role("button", name="This is me").click()


def pick_phrase(page: Page, phrase: str) -> str:
    """Pick a pass phrase and go on; gives the sign-in name that is then shown."""
    page.get_by_label("Your pass phrase").fill(phrase)
    page.get_by_role("button", name="Use this pass phrase").click()
    expect(page.get_by_role("heading", name=re.compile("^You are in"))).to_be_visible()
    name = page.locator(".money").inner_text()
    page.get_by_role("link", name="Go on").click()
    return name


def test_a_new_young_person_joins_marks_and_is_seen(new_device: NewDevice, server: LiveServer) -> None:
    desk = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(desk, SAM, server)
    desk.get_by_role("link", name="Add a young person").click()
    desk.get_by_label("First name, or the name they choose").fill("Robin")
    desk.get_by_label("Birthday").fill("2008-05-04")
    desk.get_by_role("button", name="Add and make a code").click()
    code = code_shown(desk)

    phone = new_device().new_page()
    say_this_is_me(phone, code, "Robin")
    phone.get_by_label("Your pass phrase").fill("too short")
    phone.get_by_role("button", name="Use this pass phrase").click()
    expect(phone.get_by_role("alert")).to_contain_text("Make it longer")
    robin = Person("Robin", pick_phrase(phone, PHRASE), "Hi Robin")
    assert SIGN_IN_NAME.match(robin.signs_in_as)
    expect(people.heading(phone)).to_have_text(robin.sees)
    people.mark(phone, "home-09", ON_MY_OWN)
    people.wait_until_sent(phone)

    desk.get_by_role("link", name="Go to my young people").click()
    desk.reload()
    desk.get_by_role("link", name="Robin").click()
    expect(desk.get_by_role("link", name=re.compile("I can read a meter"))).to_be_visible()

    another = new_device().new_page()
    another.goto(f"/join#{code}")
    expect(another.get_by_role("alert")).to_contain_text("This code was used already or is too old")
    people.sign_in(another, robin, server, PHRASE)


def test_a_new_code_ends_other_sessions_and_says_that_it_was_used(new_device: NewDevice, server: LiveServer) -> None:
    lost = new_device().new_page()
    people.sign_in(lost, AMINA, server)
    desk = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(desk, SAM, server)
    desk.get_by_role("link", name=AMINA.name).click()
    desk.get_by_role("button", name="Amina cannot sign in").click()
    desk.get_by_role("button", name="It is really them: make a code").click()
    code = code_shown(desk)

    found = new_device().new_page()
    say_this_is_me(found, code, AMINA.name)
    assert pick_phrase(found, PHRASE) == AMINA.signs_in_as
    expect(people.heading(found)).to_have_text(AMINA.sees)
    expect(found.get_by_text("A one-time code was used to get into your account")).to_be_visible()

    lost.reload()
    expect(lost.get_by_text("Please sign in again to send.")).to_be_visible()
    lost.get_by_role("link", name="Sign in", exact=True).click()
    people.type_name_and_phrase(lost, AMINA.signs_in_as)
    expect(lost.get_by_role("alert")).to_contain_text("That name and pass phrase do not match")
    lost.get_by_label("Pass phrase").fill(PHRASE)
    lost.get_by_role("button", name="Sign in", exact=True).click()
    expect(people.heading(lost)).to_have_text(AMINA.sees)


def test_a_device_is_added_without_the_pass_phrase(new_device: NewDevice, server: LiveServer) -> None:
    first = new_device().new_page()
    people.sign_in(first, AMINA, server)
    people.go(first, "/me/devices")
    first.get_by_role("link", name="Add a device").click()
    first.get_by_role("button", name="Make a code").click()
    code = code_shown(first)

    second = new_device().new_page()
    second.goto("/")
    second.get_by_role("link", name="I have a code").click()
    second.get_by_label("Your code").fill(code.lower().replace("-", " "))
    second.get_by_role("button", name="Look up the code").click()
    second.get_by_label("What do you call this device?").fill("Old tablet")
    second.get_by_role("button", name="This is me").click()
    second.get_by_role("link", name="Go on").click()
    expect(people.heading(second)).to_have_text(AMINA.sees)
    people.mark(second, "home-09", ON_MY_OWN)
    people.wait_until_sent(second)

    people.go(first, "/me/devices")
    expect(first.get_by_role("button", name="Sign out Old tablet")).to_be_visible()


def test_an_adviser_joins_with_a_code_app_and_is_given_a_young_person(
    new_device: NewDevice, server: LiveServer
) -> None:
    office = new_device(viewport=DESK, has_touch=False).new_page()
    people.sign_in(office, HELEN, server)
    office.get_by_label("Name", exact=True).fill("Toni Baker")
    office.get_by_label("Work email").fill("toni.baker@rutland.example")
    office.get_by_role("button", name="Make a code for them").click()
    code = code_shown(office)

    desk = new_device(viewport=DESK, has_touch=False).new_page()
    say_this_is_me(desk, code, "Toni Baker")
    desk.get_by_label("Your pass phrase").fill(PHRASE)
    desk.get_by_role("button", name="Use this pass phrase").click()
    expect(desk.get_by_role("heading", name="Set up your code app")).to_be_visible()
    secret = desk.locator("p.strong bdi").inner_text().replace(" ", "")
    desk.get_by_label("6-digit code").fill(people.code_of(secret))
    desk.get_by_role("button", name="Go on").click()
    expect(desk.locator("ul .code")).to_have_count(10)
    desk.get_by_label("I have kept them").check()
    desk.get_by_role("link", name="Go on").click()
    expect(people.heading(desk)).to_have_text("My young people")
    expect(desk.get_by_text("No young people yet")).to_be_visible()

    office.reload()
    office.get_by_role("button", name="Give a PA to Jay").click()
    office.get_by_label("New PA for Jay").select_option(label="Toni Baker")
    office.get_by_role("button", name="Yes, do it").click()
    expect(office.get_by_text("Everyone has a PA.")).to_be_visible()
    desk.reload()
    expect(desk.get_by_role("link", name="Jay")).to_be_visible()
