"""Plain words: how syllables and reading ages are counted, what is a finding, and that our own content passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.packs import ENTITLEMENTS, OFFER, OVERRIDES, PLEDGE, write
from webapp.content.findings import Finding
from webapp.content.plain.judging import entry_ages, judge
from webapp.content.plain.measure import reading, sentences, syllables
from webapp.content.plain.vocabulary import key, read_vocabulary
from webapp.settings import ROOT

SYLLABLES = {
    1: ["homes", "moved", "your", "whole", "£3,000", "18", "PA's"],
    2: ["about", "people", "places", "needed", "lonely", "create", "leaver", "money"],
    3: ["adviser", "benefit", "advocate", "allowance", "guardian"],
    4: ["emergency", "independent", "application", "apprenticeship"],
    5: ["accommodation", "university", "immediately"],
}
LONG = (
    "The responsible authority determines applications for supplementary financial assistance in accordance with its "
    "published eligibility criteria, taking account of individual circumstances and available resources."
)
WORDS = """\
hard:
  - {words: [assistance, assist], plain: help}
names:
  - {names: [Universal Credit Department], why: It is on the letter.}
legal: [pathway plan, virtual school]
"""
GLOSSARY = """\
glossary:
  - {id: pathway-plan, term: Pathway plan, also: [your plan], meaning: A plan that you make with your PA.,
     sources: [CLR reg 8], as_at: 2026-10-31, review_by: 2027-04-01, confidence: high}
"""


def judged(folder: Path, files: dict[str, str]) -> list[Finding]:
    return judge(write(folder, {"words.yaml": WORDS, **files}))


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, words in SYLLABLES.items() for word in words])
def test_syllables(count: int, word: str) -> None:
    assert syllables(word) == count


def test_the_formula_is_flesch_kincaid_and_five() -> None:
    # 12 words, 2 sentences, 13 syllables: 0.39 * 6 + 11.8 * 13 / 12 - 15.59 + 5.
    found = reading("You can ask your worker for help. It is free to ask.")
    assert (found.words, found.sentences, found.age) == (12, 2, 4.5)
    assert reading(LONG).age > 20  # type: ignore[operator]
    assert reading(LONG).long[0] == "eligibility"
    assert reading("Too few words to say.").age is None


def test_where_a_sentence_ends() -> None:
    assert sentences("One. Two! Is it three? See gov.uk/help: four") == [
        "One",
        "Two",
        "Is it three",
        "See gov.uk/help",
        "four",
    ]


def test_a_text_that_is_too_hard_names_its_line_and_measure(tmp_path: Path) -> None:
    (found,) = [
        one
        for one in judged(tmp_path, {"oldshire/offer.yaml": OFFER.replace("The paper names a sum.", LONG)})
        if "reading age" in one.text
    ]
    assert (found.file, found.line) == ("content/oldshire/offer.yaml", 5)
    assert found.text.startswith("`title`, `summary`: reading age ")
    assert "(Flesch-Kincaid; " in found.text
    assert "write shorter words for eligibility" in found.text


def test_a_hard_word_names_the_plain_one(tmp_path: Path) -> None:
    found = judged(tmp_path, {"oldshire/pledge.yaml": PLEDGE.replace("We keep you safe.", "We ASSIST you.")})
    assert [str(one) for one in found] == [
        "content/oldshire/pledge.yaml:9: `ASSIST` is a hard word; write help instead"
    ]


def test_words_that_a_feed_brought_only_warn(tmp_path: Path) -> None:
    hard = OFFER.replace("summary: ", "summary: You get assistance here. ", 1).replace("- id: ", "- id: fed-", 1)
    found = judged(tmp_path, {"oldshire/offer-imported.yaml": hard})
    assert ["assistance" in one.text for one in found] == [True]
    assert found[0].warning


def test_a_hard_word_in_an_override_and_in_a_question_is_found(tmp_path: Path) -> None:
    over = OVERRIDES.replace("      sources:", "      pitfalls: [No assistance yet.]\n      sources:", 1)
    asks = ENTITLEMENTS.replace("Are you moving?", "Do you need assistance?")
    found = judged(tmp_path, {"oldshire/overrides.yaml": over, "england/entitlements/home.yaml": asks})
    assert [(one.file, one.line) for one in found] == [
        ("content/england/entitlements/home.yaml", 10),
        ("content/oldshire/overrides.yaml", 6),
    ]


def test_a_name_weighs_nothing_and_may_hold_a_hard_word(tmp_path: Path) -> None:
    plain = "Ask the Universal Credit Department what you can get now and how to get it."
    assert judged(tmp_path, {"oldshire/offer.yaml": OFFER.replace("The paper names a sum.", plain)}) == []
    vocabulary, _ = read_vocabulary(tmp_path / "content")
    assert vocabulary is not None
    assert vocabulary.without_names("The Universal Credit Department") == "The it it it"


def test_a_legal_word_needs_the_glossary(tmp_path: Path) -> None:
    said = OFFER.replace("Ask your PA.", "Ask the virtual school for your pathway plans.")
    without = write(tmp_path / "a", {"words.yaml": WORDS, "oldshire/offer.yaml": said})
    (without / "england" / "glossary.yaml").unlink()
    assert judge(without) == []
    (found,) = judged(tmp_path / "b", {"oldshire/offer.yaml": said, "england/glossary.yaml": GLOSSARY})
    assert (found.file, found.line) == ("content/oldshire/offer.yaml", 6)
    assert found.text.startswith("`virtual school` is a legal word that the glossary does not explain; write ")
    assert key("Pathway plans") == "pathway-plan"


def test_a_long_sentence_cannot_hide_among_short_ones(tmp_path: Path) -> None:
    long = "It is so. " * 9 + "You can ask " + "and ask " * 12 + "for it."
    (found,) = judged(tmp_path, {"oldshire/offer.yaml": OFFER.replace("The paper names a sum.", long)})
    assert "`summary` has a sentence of 29 words (at most 25): You can ask and ask" in found.text


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("hard: [\n", 2, "not YAML"),
        ("hard: []\nnames: [{names: [PIP]}]\nlegal: []\n", 2, "`why` is missing"),
        ("hard: []\nnames: []\nlegal: []\nlegl: []\n", 4, "`legl` is not known here"),
    ],
)
def test_a_wrong_list_of_words_is_named(tmp_path: Path, text: str, line: int, says: str) -> None:
    (found,) = judged(tmp_path, {"words.yaml": text})
    assert (found.file, found.line) == ("content/words.yaml", line)
    assert says in found.text


def test_each_entry_has_its_reading_age(tmp_path: Path) -> None:
    content = write(tmp_path)
    assert "content/oldshire/offer.yaml:2: first-home: head " in "\n".join(str(one) for one in entry_ages(content))
    assert {one.file.split("/")[1] for one in entry_ages(content, "oldshire")} == {"oldshire"}


def test_our_own_words_are_plain() -> None:
    """The report: every title, summary and body reads at age 11 or below, and every legal word is explained."""
    assert [str(one) for one in judge(ROOT / "content")] == []


def test_our_own_list_of_words_is_long_enough_and_gives_reasons() -> None:
    vocabulary, findings = read_vocabulary(ROOT / "content")
    assert findings == []
    assert vocabulary is not None
    assert len(set(vocabulary.plain.values())) >= 60
    # What we say to write is never itself on the list.
    assert [plain for plain in vocabulary.plain.values() if vocabulary.hard.search(plain)] == []
