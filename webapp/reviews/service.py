"""The verbs of dates. Each works inside the operation's transaction, on a space whose row is locked.

Every change of when a date is, even one that comes too late to count, makes its version grow: so the version, too, is
the same in whatever order the changes arrive.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, time

from ..content.library import get_library
from ..core.errors import ErrorCode, Problem
from ..core.working_days import london_day
from ..sync.registers import put
from ..sync.registry import Change, Outcome
from .models import DateStep, ReviewDate
from .news import tell_other_side
from .reminding import schedule, state_of_row
from .rules import OWN, State, Step, can_have_been_held, is_day_ahead, is_day_behind
from .sharing import keep


@dataclass(frozen=True)
class Before:
    """What a date was before a change."""

    state: State
    day: date | None
    at_time: time | None
    shared: bool


def plan(change: Change) -> Outcome:
    """Plan a review, or write down one that was held already.

    Raises `Problem(NOT_VALID)` for a kind that the space's council does not have, and for a day that is over (or, of
    one that was held, has not come).
    """
    body, held = change.body, change.body["held"]
    _check_kind(change)
    if held:
        _check_behind(change, body["day"])
    else:
        _check_ahead(change, body["day"])
    row = _new(change, body["kind"], State.HELD if held else State.PLANNED, shared=True)
    return _begin(change, row, Step.HELD if held else Step.PLANNED)


def ask(change: Change) -> Outcome:
    """Ask for a review sooner: a date without a day. Raises `Problem(NOT_VALID)` as `plan` does for the kind."""
    _check_kind(change)
    row = _new(change, change.body["kind"], State.ASKED, shared=True)
    return _begin(change, row, Step.ASKED)


def own(change: Change) -> Outcome:
    """Write down a date of one's own. Raises `Problem(NOT_VALID)` for a day that is over."""
    _check_ahead(change, change.body["day"])
    return _begin(change, _new(change, OWN, State.PLANNED, shared=change.body["shared"]), Step.PLANNED)


def move(change: Change) -> Outcome:
    """Another day, time or place; what was asked for or wished is answered by it.

    Raises `Problem(NOT_VALID)` for a day that is over, and as `find_review` does.
    """
    row, body = find_review(change), change.body
    before = _before(row)
    _check_ahead(change, body["day"])
    _add_step(change, row, Step.MOVED)
    row.version += 1
    placed = put(row, "day", body["day"], change.stamp)
    if placed:
        row.at_time, row.call = body["time"], body["call"]
        row.place = change.seal(place("place", row.id), body["place"])
        row.with_whom = change.seal(place("with_whom", row.id), body["with_whom"])
    said = put(row, "said", State.PLANNED, change.stamp)
    return _tell(change, row, _keep(change, row, before, written=placed or said))


def mark(change: Change) -> Outcome:
    """It was held, it was missed, or it will not be.

    Raises `Problem(NOT_VALID)` for one that is said to be held before its day has come, and as `find_review` does.
    """
    row, state = find_review(change), State(change.body["state"])
    if state is State.HELD and not can_have_been_held(row.day, london_day(change.stamp.at)):
        raise wrong_day("state", "The day of this date has not come yet. Move it first if it took place sooner.")
    before = _before(row)
    _add_step(change, row, Step(state))
    outcome = _keep(change, row, before, written=put(row, "said", state, change.stamp))
    return _tell(change, row, outcome) if state is State.CANCELLED else outcome


def decline(change: Change) -> Outcome:
    """No to another time, or to a review sooner. Raises as `find_review` does."""
    row = find_review(change)
    before = _before(row)
    _add_step(change, row, Step.DECLINED)
    return _tell(change, row, _keep(change, row, before, written=put(row, "declined", True, change.stamp)))


def propose(change: Change) -> Outcome:
    """The young person would like another time.

    Raises `Problem(NOT_VALID)` for a day that is over, and as `find_review` does.
    """
    row, body = find_review(change), change.body
    before = _before(row)
    _check_ahead(change, body["day"])
    _add_step(change, row, Step.PROPOSED)
    written = put(row, "wanted", body["day"], change.stamp)
    if written:
        row.wanted_time = body["time"]
        row.wanted_words = change.seal(place("wanted_words", row.id), body["words"])
    return _tell(change, row, _keep(change, row, before, written=written))


def own_change(change: Change) -> Outcome:
    """The whole own date anew, also one that is over: what was shared can always be taken back.

    Raises `Problem(NOT_VALID)` for a day before the birth or far too far ahead, and as `find_own` does.
    """
    row, body = find_own(change), change.body
    today = london_day(change.stamp.at)
    if not (is_day_behind(body["day"], today, change.space.birthday) or is_day_ahead(body["day"], today)):
        raise wrong_day()
    row.version += 1
    before = _before(row)
    _add_step(change, row, Step.CHANGED)
    written = put(row, "day", body["day"], change.stamp)
    if written:
        row.at_time, row.shared = body["time"], body["shared"]
        row.title = change.seal(place("title", row.id), body["title"])
        row.place = change.seal(place("place", row.id), body["place"])
    return _keep(change, row, before, written=written)


