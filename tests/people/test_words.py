"""The word list and the list of common pass phrases: what a person might be handed must be fit to hand out."""

from __future__ import annotations

import re

from webapp.people import pass_phrases, rules
from webapp.people.words import NUMBERS, pick_sign_in_name, word_lists

# Words that must not come into the list by a later addition: they could sting, or say something about a body.
NOT_KIND = {
    "black", "white", "brown", "fat", "big", "thin", "slim", "dumb", "daft", "mad", "crazy", "lost", "broken", "poor",
    "orphan", "home", "foster", "care", "lucky", "grateful", "monkey", "ape", "cow", "pig", "rat", "snake", "bitch",
    "cock", "tit", "ass", "beaver", "whale", "dog", "slave", "gay", "queer", "fairy", "wet", "naked", "dirty",
}  # fmt: skip


def test_the_words_are_many_plain_and_kind() -> None:
    first, second = word_lists()
    assert len(set(first) | set(second)) >= 400
    for words in (first, second):
        assert len(words) == len(set(words))
        assert all(re.fullmatch(r"[a-z]{3,12}", word) for word in words)
        assert not set(words) & NOT_KIND


def test_a_name_is_two_different_words_and_two_digits() -> None:
    for _ in range(200):
        name = pick_sign_in_name()
        first, second, number = name.split("-")
        assert first != second
        assert int(number) in NUMBERS
        assert "@" not in name
        assert len(name) <= 64


def test_names_can_be_told_apart_in_millions() -> None:
    first, second = word_lists()
    assert len(first) * len(second) * len(NUMBERS) > 5_000_000


def test_common_pass_phrases_are_long_enough_to_matter() -> None:
    common = pass_phrases.common()
    assert len(common) >= 500
    assert all(phrase == rules.squeeze(phrase) for phrase in common)
