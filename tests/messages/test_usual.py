"""The usual time to a reply, as both phones are told it."""

from __future__ import annotations

import time_machine

from tests.support.care import Care

from .writing import sent


def talk(care: Care, today: time_machine.Traveller, minutes: int) -> None:
    """Maya asks, and Sam replies so many minutes later."""
    sent(care, care.maya)
    today.shift(60 * minutes)
    sent(care, care.sam)


def usual(care: Care) -> int | None:
    (mine,), (his,) = care.rows(care.maya, "thread"), care.rows(care.sam, "thread")
    assert mine == his
    minutes: int | None = mine["usual_minutes"]
    return minutes


def test_it_is_told_from_the_third_reply_on(either_care: Care, today: time_machine.Traveller) -> None:
    care = either_care
    for minutes in (10, 20):
        talk(care, today, minutes)
        assert usual(care) is None
    before = care.seq()
    talk(care, today, 30)
    assert usual(care) == 20
    (row,) = care.rows(care.maya, "thread", before)
    assert row["seq"] == care.rows(care.maya, "messages", before)[-1]["seq"]


def test_it_moves_nothing_while_it_stays_the_same(care: Care, today: time_machine.Traveller) -> None:
    for _ in range(3):
        talk(care, today, 20)
    before = care.seq()
    sent(care, care.sam, "And another thing.")
    talk(care, today, 20)
    assert usual(care) == 20
    assert care.rows(care.maya, "thread", before) == []
