"""Which steps somebody is reminded by: their own plan for a kind of date, or the default."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..spaces.access import is_current
from ..spaces.models import Member, MemberRole
from .models import NoticePrefs
from .rules import DEFAULT_PLAN


def plan_of(db: Session, space_id: uuid.UUID, to: MemberRole, kind: str, review_kind: str | None) -> Sequence[str]:
    """The plan of whoever is on this side of the space now."""
    kept = db.scalar(
        select(NoticePrefs.plans)
        .join(Member, Member.account_id == NoticePrefs.account_id)
        .where(Member.space_id == space_id, Member.role == to, is_current(now()))
        .limit(1)
    )
    return chosen(json.loads(kept) if kept else {}, kind, review_kind)


def chosen(plans: dict[str, list[str]], kind: str, review_kind: str | None) -> Sequence[str]:
    """The steps for one kind of date, the nearest first: this kind of review, reviews as such, the default."""
    for name in (review_kind, kind):
        if name is not None and name in plans:
            return plans[name]
    return DEFAULT_PLAN
