"""What becomes of one service of another feed: an entry, or a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.offer.server import service
from webapp.content.schemas import schema_of
from webapp.content.schemas.council import OFFER_HEADINGS
from webapp.offer.headings import HEADINGS, TERM_IDS, heading_of_terms, heading_of_words
from webapp.offer.importing.entries import Line, read_service

TODAY = date(2026, 11, 22)


def read(**fields: Any) -> Line:
    return read_service(service(1, **fields), council="rutland", feed="https://a.example/services", today=TODAY)


def entry(**fields: Any) -> dict[str, Any]:
    found = read(**fields)
    assert found.entry is not None, found.left_out
    schema_of("offer").load(found.entry)
    return found.entry


def test_a_good_service() -> None:
    made = entry()
    assert made.pop("id").startswith("imported-")
    assert made == {
        "title": "Service 001",
        "heading": "accommodation",
        "summary": "Help number 1.",
        "how_to_ask": "Ask your personal adviser or the leaving care team.",
        "sources": ["https://a.example/services", "service 00000000-0000-4000-8000-000000000001"],
        "as_at": date(2026, 6, 1),
        "review_by": date(2027, 6, 1),
        "confidence": "medium",
    }


def test_the_id_stays_when_the_words_change() -> None:
    assert entry()["id"] == entry(name="Another name", description="Other words.")["id"]
    assert entry()["id"] != entry(id="other")["id"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"id": None}, "it has no id"),
        ({"id": {"a": 1}}, "it has no id"),
        ({"name": None}, "it has no name"),
        ({"name": ["a"]}, "it has no name"),
        ({"name": "<b></b>"}, "it has no name"),
        ({"name": "n" * 101}, "its name is too long: 101 characters, at most 100"),
        ({"description": None}, "it has no description"),
        ({"description": "<p> </p>"}, "it has no description"),
        ({"description": "How to ask: Just ask."}, "it has no description"),
        ({"description": "x" * 501}, "its description is too long: its first sentence has more than 500 characters"),
        ({"description": "x. " * 7000}, "its description is too long: 21000 characters"),
        ({"status": "inactive"}, "its status is inactive"),
        ({"status": "defunct"}, "its status is defunct"),
        ({"status": "temporarily closed"}, "its status is temporarily closed"),
        ({"last_modified": None, "assured_date": None},
         "it has no date (last_modified or assured_date) that has passed"),
        ({"last_modified": "soon", "assured_date": "2027-01-01"},
         "it has no date (last_modified or assured_date) that has passed"),
        ({"attributes": []}, "no heading of a local offer fits it (its terms: none)"),
        ({"attributes": [{"taxonomy_term": {"name": "Fishing"}}, 7, {"taxonomy_term": 7}]},
         "no heading of a local offer fits it (its terms: , Fishing)"),
    ],
)  # fmt: skip
def test_why_a_service_is_left_out(fields: dict[str, Any], why: str) -> None:
    found = read(**fields)
    assert (found.entry, found.left_out) == (None, why)


@pytest.mark.parametrize(
    ("fields", "ask", "changes"),
    [
        ({"description": "Help.\n\nHow to ask: Ring the bell."}, "Ring the bell.", []),
        ({"application_process": "<p>Fill in the form.</p>"}, "Fill in the form.", []),
        ({"url": "https://a.example/x"},
         "Ask your personal adviser or the leaving care team. Its own page: https://a.example/x", []),
        *[({"url": url}, "Ask your personal adviser or the leaving care team.",
           ["its link was dropped: not an https:// address"])
          for url in ("javascript:alert(1)", "http://a.example", "https://a.example/<b>", "//a.example", "x" * 400)],
        ({"application_process": "y" * 400}, "Ask your personal adviser or the leaving care team.",
         ["how to ask was too long"]),
        ({"url": "javascript:alert(1)", "application_process": "Ask."}, "Ask.",
         ["its link was dropped: not an https:// address"]),
    ],
)  # fmt: skip
def test_how_to_ask(fields: dict[str, Any], ask: str, changes: list[str]) -> None:
    found = read(**fields)
    assert found.entry is not None
    assert (found.entry["how_to_ask"], found.changes) == (ask, changes)


def test_a_long_description_is_cut_at_a_sentence_and_told() -> None:
    found = read(description="<p>" + "A sentence of words. " * 40 + "</p>")
    assert found.entry is not None
    assert len(found.entry["summary"]) <= 500
    assert found.entry["summary"].endswith("of words.")
    assert found.changes == ["markup became plain text", "description shortened from 839 to 482 characters"]


@pytest.mark.parametrize(
    ("modified", "assured", "day"),
    [
        ("2026-06-01T10:00:00Z", "2026-05-01", date(2026, 6, 1)),
        ("2026-04-01T10:00:00+01:00", "2026-05-01", date(2026, 5, 1)),
        ("2026-06-01", None, date(2026, 6, 1)),
        ("2031-06-01", "2026-05-01", date(2026, 5, 1)),
        (1234567, "2026-05-01", date(2026, 5, 1)),
    ],
)
def test_the_date_is_the_later_one_that_has_passed(modified: Any, assured: Any, day: date) -> None:
    assert entry(last_modified=modified, assured_date=assured)["as_at"] == day


def test_the_first_open_referral_uk_is_read_too() -> None:
    old = {"attributes": None, "last_modified": None, "service_taxonomys": [{"id": "1", "taxonomy": {"name": "Jobs"}}]}
    assert entry(**old)["heading"] == "employment"
    assert entry(id=17)["sources"][1] == "service 17"


def terms(*names: str) -> list[tuple[str, str]]:
    return [("", name) for name in names]


@pytest.mark.parametrize(
    ("found", "heading"),
    [
        (terms("Housing"), "accommodation"),
        (terms("Mental health"), "health_wellbeing"),
        (terms("Homework club at school"), "education_training"),
        (terms("Work"), "employment"),
        (terms("Workshops"), None),
        (terms("Immigration"), None),
        (terms("Families", "Voting rights", "Advocacy"), "participation"),
        (terms("Jobs", "Training", "Apprenticeships"), "employment"),
        ([(TERM_IDS["money"], "Housing"), ("", "Housing")], "money"),
        ([], None),
    ],
)
def test_which_heading_terms_point_to(found: list[tuple[str, str]], heading: str | None) -> None:
    assert heading_of_terms(found) == heading
    assert heading_of_terms(found[::-1]) == heading


def test_every_heading_finds_itself_by_code_name_and_description() -> None:
    assert set(HEADINGS) == set(OFFER_HEADINGS)
    for code, heading in HEADINGS.items():
        assert heading_of_words(code) == heading_of_words(heading.name) == heading_of_words(heading.description) == code
