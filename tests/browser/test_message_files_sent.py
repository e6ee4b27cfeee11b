"""How files of messages leave the phone: also when the app is closed, and before somebody signs out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.messages.sending import PDF, noise, picture
from tests.support.server import LiveServer

from . import people, storage
from .adviser import Adviser, phone_of_leo
from .devices import NewDevice
from .reading import entry
from .test_message_files import chip, choose, files_at, send
from .waking import signal_is_back

KB = 1024
PIECE = 64 * KB
# Turns one byte of the file that waits on the phone around; the same again makes it right.
_SPOIL = """async (db, wait) => {
  const store = db.transaction("files", "readwrite").objectStore("files");
  const key = (await wait(store.getAllKeys())).find((one) => one.endsWith("/bytes"));
  const bytes = new Uint8Array(await wait(store.get(key)));
  bytes[bytes.length - 30] ^= 1;
  await wait(store.put(bytes.buffer, key));
}"""
_HOW_MANY = '(db, wait) => wait(db.transaction("files").objectStore("files").count())'


class SlowLine:
    """Lets the pieces of a file through up to an offset, and the rest when it is told to."""

    def __init__(self, page: Page, upto: int) -> None:
        self.upto, self.held = upto, list[Route]()
        page.route("**/api/v1/spaces/*/files/*", self._pass)

    def _pass(self, route: Route) -> None:
        if int(route.request.headers.get("upload-offset", "0")) < self.upto:
            route.continue_()
        else:
            self.held.append(route)

    def let_go(self) -> None:
        """Everything goes from now on."""
        self.upto = 2**30
        for route in self.held:
            route.continue_()


@pytest.fixture
def awake(new_device: NewDevice, server: LiveServer) -> Iterator[Page]:
    """Leo's conversation where only the open page sends: the browser wakes no worker."""
    page = phone_of_leo(new_device, server, permissions=["notifications"])
    page.get_by_role("link", name="Messages").click()
    yield page
    page.unroute_all(behavior="ignoreErrors")


@pytest.fixture
def leo(leo: Page) -> Page:
    leo.get_by_role("link", name="Messages").click()
    return leo


def test_with_the_app_closed_a_file_goes_when_the_signal_is_back(leo: Page, sam: Adviser, server: LiveServer) -> None:
    data = noise(700 * KB)
    people.go_offline(leo.context)
    choose(leo, ("plan.pdf", data))
    expect(chip(leo, "plan.pdf")).to_be_visible()
    send(leo, "for later")
    phone = leo.context
    other = phone.new_page()
    leo.close()
    people.come_back(phone)
    signal_is_back(other, server.url)
    people.until(other, lambda: any(row["body"] == "for later" for row in sam.sees("messages")))
    ((said, content),) = files_at(sam, "for later")
    assert (said["name"], content) == ("plan.pdf", data)


def test_a_message_says_how_far_its_file_came(awake: Page, sam: Adviser) -> None:
    line = SlowLine(awake, 4 * PIECE)
    choose(awake, ("plan.pdf", noise(10 * PIECE)))
    expect(chip(awake, "plan.pdf")).to_be_visible()
    send(awake, "my plan")
    expect(entry(awake, "my plan")).to_contain_text("Sending, 40 %")
    line.let_go()
    expect(entry(awake, "my plan")).to_contain_text("Sent", timeout=15_000)
    expect(entry(awake, "my plan")).not_to_contain_text("Sending")
    assert len(files_at(sam, "my plan")) == 1


def test_a_file_that_is_not_taken_can_be_tried_again_or_removed(awake: Page, sam: Adviser) -> None:
    for words in ("try it", "remove it"):
        people.go_offline(awake.context)
        choose(awake, ("plan.pdf", PDF))
        expect(chip(awake, "plan.pdf")).to_be_visible()
        send(awake, words)
        storage.of_account(awake, _SPOIL)
        people.come_back(awake.context)
        message = entry(awake, words)
        expect(message).to_contain_text("Not sent", timeout=20_000)
        expect(message).to_contain_text("This file changed on its way to us. Please try once more.")
        if words == "try it":
            storage.of_account(awake, _SPOIL)
            message.get_by_role("button", name="Try again").click()
            expect(entry(awake, words)).to_contain_text("Sent", timeout=20_000)
            ((_, content),) = files_at(sam, words)
            assert content == PDF
            people.until(awake, lambda: storage.of_account(awake, _HOW_MANY) == 0)
    assert storage.of_account(awake, _HOW_MANY) == 2
    entry(awake, "remove it").get_by_role("button", name="Remove: ").click()
    expect(entry(awake, "remove it")).to_have_count(0)
    people.until(awake, lambda: storage.of_account(awake, _HOW_MANY) == 0)
    assert "remove it" not in [row["body"] for row in sam.sees("messages")]


def test_sending_first_waits_for_files_and_says_so(awake: Page, sam: Adviser) -> None:
    line = SlowLine(awake, PIECE)
    data = noise(3 * PIECE)
    choose(awake, ("plan.pdf", data))
    expect(chip(awake, "plan.pdf")).to_be_visible()
    send(awake, "before I go")
    people.go(awake, "/me/sign-out")
    awake.get_by_role("button", name="Send, then sign out").click()
    expect(awake.locator("main")).to_contain_text("Your files are being sent.")
    people.until(awake, lambda: len(line.held) == 1)
    line.let_go()
    expect(people.heading(awake)).to_have_text("Hello", timeout=20_000)
    ((_, content),) = files_at(sam, "before I go")
    assert content == data


@pytest.mark.parametrize("has_workers", [True, False])
def test_a_picture_is_drawn_in_a_worker_where_there_is_one(awake: Page, sam: Adviser, has_workers: bool) -> None:
    made: list[str] = []
    awake.on("worker", lambda worker: made.append(worker.url))
    people.go_offline(awake.context)
    if not has_workers:
        awake.evaluate("() => { delete globalThis.OffscreenCanvas; }")
    choose(awake, ("home.png", picture("png", (3000, 1500))))
    expect(chip(awake, "home.jpg")).to_be_visible()
    assert len(made) == has_workers
    people.come_back(awake.context)
    send(awake, "home")
    expect(entry(awake, "home")).to_contain_text("Sent", timeout=20_000)
    ((said, _),) = files_at(sam, "home")
    assert (said["name"], said["width"], said["height"]) == ("home.jpg", 2000, 1000)
