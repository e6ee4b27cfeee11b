"""Turning who covers when into places in the spaces: rows of `member` with a beginning and an end, worked out ahead."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..spaces.models import Member, MemberRole, Space
from ..spaces.service import touch_profile
from .rules import Span, covers
from .telling import tell_before
from .world import Council, not_over, read_council


def settle(db: Session, council: str, space_id: uuid.UUID | None = None) -> None:
    """Work out who covers each living space of a council (held by this transaction) from now on, or one of them.

    Whoever covers and still does keeps their place; the others' ends now. What lies ahead is written anew. A space in
    which anything changed counts it as a change of its profile, so that every device hears of it.
    """
    moment = now()
    known = read_council(db, council, moment, space_id)
    living = select(Space.id).where(Space.council == council, Space.ended_at.is_(None)).order_by(Space.id)
    spaces = db.scalars(living if space_id is None else living.where(Space.id == space_id)).all()
    there = _places(db, spaces if space_id else None, council, moment)
    changed = [space for space in spaces if _rewrite(db, space, there[space], known, moment)]
    db.flush()
    for space in lock(db, changed):
        touch_profile(space)
    tell_before(db, council, {space: known.advisers[space] for space in spaces}, moment)


def lock(db: Session, spaces: Iterable[uuid.UUID]) -> Sequence[Space]:
    """These spaces, locked in one order for all, as they are now."""
    query = select(Space).where(Space.id.in_(list(spaces))).order_by(Space.id).with_for_update()
    return db.scalars(query, execution_options={"populate_existing": True}).all()


def _places(
    db: Session, spaces: Sequence[uuid.UUID] | None, council: str, moment: datetime
) -> defaultdict[uuid.UUID, list[Member]]:
    """The places of those who cover now or later, by space."""
    query = (
        select(Member).join(Space).where(Space.council == council, Member.role == MemberRole.COVER, not_over(moment))
    )
    found: defaultdict[uuid.UUID, list[Member]] = defaultdict(list)
    for place in db.scalars(query if spaces is None else query.where(Member.space_id.in_(spaces))):
        found[place.space_id].append(place)
    return found


def _rewrite(db: Session, space_id: uuid.UUID, there: Sequence[Member], known: Council, moment: datetime) -> bool:
    """Make the places of a space from a moment on those that the rules say. Gives whether anything changed."""
    wanted = covers(known.world_of(space_id), moment)
    present = {span.account: span for span in wanted if span.holds(moment)}
    ahead = {span for span in wanted if not span.holds(moment)}
    changed = False
    for place in there:
        if place.since > moment:
            span = Span(place.account_id, place.since, place.until)
            if span in ahead:
                ahead.remove(span)
                continue
            db.delete(place)
        else:
            still = present.pop(place.account_id, None)
            until = still.until if still else moment
            if place.until == until:
                continue
            place.until = until
        changed = True
    for span in (*present.values(), *ahead):
        place = Member(space_id=space_id, account_id=span.account, role=MemberRole.COVER)
        place.since, place.until = span.since, span.until
        db.add(place)
        changed = True
    return changed
