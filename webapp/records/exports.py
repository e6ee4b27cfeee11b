"""A young person's copy of everything: asked for, made by the worker, kept sealed for seven days, fetched once."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import IO, Any, cast

from flask import current_app
from sqlalchemy import ColumnElement, delete, exists, func, select, update
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import Database, get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from ..core.ids import new_id
from ..core.jobs import after_commit, nudge
from ..deliveries import service as deliveries
from ..deliveries.service import Notice
from ..spaces.access import enter, spaces_of
from ..spaces.models import MemberRole, Space
from ..sync.registry import View
from .copying import write_copy
from .models import Export, ExportPart, ExportState
from .sealing import Lost, SealedFile, pieces, putter

JOB = "records.export"
KEPT_FOR = timedelta(days=7)
# Longer than any copy takes; after it, a copy whose worker died is made by another.
LEASE = timedelta(minutes=15)
# One that was tried and is not ready after so long will not be: something of it cannot be opened.
GIVEN_UP_AFTER = timedelta(hours=2)
A_DAY = timedelta(days=1)
MOST_IN_A_DAY = 5
KIND = "export"
PAGE = "/me/copy"
TOO_MANY = "You have asked for many copies today. Ask again tomorrow."
NOT_HERE = "This copy is not here any more: it was fetched, or its 7 days are over. You can ask for a new one."


def ask(db: Session, who: SignedIn) -> Export:
    """Have a copy made. One that is being made already is that copy; one that lies ready gives way to the new one.

    Raises `Problem`: NOT_FOUND for someone without a space of their own, TOO_MANY.
    """
    mine = next((access.space for access in spaces_of(db, who.account_id) if access.is_owner), None)
    if mine is None:
        raise Problem(ErrorCode.NOT_FOUND)
    # Held, so that two askings at once are one.
    enter(db, who.account_id, mine.id, to_write=True)
    query = select(Export).where(Export.account_id == who.account_id)
    waiting = db.scalar(query.where(Export.state == ExportState.WAITING))
    if waiting is not None:
        return waiting
    lately = select(func.count()).select_from(query.where(Export.asked_at > now() - A_DAY).subquery())
    if (db.scalar(lately) or 0) >= MOST_IN_A_DAY:
        raise Problem(ErrorCode.TOO_MANY, TOO_MANY)
    _forget(db, db.scalars(query.where(Export.state == ExportState.READY)).all())
    moment = now()
    row = Export(
        id=new_id(),
        space_id=mine.id,
        account_id=who.account_id,
        state=ExportState.WAITING,
        asked_at=moment,
        next_at=moment,
    )
    db.add(row)
    after_commit(db, JOB)
    return row


def mine(db: Session, account_id: uuid.UUID) -> list[dict[str, Any]]:
    """The copies that this person asked for, the last one first."""
    shown = (Export.id, Export.state, Export.asked_at, Export.ready_at, Export.until, Export.bytes, Export.sha256)
    query = select(*shown).where(Export.account_id == account_id)
    return [dict(row._mapping) for row in db.execute(query.order_by(Export.asked_at.desc(), Export.id))]


@dataclass(frozen=True)
class Fetched:
    """A copy on its way: how many bytes it has, and they themselves, piece by piece."""

    size: int
    content: Iterator[bytes]


def fetch(database: Database, who: SignedIn, export_id: uuid.UUID) -> Fetched:
    """The file. From now on it counts as fetched; what was kept of it goes when it is through.

    Raises `Problem(NOT_FOUND)` for one that is not there, not yours, not ready, fetched already, or too old.
    """
    with database.write() as db:
        ready = Export.state == ExportState.READY, Export.until > now()
        taken = db.execute(
            update(Export)
            .where(Export.id == export_id, Export.account_id == who.account_id, *ready)
            .values(state=ExportState.FETCHED, fetched_at=now())
            .returning(Export.space_id, Export.bytes)
            .execution_options(synchronize_session=False)
        ).first()
        if taken is None:
            raise Problem(ErrorCode.NOT_FOUND, NOT_HERE)
        key = enter(db, who.account_id, taken.space_id).space.wrapped_key
    return Fetched(taken.bytes or 0, _through(database, key, export_id))


def make_waiting() -> None:
    """The worker's job: make the copy that has waited longest. For the next one it asks for another turn.

    One that cannot be made is given up, so that its person can ask for another.

    A copy can take seconds. What became due meanwhile, above all telling people of messages, has its turn in between.
    """
    database, app = get_db(), current_app._get_current_object()  # type: ignore[attr-defined]
    for given_up in _give_up(database):
        app.logger.error("copy %s could not be made and is given up", given_up)
    taken = _take(database)
    if taken is None:
        return
    try:
        _make(database, taken)
    except Lost:
        app.logger.info("a copy was taken over or erased")
    with database.read() as db:
        others = db.scalar(select(exists().where(*_due())))
    if others:
        nudge(app, JOB)


def tidy() -> None:
    """The worker's job: let go of copies whose days are over, and of what a broken fetch has left."""
    with get_db().write() as db:
        over = Export.state == ExportState.READY, Export.until <= now()
        broken = Export.state == ExportState.FETCHED, Export.fetched_at < now() - A_DAY
        for condition in (over, broken):
            _forget(db, db.scalars(select(Export).where(*condition)).all())


