"""What everyone may read of a council's pledge: results by season, words, and what the council did."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import to_wire
from .models import PledgeBoard, PledgeDid, PledgeResult, PledgeSeason, PledgeWords
from .rules import Answer, Cells, changes, season_of_code

Json = dict[str, Any]


def results_of(db: Session, council: str) -> Json:
    """Everything published, the newest season first."""
    return {
        "council": council,
        "seasons": _seasons(db, council),
        "words": _words(db, council),
        "did": _did(db, council),
    }


def boards_of(db: Session, council: str) -> list[str]:
    """The days of the board for which the results were frozen, the newest first."""
    days = select(PledgeBoard.day).where(PledgeBoard.council == council).order_by(PledgeBoard.day.desc())
    return [day.isoformat() for day in db.scalars(days)]


def _seasons(db: Session, council: str) -> list[Json]:
    tables: dict[str, dict[str, Json]] = {}
    of_council = select(PledgeResult).where(PledgeResult.council == council)
    for row in db.scalars(of_council.order_by(PledgeResult.place, PledgeResult.promise)):
        tables.setdefault(row.season, {})[row.promise] = json.loads(row.json)
    published = select(PledgeSeason).where(PledgeSeason.council == council).order_by(PledgeSeason.season.desc())
    return [_season(row, tables) for row in db.scalars(published)]


def _season(row: PledgeSeason, tables: dict[str, dict[str, Json]]) -> Json:
    season = season_of_code(row.season)
    before = tables.get(season.before.code, {})
    promises = [
        {"promise": promise, **shown, "change": changes(_cells(shown), _cells(before[promise]))}
        if promise in before
        else {"promise": promise, **shown, "change": None}
        for promise, shown in tables.get(row.season, {}).items()
    ]
    return {
        "season": row.season,
        "from": season.first.isoformat(),
        "to": season.last.isoformat(),
        "published_at": to_wire(row.published_at),
        "promises": promises,
    }


def _cells(shown: Json) -> Cells:
    return {answer: shown[answer] for answer in Answer}


def _words(db: Session, council: str) -> list[Json]:
    # Their ids are pure chance, so this order says nothing about when each was written, or by whom.
    order = (PledgeWords.season.desc(), PledgeWords.promise, PledgeWords.id)
    rows = db.scalars(select(PledgeWords).where(PledgeWords.council == council).order_by(*order))
    return [{"id": str(row.id), "season": row.season, "promise": row.promise, "text": row.text} for row in rows]


def _did(db: Session, council: str) -> list[Json]:
    rows = select(PledgeDid).where(PledgeDid.council == council).order_by(PledgeDid.day.desc(), PledgeDid.id)
    return [
        {
            "id": str(row.id),
            "promise": row.promise,
            "you_said": row.you_said,
            "we_did": row.we_did,
            "on": row.day.isoformat(),
        }
        for row in db.scalars(rows)
    ]
