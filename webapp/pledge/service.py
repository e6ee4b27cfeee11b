"""The verb of a rating. It works inside the operation's transaction, on a space whose row is locked."""

from __future__ import annotations

import uuid

from ..content.library import get_library
from ..core.errors import ErrorCode, Problem
from ..core.working_days import london_day
from ..sync.registers import put
from ..sync.registry import Change, Outcome
from .models import Rating
from .promises import promises_of
from .rules import Season, season_of_code

EARLY = "This season has not begun yet. Please look at the date on this phone, and rate again then."
LATE = "This season is over, so its answers can no longer change. You can say how it is now for the new season."
TOO_LATE = "Sorry, this reached us more than two weeks after the season ended. Its answers were counted by then."


def rate(change: Change) -> Outcome:
    """Say how a promise was kept in a season, with words or without. What is said later replaces all of it.

    The season must be running, in London, on the day of the stamp. What was said in time may arrive up to 14 days after
    the season's end, because a phone can be offline for that long; the results wait for it. A limit by arrival is
    needed, for a result once published never changes: what comes later could not be counted.

    Raises `Problem(NOT_VALID)` when the season has not begun, is over, or the operation came too late; and for a
    promise that the space's council does not make.
    """
    body, space = change.body, change.space
    season, promise = season_of_code(body["season"]), body["promise"]
    _check_promise(change)
    _check_season(change, season)
    row = change.db.get(Rating, (space.id, season.code, promise))
    row = row or Rating(space_id=space.id, season=season.code, promise=promise, words_id=uuid.uuid4(), reviewed=False)
    if not put(row, "answer", body["answer"], change.stamp):
        return Outcome.SUPERSEDED
    words = body["words"]
    row.council = space.council
    row.words = change.seal(words_place(row), words) if words.strip() else None
    row.seq = change.take_seq()
    change.db.add(row)
    return Outcome.APPLIED


def words_place(row: Rating) -> str:
    """Where the words of a rating stand: they open nowhere else."""
    return f"rating.words:{row.space_id}/{row.season}/{row.promise}"


def _check_promise(change: Change) -> None:
    council = change.space.council
    if not get_library().has_council(council):
        # Its pack is missing for the moment; that is no fault of the young person's, so it may come again.
        raise Problem(ErrorCode.BUSY)
    if change.body["promise"] not in promises_of(council):
        raise _no("promise", "We do not know this promise.")


def _check_season(change: Change, season: Season) -> None:
    day = london_day(change.stamp.at)
    if day < season.first:
        raise _no("season", EARLY)
    if day > season.last:
        raise _no("season", LATE)
    if london_day(change.arrived) > season.closes:
        raise _no("season", TOO_LATE)


def _no(field: str, sentence: str) -> Problem:
    return Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={field: [sentence]})
