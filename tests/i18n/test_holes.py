"""Figures out of a text and back in: nothing is lost, nothing else is touched."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from webapp.content.languages.holes import filled, with_holes
from webapp.core.catalogues import ISOLATE, POP

ORDINAL = re.compile(r"([0-9])(?:st|nd|rd|th)\b")
# Many texts full of figures, holes and signs; few would be by chance.
PIECES = st.sampled_from(
    ["£", "£1", "3,000", "1,00", ",", ".", "5.50", "16", "16-17", "16th", "2nd", "1 April 2026", "{a}", "{b}", "{age}"]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=60).map("".join))
often = settings(max_examples=500, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


# What stands in the text, what a translator sees, and what goes into the holes.
FIGURES = {
    "none": ("You can ask.", "You can ask.", {}),
    "money": ("You get £3,000.", "You get {a}.", {"a": "£3,000"}),
    "pence": ("It costs £12.50, not £9.", "It costs {a}, not {b}.", {"a": "£12.50", "b": "£9"}),
    "millions": ("£1,234,567", "{a}", {"a": "£1,234,567"}),
    "a comma after it": ("Of 16, 17 and 18", "Of {a}, {b} and {c}", {"a": "16", "b": "17", "c": "18"}),
    "a full stop after it": ("You are 18.", "You are {a}.", {"a": "18"}),
    "a decimal": ("Within 2.5 miles", "Within {a} miles", {"a": "2.5"}),
    "a range": ("If you are 16-17", "If you are {a}-{b}", {"a": "16", "b": "17"}),
    "a date": ("From 1 April 2026", "From {a} April {b}", {"a": "1", "b": "2026"}),
    "a date in figures": ("2026-04-01", "{a}-{b}-{c}", {"a": "2026", "b": "04", "c": "01"}),
    "a law": ("CA89 s23CZB", "CA{a} s{b}CZB", {"a": "89", "b": "23"}),
    "per cent": ("25% off", "{a}% off", {"a": "25"}),
    "one twice": ("18 or 18", "{a} or {b}", {"a": "18", "b": "18"}),
    "a hole of the phone": ("You are {age}, not 21.", "You are {age}, not {a}.", {"a": "21"}),
    "a hole called like ours": ("{a} of 5 and {c} of 6", "{a} of {b} and {c} of {d}", {"b": "5", "d": "6"}),
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_a_hole(name: str) -> None:
    text, key, figures = FIGURES[name]
    assert with_holes(text) == (key, figures)
    assert filled(key, figures, right_to_left=False) == text


@pytest.mark.parametrize("text", ["1st", "2nd", "3rd", "16th", "21st"])
def test_how_english_counts_places_is_no_figure(text: str) -> None:
    key, figures = with_holes(f"your {text} birthday")
    assert (key, figures) == ("your {a} birthday", {"a": text[:-2]})


def test_letters_after_a_figure_that_count_no_place_stay() -> None:
    assert with_holes("16thly, 4x4, 3rds")[0] == "{a}thly, {b}x{c}, {d}rds"


@often
@given(TEXTS)
@example(" ".join(str(number) for number in range(800)))
def test_any_text_comes_back(text: str) -> None:
    key, figures = with_holes(text)
    assert filled(key, figures, right_to_left=False) == ORDINAL.sub(r"\1", text)


@often
@given(TEXTS)
def test_no_figure_is_left_for_a_translator_to_type(text: str) -> None:
    key, figures = with_holes(text)
    assert not re.search("[0-9]", key)
    assert all(f"{{{name}}}" not in text for name in figures)


@often
@given(TEXTS, st.integers(0, 9_999_999))
def test_another_figure_has_the_same_words(text: str, number: int) -> None:
    """What a council changes in a figure, no translator has to look at."""
    assert with_holes(f"{text} £{number:,}")[0] == with_holes(f"{text} £1")[0]


def test_a_translation_may_put_them_in_another_order_and_leave_others() -> None:
    _, figures = with_holes("Answer in 28 days, or lose £1,000.")
    assert filled("{b} {a} {name} {", figures, right_to_left=False) == "£1,000 28 {name} {"


def test_among_words_from_right_to_left_money_is_set_apart() -> None:
    """Its sign would go to the other side; a bare number keeps together with what it belongs to."""
    _, figures = with_holes("Answer in 28 days, or lose £1,000.")
    shown = filled("{b} {a} {name}", figures, right_to_left=True)
    assert shown == f"{ISOLATE}£1,000{POP} 28 {{name}}"


@often
@given(TEXTS)
def test_nothing_but_those_signs_is_put_in(text: str) -> None:
    key, figures = with_holes(text.replace(ISOLATE, "").replace(POP, ""))
    shown = filled(key, figures, right_to_left=True)
    assert shown.count(ISOLATE) == shown.count(POP) == key_sums(figures)
    assert shown.replace(ISOLATE, "").replace(POP, "") == filled(key, figures, right_to_left=False)


def key_sums(figures: dict[str, str]) -> int:
    return sum(figure.startswith("£") for figure in figures.values())
