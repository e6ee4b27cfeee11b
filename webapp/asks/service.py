"""The verbs of requests. Each works inside the operation's transaction, on a space whose row is locked."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from ..content.library import get_library
from ..core.errors import ErrorCode, Problem
from ..core.working_days import london_day
from ..sync.registers import put
from ..sync.registry import Change, Outcome
from .models import Request, RequestChallenge, RequestStep, Spend
from .rules import ANSWER_DAYS, State, due_date

# A phone in another part of the world may be a day ahead of London.
AHEAD = timedelta(days=1)


def make(change: Change) -> Outcome:
    """Ask for something. Any right can be asked for: the pack may have lost it since the phone was last online."""
    body, stamp = change.body, change.stamp
    change.db.add(
        Request(
            id=stamp.op,
            space_id=change.space.id,
            entitlement=body["entitlement"],
            title=change.seal(place("request.title", stamp.op), body["title"]),
            need=change.seal(place("request.need", stamp.op), body["need"]),
            note=change.seal(place("request.note", stamp.op), body["note"]),
            made_at=stamp.at,
            # Nobody is late for the days on which the request waited on a phone.
            due=due_date(change.arrived, _answer_days(change.space.council)),
            seq=change.take_seq(),
        )
    )
    return Outcome.APPLIED


def step(change: Change) -> Outcome:
    """An adviser saw the request, agreed, refused with a reason, or says that it is done. Raises as `_request` does."""
    return _add_step(change, State(change.body["state"]), change.body["words"])


def received(change: Change) -> Outcome:
    """The young person has got it, so it is done. Raises as `_request` does."""
    return _add_step(change, State.DONE)


def withdraw(change: Change) -> Outcome:
    """The young person takes the request back. Raises as `_request` does."""
    return _add_step(change, State.WITHDRAWN)


def challenge(change: Change) -> Outcome:
    """Keep the day on which a step against the answer was taken.

    Raises `Problem(NOT_VALID)` for a day that has not come, and as `_request` does.
    """
    key = (_request(change).id, change.body["step"])
    day = change.body["on"]
    if day is not None:
        _check_day(change, day)
    row = change.db.get(RequestChallenge, key)
    row = row or RequestChallenge(request_id=key[0], step=key[1], space_id=change.space.id, day_at=None, day_op=None)
    if not put(row, "day", day, change.stamp):
        return Outcome.SUPERSEDED
    row.seq = change.take_seq()
    change.db.add(row)
    return Outcome.APPLIED


def put_spend(change: Change) -> Outcome:
    """Write down something received, or correct it whole. Raises `Problem(NOT_VALID)` for a day that has not come."""
    body = change.body
    _check_day(change, body["on"])
    row = _spend(change)
    if not put(row, "gone", False, change.stamp):
        return Outcome.SUPERSEDED
    row.entitlement, row.pence, row.day = body["entitlement"], body["pence"], body["on"]
    row.what = change.seal(spend_place(row), body["what"])
    return _keep_spend(change, row)


def remove_spend(change: Change) -> Outcome:
    """Take an item away, also one that has not arrived yet."""
    row = _spend(change)
    if not put(row, "gone", True, change.stamp):
        return Outcome.SUPERSEDED
    row.entitlement = row.pence = row.day = row.what = None
    return _keep_spend(change, row)


def place(column: str, row_id: uuid.UUID) -> str:
    """Where a text stands (`request.need:…`, `request_step.words:…`): it opens nowhere else."""
    return f"{column}:{row_id}"


def spend_place(row: Spend) -> str:
    """Where the words of an item stand."""
    return f"spend.what:{row.space_id}/{row.item}"


def _add_step(change: Change, state: State, words: str = "") -> Outcome:
    stamp = change.stamp
    change.db.add(
        RequestStep(
            id=stamp.op,
            space_id=change.space.id,
            request_id=_request(change).id,
            state=state,
            words=change.seal(place("request_step.words", stamp.op), words),
            by_name=change.who.name,
            by_owner=change.access.is_owner,
            made_at=stamp.at,
            seq=change.take_seq(),
        )
    )
    return Outcome.APPLIED


def _request(change: Change) -> Request:
    """The request that is spoken of.

    Raises `Problem(NOT_YET)`, a passing trouble, when the space has no such request: after a restore, an answer can
    come back before the request does.
    """
    row = change.db.get(Request, change.body["request"])
    if row is None or row.space_id != change.space.id:
        raise Problem(ErrorCode.NOT_YET)
    return row


def _answer_days(council: str) -> int:
    # A request is taken, and answered in time, also while the council's pack is missing.
    library = get_library()
    return library.council(council).answer_days if library.has_council(council) else ANSWER_DAYS


def _check_day(change: Change, day: date) -> None:
    if not change.space.birthday <= day <= london_day(change.arrived) + AHEAD:
        sentence = "This day has not come yet, or is before you were born."
        raise Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={"on": [sentence]})


def _spend(change: Change) -> Spend:
    key = (change.space.id, change.body["item"])
    return change.db.get(Spend, key) or Spend(space_id=key[0], item=key[1])


def _keep_spend(change: Change, row: Spend) -> Outcome:
    row.seq = change.take_seq()
    change.db.add(row)
    return Outcome.APPLIED
