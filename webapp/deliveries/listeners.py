"""Features that show when somebody was told: they hear of it in the transaction that writes it down."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import Flask, current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..spaces.models import Space
from .letters import Letter
from .models import Delivery, NoticeRow, State

_EXTENSION = "footing-listeners"
# Called with the session, the space (locked) and the cause, when an occurrence was sent, shown or seen.
Listener = Callable[[Session, Space, str], None]


@dataclass(frozen=True)
class Told:
    """When an occurrence of a cause was first sent, shown and seen, by any of its deliveries."""

    occurrence: str
    sent_at: datetime | None
    shown_at: datetime | None
    seen_at: datetime | None


def told(db: Session, cause: str) -> list[Told]:
    """What became of each occurrence of a cause that was to be sent by now, in any version."""
    times = (func.min(Delivery.sent_at), func.min(Delivery.shown_at), func.min(Delivery.seen_at))
    rows = db.execute(
        select(NoticeRow.occurrence, *times)
        .join(Delivery, Delivery.notice_id == NoticeRow.id)
        .where(NoticeRow.cause == cause, Delivery.state != State.CANCELLED)
        .group_by(NoticeRow.occurrence)
        .order_by(NoticeRow.occurrence)
    )
    return [Told(*row) for row in rows]


def listen(app: Flask, prefix: str, listener: Listener) -> None:
    """Have `listener` called for causes that begin with `prefix` (`reminder:`)."""
    app.extensions.setdefault(_EXTENSION, {})[prefix] = listener


def lock_spaces(db: Session, letters: Iterable[Letter]) -> list[tuple[Space, str]]:
    """Lock, in one order for all, the spaces of those letters that somebody listens to."""
    return lock_causes(db, {(letter.space_id, letter.cause) for letter in letters if _listener(letter.cause)})


def lock_causes(db: Session, causes: Iterable[tuple[uuid.UUID, str]]) -> list[tuple[Space, str]]:
    """The same, of spaces' ids and causes."""
    wanted = sorted((pair for pair in causes if _listener(pair[1])), key=str)
    if not wanted:
        return []
    ids = {space for space, _ in wanted}
    query = select(Space).where(Space.id.in_(ids)).order_by(Space.id).with_for_update()
    spaces = {space.id: space for space in db.scalars(query)}
    return [(spaces[space], cause) for space, cause in wanted if space in spaces]


def tell(db: Session, heard: Sequence[tuple[Space, str]]) -> None:
    """Call each listener, in this transaction."""
    db.flush()
    for space, cause in heard:
        listener = _listener(cause)
        if listener is not None and space.ended_at is None:
            listener(db, space, cause)


def _listener(cause: str) -> Listener | None:
    known: dict[str, Listener] = current_app.extensions.get(_EXTENSION, {})
    return known.get(cause.partition(":")[0] + ":")
