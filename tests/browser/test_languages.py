"""The app in the languages that care leavers read: sound, no wider than a small phone, honest about English."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.server import LiveServer
from webapp.core.catalogues import RIGHT_TO_LEFT
from webapp.core.i18n import Screens, bare
from webapp.settings import ROOT

from . import people
from .devices import PHONE, NewDevice
from .people import AMINA
from .test_check import take
from .test_screens import AXE, Said, arrive, look_at, shown

MAIN = [
    "/", "/help", "/rights/money", "/rights/money/setting-up-home-allowance", "/rights/no/childrens-services",
    "/rights/offer", "/rights/pledge", "/rights/search", "/rights/words", "/rights/check", "/rights/check/birthday",
    "/rights/check/place", "/rights/check/spells", "/rights/check/more/living", "/rights/check/result",
    "/rights/timeline", "/passport", "/passport/skill/home-09", "/me", "/me/language", "/sign-in", "/councils",
]  # fmt: skip
YOUNG = ["/", "/rights/money", "/asks", "/asks/new/setting-up-home-allowance", "/passport", "/passport/skill/home-09"]
# A folder for pictures of the screens, to be looked at.
SHOTS = os.environ.get("FOOTING_SHOTS")
BOTH = pytest.mark.parametrize("lang", ["ar", "ti"])


def words_of(lang: str) -> Said:
    """What the screens say in a language."""
    screens = Screens(ROOT / "translations", lang)
    return lambda text: bare(screens.t(text))


def speak(page: Page, lang: str) -> None:
    """Choose a language, as a person does."""
    people.go(page, "/me/language")
    page.locator(f"label.choice:has(input[value='{lang}'])").click()
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if lang in RIGHT_TO_LEFT else "ltr")


def picture(page: Page, lang: str, paths: list[str], who: str = "") -> None:
    """Keep each screen as a picture, light and dark, where somebody wants to look at them."""
    if not SHOTS:
        return
    Path(SHOTS).mkdir(parents=True, exist_ok=True)
    page.set_viewport_size(PHONE)
    for path in paths:
        arrive(page, path, words_of(lang))
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
            name = re.sub(r"[^a-z0-9]+", "-", path).strip("-") or "home"
            page.screenshot(path=Path(SHOTS) / f"{lang}-{who}{name}-{scheme}.png", full_page=True)


@BOTH
def test_the_main_screens_are_sound_on_the_smallest_phone(new_device: NewDevice, lang: str) -> None:
    page = new_device(viewport={"width": 320, "height": 640}).new_page()
    page.goto("/")
    page.get_by_label("Your council").select_option("rutland")
    take(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    speak(page, lang)
    wrong = look_at(page, MAIN, words_of(lang))
    picture(page, lang, MAIN)
    assert wrong == {}, shown(wrong)


@BOTH
def test_a_young_persons_screens_are_sound(new_device: NewDevice, server: LiveServer, lang: str) -> None:
    page = new_device(viewport={"width": 320, "height": 640}, color_scheme="dark").new_page()
    people.sign_in(page, AMINA, server)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    speak(page, lang)
    wrong = look_at(page, YOUNG, words_of(lang))
    picture(page, lang, YOUNG, "amina-")
    assert wrong == {}, shown(wrong)


def told(page: Page, lang: str) -> bool:
    """Whether the server knows the account's language."""
    return bool(page.evaluate("fetch('/api/v1/auth/me').then((a) => a.json()).then((m) => m.account.language)") == lang)


def test_a_language_goes_with_the_person(server: LiveServer, new_device: NewDevice) -> None:
    """What is chosen on one phone becomes the account's; a new phone speaks it as soon as they sign in there."""
    first = new_device().new_page()
    people.sign_in(first, AMINA, server)
    # As it is left behind by somebody who chose it before joining.
    first.evaluate("localStorage.setItem('footing.language', 'ar')")
    first.reload()
    people.until(first, lambda: told(first, "ar"))
    second = new_device().new_page()
    second.goto("/sign-in")
    people.type_name_and_phrase(second, AMINA.signs_in_as)
    expect(second.locator("html")).to_have_attribute("lang", "ar")
    expect(second.locator("html")).to_have_attribute("dir", "rtl")
