"""Last-writer registers: whatever the order of arrival, the greatest stamp stays."""

from __future__ import annotations

import itertools
import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from webapp.sync.registers import Stamp, newest, put, stamp_of

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MS = timedelta(milliseconds=1)
LOW, HIGH = uuid.UUID(int=1), uuid.UUID(int=2)


def row() -> SimpleNamespace:
    return SimpleNamespace(level=None, level_at=None, level_op=None)


@pytest.mark.parametrize(
    ("present", "new", "written"),
    [
        (None, Stamp(NOON, LOW), True),
        (Stamp(NOON, LOW), Stamp(NOON + MS, LOW), True),
        (Stamp(NOON, HIGH), Stamp(NOON + MS, LOW), True),
        (Stamp(NOON + MS, LOW), Stamp(NOON, HIGH), False),
        (Stamp(NOON, LOW), Stamp(NOON, HIGH), True),
        (Stamp(NOON, HIGH), Stamp(NOON, LOW), False),
        (Stamp(NOON, LOW), Stamp(NOON, LOW), False),
    ],
)
def test_the_later_stamp_wins_and_the_id_decides_between_equal_moments(
    present: Stamp | None, new: Stamp, written: bool
) -> None:
    register = row()
    if present:
        put(register, "level", "old", present)
    assert put(register, "level", "new", new) is written
    assert register.level == ("new" if written else "old")
    assert stamp_of(register, "level") == (new if written else present)


def test_every_order_of_arrival_ends_the_same() -> None:
    writes = [(Stamp(NOON + MS * late, op), f"{late} {op.int}") for late in range(3) for op in (LOW, HIGH)]
    ends = set()
    for order in itertools.permutations(writes):
        register = row()
        for stamp, value in order:
            put(register, "level", value, stamp)
        ends.add((register.level, stamp_of(register, "level")))
    assert ends == {("2 2", Stamp(NOON + MS * 2, HIGH))}


def test_the_newest_moment_of_a_row_is_that_of_its_newest_field() -> None:
    paper = SimpleNamespace(state_at=NOON, state_op=HIGH, runs_out_at=NOON + MS, runs_out_op=LOW)
    assert newest(paper, "state", "runs_out") == NOON + MS
    assert newest(row(), "level") is None
