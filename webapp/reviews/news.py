"""Whoever did not do it hears at once of what was done with a review: planned, moved, called off, wished or declined.

A cause of its own for each side, so that the newest news takes the place of older news that was not sent yet, and so
that it has nothing to do with the reminders before the date.
"""

from __future__ import annotations

from datetime import timedelta

from ..deliveries.service import Notice, cancel, put
from ..spaces.models import MemberRole
from ..sync.registry import Change
from .models import ReviewDate
from .reminding import url_of

KIND = "news"
# What was done longer ago is no news: also what all phones send again after a restored backup.
NEW_FOR = timedelta(days=7)


def tell_other_side(change: Change, row: ReviewDate) -> None:
    """Put a notice for the side that did not do it, due now; it says neither what nor when."""
    until = change.stamp.at + NEW_FOR
    if until <= change.arrived:
        return
    to = MemberRole.ADVISER if change.access.is_owner else MemberRole.YOUNG_PERSON
    cause = f"date:{row.id}/news/{to.value}"
    cancel(change.db, cause)
    notice = Notice(
        cause=cause,
        occurrence=change.stamp.op.hex,
        version=row.version,
        space_id=row.space_id,
        to=to,
        kind=KIND,
        due=change.arrived,
        until=until,
        url=url_of(row, to),
    )
    put(change.db, [notice])
