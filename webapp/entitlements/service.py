"""The verbs of the legal status and the shared check.

Those of operations work inside the operation's transaction, on a space whose row is locked.
"""

from __future__ import annotations

import json
from datetime import date

from ..core.errors import ErrorCode, Problem
from ..core.working_days import london_day
from ..sync.registers import put
from ..sync.registry import Change, Outcome
from .models import SharedCheck, StatusRecord


def record(change: Change) -> Outcome:
    """Add a legal status, as the worker who sends this recorded it.

    The council decides a status (Children Act 1989 ss 23A, 23C, 24 and Sch 2 para 19B); a record never changes another.
    Raises `Problem(NOT_VALID)` when it would begin after the day of arrival in London, or before the young person's
    birth.
    """
    since, space, stamp = change.body["since"], change.space, change.stamp
    if since > london_day(change.arrived):
        raise _cannot_begin("This status would begin on a day that has not come yet. Choose today or an earlier day.")
    if since < space.birthday:
        raise _cannot_begin("This status would begin before the young person was born. Choose a later day.")
    row = StatusRecord(
        id=stamp.op,
        space_id=space.id,
        status=change.body["status"],
        since=since,
        made_at=stamp.at,
        by_name=change.who.name,
        seq=change.take_seq(),
    )
    row.source = change.seal(source_place(row), change.body["source"])
    change.db.add(row)
    return Outcome.APPLIED


def disagree(change: Change) -> Outcome:
    """Keep the young person's words against a record beside it; empty words take them back, for everyone.

    Raises `Problem(NOT_YET)`, a passing trouble, when the space has no such record: after a restore, the words can come
    back before the record does.
    """
    row, words = change.db.get(StatusRecord, change.body["record"]), change.body["words"]
    if row is None or row.space_id != change.space.id:
        raise Problem(ErrorCode.NOT_YET)
    sealed = change.seal(disagreed_place(row), words) if words else None
    if not put(row, "disagreed", sealed, change.stamp):
        return Outcome.SUPERSEDED
    row.seq = change.take_seq()
    return Outcome.APPLIED


def share(change: Change) -> Outcome:
    """Share the result of the young person's own check in place of the last one; without a result, take it back."""
    space, result = change.space, change.body["result"]
    row = change.db.get(SharedCheck, space.id) or SharedCheck(space_id=space.id)
    was_shared = row.result is not None
    sealed = None
    if result is not None:
        text = json.dumps(result, sort_keys=True, separators=(",", ":"), default=date.isoformat)
        sealed = change.seal(result_place(row), text)
    if not put(row, "result", sealed, change.stamp):
        return Outcome.SUPERSEDED
    row.seq = change.take_seq()
    if sealed is not None and row.first_shared_seq is None:
        row.first_shared_seq, row.first_shared_at = row.seq, change.arrived
    if sealed is None and was_shared:
        row.taken_back_at = change.arrived
    change.db.add(row)
    return Outcome.APPLIED


def source_place(row: StatusRecord) -> str:
    """Where a record's source stands: it opens nowhere else."""
    return f"status_record.source:{row.id}"


def disagreed_place(row: StatusRecord) -> str:
    """Where the young person's words against a record stand."""
    return f"status_record.disagreed:{row.id}"


def result_place(row: SharedCheck) -> str:
    """Where a shared result stands."""
    return f"shared_check.result:{row.space_id}"


def _cannot_begin(sentence: str) -> Problem:
    return Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={"since": [sentence]})
