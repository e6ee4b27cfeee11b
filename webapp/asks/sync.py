"""The operations and collections of requests: who may write what. Everyone in the space sees all of it."""

from __future__ import annotations

from sqlalchemy import select

from ..core.clock import to_wire
from ..spaces.models import OWNER, SUPPORTERS
from ..sync.registry import Collection, OperationKind, Row, View, Window
from . import schemas, service
from .models import Request, RequestChallenge, RequestStep, Spend
from .rules import receipt_number
from .service import place, spend_place

KINDS = (
    OperationKind("request.make", schemas.MakeBody, OWNER, service.make),
    OperationKind("request.step", schemas.StepBody, SUPPORTERS, service.step),
    OperationKind("request.received", schemas.RequestBody, OWNER, service.received),
    OperationKind("request.withdraw", schemas.RequestBody, OWNER, service.withdraw),
    OperationKind("request.challenge", schemas.ChallengeBody, OWNER, service.challenge),
    OperationKind("spend.put", schemas.SpendBody, OWNER, service.put_spend),
    OperationKind("spend.remove", schemas.SpendRemoveBody, OWNER, service.remove_spend),
)


def read_requests(view: View, window: Window) -> list[Row]:
    """What was asked for, in the words of that day. How it stands follows from the steps."""
    query = select(Request).where(Request.space_id == view.space.id)
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "entitlement": row.entitlement,
            "title": view.open(place("request.title", row.id), row.title),
            "need": view.open(place("request.need", row.id), row.need),
            "note": view.open(place("request.note", row.id), row.note),
            "made_at": to_wire(row.made_at),
            "due": row.due.isoformat(),
            "number": receipt_number(row.id),
        }
        for row in view.db.scalars(window.cut(query, Request.seq))
    ]


def read_steps(view: View, window: Window) -> list[Row]:
    """Everything that happened to the requests, dated and by whom."""
    query = select(RequestStep).where(RequestStep.space_id == view.space.id)
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "request": str(row.request_id),
            "state": row.state,
            "at": to_wire(row.made_at),
            "by": row.by_name,
            "by_owner": row.by_owner,
            "words": view.open(place("request_step.words", row.id), row.words),
        }
        for row in view.db.scalars(window.cut(query, RequestStep.seq))
    ]


def read_challenges(view: View, window: Window) -> list[Row]:
    """The days on which the young person took steps against an answer: theirs alone, for it may be about the reader."""
    if not view.is_owner:
        return []
    query = select(RequestChallenge).where(RequestChallenge.space_id == view.space.id)
    return [
        {
            "id": f"{row.request_id}/{row.step}",
            "seq": row.seq,
            "request": str(row.request_id),
            "step": row.step,
            "on": row.day.isoformat() if row.day else None,
            "made_at": to_wire(row.day_at),
        }
        for row in view.db.scalars(window.cut(query, RequestChallenge.seq))
    ]


def read_spends(view: View, window: Window) -> list[Row]:
    """What was received, item by item; a tombstone for what was removed."""
    query = select(Spend).where(Spend.space_id == view.space.id)
    return [_spend(view, row) for row in view.db.scalars(window.cut(query, Spend.seq))]


def _spend(view: View, row: Spend) -> Row:
    if row.what is None or row.day is None:
        return {"id": str(row.item), "seq": row.seq, "deleted": True}
    return {
        "id": str(row.item),
        "seq": row.seq,
        "entitlement": row.entitlement,
        "what": view.open(spend_place(row), row.what),
        "pence": row.pence,
        "on": row.day.isoformat(),
        "made_at": to_wire(row.gone_at),
    }


COLLECTIONS = (
    Collection("requests", read_requests, (Request.seq,)),
    Collection("request_steps", read_steps, (RequestStep.seq,)),
    Collection("request_challenges", read_challenges, (RequestChallenge.seq,)),
    Collection("spends", read_spends, (Spend.seq,)),
)
