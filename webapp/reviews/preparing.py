"""The verbs of getting ready for a review, and of what comes of it: what was agreed, and whether the plan is right."""

from __future__ import annotations

import uuid
from datetime import date

from ..core.errors import ErrorCode, Problem
from ..core.working_days import london_day
from ..sync.registers import put
from ..sync.registry import Change, Outcome
from .models import Agreement, PlanAnswer, Preparation, ReviewDate
from .reminding import schedule_agreement
from .rules import HEADINGS, is_day_ahead, is_day_behind
from .service import check_new_day, find_review, wrong_day
from .sharing import keep


def prepare(change: Change) -> Outcome:
    """Write what one heading is like, whole. Raises as `find_review` does."""
    row, body = _preparation(change, find_review(change), change.body["heading"]), change.body
    if not put(row, "words", change.seal(preparation_place(row, "words"), body["words"]), change.stamp):
        return Outcome.SUPERSEDED
    row.face = body["face"]
    row.want = change.seal(preparation_place(row, "want"), body["want"])
    row.change = change.seal(preparation_place(row, "change"), body["change"])
    keep(change, row, was_shared=row.shared)
    change.db.add(row)
    return Outcome.APPLIED


def share(change: Change) -> Outcome:
    """Show one heading, or all of them and what is still written there; or take it back. Raises as `find_review`."""
    about, body = find_review(change), change.body
    written = False
    for heading in HEADINGS if body["heading"] is None else (body["heading"],):
        row = _preparation(change, about, heading)
        was_shared = row.shared
        if put(row, "shared", body["shared"], change.stamp):
            keep(change, row, was_shared=was_shared)
            change.db.add(row)
            written = True
    return Outcome.APPLIED if written else Outcome.SUPERSEDED


def put_agreement(change: Change) -> Outcome:
    """Write down what was agreed, or correct it whole.

    Raises `Problem(NOT_VALID)` for a day that is over when it is new, and as `find_review` and `mark_done` do.
    """
    about, body, stamp = find_review(change), change.body, change.stamp
    if body["agreement"] is None:
        if body["by"] is not None:
            check_new_day(change, body["by"], "by")
        row = Agreement(id=stamp.op, space_id=change.space.id, date_id=about.id, done=False, version=0)
    else:
        row = _agreement(change)
        if row.date_id != about.id:
            raise Problem(ErrorCode.NOT_YET)
        _check_any_day(change)
    before = _before(row)
    written = put(row, "what", change.seal(agreement_place("what", row.id), body["what"]), stamp)
    if written:
        row.who, row.by_day = body["who"], body["by"]
        row.who_words = change.seal(agreement_place("who_words", row.id), body["who_words"])
        row.by_name, row.by_owner = change.who.name, change.access.is_owner
    return _keep_agreement(change, row, before, written=written)


def mark_done(change: Change) -> Outcome:
    """What was agreed is done, or is not after all.

    Raises `Problem(NOT_YET)`, a passing trouble, when the space has no such agreement.
    """
    row = _agreement(change)
    before = _before(row)
    return _keep_agreement(change, row, before, written=put(row, "done", change.body["done"], change.stamp))


def answer_plan(change: Change) -> Outcome:
    """Whether the young person agrees with the plan. Raises as `find_review` does."""
    about, body = find_review(change), change.body
    row = change.db.get(PlanAnswer, about.id)
    row = row or PlanAnswer(date_id=about.id, space_id=change.space.id, agree_at=None, agree_op=None)
    if not put(row, "agree", body["agree"], change.stamp):
        return Outcome.SUPERSEDED
    row.words = change.seal(answer_place(row), body["words"])
    row.seq = change.take_seq()
    change.db.add(row)
    return Outcome.APPLIED


def preparation_place(row: Preparation, column: str) -> str:
    """Where a text of a preparation stands."""
    return f"preparation.{column}:{row.date_id}/{row.heading}"


def agreement_place(column: str, row_id: uuid.UUID) -> str:
    """Where a text of an agreement stands."""
    return f"agreement.{column}:{row_id}"


def answer_place(row: PlanAnswer) -> str:
    """Where the words of an answer to the plan stand."""
    return f"plan_answer.words:{row.date_id}"


def _preparation(change: Change, about: ReviewDate, heading: str) -> Preparation:
    row = change.db.get(Preparation, (about.id, heading))
    return row or Preparation(date_id=about.id, heading=heading, space_id=change.space.id, shared=False)


def _agreement(change: Change) -> Agreement:
    row = change.db.get(Agreement, change.body["agreement"])
    if row is None or row.space_id != change.space.id:
        raise Problem(ErrorCode.NOT_YET)
    return row


def _before(row: Agreement) -> tuple[str | None, date | None, bool]:
    return row.who, row.by_day, row.done


def _keep_agreement(
    change: Change, row: Agreement, before: tuple[str | None, date | None, bool], *, written: bool
) -> Outcome:
    row.version += 1
    row.seq = change.take_seq()
    change.db.add(row)
    if _before(row) != before:
        schedule_agreement(change, row)
    return Outcome.APPLIED if written else Outcome.SUPERSEDED


def _check_any_day(change: Change) -> None:
    """The day of a correction may be over by now, for the words can be put right later."""
    day, today = change.body["by"], london_day(change.stamp.at)
    behind = day is not None and is_day_behind(day, today, change.space.birthday)
    if day is not None and not behind and not is_day_ahead(day, today):
        raise wrong_day("by")
