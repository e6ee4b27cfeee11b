"""Whose devices hear of a row that is the young person's own until it is shared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import and_, or_, select

from ..spaces.access import was_inside
from ..sync.registry import Change, View, Window
from .models import Preparation, ReviewDate
from .rules import others_hear

Kept = TypeVar("Kept", ReviewDate, Preparation)


def keep(change: Change, row: ReviewDate | Preparation, *, was_shared: bool) -> None:
    """Give a changed row its number, and the others' devices one too when they may know of it."""
    row.seq = change.take_seq()
    if not others_hear(was_shared=was_shared, is_shared=row.shared):
        return
    row.others_seq = row.seq
    if row.first_shared_seq is None:
        row.first_shared_seq, row.first_shared_at = row.seq, change.arrived
    if was_shared and not row.shared:
        row.taken_back_at = change.arrived


def changed(view: View, window: Window, model: type[Kept]) -> Iterator[tuple[Kept, int, bool]]:
    """The rows of a window with the reader's number of each, and whether the reader may see it.

    Someone other than the owner gets those that are shared. They also get, as not to be seen, one that was taken back,
    if they were in the space while it was shared and their device has read that far. To nobody else does it say that
    there was one.
    """
    query: Any = select(model).where(model.space_id == view.space.id)
    if view.is_owner:
        for row in view.db.scalars(window.cut(query, model.seq)):
            yield row, row.seq, True
        return
    could_have_it = and_(
        model.first_shared_seq <= window.after,
        was_inside(view.account_id, view.space.id, model.first_shared_at, model.taken_back_at),
    )
    query = query.where(or_(model.shared, could_have_it))
    for row in view.db.scalars(window.cut(query, model.others_seq)):
        yield row, row.others_seq or 0, row.shared
