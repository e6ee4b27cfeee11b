"""Operations in: each one its own transaction, each answered once and for good, none stopping another."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import marshmallow as ma
from flask import current_app
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from ..core.clock import now, to_wire
from ..core.crypto import get_crypto
from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from ..spaces.access import enter
from .models import Operation
from .registers import Stamp
from .registry import Change, OperationKind, Outcome, get_registry
from .schemas import OperationSchema

Answer = dict[str, Any]
MAX_ERRORS = 10
MAX_ERROR_NAME = 40


@dataclass(frozen=True)
class Envelope:
    """An operation whose outer shape is right. `mac` is the keyed hash of all that it says, and of who says it."""

    id: uuid.UUID
    space: uuid.UUID
    kind: str
    made_at: datetime
    body: dict[str, Any]
    mac: bytes


def ids_of(operations: list[Any]) -> list[uuid.UUID]:
    """The id of each operation. Raises `Problem(NOT_VALID)` if one cannot be read: it could not be answered by name."""
    ids = []
    for place, raw in enumerate(operations):
        try:
            ids.append(uuid.UUID(raw["id"]))
        except (TypeError, KeyError, ValueError, AttributeError) as error:
            raise Problem(
                ErrorCode.NOT_VALID, errors={"operations": {str(place): {"id": ["Not a valid UUID."]}}}
            ) from error
    return ids


def receive(who: SignedIn, operations: list[Any]) -> list[Answer]:
    """Take the operations in their order and say what became of each.

    Raises `Problem(NOT_VALID)` before anything when an id cannot be read, and `Problem(NOT_SIGNED_IN)` when the session
    was ended meanwhile: what was applied until then stays applied, and keeps its answer for when it is sent again.
    """
    arrived = now()
    return [_answer(who, op_id, raw, arrived) for op_id, raw in zip(ids_of(operations), operations, strict=True)]


def _answer(who: SignedIn, op_id: uuid.UUID, raw: dict[str, Any], arrived: datetime) -> Answer:
    try:
        return _take(who, _open_envelope(who, raw), arrived)
    except Problem as problem:
        if problem.code is ErrorCode.NOT_SIGNED_IN:
            raise
        return _refused(op_id, problem)
    except OperationalError:
        return _refused(op_id, Problem(ErrorCode.BUSY))
    except Exception as error:
        # One operation that we stumble over must not keep the others from being saved. Its text can be personal.
        current_app.logger.error("operation failed: %s", type(error).__name__)
        return _refused(op_id, Problem(ErrorCode.SERVER))


def _open_envelope(who: SignedIn, raw: dict[str, Any]) -> Envelope:
    try:
        data = OperationSchema().load(raw)
        said = {"account": str(who.account_id), "space": str(data["space"]), "kind": data["kind"]}
        said |= {"made_at": to_wire(data["made_at"]), "body": data["body"]}
        canonical = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    except ma.ValidationError as error:
        raise Problem(ErrorCode.NOT_VALID, errors=tidy(error.messages)) from error
    except RecursionError as error:
        raise Problem(ErrorCode.NOT_VALID) from error
    return Envelope(**data, mac=get_crypto().mac(canonical))


def _take(who: SignedIn, op: Envelope, arrived: datetime) -> Answer:
    try:
        return _in_one_transaction(who, op, arrived)
    except IntegrityError:
        # The same operation came twice at the same moment. The other one is stored now, so this finds its answer.
        return _in_one_transaction(who, op, arrived)


def _in_one_transaction(who: SignedIn, op: Envelope, arrived: datetime) -> Answer:
    registry = get_registry()
    with get_db().write() as db:
        known = db.get(Operation, op.id)
        if not registry.is_live(db, who.session_id):
            raise Problem(ErrorCode.NOT_SIGNED_IN)
        if known is not None:
            return _same_again(known, op)
        kind = registry.kinds.get(op.kind)
        if kind is None:
            raise Problem(ErrorCode.UNKNOWN_KIND)
        access = enter(db, who.account_id, op.space, to_write=True)
        stamp = Stamp(min(op.made_at, arrived), op.id)
        change = Change(db, access, who, stamp, arrived, op.body)
        try:
            # Only the handler is undone by its refusal; that it was refused is kept.
            with db.begin_nested():
                outcome, problem = _handle(kind, change), None
        except Problem as refusal:
            if refusal.code.retry:
                raise
            outcome, problem = Outcome.REFUSED, refusal
        _store(db, op, arrived, outcome, problem)
    return _refused(op.id, problem) if problem else {"id": str(op.id), "outcome": outcome.value}


def _handle(kind: OperationKind, change: Change) -> Outcome:
    if change.access.role not in kind.roles:
        raise Problem(ErrorCode.NOT_ALLOWED)
    try:
        change.body = kind.schema().load(change.body)
    except ma.ValidationError as error:
        raise Problem(ErrorCode.NOT_VALID, errors=tidy(error.messages)) from error
    outcome = kind.handler(change)
    change.db.flush()
    return outcome


def _store(db: Session, op: Envelope, arrived: datetime, outcome: Outcome, problem: Problem | None) -> None:
    text = json.dumps(problem.body()) if problem else None
    db.add(
        Operation(
            id=op.id,
            space_id=op.space,
            kind=op.kind,
            arrived_at=arrived,
            body_mac=op.mac,
            outcome=outcome,
            problem=text,
        )
    )


def _same_again(known: Operation, op: Envelope) -> Answer:
    if known.body_mac != op.mac:
        raise Problem(ErrorCode.REUSED_ID)
    answer: Answer = {"id": str(op.id), "outcome": known.outcome}
    return answer | {"problem": json.loads(known.problem)} if known.problem else answer


def _refused(op_id: uuid.UUID, problem: Problem) -> Answer:
    return {"id": str(op_id), "outcome": Outcome.REFUSED.value, "problem": problem.body()}


def tidy(messages: Any) -> dict[str, Any]:
    """The first few messages by field, and of what lies within a field.

    A field that we do not know was named by the sender, who may have written anything there, so its name is cut short.
    """
    if not isinstance(messages, dict):
        return {"operation": ["Not an object with the right members."]}
    few = list(messages.items())[:MAX_ERRORS]
    return {str(name)[:MAX_ERROR_NAME]: tidy(said) if isinstance(said, dict) else said for name, said in few}
