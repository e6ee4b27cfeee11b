"""When a review comes round, what the law allows, how a date stands, and who hears of it. Pure: no database, no web.

The first part is mirrored by `static/src/features/dates/rules.ts`; `tests/vectors/dates.json` holds the two together.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from ..core.ages import months_after

OWN = "own"
MAX_ID = 64
MAX_TITLE = 120
MAX_PLACE = 200
MAX_WITH = 120
MAX_WORDS = 2000
# Further ahead than this a day is a slip of the finger.
FURTHEST = timedelta(days=5 * 366)
# A phone in another part of the world may be a day ahead of London, or behind it.
A_DAY = timedelta(days=1)


# The stamp of a change: when it was made, and the operation's id, which decides between equal moments.
Stamp = tuple[datetime, uuid.UUID]


class State(StrEnum):
    """How a date stands."""

    ASKED = "asked"
    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What happened to a date: what its history is made of."""

    ASKED = "asked"
    PLANNED = "planned"
    MOVED = "moved"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"
    PROPOSED = "proposed"
    DECLINED = "declined"
    # Of own dates: written anew, with the day and time that it has then.
    CHANGED = "changed"


# What an adviser can say of a date that is over, or that will not be.
MARKS = (State.HELD, State.MISSED, State.CANCELLED)

HEADINGS = ("career", "health_wellbeing", "family_friends", "where_you_live", "finances", "being_involved")
# Who does what was agreed. "me" is the young person, whoever writes it down.
WHO = ("me", "adviser", "other")


# ── Mirrored by the phone ─────────────────────────────────────────────────────────────────────────────────────────────


def next_day(every: Mapping[str, Any], last: date, ends: date | None = None) -> date | None:
    """The day to propose for the next one, counted from the last one held.

    None when the rhythm is no number of days (once, each move, every term), or when it would not be before `ends`.
    """
    day = _after(every, last)
    return None if day is None or (ends is not None and day >= ends) else day


def limit_day(limit: Mapping[str, Any] | None, last: date) -> date | None:
    """The last day on which the next one is still in time, counted from the last one held; None without a limit."""
    return None if limit is None else _after(limit, last)


def is_overdue(limit: date | None, today: date) -> bool:
    """Whether the last day that is allowed is over."""
    return limit is not None and limit < today


def basis_of(kind: str, council_home: bool | None) -> str:
    """What a review rests on, for the person it is about.

    Where it is law in a home that the council provides and guidance elsewhere, the home decides; while nobody has said
    which home it is, the answer says that it depends.
    """
    if kind != "law_and_guidance":
        return kind
    if council_home is None:
        return "law_in_council_home"
    return "law" if council_home else "guidance"


def _after(gap: Mapping[str, Any], last: date) -> date | None:
    if "months" in gap:
        return months_after(last, gap["months"])
    if "weeks" in gap:
        return last + timedelta(weeks=gap["weeks"])
    return last + timedelta(days=gap["days"]) if "days" in gap else None


# ── The server's own ──────────────────────────────────────────────────────────────────────────────────────────────────


def state_of(said: State, said_at: Stamp, declined_at: Stamp | None) -> State:
    """How a date stands: a request that was declined later than it was made is over, and nothing else is changed by it.

    The stamps are compared, so that it is the same in whatever order the two arrived.
    """
    declined = declined_at is not None and declined_at > said_at
    return State.CANCELLED if said is State.ASKED and declined else said


def is_open(wanted_at: Stamp, *answers: Stamp | None) -> bool:
    """Whether a proposal still waits: nothing that answers it (a move, a no, an end) is later than it."""
    return all(answer is None or answer < wanted_at for answer in answers)


def is_day_ahead(day: date, today: date) -> bool:
    """Whether something can be planned for a day: not over in London when it was written, nor far too far ahead."""
    return today <= day <= today + FURTHEST


def is_day_behind(day: date, today: date, born: date) -> bool:
    """Whether something can have been held on a day: not before the birth, not to come."""
    return born <= day <= today + A_DAY


def can_have_been_held(day: date | None, today: date) -> bool:
    """Whether it can be said of a planned date that it took place: not while its day is still to come in London."""
    return day is None or day <= today


def others_hear(*, was_shared: bool, is_shared: bool) -> bool:
    """Whether anyone but the owner hears of a change: never while it stays private."""
    return was_shared or is_shared


def feed_holds(state: State, day: date | None, today: date) -> bool:
    """Whether a calendar shows a date: one that is planned, or was held in the last year."""
    return day is not None and day >= today - timedelta(days=366) and state in (State.PLANNED, State.HELD)
