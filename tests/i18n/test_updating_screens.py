"""Bringing the catalogue of the screens up to date: its plurals keep all their forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.i18n.catalogues import OTHERS, Said, catalogue, put
from webapp.content.languages.updating import as_bytes, read_old, screens_of, update_file
from webapp.core.catalogues import catalogue_path


def test_what_the_screens_say(tmp_path: Path) -> None:
    template = tmp_path / "screens.pot"
    template.write_bytes(as_bytes(catalogue("sq", [Said("", "Help", ""), Said("", ["{n} day", "{n} days"], ["", ""])])))
    wanted = screens_of(template)
    assert set(wanted) == {("", "Help"), ("", "{n} day")}
    said = [Said("", "Help", "Ndihmë"), Said("", ["{n} day", "{n} days"], ["një ditë", "{n} ditë"])]
    path = put(tmp_path, "sq", "messages", *said)
    before = path.read_bytes()
    update_file(path, wanted)
    assert path.read_bytes() == before
    more = {**wanted, ("", "Me"): Message("Me")}
    update_file(path, more)
    assert (
        b'msgid_plural "{n} days"\nmsgstr[0] "nj\xc3\xab dit\xc3\xab"\nmsgstr[1] "{n} dit\xc3\xab"' in path.read_bytes()
    )


@pytest.mark.parametrize("lang", OTHERS)
def test_every_language_keeps_all_its_plural_forms(tmp_path: Path, lang: str) -> None:
    path = catalogue_path(tmp_path, lang, "messages")
    update_file(path, {("", "{n} day"): Message(("{n} day", "{n} days"))})
    with path.open("rb") as file:
        new = read_po(file)
    forms = [f"{{n}} form {form}" for form in range(new.num_plurals)]
    new["{n} day"].string = tuple(forms)
    path.write_bytes(as_bytes(new))
    # A changed word in one form only: fuzzy, with every form.
    assert update_file(path, {("", "{n} working day"): Message(("{n} working day", "{n} days"))})
    message = read_old(path.read_bytes(), lang)["{n} working day"]
    assert (message.fuzzy, list(message.string or ())) == (True, forms)
    assert message.previous_id == ["{n} day", "{n} days"]


def test_a_plural_form_that_changed_alone_is_looked_at_again(tmp_path: Path) -> None:
    """The text for one thing stands, the text for many does not: what was translated is not what is shown."""
    path = put(tmp_path, "sq", "messages", Said("", ["One day", "{n} days"], ["Një ditë", "{n} ditë"]))
    update_file(path, {("", "One day"): Message(("One day", "{n} working days"))})
    message = read_old(path.read_bytes(), "sq")["One day"]
    assert tuple(message.id) == ("One day", "{n} working days")
    assert message.fuzzy
    assert message.previous_id == ["One day", "{n} days"]
    assert list(message.string or ()) == ["Një ditë", "{n} ditë"]


def test_a_text_that_gets_a_plural_is_not_said_by_its_old_words(tmp_path: Path) -> None:
    path = put(tmp_path, "sq", "messages", Said("", "One day", "Një ditë"))
    update_file(path, {("", "One day"): Message(("One day", "{n} days"))})
    with path.open("rb") as file:
        message = read_po(file)["One day"]
    assert (message.fuzzy, list(message.string or ())) == (False, ["", ""])
