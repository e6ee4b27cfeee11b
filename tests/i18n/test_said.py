"""Content in another language: what is translated, what falls back to English, and whose figure and words it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.content.packs import ENTITLEMENTS, OVERRIDES, body
from tests.i18n.catalogues import CHECKED, Said, english, make_app, put
from webapp.core.api import PREFIX
from webapp.core.catalogues import ISOLATE, POP

SUMMARY = "entitlements/home-money.summary"
BECAUSE = "status_rules/D6.because"
# England names a sum and a time; Oldshire has another sum and the same words.
WITH_SUM = ENTITLEMENTS.replace(
    "Your council should give you money to set up home.", '"You can get £3,000 until you are 25."'
)
KEY = "You can get {a} until you are {b}."
WORDS = "Deri në {b} vjeç: {a}."


def override(summary: str) -> dict[str, str]:
    """The good content, where Oldshire says the summary of England's money in its own way."""
    files = OVERRIDES.replace("      sources:", f"      summary: {summary!r}\n      sources:", 1)
    return {"england/entitlements/home.yaml": WITH_SUM, "oldshire/overrides.yaml": files}


def bundle(app: Flask, lang: str, slug: str = "oldshire") -> Any:
    client = app.test_client()
    councils = {one["slug"]: one for one in body(client.get(f"{PREFIX}/councils"))["councils"]}
    return body(client.get(councils[slug]["bundles"][lang]))


def home_money(app: Flask, lang: str = "sq", slug: str = "oldshire") -> Any:
    return next(one for one in bundle(app, lang, slug)["entitlements"] if one["id"] == "home-money")


def test_a_figure_that_a_council_changes_is_right_in_the_words_of_its_base(tmp_path: Path) -> None:
    put(tmp_path, "sq", "england", Said(SUMMARY, KEY, WORDS))
    app = make_app(tmp_path, override("You can get £2,000 until you are 24."))
    assert home_money(app, slug="england")["summary"] == "Deri në 25 vjeç: £3,000."
    entry = home_money(app)
    assert entry["summary"] == "Deri në 24 vjeç: £2,000."
    # What England says stands beside it, in the same language.
    assert entry["overrides"]["summary"] == {"england": "Deri në 25 vjeç: £3,000."}


def test_a_sum_keeps_its_sign_among_words_from_right_to_left(tmp_path: Path) -> None:
    put(tmp_path, "ar", "england", Said(SUMMARY, KEY, "حتى {b}: {a}"))
    app = make_app(tmp_path, override("You can get £2,000 until you are 24."))
    assert home_money(app, "ar")["summary"] == f"حتى 24: {ISOLATE}£2,000{POP}"


def test_words_that_a_council_changes_are_not_said_as_its_base_says_them(tmp_path: Path) -> None:
    put(tmp_path, "sq", "england", Said(SUMMARY, KEY, WORDS))
    entry = home_money(make_app(tmp_path, override("Ask us for £2,000 until you are 24.")))
    assert entry["summary"] == english("Ask us for £2,000 until you are 24.")


def test_words_of_the_council_come_before_those_of_its_base(tmp_path: Path) -> None:
    put(tmp_path, "sq", "england", Said(SUMMARY, KEY, WORDS))
    put(tmp_path, "sq", "oldshire", Said(SUMMARY, KEY, "Ne japim {a} deri në {b}."))
    app = make_app(tmp_path, override("You can get £2,000 until you are 24."))
    assert home_money(app)["summary"] == "Ne japim £2,000 deri në 24."
    assert home_money(app, slug="england")["summary"] == "Deri në 25 vjeç: £3,000."


def test_a_stale_text_of_the_council_leaves_those_of_its_base(tmp_path: Path) -> None:
    put(tmp_path, "sq", "england", Said(SUMMARY, KEY, WORDS))
    put(tmp_path, "sq", "oldshire", Said(SUMMARY, KEY, "Ne japim {a} deri në {b}.", fuzzy=True))
    app = make_app(tmp_path, override("You can get £2,000 until you are 24."))
    assert home_money(app)["summary"] == "Deri në 24 vjeç: £2,000."


