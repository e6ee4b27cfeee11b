"""Milestones by themselves: the birthdays at which the law changes something, and the end of Staying Put."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import islice

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from ..core.ages import MONTHS_A_YEAR, birthday, months_after
from ..core.clock import now
from ..core.db import Base, get_db
from ..core.london import instant, wall
from ..deliveries import service as deliveries
from ..deliveries.service import Notice
from ..spaces.models import MemberRole, Space
from .rules import AGES, MILESTONE_AHEAD, STAYING_PUT_ENDS, STAYING_PUT_PLAN, Milestone, milestones

STEP = 100
KIND = "milestone"
# A birthday never moves.
VERSION = 1
BOTH = (MemberRole.YOUNG_PERSON, MemberRole.ADVISER)
A_DAY = timedelta(days=1)
AT = time(9)


def put_milestones() -> None:
    """Have whoever reaches one of the ages in the weeks ahead, and who supports them, reminded of it by their plans."""
    first = wall(now())[0]
    last = first + MILESTONE_AHEAD
    for db, space_id, born in _in_steps(or_(*[_reaches(age, first, last) for age in AGES])):
        for milestone in milestones(born, first, last):
            _remind(db, space_id, milestone)


def put_staying_put() -> None:
    """Tell those who live in Staying Put, and who supports them, half a year before it ends, or as soon as we know."""
    first = wall(now())[0]
    ends = _reaches(STAYING_PUT_ENDS, first, months_after(first, STAYING_PUT_PLAN) + MILESTONE_AHEAD)
    for db, space_id, born in _in_steps(ends & _stays_put(first)):
        day = birthday(born, STAYING_PUT_ENDS)
        begins, until = instant(months_after(day, -STAYING_PUT_PLAN), AT), instant(day, None)
        if until > now():
            deliveries.put(
                db,
                [
                    Notice(
                        cause=f"{KIND}:{space_id}/staying-put",
                        occurrence=f"-{STAYING_PUT_PLAN}m",
                        version=VERSION,
                        space_id=space_id,
                        to=side,
                        kind=KIND,
                        due=max(begins, now()),
                        until=until,
                        url=_url(space_id, side),
                    )
                    for side in BOTH
                ],
            )


def _reaches(age: int, first: date, last: date) -> ColumnElement[bool]:
    """Whoever may reach an age between two days: a day more on both sides, for who was born on 29 February."""
    return Space.birthday.between(
        months_after(first, -MONTHS_A_YEAR * age) - A_DAY, months_after(last, -MONTHS_A_YEAR * age) + A_DAY
    )


def _stays_put(today: date) -> ColumnElement[bool]:
    """Whose reviews say that they live in Staying Put: one of that kind is planned, or was held within a year."""
    # The table belongs to reviews, which may not be imported here.
    review = Base.metadata.tables["review_date"]
    return exists().where(
        review.c.space_id == Space.id,
        review.c.kind == "staying-put-review",
        review.c.said.in_(("planned", "held")),
        review.c.day >= months_after(today, -MONTHS_A_YEAR),
    )


def _in_steps(which: ColumnElement[bool]) -> Iterator[tuple[Session, uuid.UUID, date]]:
    """The living spaces that this holds for, with their birthdays, some in each transaction."""
    with get_db().read() as db:
        found = iter(db.execute(select(Space.id, Space.birthday).where(Space.ended_at.is_(None), which)).all())
    while some := list(islice(found, STEP)):
        with get_db().write() as db:
            for space_id, born in some:
                yield db, space_id, born


def _remind(db: Session, space_id: uuid.UUID, milestone: Milestone) -> None:
    deliveries.remind(
        db,
        cause=f"{KIND}:{space_id}/{milestone.age}",
        version=VERSION,
        space_id=space_id,
        day=milestone.day,
        time=None,
        kind=KIND,
        review_kind=None,
        url=lambda side: _url(space_id, side),
        to=BOTH,
    )


def _url(space_id: uuid.UUID, side: MemberRole) -> str:
    return "/rights/timeline" if side is MemberRole.YOUNG_PERSON else f"/people/{space_id}/rights"
