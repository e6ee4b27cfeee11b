"""What the worker does about people by itself: it forgets what nobody needs any more."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, or_, select

from ..core.clock import now
from ..core.db import get_db
from ..core.jobs import Job
from .cookies import LIFE
from .models import Account, Attempt, DeviceSession, Enrolment, Invitation
from .slowdown import KEPT_FOR

# Longer than the month in which a person is told what was done with their account.
KEEP_ENDED = timedelta(days=90)


def forget_old_enrolments() -> None:
    """Delete beginnings of joining that can no longer be finished: they hold a pass phrase's hash and a secret."""
    with get_db().write() as db:
        db.execute(delete(Enrolment).where(Enrolment.expires_at < now()))


def tidy() -> None:
    """Delete old sign-in tries, codes that ran out long ago, and sessions that ended long ago or lie unused a year.

    Those of an account that has ended stay for that year: by them a device that comes back late learns of the end.
    """
    moment = now()
    before = moment - KEEP_ENDED
    with get_db().write() as db:
        db.execute(delete(Attempt).where(Attempt.at < moment - KEPT_FOR))
        db.execute(delete(Invitation).where(Invitation.expires_at < before))
        over = select(Account.id).where(Account.ended_at.is_not(None))
        ended = (DeviceSession.ended_at < before) & DeviceSession.account_id.not_in(over)
        db.execute(delete(DeviceSession).where(or_(ended, DeviceSession.last_seen < moment - LIFE)))


JOBS = (
    Job("people.forget_old_enrolments", every_minutes=60, run=forget_old_enrolments),
    Job("people.tidy", every_minutes=24 * 60, run=tidy),
)
