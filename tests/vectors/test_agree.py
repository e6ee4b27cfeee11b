"""The server's rules and the app's agree to the byte on 10,000 generated lives, and on the real entitlements."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from .evaluate import Entries, Vector, answer, differences, questions_of, real_entries
from .lives import lives

COUNT = 10_000
# Whole checks take a hundred times as long as a status. The long form does them for every life.
WHOLE = COUNT if os.environ.get("FOOTING_FULL") else 1000


@pytest.fixture(scope="module")
def entries() -> Entries:
    return real_entries("merton", "england")


@pytest.fixture(scope="module")
def generated(entries: Entries) -> list[dict[str, Any]]:
    """The same lives every time, so that a difference comes back."""
    found: list[dict[str, Any]] = []

    @settings(
        max_examples=COUNT,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(lives(questions_of(entries)))
    def gather(life: dict[str, Any]) -> None:
        found.append(life)

    gather()
    assert len(found) == COUNT
    return found


def assert_same(vectors: list[Vector], entries: Entries, folder: Path) -> None:
    found = differences(vectors, entries, folder)
    if found:
        vector, ours, theirs = found[0]
        at = next(
            (n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
        )
        around = slice(max(0, at - 200), at + 100)
        pytest.fail(
            f"{len(found)} of {len(vectors)} differ. The smallest:\n{vector}\n"
            f"Server: …{ours[around]}…\nApp:    …{theirs[around]}…"
        )


def test_both_give_every_life_the_same_status(
    generated: list[dict[str, Any]], entries: Entries, tmp_path: Path
) -> None:
    assert_same([{"op": "status", "life": life} for life in generated], entries, tmp_path)


def test_both_give_every_life_the_same_rights_and_timeline(
    generated: list[dict[str, Any]], entries: Entries, tmp_path: Path
) -> None:
    vectors = [
        {"op": "whole", "life": life, "pack": ("merton", "england")[number % 2]}
        for number, life in enumerate(generated[:WHOLE])
    ]
    assert_same(vectors, entries, tmp_path)


def test_the_lives_are_many_sided(generated: list[dict[str, Any]]) -> None:
    """Every rule decides some of them, as the result or as the best guess; most of them are valid."""
    answers = [answer({"op": "status", "life": life}, {}) for life in generated]
    rules = Counter(rule for rule in (f"D{n}" for n in range(1, 21)) for text in answers if f'rule":"{rule}"' in text)
    assert len(rules) == 20, sorted(rules)
    assert 0.02 < sum(text.startswith('{"problems"') for text in answers) / COUNT < 0.2
