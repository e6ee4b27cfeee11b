"""Being reminded of a paper that runs out: in time to renew it, and again by the person's own plan."""

from __future__ import annotations

import uuid
from datetime import date, time

from sqlalchemy.orm import Session

from ..core.ages import months_after
from ..core.clock import now
from ..core.london import instant
from ..deliveries.service import Notice, cancel, put, remind
from ..spaces.models import MemberRole
from .models import PaperHeld
from .rules import RENEW_MONTHS, PaperState

KIND = "paper"
YOUNG_PERSON, ADVISER = MemberRole.YOUNG_PERSON, MemberRole.ADVISER
AT = time(9)


def remind_of_paper(db: Session, row: PaperHeld) -> None:
    """Have people reminded of the month in which a paper runs out, and no more of one that it ran out in before.

    Nothing for a paper without a month, or one that is not needed. The month counts from its first day: on which of its
    days a paper runs out, nobody says.
    """
    if row.runs_out is None or row.state == PaperState.NOT_NEEDED:
        for cause in _causes(row):
            cancel(db, cause)
        return
    ends = date.fromisoformat(f"{row.runs_out}-01")
    cause, renew = _causes(row)
    space = row.space_id
    remind(
        db,
        cause=cause,
        version=row.seq,
        space_id=space,
        day=ends,
        time=None,
        kind=KIND,
        review_kind=None,
        url=lambda role: _url(space, role),
        to=(YOUNG_PERSON,),
    )
    cancel(db, renew, below=row.seq)
    put(db, _to_renew(row, renew, ends))


def _to_renew(row: PaperHeld, cause: str, ends: date) -> list[Notice]:
    due = instant(months_after(ends, -RENEW_MONTHS), AT)
    if due <= now():
        return []
    space, until = row.space_id, instant(ends, None)
    return [
        Notice(cause, "", row.seq, space, to, KIND, due=due, until=until, url=_url(space, to))
        for to in (YOUNG_PERSON, ADVISER)
    ]


def cause_of(row: PaperHeld) -> str:
    """By what name deliveries know the end of a paper."""
    return f"{KIND}:{row.space_id}/{row.paper}"


def _causes(row: PaperHeld) -> tuple[str, str]:
    """The paper running out, and the time to renew it."""
    return cause_of(row), f"{cause_of(row)}/renew"


def _url(space: uuid.UUID, to: MemberRole) -> str:
    return "/passport/papers" if to is YOUNG_PERSON else f"/people/{space}"
