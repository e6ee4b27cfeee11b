"""Nothing that is published gives a hidden number away: not to a reader with a pencil, not to one who knows our rules.

The first reads all that everyone can read, of all seasons and councils, and solves it. The second knows exactly how the
numbers are chosen, and tries every small table there is.
"""

from __future__ import annotations

import itertools
import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert

from tests.support.care import Care
from webapp.core import clock
from webapp.core.db import get_db
from webapp.pledge.models import PledgeResult, PledgeSeason, Rating
from webapp.pledge.rules import LEAST, Answer, publish

from .attacker import ANSWERS, leaks
from .rating import promise, rater, results

COUNCILS, SEASONS = ("rutland", "merton"), ("2026-Q3", "2026-Q4", "2027-Q1")
AFTERWARDS = datetime(2027, 5, 1, tzinfo=UTC)
RATERS = 36
# Small numbers are the dangerous ones; a larger one now and then.
counts = st.tuples(*[st.one_of(st.integers(0, 6), st.sampled_from((5, 9)))] * 4)
keys = st.tuples(st.sampled_from(COUNCILS), st.sampled_from(SEASONS), st.integers(0, 2))
Tables = Mapping[tuple[str, str, int], tuple[int, int, int, int]]


def put_in(crowds: Mapping[str, list[uuid.UUID]], tables: Tables) -> None:
    """Ratings that add up to these tables, in the place of all that there were."""
    rows = []
    for (council, season, number), table in tables.items():
        said = [answer for answer, count in zip(Answer, table, strict=True) for _ in range(count)]
        for space, answer in zip(crowds[council], said, strict=False):
            about = {"space_id": space, "season": season, "promise": promise(number, council), "council": council}
            stamp = {"answer_at": AFTERWARDS, "answer_op": uuid.uuid4(), "words_id": uuid.uuid4()}
            rows.append(about | stamp | {"answer": answer, "reviewed": False, "seq": 1})
    with get_db().write() as db:
        for model in (Rating, PledgeSeason, PledgeResult):
            db.execute(delete(model))
        if rows:
            db.execute(insert(Rating), rows)


@pytest.fixture
def two_crowds(app: Flask, care: Care) -> dict[str, list[uuid.UUID]]:
    return {council: [rater(council)[0] for _ in range(RATERS)] for council in COUNCILS}


def test_no_sum_or_difference_of_what_is_published_gives_a_hidden_number(
    app: Flask, two_crowds: dict[str, list[uuid.UUID]]
) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.dictionaries(keys, counts, max_size=12))
    @example({("rutland", "2026-Q3", 0): (9, 9, 9, 9), ("rutland", "2026-Q4", 0): (9, 9, 9, 3)})
    @example({("rutland", "2026-Q3", 0): (6, 0, 0, 0), ("rutland", "2026-Q4", 0): (6, 5, 0, 0)})
    @example({("rutland", "2026-Q4", 0): (9, 0, 9, 9), ("merton", "2026-Q4", 0): (9, 9, 9, 9)})
    def check(tables: dict[Any, Any]) -> None:
        put_in(two_crowds, tables)
        with clock.fixed(AFTERWARDS):
            published = [results(app, council) for council in COUNCILS]
        assert leaks(published) == {}
        for answer in published:
            check_against(answer, {key: table for key, table in tables.items() if key[0] == answer["council"]})

    check()


def check_against(published: Any, tables: Tables) -> None:
    """Every number in the answer is one that the attacker reads, and it is true."""
    truth = {
        (season, promise(number, council)): dict(zip(ANSWERS, table, strict=True))
        for (council, season, number), table in tables.items()
    }
    read = 0
    for season in published["seasons"]:
        for row in season["promises"]:
            table = truth.pop((season["season"], row["promise"]))
            assert sum(table.values()) >= LEAST
            assert row["answers"] in (None, sum(table.values()))
            assert all(row[answer] in (None, table[answer]) for answer in ANSWERS)
            shown = [row["answers"], *[row[answer] for answer in ANSWERS], *(row["change"] or {}).values()]
            read += len([number for number in shown if number is not None])
            assert not [answer for answer in ANSWERS if row[answer] is not None and row[answer] < LEAST]
    assert read == len(list(numbers(published)))
    assert all(sum(table.values()) < LEAST for table in truth.values())


def numbers(value: Any) -> Iterator[int]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from numbers(one)
    elif isinstance(value, int):
        yield value


def document(*rows: tuple[str, dict[str, Any]]) -> Any:
    empty = dict.fromkeys(("answers", *ANSWERS, "change"))
    seasons = [{"season": season, "promises": [{"promise": "home", **empty, **row}]} for season, row in rows]
    return {"council": "rutland", "seasons": seasons}


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        # A total beside one hidden cell; beside two that nobody chose.
        ([("2026-Q4", {"answers": 30, "kept": 12, "partly": 9, "not_kept": 7})], "cannot_say"),
        ([("2026-Q4", {"answers": 30, "kept": 20, "partly": 10})], "not_kept"),
        # A change of a cell that is shown in one of the two seasons only.
        ([("2027-Q1", {"kept": 9, "change": {"kept": 6}}), ("2026-Q4", {})], "kept"),
        # Totals of two seasons, and changes of all four cells.
        (
            [
                ("2027-Q1", {"answers": 40, "kept": 10, "partly": 10, "change": {"not_kept": 12, "cannot_say": 0}}),
                ("2026-Q4", {"answers": 24, "kept": 8, "partly": 8, "not_kept": 4}),
            ],
            "cannot_say",
        ),
    ],
)
def test_the_reader_with_the_pencil_is_no_fool(rows: Any, answer: str) -> None:
    assert answer in {count[3] for count in leaks([document(*rows)])}


def test_the_reader_with_the_pencil_does_not_cry_wolf() -> None:
    fair = {"answers": 40, "kept": 20, "partly": 10}
    assert leaks([document(("2027-Q1", fair | {"change": {"kept": 5}}), ("2026-Q4", {"kept": 15}))]) == {}


def views(most: int) -> dict[tuple[int | None, ...], list[tuple[int, ...]]]:
    """For each thing that can be published of one promise, all the tables that it can come from."""
    origins = defaultdict(list)
    for table in itertools.product(range(most + 1), repeat=4):
        found = publish(dict(zip(Answer, table, strict=True)))
        if found is not None:
            origins[(found.answers, *found.cells.values())].append(table)
    return origins


def test_knowing_exactly_how_numbers_are_chosen_does_not_help() -> None:
    hidden_somewhere = 0
    for shown, tables in views(9).items():
        for place, cell in enumerate(shown[1:]):
            if cell is None:
                possible = {table[place] for table in tables}
                assert possible >= set(range(LEAST)), (shown, place)
                hidden_somewhere += 1
    assert hidden_somewhere > 50


def test_who_knows_the_number_of_answers_from_elsewhere_cannot_subtract() -> None:
    for shown, tables in views(9).items():
        hidden = [place for place, cell in enumerate(shown[1:]) if cell is None]
        assert len(hidden) != 1, shown
        assert (shown[0] is None) is bool(hidden), shown
        assert all(table[place] == shown[place + 1] for table in tables for place in range(4) if place not in hidden)
