"""What the worker does about messages by itself: it removes files that were never sent with one."""

from __future__ import annotations

from sqlalchemy import delete, select

from ..core.clock import now
from ..core.db import get_db
from ..core.jobs import Job
from .models import Attachment
from .rules import UNSENT_FOR

STEP = 20


def remove_unsent() -> None:
    """Delete files that went with no message for a week, some at a time."""
    old = Attachment.message_id.is_(None), Attachment.made_at < now() - UNSENT_FOR
    while True:
        with get_db().write() as db:
            ids = db.scalars(select(Attachment.id).where(*old).limit(STEP)).all()
            # Looked at again as it is deleted: a message may have come for it just now.
            db.execute(delete(Attachment).where(Attachment.id.in_(ids), *old))
        if len(ids) < STEP:
            return


JOBS = (Job("messages.files", every_minutes=12 * 60, run=remove_unsent),)
