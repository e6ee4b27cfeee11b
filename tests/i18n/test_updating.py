"""Bringing catalogues up to date: what changed in English is marked, and nothing else is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content.packs import ENTITLEMENTS, FILES, OVERRIDES, PASSPORT, library_of, write
from tests.i18n.catalogues import OTHERS, RULES, Said, catalogue, put
from webapp.content.languages.updating import (
    as_bytes,
    read_old,
    update_all,
    update_file,
    updated,
    wanted_of,
)

Texts = dict[tuple[str, str], Message]
LAST_SUMMARY = "A card for cheaper trains."
SUMMARY = "entitlements/rail-card.summary"


def gathered(folder: Path, files: dict[str, str] | None = None) -> dict[str, Texts]:
    return wanted_of(library_of(write(folder, files)))


def entry_of(data: bytes, context: str) -> list[str]:
    """The blocks of a catalogue's file that are about one context."""
    blocks = data.decode().split("\n\n")
    return [block for block in blocks if f'msgctxt "{context}"' in block]


def others_of(data: bytes, context: str) -> list[str]:
    return [block for block in data.decode().split("\n\n") if f'msgctxt "{context}"' not in block]


def translated(folder: Path, files: dict[str, str] | None = None, name: str = "england") -> Path:
    """A catalogue of the good content where every text has a translation: its own English, backwards."""
    said = [Said(context, text, f"«{text}»") for context, text in sorted(gathered(folder, files)[name])]
    path = put(folder, "sq", name, *said)
    update_file(path, gathered(folder, files)[name])
    return path


def test_a_new_catalogue_has_every_text_and_no_translation(tmp_path: Path) -> None:
    wanted = gathered(tmp_path)
    changed = update_all(tmp_path / "translations", OTHERS, wanted)
    assert {path.parent.parent.name for path in changed} == set(OTHERS)
    for path in changed:
        with path.open("rb") as file:
            found = read_po(file)
        assert {(message.context, message.id) for message in found if message.id} == set(wanted[path.stem])
        assert [message.string for message in found if message.id and message.string] == []
        assert "# State: machine draft" in found.header_comment.splitlines()
        assert found.locale_identifier == path.parent.parent.name


def test_running_twice_changes_nothing(tmp_path: Path) -> None:
    wanted = gathered(tmp_path)
    assert len(update_all(tmp_path / "translations", OTHERS, wanted)) == len(OTHERS) * len(wanted)
    assert update_all(tmp_path / "translations", OTHERS, wanted) == []


def test_a_pack_has_only_what_its_base_does_not_say(tmp_path: Path) -> None:
    summary = OVERRIDES.replace("      sources:", "      summary: Ask us.\n      sources:", 1)
    wanted = gathered(tmp_path, {"oldshire/overrides.yaml": summary})
    contexts = {context for context, _ in wanted["oldshire"]}
    assert "entitlements/home-money.summary" in contexts
    assert "entitlements/home-money.title" not in contexts
    assert "offer/first-home.title" in contexts
    assert "pledge/areas.home.promises.keep-you-safe.text" in contexts
    assert not contexts & {context for context, _ in wanted["england"]} - {"entitlements/home-money.summary"}


def test_a_figure_of_a_council_is_no_new_text(tmp_path: Path) -> None:
    files = {"england/entitlements/home.yaml": ENTITLEMENTS.replace("It may rise.", "It rises to £4.")}
    files["oldshire/overrides.yaml"] = OVERRIDES.replace(
        "      sources:", "      future: {kind: announced, text: It rises to £5.}\n      sources:", 1
    )
    wanted = gathered(tmp_path, files)
    assert ("entitlements/home-money.future.text", "It rises to {a}.") in wanted["england"]
    assert all(context != "entitlements/home-money.future.text" for context, _ in wanted["oldshire"])


def test_a_changed_english_makes_only_its_own_translation_fuzzy(tmp_path: Path) -> None:
    path = translated(tmp_path)
    before = path.read_bytes()
    new = {"england/entitlements/home.yaml": ENTITLEMENTS.replace(LAST_SUMMARY, "A card for much cheaper trains.")}
    assert update_file(path, gathered(tmp_path, new)["england"])
    after = path.read_bytes()
    assert entry_of(after, SUMMARY) == [
        "#, fuzzy\n"
        f'#| msgid "{LAST_SUMMARY}"\n'
        f'msgctxt "{SUMMARY}"\n'
        'msgid "A card for much cheaper trains."\n'
        f'msgstr "«{LAST_SUMMARY}»"'
    ]
    assert others_of(after, SUMMARY) == others_of(before, SUMMARY)
    # It stays so, with the English that was translated, until somebody has looked at it.
    assert not update_file(path, gathered(tmp_path, new)["england"])


