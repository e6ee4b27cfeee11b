"""The address at which a person's own calendar reads their dates: a secret one, that can be renewed and taken away.

The file is an iCalendar object (RFC 5545). Times are those of the wall clock in London, with its time zone; what
that RFC says of an hour that happens twice, or not at all, is what `core/london.py` does.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..content.languages.speaking import get_speaker
from ..content.library import get_library
from ..core.clock import now
from ..core.crypto import get_crypto, new_token, token_hash
from ..core.errors import ErrorCode, Problem
from ..core.i18n import Screens, bare, screens
from ..core.london import LONDON
from ..core.working_days import london_day
from ..spaces.access import Access, spaces_of
from ..spaces.names import account_table
from ..sync.registers import newest
from .models import CalendarFeed, ReviewDate
from .reminding import state_of_row
from .rules import OWN, feed_holds
from .service import place

# Nobody says how long a meeting takes; calendars that are not told take an hour, too.
LASTS = timedelta(hours=1)
LOOK_AGAIN = timedelta(hours=4)


@dataclass(frozen=True)
class Reader:
    """Whose calendar asks, and how it is to show the dates."""

    account_id: uuid.UUID
    neutral: bool
    words: Screens
    origin: str
    product: str


def renew(db: Session, account_id: uuid.UUID, *, neutral: bool) -> str:
    """A new address's secret. The one before finds nothing from now on."""
    token = new_token()
    row = db.get(CalendarFeed, account_id, with_for_update=True) or CalendarFeed(account_id=account_id)
    row.token_hash, row.neutral, row.made_at = token_hash(token), neutral, now()
    db.add(row)
    return token


def end(db: Session, account_id: uuid.UUID) -> None:
    """Take the address away, if there is one."""
    row = db.get(CalendarFeed, account_id)
    if row is not None:
        db.delete(row)


def find(db: Session, account_id: uuid.UUID) -> CalendarFeed | None:
    """A person's address, as far as it is known here: without its secret."""
    return db.get(CalendarFeed, account_id)


def read(db: Session, token: str, *, origin: str, product: str) -> bytes:
    """The calendar of whoever has this secret.

    Raises `Problem(NOT_FOUND)` when it is nobody's, is an old one, or its owner's account has ended.
    """
    account = account_table()
    found = db.execute(
        select(CalendarFeed, account.c.language)
        .join(account, account.c.id == CalendarFeed.account_id)
        .where(CalendarFeed.token_hash == token_hash(token), account.c.ended_at.is_(None))
    ).first()
    if found is None:
        raise Problem(ErrorCode.NOT_FOUND)
    feed, language = found
    return write(db, Reader(feed.account_id, feed.neutral, screens(language), origin, product))


def write(db: Session, reader: Reader) -> bytes:
    """The calendar of a person: of each space that they are in, the dates that they may see."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{reader.product}//Dates//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", reader.product if reader.neutral else bare(reader.words.t("My dates")))
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", LOOK_AGAIN)
    for access in spaces_of(db, reader.account_id):
        for event in _events(db, access, reader):
            calendar.add_component(event)
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _events(db: Session, access: Access, reader: Reader) -> Iterator[Any]:
    today = london_day(now())
    titles = _titles(access, reader)
    query = select(ReviewDate).where(ReviewDate.space_id == access.space.id).order_by(ReviewDate.day, ReviewDate.id)
    if not access.is_owner:
        # An adviser's calendar is the council's: what a young person plans for themselves stays out of it.
        query = query.where(ReviewDate.kind != OWN)
    for row in db.scalars(query):
        if feed_holds(state_of_row(row), row.day, today):
            yield _event(row, access, reader, titles)


def _event(row: ReviewDate, access: Access, reader: Reader, titles: dict[str, str]) -> Any:
    from icalendar import Event

    assert row.day is not None  # noqa: S101 (`feed_holds` says so)
    event = Event()
    event.add("uid", str(row.id))
    event.add("dtstamp", newest(row, "day", "said") or now())
    event.add("sequence", row.version)
    if row.at_time is None:
        event.add("dtstart", row.day)
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", datetime.combine(row.day, row.at_time, LONDON))
        event.add("duration", LASTS)
    event.add("class", "PRIVATE")
    if reader.neutral:
        event.add("summary", bare(reader.words.t("Appointment")))
        return event
    event.add("summary", _open(access, row, "title") if row.kind == OWN else titles.get(row.kind, row.kind))
    where = _open(access, row, "place")
    if where:
        event.add("location", where)
    path = f"/dates/{row.id}" if access.is_owner else f"/people/{row.space_id}/dates/{row.id}"
    event.add("url", reader.origin + path)
    return event


def _open(access: Access, row: ReviewDate, column: str) -> str:
    sealed: bytes = getattr(row, column)
    return get_crypto().open(access.space.wrapped_key, place(column, row.id), sealed)


def _titles(access: Access, reader: Reader) -> dict[str, str]:
    library, slug = get_library(), access.space.council
    if reader.neutral or not library.has_council(slug):
        return {}
    council = library.council(slug)
    entries = get_speaker().entries(council, reader.words.lang, "reviews", council.reviews)
    return {entry["id"]: bare(entry["title"]) for entry in entries}