def own_cancel(change: Change) -> Outcome:
    """An own date will not be. Raises as `find_own` does."""
    row = find_own(change)
    before = _before(row)
    _add_step(change, row, Step.CANCELLED)
    return _keep(change, row, before, written=put(row, "said", State.CANCELLED, change.stamp))


def find_review(change: Change) -> ReviewDate:
    """The review that is spoken of.

    Raises `Problem(NOT_YET)`, a passing trouble, when the space has no such date that the person can see: after a
    restore, what belongs to a date can come back before it does. Raises `Problem(NOT_ALLOWED)` for an own date.
    """
    return _find(change, own=False)


def find_own(change: Change) -> ReviewDate:
    """The own date that is spoken of. Raises as `find_review` does, and `Problem(NOT_ALLOWED)` for a review."""
    return _find(change, own=True)


def place(column: str, row_id: uuid.UUID) -> str:
    """Where a text of a date stands: it opens nowhere else."""
    return f"review_date.{column}:{row_id}"


def step_place(row_id: uuid.UUID) -> str:
    """Where the words of a step stand."""
    return f"date_step.words:{row_id}"


def check_new_day(change: Change, day: date, field: str) -> None:
    """Raise `Problem(NOT_VALID)` when a day was over in London as it was written, or is far too far ahead."""
    if not is_day_ahead(day, london_day(change.stamp.at)):
        raise wrong_day(field)


def wrong_day(field: str = "day", sentence: str = "This day is over, or far too far ahead.") -> Problem:
    """The refusal of a day."""
    return Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={field: [sentence]})


def _find(change: Change, *, own: bool) -> ReviewDate:
    row = change.db.get(ReviewDate, change.body["date"])
    if row is None or row.space_id != change.space.id or not (change.access.is_owner or row.shared):
        raise Problem(ErrorCode.NOT_YET)
    if (row.kind == OWN) is not own:
        raise Problem(ErrorCode.NOT_ALLOWED)
    return row


def _new(change: Change, kind: str, state: State, *, shared: bool) -> ReviewDate:
    body, stamp = change.body, change.stamp
    return ReviewDate(
        id=stamp.op,
        space_id=change.space.id,
        kind=kind,
        by_name=change.who.name,
        by_owner=change.access.is_owner,
        version=1,
        day=body.get("day"),
        day_at=stamp.at,
        day_op=stamp.op,
        at_time=body.get("time"),
        title=change.seal(place("title", stamp.op), body.get("title", "")),
        place=change.seal(place("place", stamp.op), body.get("place", "")),
        with_whom=change.seal(place("with_whom", stamp.op), body.get("with_whom", "")),
        call=body.get("call", False),
        said=state,
        said_at=stamp.at,
        said_op=stamp.op,
        shared=shared,
    )


def _begin(change: Change, row: ReviewDate, step: Step) -> Outcome:
    change.db.add(row)
    keep(change, row, was_shared=False)
    change.db.flush()
    _add_step(change, row, step)
    schedule(change, row)
    return Outcome.APPLIED if step is Step.HELD or row.kind == OWN else _tell(change, row, Outcome.APPLIED)


def _tell(change: Change, row: ReviewDate, outcome: Outcome) -> Outcome:
    """Have the other side hear at once of what was done, unless something newer counts already."""
    if outcome is Outcome.APPLIED:
        tell_other_side(change, row)
    return outcome


def _before(row: ReviewDate) -> Before:
    return Before(state_of_row(row), row.day, row.at_time, row.shared)


def _keep(change: Change, row: ReviewDate, before: Before, *, written: bool) -> Outcome:
    keep(change, row, was_shared=before.shared)
    # A reminder that waits for the morning stays when only a word was changed.
    if (state_of_row(row), row.day, row.at_time) != (before.state, before.day, before.at_time):
        schedule(change, row)
    return Outcome.APPLIED if written else Outcome.SUPERSEDED


def _add_step(change: Change, row: ReviewDate, step: Step) -> None:
    """Write down what happened, with the words that were said and the day that was named, if any."""
    stamp, body = change.stamp, change.body
    change.db.add(
        DateStep(
            id=stamp.op,
            space_id=change.space.id,
            date_id=row.id,
            state=step,
            day=body.get("day"),
            at_time=body.get("time"),
            words=change.seal(step_place(stamp.op), body.get("words", "")),
            by_name=change.who.name,
            by_owner=change.access.is_owner,
            made_at=stamp.at,
            seq=change.take_seq(),
        )
    )


def _check_kind(change: Change) -> None:
    library = get_library()
    if not library.has_council(change.space.council):
        # Its pack is missing for the moment; that is nobody's fault here, so it may come again.
        raise Problem(ErrorCode.BUSY)
    if change.body["kind"] not in {entry["id"] for entry in library.council(change.space.council).reviews}:
        sentence = "We do not know this kind of review."
        raise Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={"kind": [sentence]})


def _check_ahead(change: Change, day: date) -> None:
    check_new_day(change, day, "day")


def _check_behind(change: Change, day: date) -> None:
    if not is_day_behind(day, london_day(change.stamp.at), change.space.birthday):
        raise wrong_day(sentence="This day has not come yet, or is before the birth.")
