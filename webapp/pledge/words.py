"""Words of young people on their way to everyone: a manager takes out what could name somebody, then publishes them.

They are shown without the name, the space, the age, the answer and the time, in an order of chance, and only where at
least five have answered.
"""

from __future__ import annotations

import secrets
import uuid
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, exists, select
from sqlalchemy.orm import Session

from ..core.crypto import get_crypto
from ..core.errors import ErrorCode, Problem
from ..spaces.models import Space
from .models import PledgeResult, PledgeWords, Rating
from .service import words_place

# As many as a person can read with care before they ask for more.
MOST = 200


def waiting(db: Session, council: str) -> dict[str, Any]:
    """Words of published seasons that nobody has decided on: how many there are, and some of them by chance."""
    found = list(db.scalars(select(Rating.words_id).where(_reviewable(council), Rating.reviewed.is_(False))))
    chosen = secrets.SystemRandom().sample(found, min(len(found), MOST))
    opened = {row[0].words_id: _shown(row) for row in db.execute(_with_key().where(Rating.words_id.in_(chosen)))}
    return {"waiting": len(found), "words": [opened[words_id] for words_id in chosen]}


def decide(db: Session, council: str, words_id: uuid.UUID, *, public: bool, text: str | None) -> None:
    """Publish words, as they are or as `text`, or do not; a later decision replaces an earlier one.

    Words that are published already can still be changed or taken away when the person who wrote them is gone.
    Raises `Problem(NOT_FOUND)` when the council has no such words to decide on.
    """
    mine = (Rating.words_id == words_id, _reviewable(council))
    row = db.execute(_with_key().where(*mine).with_for_update(of=Rating)).first()
    published = db.get(PledgeWords, words_id)
    if published is not None and published.council != council:
        published = None
    if row is None and published is None:
        raise Problem(ErrorCode.NOT_FOUND)
    if row is not None:
        row[0].reviewed = True
    if not public:
        db.execute(delete(PledgeWords).where(PledgeWords.id == words_id, PledgeWords.council == council))
    elif published is not None:
        published.text = text or published.text
    elif row is not None:
        shown = _shown(row)
        about = {"season": shown["season"], "promise": shown["promise"], "text": text or shown["text"]}
        db.add(PledgeWords(id=words_id, council=council, **about))


def _reviewable(council: str) -> ColumnElement[bool]:
    enough = exists().where(
        PledgeResult.council == Rating.council,
        PledgeResult.season == Rating.season,
        PledgeResult.promise == Rating.promise,
    )
    return and_(Rating.council == council, Rating.words.is_not(None), enough)


def _with_key() -> Select[Rating, bytes]:
    return select(Rating, Space.wrapped_key).join(Space, Space.id == Rating.space_id)


def _shown(row: Row[Rating, bytes]) -> dict[str, Any]:
    rating, key = row
    text = get_crypto().open(key, words_place(rating), rating.words) if rating.words else ""
    return {"id": rating.words_id, "season": rating.season, "promise": rating.promise, "text": text}