NOT_SAID = {
    "missing": [],
    "empty": [Said(SUMMARY, KEY, "")],
    "stale": [Said(SUMMARY, KEY, WORDS, fuzzy=True)],
    "of older words": [Said(SUMMARY, "You may get {a} until {b}.", WORDS)],
    "of another field": [Said("entitlements/home-money.what_for", KEY, WORDS)],
    "of another entry": [Said("entitlements/rail-card.summary", KEY, WORDS)],
}


@pytest.mark.parametrize("name", NOT_SAID)
def test_what_is_not_said_is_in_english_and_marked(tmp_path: Path, name: str) -> None:
    title = Said("entitlements/home-money.title", "Money for your first home", "Para për shtëpi")
    put(tmp_path, "sq", "england", title, *NOT_SAID[name])
    entry = home_money(make_app(tmp_path, {"england/entitlements/home.yaml": WITH_SUM}), slug="england")
    assert entry["title"] == "Para për shtëpi"
    assert entry["summary"] == english("You can get £3,000 until you are 25.")
    # Nothing is marked that is no text: codes, addresses, sources.
    assert (entry["group"], entry["links"]) == ("home", ["https://www.gov.uk/leaving-care"])
    assert entry["sources"] == ["DfE guidance volume 3"]


def test_a_language_without_a_catalogue_is_english_and_marked(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    found = bundle(app, "vi")
    assert (found["lang"], found["draft"]) == ("vi", True)
    assert found["glossary"][0]["term"] == english("Personal adviser")
    assert bundle(app, "en")["glossary"][0]["term"] == "Personal adviser"
    assert bundle(app, "en")["draft"] is False


def test_lists_steps_amounts_and_questions_are_said(tmp_path: Path) -> None:
    said = [
        Said("entitlements/home-money.also_called", "grant", "grant-sq"),
        Said("entitlements/home-money.pitfalls", "It is not for rent.", "Jo për qira."),
        Said("entitlements/home-money.who.ask", "Are you moving?", "Po lëviz?"),
        Said("entitlements/home-money.amounts.extra.values", "A bed", "Një shtrat"),
        Said("entitlements/home-money.future.text", "It may rise.", "Mund të rritet."),
        Said("challenges/complain.steps.answer.text", "In {a} working days.", "Brenda {a} ditëve."),
        Said("areas/money.skills.money-01.can", "I can make a budget.", "Bëj buxhet."),
    ]
    put(tmp_path, "sq", "england", *said)
    app = make_app(tmp_path)
    entry = home_money(app, slug="england")
    assert (entry["also_called"], entry["pitfalls"]) == (["grant-sq"], ["Jo për qira."])
    assert entry["who"]["any"][1]["ask"] == "Po lëviz?"
    assert entry["amounts"][1]["values"][0]["value"] == "Një shtrat"
    assert entry["future"]["text"] == "Mund të rritet."
    found = bundle(app, "sq", "england")
    assert found["challenges"][0]["steps"][2]["text"] == "Brenda 10 ditëve."
    assert found["passport"]["areas"][0]["skills"][0]["can"] == "Bëj buxhet."


def test_a_question_keeps_its_id_in_every_language(tmp_path: Path) -> None:
    """What somebody answered in one language counts in another."""
    put(tmp_path, "sq", "england", Said("entitlements/home-money.who.ask", "Are you moving?", "Po lëviz?"))
    app = make_app(tmp_path)
    ids = {home_money(app, lang)["who"]["any"][1]["ask_id"] for lang in ("en", "sq", "ar")}
    assert len(ids) == 1


def test_what_the_phone_fills_stays_a_hole(tmp_path: Path) -> None:
    key = "You are {age}, with {days} days in care. You get there on {date}."
    put(tmp_path, "sq", "england", Said(BECAUSE, key, "Ditë: {days}, vjeç: {age}, më {date}."))
    rules = bundle(make_app(tmp_path), "sq")["status"]["rules"]
    assert next(one["because"] for one in rules if one["id"] == "D6") == "Ditë: {days}, vjeç: {age}, më {date}."


def test_a_draft_of_help_and_of_the_check_has_the_english_beside_it(tmp_path: Path) -> None:
    said = [Said("help/night-line.title", "Night line", "Linja e natës"), Said(SUMMARY, KEY, WORDS)]
    put(tmp_path, "sq", "england", *said)
    app = make_app(tmp_path, {"england/entitlements/home.yaml": WITH_SUM})
    found = {one["id"]: one for one in bundle(app, "sq")["help"]}
    assert found["night-line"]["english"] == {"title": "Night line"}
    # All of it is English, and marked: nothing to put beside it.
    assert "english" not in found["out-of-hours"]
    assert "english" not in home_money(app)


@pytest.mark.parametrize(("own", "draft"), [(CHECKED, False), ("State: machine draft", True)])
def test_checked_words_stand_alone_when_all_that_say_them_are_checked(tmp_path: Path, own: str, draft: bool) -> None:
    put(tmp_path, "sq", "england", Said("help/night-line.title", "Night line", "Linja e natës"), head=CHECKED)
    put(tmp_path, "sq", "oldshire", Said("offer/first-home.summary", "The paper names a sum.", "Një shumë."), head=own)
    found = bundle(make_app(tmp_path), "sq")
    assert found["draft"] is draft
    night = next(one for one in found["help"] if one["id"] == "night-line")
    assert ("english" in night) is draft


def promise(pledge: Any) -> str:
    found: str = pledge["areas"][0]["promises"][0]["text"]
    return found


# What the API answers under a name, and a text of it that is said.
PARTS: dict[str, tuple[str, str, Callable[[Any], str]]] = {
    "help": ("help/night-line.hours", "All day every day", lambda found: found[1]["hours"]),
    "offer": ("offer/first-home.title", "Money for your first home", lambda found: found[0]["title"]),
    "entitlements": ("entitlements/rail-card.title", "Cheaper trains", lambda found: found[1]["title"]),
    "pledge": ("pledge/areas.home.promises.keep-you-safe.text", "We keep you safe.", promise),
    "passport": ("areas/money.title", "Money", lambda found: found["areas"][0]["title"]),
}


@pytest.mark.parametrize("part", PARTS)
def test_the_api_answers_in_the_language_that_is_asked_for(tmp_path: Path, part: str) -> None:
    context, words, pick = PARTS[part]
    name = "oldshire" if part in ("offer", "pledge") else "england"
    put(tmp_path, "sq", name, Said(context, words, "Në shqip"))
    client = make_app(tmp_path).test_client()
    for asked, lang, shown in [
        ("sq", "sq", "Në shqip"),
        ("ar", "ar", english(words)),
        ("en", "en", words),
        ("xx", "en", words),
        ("", "en", words),
    ]:
        answer = body(client.get(f"{PREFIX}/councils/oldshire/{part}?lang={asked}"))
        assert answer["lang"] == lang
        assert pick(answer[part]) == shown, asked


def test_one_language_leaves_the_others_alone(tmp_path: Path) -> None:
    """Words are put into copies: nothing of one language is ever seen in another."""
    put(tmp_path, "sq", "england", Said("help/night-line.title", "Night line", "Linja e natës"))
    client = make_app(tmp_path).test_client()

    def title(lang: str) -> str:
        found: str = body(client.get(f"{PREFIX}/councils/oldshire/help?lang={lang}"))["help"][1]["title"]
        return found

    seen = [title(lang) for lang in ("en", "sq", "ar", "en", "sq")]
    assert seen == ["Night line", "Linja e natës", english("Night line"), "Night line", "Linja e natës"]


def test_a_bundle_is_made_anew_when_its_translation_changes(tmp_path: Path) -> None:
    said = Said("help/night-line.title", "Night line", "Linja e natës")
    for folder, words in ((tmp_path / "one", said), (tmp_path / "two", Said(said.context, said.english, "Natën"))):
        put(folder, "sq", "england", words)
    first, second = (bundle(make_app(tmp_path / name), "sq") for name in ("one", "two"))
    assert first["hash"] != second["hash"]
    assert [one["title"] for one in second["help"]] == [english("Your council at night"), "Natën"]


def test_numbers_to_dial_and_words_to_send_are_never_said_anew(tmp_path: Path) -> None:
    word = Said("help/night-line.contacts.word", "SHOUT", "BËRTIT")
    value = Said("help/night-line.contacts.value", "{a} {b}", "{b} {a}")
    put(tmp_path, "sq", "england", word, value)
    line = bundle(make_app(tmp_path), "sq")["help"][1]
    assert [one["value"] for one in line["contacts"]] == ["116 123", "85258", "https://example.org.uk"]
    assert line["contacts"][1]["word"] == "SHOUT"
