"""Translations that are wrong on purpose: a clear error that names the place, and nothing of it is loaded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.i18n.catalogues import CHECKED, OTHERS, Said, line_of, put
from webapp.content.findings import Finding
from webapp.content.languages.checking import catalogue_findings
from webapp.core.catalogues import SCREENS

PACKS = ["england", "oldshire"]
TITLE = "help/night-line.title"
RULE = "status_rules/D6.because"
ISOLATE, POP, EMBED, END = "\u2068", "\u2069", "\u202b", "\u202c"
MISSING = "; write it where the sentence needs it"


def findings(folder: Path) -> list[Finding]:
    return catalogue_findings(folder / "translations", PACKS)


# English, what somebody wrote, and what the finding says; nothing when it is right.
CONTENT: dict[str, tuple[str, str, str]] = {
    "right": ("In {a} days, {b}", "Brenda {b}, {a} ditë", ""),
    "the hole is missing": ("In {a} days", "Brenda disa ditëve", f"the translation has no {{a}}{MISSING}"),
    "two are missing": ("{a} or {b}", "ose", f"the translation has no {{a}} and no {{b}}{MISSING}"),
    "another hole": ("In {a} days", "Brenda {a} {c} ditëve", "has {c}, which the English has not; write {a} instead"),
    "a hole from nowhere": ("Ask us", "Pyet {emri}", "has {emri}, which the English has not; write a word instead"),
    "a hole in another script": ("In {a} days", "خلال {أ} يوم", "the translation has no {a}"),
    "a hole with a space": ("In {a} days", "Brenda { a } ditëve", "the translation has no {a}"),
    "half a hole": ("In {a} days", "Brenda {a} {a ditëve", "has {, which the English has not"),
    "one of two is another's": ("From {a} to {b}", "Nga {a} në {a}", "the translation has no {b}"),
    "one stands twice": ("In {a} days", "Brenda {a} ditëve, po {a}", ""),
    "a typed figure": ("In {a} days", "Brenda {a} ditëve (28)", "has digits of its own (28); write the hole of the"),
    "Arabic digits": ("In {a} days", "خلال {a} يوم ٢٨", "digits of its own (٢٨)"),
    "Persian digits": ("In {a} days", "در {a} روز ۲۸", "digits of its own (۲۸)"),
    "Ethiopic numbers": ("In {a} days", "ኣብ {a} ፳፰", "digits of its own (፳፰)"),
    "a half": ("In {a} days", "½ {a}", "digits of its own (½)"),
    "markup": ("Ask us", "<b>Pyet</b>", "has HTML (<b>); write plain words instead"),
    "a script": ("Ask us", "<script src=//x.example>", "has HTML (<script"),
    "an entity": ("Ask us", "Pyet&nbsp;na", "has HTML (&nbsp;)"),
    "an address that runs": ("Ask us", "javascript:alert()", "has an address that runs (javascript:)"),
    "a link without https": ("Ask us", "[Pyet](http://a.example)", "has a link that is not https"),
    "signs in pairs": ("Ask {a}", f"Pyet {ISOLATE}{{a}}{POP}", ""),
    "pairs in pairs": ("Ask us", f"{EMBED}Pyet {ISOLATE}na{POP}{END}", ""),
    "a sign left open": ("Ask us", f"Pyet {ISOLATE}na", "a sign for the direction of the text is not closed"),
    "a sign that closes nothing": ("Ask us", f"Pyet{POP} na", "or closes nothing; write both signs, or none instead"),
    "signs crossed": ("Ask us", f"{EMBED}Pyet {ISOLATE}na{END}{POP}", "is not closed"),
    "a mark by itself": ("Ask us", "Pyet \u200fna", ""),
    "a joiner": ("Ask us", "می\u200cپرسم", ""),
}


@pytest.mark.parametrize("name", CONTENT)
def test_a_wrong_translation_is_named_with_its_file_line_and_place(tmp_path: Path, name: str) -> None:
    english, said, says = CONTENT[name]
    others = [Said("help/a.title", "Before", "Para"), Said("help/z.title", "After", "Pas")]
    path = put(tmp_path, "sq", "oldshire", *others, Said(TITLE, english, said))
    found = findings(tmp_path)
    if not says:
        assert found == []
        return
    place = f"translations/sq/LC_MESSAGES/oldshire.po:{line_of(path, english)}: `{TITLE}`: "
    assert str(found[0]).startswith(place)
    assert says in found[0].text
    assert not any(one.warning for one in found)


@pytest.mark.parametrize("name", ["fuzzy", "empty"])
def test_what_is_not_shown_is_not_looked_at(tmp_path: Path, name: str) -> None:
    put(tmp_path, "sq", "england", Said(TITLE, "In {a} days", "<b>5" if name == "fuzzy" else "", fuzzy=name == "fuzzy"))
    assert findings(tmp_path) == []


def test_the_screens_have_figures_of_their_own_in_our_digits(tmp_path: Path) -> None:
    said = [Said("", "Call 999", "Telefono 999"), Said("", "All 6", "گشت ٦"), Said("", "{name}", "{emri}")]
    path = put(tmp_path, "ckb", SCREENS, *said)
    assert [(one.line, one.text) for one in findings(tmp_path)] == [
        (
            line_of(path, "All 6"),
            "`All 6`: the translation has digits of its own (٦); write the digits 0 to 9 instead",
        ),
        (line_of(path, "{name}"), f"`{{name}}`: the translation has no {{name}}{MISSING}"),
        (
            line_of(path, "{name}"),
            "`{name}`: the translation has {emri}, which the English has not; write {name} instead",
        ),
    ]


DAYS = ("{n} day for {name}", "{n} days for {name}")
ARABIC = ["صفر {n} {name}", "يوم {name}", "يومان {name}", "{n} أيام {name}", "{n} يومًا {name}", "{n} يوم {name}"]
# Language, the forms, and what the finding says.
PLURALS: dict[str, tuple[str, list[str], str]] = {
    "right": ("ar", ARABIC, ""),
    "one day, two days": ("sq", ["Një ditë {name}", "{n} ditë {name}"], ""),
    "none and one share a form": ("fa", ["یک روز {name}", "{n} روز {name}"], ""),
    "one form for all": ("vi", ["{n} ngày {name}"], ""),
    "one form for all without the number": ("vi", ["Ngày {name}"], "has no {n}"),
    "few without the number": ("ar", [*ARABIC[:3], "أيام {name}", *ARABIC[4:]], "has no {n}"),
    "many without the name": ("sq", ["Një ditë {name}", "{n} ditë"], "has no {name}"),
    "one without the name": ("sq", ["Një ditë", "{n} ditë {name}"], "has no {name}"),
    "another hole": ("sq", ["Një ditë {name}", "{n} ditë {name} {m}"], "has {m}, which the English has not"),
    "a form is empty": ("sq", ["Një ditë {name}", ""], "of 2 plural forms some are empty (1); write all 2, or none"),
    "two forms are empty": ("ar", ["", *ARABIC[1:5], ""], "of 6 plural forms some are empty (0, 5); write all 6"),
}


@pytest.mark.parametrize("name", PLURALS)
def test_every_plural_form_is_whole(tmp_path: Path, name: str) -> None:
    lang, forms, says = PLURALS[name]
    path = put(tmp_path, lang, SCREENS, Said("", DAYS, forms))
    found = findings(tmp_path)
    assert len(found) == bool(says)
    if says:
        shown = f"translations/{lang}/LC_MESSAGES/messages.po:{line_of(path, DAYS[0])}: `{DAYS[0]}`: "
        assert str(found[0]).startswith(shown)
        assert says in found[0].text


# What stands in the file, what somebody made of it, the line that is named and what is said.
BROKEN: dict[str, tuple[str, str, str, str]] = {
    "no state": ("# State: machine draft", "# A draft", "", "the head does not say who has looked at these words"),
    "checked by nobody": ("# State: machine draft", "# State: checked by Amina", "", "the head does not say who"),
    "another language": ("Language: sq", "Language: ar", "", "the head names the language ar; write `Language: sq`"),
    "no plural rule to read": ("plural=(n != 1)", "plural=(n ! 1)", "", "the head cannot be read ("),
    "a rule to a form that is not there": ("plural=(n != 1)", "plural=(n > 1 ? 2 : 0)", "", "gives 2 a form that"),
    "no number of forms": ("nplurals=2", "nplurals=two", "", "the head cannot be read ("),
    "a line of a merge": ('msgstr "Linja"', '<<<<<<< HEAD\nmsgstr "Linja"', "<<<<<<< HEAD", "cannot read this line"),
    "no quote at the end": ('msgstr "Linja"', 'msgstr "Linja', 'msgstr "Lin', "gettext cannot read this line"),
    "a quote inside": ('msgstr "Linja"', 'msgstr "Lin"ja"', 'msgstr "Lin', "cannot read this line"),
    "a word that gettext has not": ('msgstr "Linja"', 'msgtxt "Linja"', "msgtxt ", "cannot read this line"),
    "no translation line": (
        'msgstr "Linja"',
        "",
        'msgid "Night line"',
        "cannot read this text (missing msgstr",
    ),
    "one more form": (
        'msgstr[1] "b"',
        'msgstr[1] "b"\nmsgstr[2] "c"',
        'msgid "{n} x"',
        "cannot read this text",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    old, new, at, says = BROKEN[name]
    said = [Said("", "Night line", "Linja"), Said("", ["{n} x", "{n} xs"], ["{n} a", "{n} b"])]
    path = put(tmp_path, "sq", SCREENS, *said)
    text = path.read_text("utf-8").replace('"{n} a"', '"a"').replace('"{n} b"', '"b"')
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    lines = path.read_text("utf-8").split("\n")
    expected = next(number for number, line in enumerate(lines, 1) if line.startswith(at))
    found = findings(tmp_path)
    assert (found[0].file, found[0].line) == ("translations/sq/LC_MESSAGES/messages.po", expected)
    assert says in found[0].text


def test_a_text_that_stands_twice(tmp_path: Path) -> None:
    path = put(tmp_path, "sq", "england", Said(TITLE, "Night line", "Linja"))
    again = f'\nmsgctxt "{TITLE}"\nmsgid "Night line"\nmsgstr "Natën"\n'
    path.write_text(path.read_text("utf-8") + again, "utf-8")
    (found,) = findings(tmp_path)
    last = path.read_text("utf-8").count("\n") - 1
    assert (found.line, found.text) == (last, f"`{TITLE}` stands here twice; write it once instead")


def test_the_same_text_in_two_places_is_fine(tmp_path: Path) -> None:
    put(tmp_path, "sq", "england", Said(TITLE, "Night line", "Linja"), Said("help/x.title", "Night line", "Natën"))
    assert findings(tmp_path) == []


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = put(tmp_path, "sq", "england", Said(TITLE, "Night line", "Linja"))
    path.write_bytes(path.read_bytes().replace(b"Linja", b"Linj\xeb"))
    (found,) = findings(tmp_path)
    assert "not UTF-8" in found.text


def test_everything_wrong_is_named_at_once_in_order(tmp_path: Path) -> None:
    for lang in reversed(OTHERS):
        put(tmp_path, lang, "england", Said(TITLE, "In {a} days", "x"), Said("help/x.title", "In {a} days", "y"))
    found = findings(tmp_path)
    assert len(found) == 2 * len(OTHERS)
    assert found == sorted(found)


def test_a_checked_head_is_as_good_as_a_draft(tmp_path: Path) -> None:
    put(tmp_path, "sq", "england", Said(TITLE, "Night line", "Linja"), head=CHECKED)
    assert findings(tmp_path) == []


HOLES = st.sampled_from(["{a}", "{b}", "{n}", "{name}", "{", "}", "{ a}", "word", "ditë", " "])
TEXT = st.lists(HOLES, min_size=1, max_size=8).map("".join).filter(str.strip)
often = settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
HOLE = re.compile(r"\{[^{}]*\}|[{}]")


@often
@given(english=TEXT, said=TEXT)
def test_any_two_texts_pass_only_with_the_same_holes(
    english: str, said: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("holes")
    put(folder, "sq", "england", Said(TITLE, english, said))
    same = set(HOLE.findall(english)) == set(HOLE.findall(said))
    assert (findings(folder) == []) == same
