"""What somebody is reminded of: dates that are planned, and what was agreed until it is done."""

from __future__ import annotations

from ..deliveries.service import cancel, remind
from ..spaces.models import MemberRole
from ..sync.registers import stamp_of
from ..sync.registry import Change
from .models import Agreement, ReviewDate
from .rules import OWN, Stamp, State, state_of

YOUNG_PERSON, ADVISER = MemberRole.YOUNG_PERSON, MemberRole.ADVISER
# Who is reminded of what was agreed: the one who does it; of what somebody else does, both.
REMINDED = {"me": (YOUNG_PERSON,), "adviser": (ADVISER,), "other": (YOUNG_PERSON, ADVISER)}


def state_of_row(row: ReviewDate) -> State:
    """How a date stands now."""
    said = stamp_tuple(row, "said")
    assert said is not None  # noqa: S101 (it is written with the row)
    return state_of(State(row.said), said, stamp_tuple(row, "declined"))


def stamp_tuple(row: ReviewDate, field: str) -> Stamp | None:
    """The stamp of a register, in the form of the rules."""
    stamp = stamp_of(row, field)
    return (stamp.at, stamp.op) if stamp else None


def schedule(change: Change, row: ReviewDate) -> None:
    """Have both sides reminded of a review, and the young person alone of an own date; of neither when it is over."""
    cause, own = f"date:{row.id}", row.kind == OWN
    if state_of_row(row) is not State.PLANNED or row.day is None:
        cancel(change.db, cause)
        return
    remind(
        change.db,
        cause=cause,
        version=row.version,
        space_id=row.space_id,
        day=row.day,
        time=row.at_time,
        kind="own_date" if own else "review",
        review_kind=None if own else row.kind,
        url=lambda to: url_of(row, to),
        to=(YOUNG_PERSON,) if own else (YOUNG_PERSON, ADVISER),
    )


def url_of(row: ReviewDate, to: MemberRole) -> str:
    """The screen of a date, for one side."""
    return f"/dates/{row.id}" if to is YOUNG_PERSON else f"/people/{row.space_id}/dates/{row.id}"


def schedule_agreement(change: Change, row: Agreement) -> None:
    """Have whoever does it reminded, until it is done."""
    cause, space, date = f"agreement:{row.id}", row.space_id, row.date_id
    if row.done or row.by_day is None:
        cancel(change.db, cause)
        return

    def url(to: MemberRole) -> str:
        return f"/dates/{date}/after" if to is YOUNG_PERSON else f"/people/{space}/dates/{date}"

    remind(
        change.db,
        cause=cause,
        version=row.version,
        space_id=space,
        day=row.by_day,
        time=None,
        kind="agreement",
        review_kind=None,
        url=url,
        to=REMINDED[row.who],
    )
