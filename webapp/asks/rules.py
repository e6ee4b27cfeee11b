"""What a request is called, how it stands, and when it is late. Pure decisions: no database, no web."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ..core.working_days import add_working_days, england_bank_holidays, london_day


class State(StrEnum):
    """How a request stands."""

    ASKED = "asked"
    SEEN = "seen"
    AGREED = "agreed"
    REFUSED = "refused"
    DONE = "done"
    WITHDRAWN = "withdrawn"


# Nobody has answered yet.
OPEN = (State.ASKED, State.SEEN)
# What an adviser can say of a request.
ANSWERS = (State.SEEN, State.AGREED, State.REFUSED, State.DONE)

# Working days to answer in, where the council names no target of its own.
ANSWER_DAYS = 10
MAX_ID = 64
MAX_TITLE = 120
MAX_TEXT = 2000
MAX_WHAT = 200
MAX_PENCE = 10_000_000

# Crockford's alphabet: no I, L, O or U, which are misread or misheard when a number is read out.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, order=True)
class Step:
    """One thing that happened to a request, by its stamp: the id decides between equal moments."""

    at: datetime
    id: uuid.UUID
    state: State


def state_of(steps: Iterable[Step]) -> State:
    """How a request with these steps stands, in whatever order they came.

    The newest answer counts; to have been seen counts only while there is none.
    """
    ordered = sorted(steps)
    answers = [step.state for step in ordered if step.state not in OPEN]
    if answers:
        return answers[-1]
    return State.SEEN if ordered else State.ASKED


def due_date(asked: datetime, answer_days: int) -> date:
    """The last working day to answer on, counted from the day it was in London when the person asked."""
    day = london_day(asked)
    # A pack names at most 60 days, which end in the next year at the latest.
    return add_working_days(day, answer_days, england_bank_holidays((day.year, day.year + 1)))


def is_late(state: State, due: date, today: date) -> bool:
    """Whether nobody has answered although the day it was due by is over."""
    return state in OPEN and due < today


def receipt_number(request: uuid.UUID) -> str:
    """The number on the receipt, such as `R-7K2M-9QXT`: the last 40 bits of the id, so a phone offline knows it too."""
    bits = request.int & (1 << 40) - 1
    text = "".join(LETTERS[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"R-{text[:4]}-{text[4:]}"
