"""What is said before a message is written, and that nothing that is typed is ever lost."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.support.server import LiveServer

from . import people, storage
from .people import AMINA, LEO
from .talking import before, field, phone_of, write
from .test_screens import AXE
from .test_shared_phone import sign_out

LONDON = ZoneInfo("Europe/London")
# A Monday, a Friday evening and a bank holiday in London; none of them depends on the day of the test.
AT_WORK = datetime(2026, 11, 23, 10, tzinfo=LONDON)
IN_THE_EVENING = datetime(2026, 11, 27, 19, tzinfo=LONDON)
CHRISTMAS = datetime(2026, 12, 25, 11, tzinfo=LONDON)
NUMBER = "01234 567 890"
_FULL = """() => {
  IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
}"""
# What a phone would have kept of a council that gave its number for nights.
_GIVE_NUMBER = """async (number) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.includes('/bundle/')) continue;
      const bundle = await (await cache.match(request)).json();
      bundle.council.state = 'live';
      for (const line of bundle.help)
        if (line.per_council) line.contacts = [{ type: 'call', value: number }];
      const headers = { 'Content-Type': 'application/json' };
      await cache.put(request, new Response(JSON.stringify(bundle), { headers }));
    }
  }
}"""
_IN_ORDER = """() => {
  const [told, field] = [document.querySelector('.before'), document.querySelector('#message')];
  return Boolean(told.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


@pytest.fixture
def leo(phone: Page, server: LiveServer) -> Page:
    return phone_of(phone, LEO, server)


def at(page: Page, moment: datetime) -> None:
    """The phone's clock shows this moment, with no server to say that it is wrong, and the page is opened then."""
    people.go_offline(page.context)
    page.clock.set_system_time(moment)
    page.reload()
    expect(field(page)).to_be_visible()


def test_the_hours_and_whether_anybody_reads_now_stand_before_the_field(leo: Page) -> None:
    at(leo, AT_WORK)
    expect(before(leo)).to_contain_text("Messages are read Mon–Fri, 9am–5pm. A reply usually takes about")
    expect(before(leo)).not_to_contain_text("Closed now")
    assert leo.evaluate(_IN_ORDER)
    at(leo, IN_THE_EVENING)
    expect(before(leo)).to_contain_text(
        "Closed now. What you write is kept safe, and can be read from Mon 30 Nov, 9am."
    )
    at(leo, CHRISTMAS)
    expect(before(leo)).to_contain_text("can be read from Tue 29 Dec, 9am.")


def test_the_words_change_while_the_page_is_open(leo: Page) -> None:
    people.go_offline(leo.context)
    leo.clock.install(time=AT_WORK.replace(hour=16, minute=59))
    leo.reload()
    expect(before(leo)).to_contain_text("Messages are read")
    expect(before(leo)).not_to_contain_text("Closed now")
    leo.clock.run_for(90_000)
    expect(before(leo)).to_contain_text("can be read from Tue 24 Nov, 9am.")


def test_a_phone_with_a_wrong_clock_goes_by_the_servers(leo: Page) -> None:
    real = before(leo).inner_text()
    leo.clock.set_system_time(datetime.now(LONDON) + timedelta(days=400, hours=9))
    with leo.expect_response("**/api/v1/sync"):
        leo.reload()
    expect(before(leo)).to_be_visible()

    def right() -> bool:
        # What the answer said of the time is written down after it, and the words are made anew when somebody looks.
        leo.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
        return before(leo).inner_text() == real

    people.until(leo, right)


def test_whoever_is_in_danger_finds_numbers_without_a_signal(leo: Page) -> None:
    people.go_offline(leo.context)
    leo.reload()
    expect(field(leo)).to_be_visible()
    expect(before(leo).get_by_role("link", name="Call 999")).to_have_attribute("href", "tel:999")
    before(leo).get_by_role("button", name="More numbers").click()
    expect(before(leo).get_by_role("link", name="Samaritans")).to_have_attribute("href", "tel:116123")
    expect(before(leo).get_by_role("link", name="Text SHOUT to 85258")).to_be_visible()
    # An example pack knows no number of the council's own.
    expect(before(leo)).to_contain_text("We do not have this number.")


def test_a_council_that_gave_its_number_for_nights_has_it_shown_outside_hours_only(leo: Page) -> None:
    leo.evaluate(_GIVE_NUMBER, NUMBER)
    at(leo, IN_THE_EVENING)
    expect(before(leo).get_by_role("link", name=f"Call {NUMBER}")).to_have_attribute("href", "tel:01234567890")
    before(leo).get_by_role("button", name="More numbers").click()
    expect(before(leo)).not_to_contain_text("We do not have this number.")
    at(leo, AT_WORK)
    expect(before(leo)).to_contain_text("Messages are read")
    expect(before(leo).get_by_role("link", name=f"Call {NUMBER}")).to_have_count(0)


def test_who_sees_it_is_said_once_for_each_account_and_then_behind_a_tap(phone: Page, server: LiveServer) -> None:
    people.sign_in(phone, LEO, server)
    people.go(phone, "/messages")
    told = phone.get_by_text("Before you write: who sees this")
    expect(told).to_be_visible()
    expect(phone.get_by_text("badly hurt")).to_be_visible()
    phone.reload()
    expect(told).to_be_visible()
    phone.get_by_role("button", name="I understand").click()
    expect(told).to_have_count(0)
    phone.reload()
    phone.get_by_text("Who sees this?").click()
    expect(phone.get_by_text("Only people read them.")).to_be_visible()
    expect(phone.get_by_role("link", name="Who looked")).to_have_attribute("href", "/me/looks")
    expect(told).to_have_count(0)
    sign_out(phone, "Sign out")
    people.sign_in(phone, AMINA, server)
    people.go(phone, "/messages")
    expect(told).to_be_visible()
    # Whoever writes has passed it on the way.
    write(phone, "Hello Sam")
    expect(told).to_have_count(0)


def test_what_is_typed_outlives_the_page_and_goes_with_the_message(leo: Page) -> None:
    people.go_offline(leo.context)
    field(leo).fill("I have the letter,\nand the key.")
    people.until(leo, lambda: "and the key." in storage.everything(leo))
    leo.reload()
    expect(field(leo)).to_have_value("I have the letter,\nand the key.")
    write(leo, "I have the letter.")
    expect(leo.get_by_role("status").get_by_text("It is safe on this phone.")).to_be_visible()
    leo.reload()
    expect(leo.locator(".thread").get_by_text("I have the letter.")).to_be_visible()
    expect(field(leo)).to_have_value("")


def test_a_full_phone_loses_nothing(leo: Page) -> None:
    leo.evaluate(_FULL)
    field(leo).fill("Is anybody there?")
    leo.get_by_role("button", name="Send", exact=True).click()
    expect(leo.get_by_text("This phone could not save that.")).to_be_visible()
    expect(leo.get_by_text("What you wrote is still here.")).to_be_visible()
    expect(field(leo)).to_have_value("Is anybody there?")
    # There is room again, and the page was closed meanwhile.
    people.until(leo, lambda: "Is anybody there?" in storage.everything(leo))
    leo.reload()
    expect(field(leo)).to_have_value("Is anybody there?")
    leo.get_by_role("button", name="Send", exact=True).click()
    expect(leo.locator(".thread").get_by_text("Is anybody there?")).to_be_visible()


def test_nothing_and_too_much_are_said_before_anything_is_sent(leo: Page) -> None:
    send = leo.get_by_role("button", name="Send", exact=True)
    send.click()
    expect(leo.get_by_role("alert")).to_have_text("Write something first.")
    expect(field(leo)).to_be_focused()
    field(leo).fill("x" * 9_990)
    expect(leo.get_by_text("Room for 10 more characters.")).to_be_visible()
    field(leo).fill("x" * 10_003)
    send.click()
    expect(leo.get_by_role("alert")).to_have_text("This is 3 characters too long. Send it in two messages.")
    expect(field(leo)).to_have_value("x" * 10_003)
    leo.evaluate(AXE.read_text(encoding="utf-8"))
    found = leo.evaluate("() => axe.run('.composer').then(({ violations }) => violations.map(({ id }) => id))")
    assert found == []
