"""The operations and collections of status and check: who may write what, and who hears of which rows."""

from __future__ import annotations

import json

from sqlalchemy import and_, or_, select

from ..core.clock import to_wire
from ..spaces.access import was_inside
from ..spaces.models import OWNER, SUPPORTERS
from ..sync.registry import Collection, OperationKind, Row, View, Window
from . import schemas, service
from .models import SharedCheck, StatusRecord

# A space has one shared check, so its row needs no name of its own.
CHECK_ID = "check"

KINDS = (
    OperationKind("status.record", schemas.RecordBody, SUPPORTERS, service.record),
    OperationKind("status.disagree", schemas.DisagreeBody, OWNER, service.disagree),
    OperationKind("check.share", schemas.ShareBody, OWNER, service.share),
)


def read_status_records(view: View, window: Window) -> list[Row]:
    """Every status that was ever recorded, with what the young person says against it."""
    query = select(StatusRecord).where(StatusRecord.space_id == view.space.id)
    return [
        {
            "id": str(row.id),
            "seq": row.seq,
            "status": row.status,
            "since": row.since.isoformat(),
            "source": view.open(service.source_place(row), row.source),
            "by": row.by_name,
            "at": to_wire(row.made_at),
            "disagreed": _disagreed(view, row),
        }
        for row in view.db.scalars(window.cut(query, StatusRecord.seq))
    ]


def _disagreed(view: View, row: StatusRecord) -> dict[str, str] | None:
    if row.disagreed is None or row.disagreed_at is None:
        return None
    words = view.open(service.disagreed_place(row), row.disagreed)
    return {"words": words, "at": to_wire(row.disagreed_at)}


def read_shared_checks(view: View, window: Window) -> list[Row]:
    """The check that is shared, if one is; once it is taken back, a tombstone.

    The tombstone goes to the young person's own devices, and to whoever was in the space while it was shared and whose
    device has read that far. To nobody else does it say that there was a check.
    """
    query = select(SharedCheck).where(SharedCheck.space_id == view.space.id)
    if not view.is_owner:
        could_have_it = and_(
            SharedCheck.first_shared_seq <= window.after,
            was_inside(view.account_id, view.space.id, SharedCheck.first_shared_at, SharedCheck.taken_back_at),
        )
        query = query.where(or_(SharedCheck.result.is_not(None), could_have_it))
    return [_shared(view, row) for row in view.db.scalars(window.cut(query, SharedCheck.seq))]


def _shared(view: View, row: SharedCheck) -> Row:
    if row.result is None:
        return {"id": CHECK_ID, "seq": row.seq, "deleted": True}
    result = json.loads(view.open(service.result_place(row), row.result))
    return {"id": CHECK_ID, "seq": row.seq, "result": result, "at": to_wire(row.result_at)}


COLLECTIONS = (
    Collection("status_records", read_status_records, (StatusRecord.seq,)),
    Collection("shared_checks", read_shared_checks, (SharedCheck.seq,)),
)