def test_a_second_change_keeps_the_translation_and_names_the_english_before_it(tmp_path: Path) -> None:
    path = translated(tmp_path)
    for summary in ("A card for much cheaper trains.", "A card for much cheaper trains and buses."):
        new = {"england/entitlements/home.yaml": ENTITLEMENTS.replace(LAST_SUMMARY, summary)}
        update_file(path, gathered(tmp_path, new)["england"])
    (block,) = entry_of(path.read_bytes(), SUMMARY)
    assert block.startswith(f'#, fuzzy\n#| msgid "{LAST_SUMMARY}"\n')
    assert f'msgstr "«{LAST_SUMMARY}»"' in block


def test_a_change_that_is_taken_back_is_not_silently_right_again(tmp_path: Path) -> None:
    path = translated(tmp_path)
    new = {"england/entitlements/home.yaml": ENTITLEMENTS.replace(LAST_SUMMARY, "A card for much cheaper trains.")}
    update_file(path, gathered(tmp_path, new)["england"])
    update_file(path, gathered(tmp_path)["england"])
    (block,) = entry_of(path.read_bytes(), SUMMARY)
    assert block.startswith("#, fuzzy\n")


def test_another_figure_in_english_changes_no_translation(tmp_path: Path) -> None:
    """The note for translators shows the new figure; the translation stands."""
    files = {"england/papers.yaml": FILES["england/papers.yaml"] + "    confidence_note: Seen in 2025.\n"}
    path = translated(tmp_path, files)
    before = path.read_bytes()
    files = {"england/papers.yaml": FILES["england/papers.yaml"] + "    confidence_note: Seen in 2026.\n"}
    update_file(path, gathered(tmp_path, files)["england"])
    assert path.read_bytes() == before.replace(b"#. Seen in 2025.", b"#. Seen in 2026.")
    assert b"#. Seen in 2026." in path.read_bytes()


def test_quite_other_words_begin_empty(tmp_path: Path) -> None:
    path = translated(tmp_path)
    new = {"england/entitlements/home.yaml": ENTITLEMENTS.replace(LAST_SUMMARY, "Ride on rail, pay less by half.")}
    update_file(path, gathered(tmp_path, new)["england"])
    (block,) = entry_of(path.read_bytes(), SUMMARY)
    assert block.endswith('msgstr ""')
    assert "fuzzy" not in block


def test_a_new_text_is_empty_and_touches_nothing(tmp_path: Path) -> None:
    path = translated(tmp_path)
    before = path.read_bytes()
    new = ENTITLEMENTS.replace("    decides: The railways\n", "    what_for: For trains.\n    decides: The railways\n")
    update_file(path, gathered(tmp_path, {"england/entitlements/home.yaml": new})["england"])
    context = "entitlements/rail-card.what_for"
    assert entry_of(path.read_bytes(), context) == [f'msgctxt "{context}"\nmsgid "For trains."\nmsgstr ""']
    assert others_of(path.read_bytes(), context) == others_of(before, context)


def test_a_text_that_is_gone_is_gone(tmp_path: Path) -> None:
    path = translated(tmp_path)
    before = path.read_bytes()
    new = ENTITLEMENTS.replace("    also_called: [grant]\n", "")
    update_file(path, gathered(tmp_path, {"england/entitlements/home.yaml": new})["england"])
    context = "entitlements/home-money.also_called"
    assert entry_of(before, context)
    assert path.read_bytes().decode().split("\n\n") == others_of(before, context)


PITFALLS = "entitlements/home-money.pitfalls"
LISTS = {
    "before": "[Keep your papers safe., It is not for rent.]",
    "after": "[It is not for rent., Keep your papers safe.]",
}


@pytest.mark.parametrize("place", LISTS)
def test_an_item_put_into_a_list_touches_no_other(tmp_path: Path, place: str) -> None:
    path = translated(tmp_path)
    before = path.read_bytes()
    new = ENTITLEMENTS.replace("[It is not for rent.]", LISTS[place])
    update_file(path, gathered(tmp_path, {"england/entitlements/home.yaml": new})["england"])
    blocks = path.read_bytes().decode().split("\n\n")
    assert [block for block in blocks if block not in before.decode().split("\n\n")] == [
        f'msgctxt "{PITFALLS}"\nmsgid "Keep your papers safe."\nmsgstr ""'
    ]
    assert len(blocks) == len(before.decode().split("\n\n")) + 1