def forget_ready(db: Session) -> None:
    """In restored data: let go of every copy that lies ready. It may have been fetched since the backup was made."""
    _forget(db, db.scalars(select(Export).where(Export.state == ExportState.READY)).all())


@dataclass(frozen=True)
class _Taken:
    id: uuid.UUID
    space_id: uuid.UUID
    account_id: uuid.UUID
    claim: uuid.UUID


def _due() -> tuple[ColumnElement[bool], ...]:
    return Export.state == ExportState.WAITING, Export.next_at <= now()


def _give_up(database: Database) -> list[uuid.UUID]:
    """Let go of copies that were tried in vain. A worker that still makes one finds that it is its own no more."""
    with database.write() as db:
        tried = *_due(), Export.claim.is_not(None), Export.asked_at <= now() - GIVEN_UP_AFTER
        rows = db.scalars(select(Export).where(*tried).with_for_update(skip_locked=True)).all()
        _forget(db, rows)
        for row in rows:
            row.claim = None
        return [row.id for row in rows]


def _take(database: Database) -> _Taken | None:
    with database.write() as db:
        row = db.scalar(
            select(Export).where(*_due()).order_by(Export.next_at).limit(1).with_for_update(skip_locked=True)
        )
        if row is None:
            return None
        row.next_at, row.claim = now() + LEASE, uuid.uuid4()
        # What a worker that died has left of it.
        db.execute(delete(ExportPart).where(ExportPart.export_id == row.id))
        return _Taken(row.id, row.space_id, row.account_id, row.claim)


def _make(database: Database, taken: _Taken) -> None:
    with database.read() as db:
        space = db.get(Space, taken.space_id)
        if space is None:
            raise Lost
        file = SealedFile(putter(database, space.wrapped_key, taken.id, taken.claim))
        write_copy(View(db, space, MemberRole.YOUNG_PERSON, taken.account_id), cast(IO[bytes], file))
        file.close()
    with database.write() as db:
        row = db.scalar(select(Export).where(Export.id == taken.id, Export.claim == taken.claim).with_for_update())
        if row is None:
            raise Lost
        moment = now()
        row.state, row.ready_at, row.until = ExportState.READY, moment, moment + KEPT_FOR
        row.bytes, row.sha256 = file.size, file.sha256
        deliveries.put(db, [_notice(row)])


def _notice(row: Export) -> Notice:
    assert row.until is not None  # noqa: S101 - it was set just now
    return Notice(
        cause=f"export:{row.id}",
        occurrence="ready",
        version=1,
        space_id=row.space_id,
        to=MemberRole.YOUNG_PERSON,
        kind=KIND,
        due=now(),
        until=row.until,
        url=PAGE,
    )


def _through(database: Database, wrapped_key: bytes, export_id: uuid.UUID) -> Iterator[bytes]:
    yield from pieces(database, wrapped_key, export_id)
    with database.write() as db:
        db.execute(delete(ExportPart).where(ExportPart.export_id == export_id))


def _forget(db: Session, rows: Sequence[Export]) -> None:
    for row in rows:
        db.execute(delete(ExportPart).where(ExportPart.export_id == row.id))
        deliveries.cancel(db, f"export:{row.id}")
        row.state = ExportState.GONE
