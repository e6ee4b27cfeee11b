"""What people do with the app, one verb each, so that a test reads like what somebody would tell."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import pyotp
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.server import LiveServer
from webapp.upkeep import demo_file
from webapp.upkeep.demo_people import AMINA as AMINA_OF_THE_DEMO
from webapp.upkeep.demo_people import LEO as LEO_OF_THE_DEMO
from webapp.upkeep.demo_people import PASS_PHRASE, STAFF

NOT_YET, WITH_HELP, ON_MY_OWN, CAN_SHOW = "Not yet", "With help", "On my own", "I could show a friend"
SENT = re.compile(r"Saved on this (phone|device)\s*· sent just now")

# A busy machine makes a bundle slowly when it is first asked for.
PATIENCE = 30.0
_KEPT = """async () => {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().map((request) => new URL(request.url).pathname);
}"""


@dataclass(frozen=True)
class Person:
    """Somebody of the demo: their name, what they type to sign in, and the heading they then see."""

    name: str
    signs_in_as: str
    sees: str
    staff: bool = False


def _staff(name: str, sees: str) -> Person:
    return next(Person(one.name, one.email, sees, staff=True) for one in STAFF if one.name == name)


AMINA = Person("Amina", AMINA_OF_THE_DEMO.sign_in_name, "Hi Amina")
LEO = Person("Leo", LEO_OF_THE_DEMO.sign_in_name, "Hi Leo")
SAM = _staff("Sam Okafor", "My young people (2)")
HELEN = _staff("Helen Marsh", "Team")


def sign_in(page: Page, person: Person, server: LiveServer, pass_phrase: str = PASS_PHRASE) -> None:
    """Sign in by name and pass phrase, staff with the code of their code app too."""
    page.goto("/sign-in")
    type_name_and_phrase(page, person.signs_in_as, pass_phrase)
    if person.staff:
        page.get_by_label("6-digit code").fill(fresh_code(server, person))
        page.get_by_role("button", name="Sign in", exact=True).click()
    expect(heading(page)).to_have_text(person.sees)
    expect(sync_line(page)).to_have_text(SENT)


def begin_session(device: BrowserContext, person: Person, server: LiveServer) -> str:
    """Sign a device in that needs no screen; gives the account's id."""
    words = {"name": person.signs_in_as, "pass_phrase": PASS_PHRASE, "device_name": "a device of a test"}
    if person.staff:
        words["code"] = fresh_code(server, person)
    answer = device.request.post(f"{server.url}/api/v1/auth/sign-in", data=words, headers={"Origin": server.url})
    account: str = answer.json()["account"]["id"]
    return account


def type_name_and_phrase(page: Page, name: str, pass_phrase: str = PASS_PHRASE) -> None:
    """Fill in the first page of signing in, and go on."""
    page.get_by_label("Sign-in name").fill(name)
    page.get_by_label("Pass phrase").fill(pass_phrase)
    page.get_by_role("button", name="Sign in", exact=True).click()


def fresh_code(server: LiveServer, person: Person) -> str:
    """What the code app of a member of staff shows now."""
    notes = demo_file.read(server.data_dir)
    assert notes is not None
    return code_of(notes.secrets[person.signs_in_as])


def code_of(secret: str) -> str:
    """What a code app with this secret shows now."""
    return pyotp.TOTP(secret).now()


def install(page: Page, server: LiveServer, council: str = "rutland") -> None:
    """Stay until the worker runs and everything needed offline is kept, the council's content too."""
    page.evaluate("() => navigator.serviceWorker.ready.then(() => undefined)")
    staff = page.get_by_role("link", name="Passport", exact=True).count() == 0
    wanted = {f"/static/dist/{file}" for file in server.offline_files(staff=staff)}
    until(page, lambda: wanted <= set(kept_files(page)))
    until(page, lambda: any(f"/councils/{council}/bundle/" in kept for kept in kept_files(page)))
    until(page, lambda: page.evaluate("() => navigator.serviceWorker.controller !== null"))


def kept_files(page: Page) -> list[str]:
    """The addresses of everything in the phone's caches."""
    kept: list[str] = page.evaluate(_KEPT)
    return kept


def go(page: Page, path: str) -> None:
    """Move inside the app, without loading it again, as a tap on a link does."""
    page.evaluate("path => history.pushState(null, '', path)", path)
    expect(page).to_have_url(re.compile(re.escape(path) + "$"))


def go_offline(device: BrowserContext) -> None:
    """Lose the signal."""
    device.set_offline(True)


def come_back(device: BrowserContext) -> None:
    """Have a signal again."""
    device.set_offline(False)


def mark(page: Page, skill: str, level: str) -> None:
    """Say on the screen of a skill how far one is."""
    if not page.url.endswith(f"/passport/skill/{skill}"):
        go(page, f"/passport/skill/{skill}")
    choices = page.get_by_role("group", name="How far are you?")
    choices.get_by_text(level, exact=True).click()
    # The history shows it only once it is written down on the phone.
    expect(history(page).first.locator("b")).to_have_text(level)
    expect(choices.get_by_role("radio", name=level, exact=True)).to_be_checked()


def sign_off(page: Page, level: str) -> None:
    """As an adviser on the screen of a skill: say that both conditions are met, and sign."""
    page.get_by_label("They did it").check()
    page.get_by_label("They can say what they would do if it went wrong").check()
    page.get_by_role("button", name=f"Sign off: {level}").click()
    expect(page.get_by_role("status").get_by_text("Signed off by")).to_be_visible()


def history(page: Page) -> Locator:
    """The marks of the skill on the screen, newest first."""
    return page.locator("h2:has-text('What happened before') + ul > li")


def chosen_level(page: Page) -> str:
    """The level that is chosen on the screen of a skill."""
    return page.locator("label.choice:has(input:checked)").inner_text()


def heading(page: Page) -> Locator:
    """The heading of the screen."""
    return page.get_by_role("heading", level=1)


def sync_line(page: Page) -> Locator:
    """The line that says where a person's changes are."""
    return page.locator(".sync")


def wait_until_sent(page: Page) -> None:
    """Stay until everything has arrived at the server."""
    expect(sync_line(page)).to_have_text(SENT, timeout=20_000)


def marks_on_server(server: LiveServer, person: Person, skill: str) -> list[str]:
    """The levels in the server's own history of a skill, oldest first."""
    found = server.rows(
        "SELECT m.level FROM skill_mark m JOIN account a ON a.id = m.by_account"
        " WHERE a.sign_in_name = ? AND m.skill = ? ORDER BY m.made_at, m.id",
        person.signs_in_as,
        skill,
    )
    return [level for (level,) in found]


def level_on_server(server: LiveServer, person: Person, skill: str) -> str | None:
    """The level that counts now for the server."""
    found = server.rows(
        "SELECT l.level FROM skill_level l JOIN member m ON m.space_id = l.space_id AND m.role = 'young_person'"
        " JOIN account a ON a.id = m.account_id WHERE a.sign_in_name = ? AND l.skill = ?",
        person.signs_in_as,
        skill,
    )
    return found[0][0] if found else None


def until(page: Page, true: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Look again and again, letting the page go on, until `true()` is."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "this did not come true in time"
        page.wait_for_timeout(50)


def come_again(page: Page) -> None:
    """Open the app anew where it was, and stay until everything is fetched."""
    # Until it has asked its server, it says what was true before.
    with page.expect_response("**/api/v1/sync"):
        page.reload()
    wait_until_sent(page)
