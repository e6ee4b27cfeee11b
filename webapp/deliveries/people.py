"""Who is told: the people on one side of a space now, what they wish, and the browsers that they are signed in on.

The tables of accounts and sessions belong to people; here they are read by their names.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, select
from sqlalchemy.orm import Session

from ..content.library import working_hours_of
from ..core.clock import now
from ..core.db import Base
from ..core.guards import Role
from ..core.working_days import england_bank_holidays
from ..spaces.access import is_current
from ..spaces.models import Member, MemberRole, Space
from ..spaces.names import account_table
from .letters import Device
from .models import Channel, NoticePrefs, NoticeRow, Subscription
from .rules import PLAINEST, Quiet, after_quiet, in_working_hours

# The columns by which it is decided when, and how else, a person is told; and what it says and where it goes.
WISHES = (NoticePrefs.quiet_from, NoticePrefs.quiet_to, NoticePrefs.text_on, NoticePrefs.email_on)
WORDING = (NoticePrefs.lang, NoticePrefs.plainness, NoticePrefs.number, NoticePrefs.address)
BROWSER = (Subscription.endpoint, Subscription.p256dh, Subscription.auth)
NOTICE = (NoticeRow.space_id, NoticeRow.cause, NoticeRow.kind, NoticeRow.url, NoticeRow.until)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be told: `ways` are the texts and e-mails that they chose, the first one first.

    `browsers` are those that they are signed in on, by their subscription's id.
    """

    account_id: uuid.UUID
    young: bool
    quiet: Quiet
    ways: tuple[Channel, ...]
    lang: str
    plainness: str
    number: bytes | None
    address: bytes | None
    browsers: dict[uuid.UUID, Device] = field(default_factory=dict)

    def allowed(self, moment: datetime) -> datetime:
        """The first moment from `moment` on at which this person may be told."""
        return allowed(moment, young=self.young, quiet=self.quiet)


def allowed(moment: datetime, *, young: bool, quiet: Quiet) -> datetime:
    """The next allowed moment outside somebody's quiet hours; for staff not on a day off of their council's either."""
    if young:
        return after_quiet(moment, quiet)
    return in_working_hours(moment, quiet, england_bank_holidays((moment.year, (moment + timedelta(days=30)).year)))


def session_table() -> Table:
    """The table of signed-in devices, found by its name."""
    return Base.metadata.tables["device_session"]


def wishes_of(text_on: bool | None, email_on: bool | None) -> tuple[Channel, ...]:
    """How a person wants to be reached when no push was shown. Each is on only with a number or an address."""
    if not text_on:
        return (Channel.EMAIL,) if email_on else ()
    return (Channel.TEXT, Channel.EMAIL) if email_on else (Channel.TEXT,)


@dataclass(slots=True)
class Told:
    """A notice and whom it is for."""

    id: uuid.UUID
    to_role: str
    space_id: uuid.UUID
    cause: str
    kind: str
    url: str
    until: datetime
    people: dict[uuid.UUID, Person] = field(default_factory=dict)


def manages(account: Table) -> ColumnElement[bool]:
    """The condition that an account manages the council of `Space`. It is in no space, but told when one needs it."""
    return and_(account.c.role == Role.MANAGER, account.c.council == Space.council)


def who_is_told(db: Session, notices: Iterable[uuid.UUID]) -> list[Told]:
    """For each notice the living people on its side of its living space, now: an adviser and their cover are one side.

    The managers of its council are another. One statement with a row for each notice, person and browser, and another
    one when there is something for managers: it runs for everybody who is told in one minute.
    """
    account, ids = account_table(), list(notices)
    young = NoticeRow.to_role == MemberRole.YOUNG_PERSON
    side = and_(young == (Member.role == MemberRole.YOUNG_PERSON), NoticeRow.to_role != Role.MANAGER)
    on_side = and_(Member.space_id == Space.id, is_current(now()), side)
    inside = _notices(ids).outerjoin(Member, on_side)
    alive = account.c.ended_at.is_(None)
    # By the connection: rows of columns need nothing of the ORM, which costs as much again.
    connection = db.connection()
    rows = connection.execute(_ways(inside.outerjoin(account, and_(account.c.id == Member.account_id, alive)))).all()
    if any(row.to_role == Role.MANAGER for row in rows):
        managed = _notices(ids).where(NoticeRow.to_role == Role.MANAGER).join(account, and_(manages(account), alive))
        rows = [*rows, *connection.execute(_ways(managed))]
    return _told(rows)


def _notices(ids: list[uuid.UUID]) -> Select[Any]:
    """These notices, each with its space if it lives. With accounts joined, `_ways` completes it."""
    account = account_table()
    columns = (NoticeRow.id, NoticeRow.to_role, *NOTICE, account.c.id, account.c.council, account.c.language)
    living = select(*columns, Subscription.id, *BROWSER, *WORDING, *WISHES).select_from(NoticeRow)
    return living.where(NoticeRow.id.in_(ids)).outerjoin(
        Space, and_(Space.id == NoticeRow.space_id, Space.ended_at.is_(None))
    )


def _ways(query: Select[Any]) -> Select[Any]:
    """What the accounts of the query wish, and the browsers that they are signed in on."""
    account, session = account_table(), session_table()
    signed_in = exists().where(session.c.id == Subscription.session_id, session.c.ended_at.is_(None))
    wished = query.outerjoin(NoticePrefs, NoticePrefs.account_id == account.c.id)
    return wished.outerjoin(Subscription, and_(Subscription.account_id == account.c.id, signed_in))


def _told(rows: Iterable[Any]) -> list[Told]:
    found: dict[uuid.UUID, Told] = {}
    for notice, to_role, space, cause, kind, url, until, who, council, language, browser, *rest in rows:
        told = found.get(notice)
        if told is None:
            told = found[notice] = Told(notice, to_role, space, cause, kind, url, until)
        if who is None:
            continue
        person = told.people.get(who)
        if person is None:
            of_staff = None if to_role == MemberRole.YOUNG_PERSON else council
            person = told.people[who] = _person(who, of_staff, language, rest[3:])
        if browser is not None:
            person.browsers[browser] = Device(*rest[:3])
    return list(found.values())


def _person(account_id: uuid.UUID, of_staff: str | None, language: str, chosen: Sequence[Any]) -> Person:
    lang, plainness, number, address, start, end, text_on, email_on = chosen
    quiet, ways = quiet_of(start, end) if of_staff is None else rest_of(of_staff), wishes_of(text_on, email_on)
    return Person(account_id, of_staff is None, quiet, ways, lang or language, plainness or PLAINEST, number, address)


def rest_of(council: str) -> Quiet:
    """The hours in which nobody works at a council, as its pack says."""
    opens, closes = working_hours_of(council)
    return quiet_of(closes, opens)


@lru_cache(maxsize=4096)
def quiet_of(start: time | None, end: time | None) -> Quiet:
    """A young person's quiet hours, or the usual ones."""
    return Quiet() if start is None or end is None else Quiet(start, end)
