"""Made-up councils for hypothesis: few people and few moments, so that times touch, overlap and go in circles."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from webapp.cover.rules import Away, Span, World

START = datetime(2026, 11, 22, tzinfo=UTC)
PEOPLE = [uuid.UUID(int=number) for number in range(1, 6)]
STRANGER = uuid.UUID(int=99)
DAYS = 12
MOMENTS = [START + timedelta(days=number) for number in range(-2, DAYS + 3)]
people = st.sampled_from(PEOPLE)


@st.composite
def times(draw: Any) -> tuple[datetime, datetime | None]:
    """From one moment to a later one, or without an end."""
    first = draw(st.integers(0, DAYS - 1))
    last = draw(st.one_of(st.none(), st.integers(first + 1, DAYS)))
    return START + timedelta(days=first), None if last is None else START + timedelta(days=last)


@st.composite
def worlds(draw: Any) -> World:
    """Advisers one after the other, some who have not joined, any duty list, a message passed on.

    Each person has at most one time away beside not having joined.
    """
    cuts = sorted(draw(st.sets(st.integers(0, DAYS), max_size=4)))
    ends = [START + timedelta(days=day) for day in cuts]
    advisers = [Span(draw(people), *pair) for pair in pairwise(ends) if draw(st.booleans())]
    if ends and draw(st.booleans()):
        advisers.append(Span(draw(people), ends[-1], None))
    away = [Away(person, START) for person in sorted(draw(st.sets(people, max_size=2)))]
    gone = draw(st.sets(people))
    for person in sorted(gone):
        since, until = draw(times())
        away.append(Away(person, since, until, draw(st.one_of(st.none(), people))))
    duty = [Span(draw(people), *draw(times())) for _ in range(draw(st.integers(0, 3)))]
    passed = [(since, until) for since, until in draw(st.lists(times(), max_size=1)) if until is not None]
    return World(tuple(advisers), tuple(away), tuple(duty), tuple(passed))
