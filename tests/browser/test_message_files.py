"""Pictures and PDFs of a conversation: from a phone to the adviser and back, and nothing of a place goes along."""

from __future__ import annotations

import io
from typing import Any, cast

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.messages.sending import GPS_TAG, PDF, picture

from . import people, storage
from .adviser import Adviser, SignedInPhone
from .reading import entry

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
# Lying on its side, as phones keep what was taken upright.
ON_ITS_SIDE = 6
# The bytes of the files that wait on the phone.
_KEPT_FILES = """async (db, wait) => {
  const files = await wait(db.transaction("files").objectStore("files").getAll());
  return files.filter((one) => one instanceof ArrayBuffer).map((one) => Array.from(new Uint8Array(one)));
}"""
# A phone that takes its time to read a file, until it is let go.
_SLOW = """() => {
  const real = Blob.prototype.arrayBuffer;
  const read = new Promise((done) => { window.letGo = done; });
  Blob.prototype.arrayBuffer = async function () { await read; return real.call(this); };
}"""


@pytest.fixture
def leo(leo: Page) -> Page:
    leo.get_by_role("link", name="Messages").click()
    return leo


def choose(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose files, as the phone's own dialog would give them: what they say that they are is all the same lie."""
    page.locator("input[type=file]").set_input_files(
        [FilePayload(name=name, mimeType="image/jpeg", buffer=data) for name, data in files]
    )


def chip(page: Page, name: str) -> Locator:
    """A chosen file below the field."""
    return page.get_by_role("button", name=f"Remove {name}")


def send(page: Page, words: str) -> None:
    """Send what was chosen with these words."""
    page.get_by_label("Your message").fill(words)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(entry(page, words)).to_be_visible()


def shown(page: Page, words: str) -> None:
    """The picture of a message is there, and was unpacked."""
    image = entry(page, words).locator("img").first
    image.scroll_into_view_if_needed()
    people.until(page, lambda: bool(image.evaluate("one => one.complete && one.naturalWidth > 0")))


def files_at(sam: Adviser, words: str) -> list[tuple[dict[str, Any], bytes]]:
    """The files of a message as they come to the adviser: what is said of each, and its bytes."""
    (message,) = [row for row in sam.sees("messages") if row["body"] == words]
    get = cast(SignedInPhone, cast(object, sam.device.phone)).context.request.get
    return [(file, get(f"/api/v1/spaces/{sam.space}/files/{file['id']}").body()) for file in message["files"]]


def test_a_picture_comes_upright_small_and_says_no_place(leo: Page, sam: Adviser) -> None:
    taken = picture("jpeg", (3000, 1500), exif=True, turn=ON_ITS_SIDE)
    assert Image.open(io.BytesIO(taken)).getexif().get_ifd(GPS_TAG)
    choose(leo, ("home.jpg", taken))
    expect(chip(leo, "home.jpg")).to_be_visible()
    # What the phone will send, before any server looks at it.
    (kept,) = (bytes(one) for one in storage.of_account(leo, _KEPT_FILES))
    on_the_way = Image.open(io.BytesIO(kept))
    assert on_the_way.size == (1000, 2000)
    assert dict(on_the_way.getexif()) == {}
    assert b"Zebra" not in kept
    send(leo, "the letter")
    expect(entry(leo, "the letter")).to_contain_text("Sent", timeout=15_000)
    ((said, content),) = files_at(sam, "the letter")
    assert (said["name"], said["width"], said["height"]) == ("home.jpg", 1000, 2000)
    came = Image.open(io.BytesIO(content)).convert("RGB")
    # Red was at the left: turned, it is on top.
    assert _is_red(came.getpixel((500, 200)))
    assert not _is_red(came.getpixel((500, 1800)))
    shown(leo, "the letter")
    leo.get_by_role("button", name="Picture: home.jpg").click()
    expect(leo.get_by_role("dialog", name="Picture: home.jpg").locator("img")).to_be_visible()
    leo.get_by_role("button", name="Close").click()
    expect(leo.get_by_role("dialog")).to_have_count(0)


def test_chosen_without_a_signal_it_is_shown_and_goes_later(leo: Page, sam: Adviser) -> None:
    people.go_offline(leo.context)
    choose(leo, ("home.jpg", picture("png", (300, 200))))
    expect(chip(leo, "home.jpg")).to_be_visible()
    send(leo, "for later")
    shown(leo, "for later")
    # The phone is switched off and on again meanwhile.
    leo.reload()
    shown(leo, "for later")
    people.come_back(leo.context)
    expect(entry(leo, "for later")).to_contain_text("Sent", timeout=20_000)
    ((said, _),) = files_at(sam, "for later")
    assert (said["kind"], said["width"], said["height"]) == ("jpeg", 300, 200)
    # It is the server's now, so it needs a signal.
    people.go_offline(leo.context)
    leo.reload()
    entry(leo, "for later").scroll_into_view_if_needed()
    expect(entry(leo, "for later")).to_contain_text("It needs a signal to open.")
    people.come_back(leo.context)
    # Nobody has to ask again.
    shown(leo, "for later")
    expect(entry(leo, "for later")).not_to_contain_text("It needs a signal to open.")


def test_a_pdf_goes_as_it_is_and_is_downloaded(leo: Page, sam: Adviser) -> None:
    choose(leo, ("plan.pdf", PDF))
    expect(chip(leo, "plan.pdf")).to_be_visible()
    send(leo, "my plan")
    expect(entry(leo, "my plan")).to_contain_text("Sent", timeout=15_000)
    ((said, content),) = files_at(sam, "my plan")
    assert (said["kind"], content) == ("pdf", PDF)
    with leo.expect_download() as download:
        leo.get_by_role("button", name="Save the PDF").click()
    assert download.value.suggested_filename == "plan.pdf"
    assert download.value.path().read_bytes() == PDF


def test_what_is_typed_while_a_file_is_made_ready_stays_and_waits_for_it(leo: Page, sam: Adviser) -> None:
    field = leo.get_by_label("Your message")
    field.fill("Hi")
    leo.evaluate(_SLOW)
    choose(leo, ("plan.pdf", PDF))
    expect(leo.get_by_text("Getting it ready …")).to_be_visible()
    field.fill("Hi, here is my plan")
    # Sent now, it would go without the file.
    field.press("Control+Enter")
    leo.evaluate("() => window.letGo()")
    expect(chip(leo, "plan.pdf")).to_be_visible()
    expect(field).to_have_value("Hi, here is my plan")
    field.press("Control+Enter")
    expect(entry(leo, "Hi, here is my plan")).to_contain_text("Sent", timeout=15_000)
    assert [file["name"] for file, _ in files_at(sam, "Hi, here is my plan")] == ["plan.pdf"]
    expect(field).to_have_value("")


def test_what_is_no_picture_and_what_is_too_much_is_said(leo: Page) -> None:
    alert = leo.locator(".attach .note")
    choose(leo, ("cat.jpg", SVG))
    expect(alert).to_have_text("cat.jpg is not a picture or a PDF, so it cannot go with a message.")
    choose(leo, ("half.jpg", picture()[:300]))
    expect(alert).to_contain_text("This phone cannot open half.jpg.")
    choose(leo, ("bomb.png", _bomb()))
    expect(alert).to_contain_text("bomb.png is too big.")
    choose(leo, ("big.pdf", PDF[:-20] + b" " * (5 * 1024 * 1024) + PDF[-20:]))
    expect(alert).to_contain_text("big.pdf is too big.")
    expect(leo.locator(".chosen > li")).to_have_count(0)
    choose(leo, *((f"{number}.png", picture("png")) for number in range(6)))
    expect(alert).to_contain_text("Five files go with one message.")
    expect(leo.locator(".chosen > li")).to_have_count(5)
    chip(leo, "2.jpg").click()
    expect(leo.locator(".chosen > li")).to_have_count(4)
    expect(chip(leo, "2.jpg")).to_have_count(0)
    send(leo, "four of them")
    expect(alert).to_have_count(0)
    choose(leo, ("cat.jpg", SVG))
    expect(alert).to_contain_text("cat.jpg is not a picture")
    send(leo, "without the cat")
    expect(alert).to_have_count(0)


def _bomb() -> bytes:
    """The beginning of a picture that would take 3.6 GB when it is unpacked."""
    data = bytearray(picture("png"))
    data[16:24] = (30_000).to_bytes(4, "big") * 2
    return bytes(data)


def _is_red(pixel: Any) -> bool:
    red, _green, blue = pixel
    return bool(red > 200 and blue < 60)
