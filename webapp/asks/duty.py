"""The duty list: requests that nobody has answered, of young people who have no adviser to answer them."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.working_days import london_day
from ..spaces.access import is_current
from ..spaces.models import Member, MemberRole, Space
from .models import Request, RequestStep
from .rules import OPEN, State, Step, is_late, state_of


def open_requests(db: Session, council: str) -> list[dict[str, Any]]:
    """Those of one council, the one due first first. No words and no right: only when, and whose."""
    moment = now()
    has_adviser = exists().where(Member.space_id == Space.id, Member.role == MemberRole.ADVISER, is_current(moment))
    found = db.execute(
        select(Request.space_id, Request.id, Request.made_at, Request.due, RequestStep)
        .join(Space, Space.id == Request.space_id)
        .outerjoin(RequestStep, RequestStep.request_id == Request.id)
        .where(Space.council == council, Space.ended_at.is_(None), ~has_adviser)
        .order_by(Request.due, Request.made_at, Request.id)
    )
    today, rows = london_day(moment), []
    for (space, request, made_at, due), group in groupby(found, key=lambda row: tuple(row[:4])):
        state = state_of(Step(step.made_at, step.id, State(step.state)) for *_, step in group if step)
        if state in OPEN:
            late = is_late(state, due, today)
            rows.append({"space": space, "id": request, "made_at": made_at, "due": due, "state": state, "late": late})
    return rows
