"""The operation and the collection of ratings: the young person's own, on both ways."""

from __future__ import annotations

from sqlalchemy import select

from ..core.clock import to_wire
from ..spaces.models import OWNER
from ..sync.registry import Collection, OperationKind, Row, View, Window
from .models import Rating
from .schemas import RateBody
from .service import rate, words_place

KINDS = (OperationKind("pledge.rate", RateBody, OWNER, rate),)


def read_ratings(view: View, window: Window) -> list[Row]:
    """What the young person said of each promise. Nobody else's device ever hears of one."""
    if not view.is_owner:
        return []
    query = select(Rating).where(Rating.space_id == view.space.id)
    return [
        {
            "id": f"{row.season}/{row.promise}",
            "seq": row.seq,
            "season": row.season,
            "promise": row.promise,
            "answer": row.answer,
            "words": view.open(words_place(row), row.words) if row.words else "",
            "made_at": to_wire(row.answer_at),
        }
        for row in view.db.scalars(window.cut(query, Rating.seq))
    ]


COLLECTIONS = (Collection("ratings", read_ratings, (Rating.seq,)),)