def test_an_entry_put_before_the_others_touches_no_other(tmp_path: Path) -> None:
    path = translated(tmp_path)
    before = set(path.read_bytes().decode().split("\n\n"))
    skill = "      - {id: money-00, can: I can count., why: To know., try: Count., evidence: A sum., age: 12,\n"
    skill += "         heading: finances}\n"
    new = PASSPORT.replace("    skills:\n", f"    skills:\n{skill}")
    update_file(path, gathered(tmp_path, {"england/passport/money.yaml": new})["england"])
    added = set(path.read_bytes().decode().split("\n\n")) - before
    assert added
    assert all('msgctxt "areas/money.skills.money-00.' in block for block in added)
    assert before <= set(path.read_bytes().decode().split("\n\n"))


def test_a_translation_goes_to_the_nearest_text_once(tmp_path: Path) -> None:
    path = translated(tmp_path)
    new = ENTITLEMENTS.replace("[It is not for rent.]", "[It is not for bills., It is not for rent or bills.]")
    update_file(path, gathered(tmp_path, {"england/entitlements/home.yaml": new})["england"])
    blocks = entry_of(path.read_bytes(), PITFALLS)
    assert sorted(block.rpartition("msgstr ")[2] for block in blocks) == ['""', '"«It is not for rent.»"']


def test_the_head_stays_as_it_is(tmp_path: Path) -> None:
    head = "State: checked by Amina Yusuf, 2026-10-31\n# Numbers stay in our digits."
    path = put(tmp_path, "ar", "england", head=head)
    update_file(path, gathered(tmp_path)["england"])
    lines = path.read_text("utf-8").splitlines()
    assert lines[:3] == ["# Words for a test.", *f"# {head}".splitlines()]
    assert f'"Plural-Forms: {RULES["ar"]}\\n"' in lines


def test_a_translators_note_stays(tmp_path: Path) -> None:
    path = translated(tmp_path)
    marker = f'msgctxt "{SUMMARY}"'
    path.write_text(path.read_text("utf-8").replace(marker, f"# Trains: the word of the tickets.\n{marker}"), "utf-8")
    before = path.read_bytes()
    assert not update_file(path, gathered(tmp_path)["england"])
    new = {"england/entitlements/home.yaml": ENTITLEMENTS.replace(LAST_SUMMARY, "A card for much cheaper trains.")}
    update_file(path, gathered(tmp_path, new)["england"])
    assert path.read_bytes() != before
    assert b"# Trains: the word of the tickets.\n#, fuzzy\n" in path.read_bytes()


LONG = 'A "card" for trains, ' + "and again for trains, " * 12 + "with a \\ in it."


@pytest.mark.parametrize("text", [LONG, "Two\nlines of it", "Two spaces  of it", "{n} of “it”, of it"])
def test_the_english_before_it_comes_back_whole(tmp_path: Path, text: str) -> None:
    path = put(
        tmp_path, "sq", "messages", Said("", text, "Fjalë"), Said("", [text + "1", text + "2"], ["Një", "Shumë"])
    )
    wanted = {("", f"{text}, new"): Message(f"{text}, new"), ("", text + "1"): Message((text + "1", text + "3"))}
    for _ in range(2):
        update_file(path, wanted)
        found = read_old(path.read_bytes(), "sq")
        assert found[f"{text}, new"].previous_id == [text]
        assert found[text + "1"].previous_id == [text + "1", text + "2"]
    assert not update_file(path, wanted)


WORD = st.sampled_from(["ask", "your", "council", "for", "money", "and", "help", "{a}", "home"])
TEXT = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
KEYS = st.sets(st.tuples(st.sampled_from(["x/one.title", "x/one.list", "x/two.title"]), TEXT), max_size=12)
often = settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


def made(keys: set[tuple[str, str]]) -> Texts:
    return {(context, text): Message(text, context=context) for context, text in keys}


def read(data: bytes) -> dict[tuple[str, str], Message]:
    return {(str(one.context), str(one.id)): one for one in read_old(data, "sq") if one.id}


@often
@given(KEYS, KEYS)
def test_whatever_changes_a_text_is_said_by_its_own_translation_or_not_at_all(
    before: set[tuple[str, str]], after: set[tuple[str, str]]
) -> None:
    old = catalogue("sq", [Said(context, text, f"«{context} {text}»") for context, text in sorted(before)])
    once = as_bytes(updated(read_old(as_bytes(old), "sq"), made(after)))
    found = read(once)
    assert set(found) == after
    for (context, text), message in found.items():
        if (context, text) in before:
            assert (message.string, message.fuzzy) == (f"«{context} {text}»", False)
        elif message.string:
            (english,) = message.previous_id
            assert message.fuzzy
            assert message.string == f"«{context} {english}»"
            assert (context, english) in before - after
    # No translation is used for two texts, and a second time changes nothing.
    said = [message.string for message in found.values() if message.string]
    assert len(said) == len(set(said))
    assert as_bytes(updated(read_old(once, "sq"), made(after))) == once
    assert re.search(rb"^# State: machine draft$", once, re.MULTILINE)
