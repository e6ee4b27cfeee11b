"""Publishing a season: once for each council, in one transaction, and never again."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import exists, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ..content.bundles import compact
from ..core.clock import now
from ..core.db import get_db
from ..core.working_days import london_day
from .models import PledgeResult, PledgeSeason, Rating
from .promises import Promise, promises_of
from .rules import Answer, Published, newest_closed, publish

# What the pledge no longer has stands behind what it has.
LAST_PLACE = 1_000_000


def publish_due(council: str | None = None) -> None:
    """Publish every season whose answers are all in, of one council or of all. What is published stays as it is."""
    for slug, season in _due(council):
        _publish(slug, season)


def _due(council: str | None) -> list[tuple[str, str]]:
    done = exists().where(PledgeSeason.council == Rating.council, PledgeSeason.season == Rating.season)
    query = select(Rating.council, Rating.season).where(Rating.season <= newest_closed(london_day(now())).code, ~done)
    if council is not None:
        query = query.where(Rating.council == council)
    with get_db().read() as db:
        return [(slug, season) for slug, season in db.execute(query.distinct().order_by(Rating.season))]


def _publish(council: str, season: str) -> None:
    try:
        with get_db().write() as db:
            if db.get(PledgeSeason, (council, season)) is None:
                db.add(PledgeSeason(council=council, season=season, published_at=now()))
                # From here on another who does the same waits, and then finds the row.
                db.flush()
                db.add_all(_results(db, council, season))
    except IntegrityError:
        # Somebody else has published it at the same moment; theirs is what counts.
        return


def _results(db: Session, council: str, season: str) -> list[PledgeResult]:
    # One statement, so that all counts come from one moment.
    counted = db.execute(
        select(Rating.promise, Rating.answer, func.count())
        .where(Rating.council == council, Rating.season == season)
        .group_by(Rating.promise, Rating.answer)
    )
    counts: dict[str, dict[Answer, int]] = defaultdict(dict)
    for promise, answer, count in counted:
        counts[promise][Answer(answer)] = count
    known = promises_of(council)
    return [
        PledgeResult(
            council=council,
            season=season,
            promise=promise,
            place=known[promise].place if promise in known else LAST_PLACE,
            json=_json(known.get(promise), shown),
        )
        for promise, cells in counts.items()
        if (shown := publish(cells)) is not None
    ]


def _json(promise: Promise | None, shown: Published) -> str:
    """The words are kept too, for the pledge may change; they are null when it has lost the promise by now."""
    words = {
        "area": promise.area if promise else None,
        "text": promise.text if promise else None,
        "strength": promise.strength if promise else None,
    }
    cells = {answer.value: shown.cells[answer] for answer in Answer}
    return compact(words | {"answers": shown.answers} | cells).decode()
