"""The demo people: made once, with a history that went through the same door as everyone's.

Everything they did is applied as an operation at its own moment in the past weeks. Ids and moments follow from the
moment of the first load, so a load that was cut off is simply done again: what was applied is known.
"""

from __future__ import annotations

from datetime import date, timedelta

import pyotp
from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..core.clock import fixed, now
from ..core.db import get_db
from ..core.guards import Role, SignedIn
from ..cover.duty import set_duty
from ..people import accounts, ready, sessions
from ..people.cookies import Caller
from ..people.models import Account
from ..settings import Settings
from ..spaces.access import spaces_of
from ..spaces.models import Space
from ..spaces.service import assign_adviser
from . import demo_file, demo_history, demo_ratings
from .demo_people import PASS_PHRASE, STAFF, YOUNG_PEOPLE, YoungPerson

# Somewhere between two birthdays, so that nobody changes age during a try-out.
SINCE_BIRTHDAY = timedelta(days=140)


class DemoRefused(Exception):
    """The demo cannot be made or shown here. The text is a plain sentence that says why."""


def load_demo() -> bool:
    """Make the demo people. Gives False when they were there already. Raises `DemoRefused`."""
    settings = _settings()
    if settings.production:
        raise DemoRefused("FOOTING_ENV=production refuses demo people: everybody can read their pass phrase.")
    notes = demo_file.read(settings.data_dir)
    with get_db().read() as db:
        people = db.scalar(select(func.count()).select_from(Account))
    if notes is not None and notes.ready and people:
        return False
    if notes is None and people:
        raise DemoRefused("There are people here already, so no demo people were added. Use an empty FOOTING_DATA.")
    if notes is None or notes.ready:
        notes = demo_file.begin(settings.data_dir, [person.email for person in STAFF])
    with fixed(notes.loaded_at):
        _make_staff(notes.secrets)
        for person in YOUNG_PEOPLE:
            _make_young_person(person)
        _put_on_duty()
        demo_ratings.load()
    demo_file.finish(settings.data_dir, notes)
    return True


def fresh_codes(who: str | None = None) -> dict[str, str]:
    """A 6-digit code that is good now for each staff person, or for the one named. Raises `DemoRefused`."""
    notes = demo_file.read(_settings().data_dir)
    if notes is None:
        raise DemoRefused("There are no demo people here. To make them: flask demo load")
    if who is not None and who not in notes.secrets:
        raise DemoRefused(f"{who} is not one of the demo's staff: {', '.join(notes.secrets)}.")
    return {email: pyotp.TOTP(secret).at(now()) for email, secret in notes.secrets.items() if who in (None, email)}


def table() -> str:
    """Who there is and how each signs in, with codes that are good now. Raises `DemoRefused`."""
    codes = fresh_codes()
    rows = [("Name", "Who", "Council", "Sign in as", "Pass phrase", "Code now")]
    rows += [(p.name, p.role.value, p.council, p.email, PASS_PHRASE, codes[p.email]) for p in STAFF]
    rows += [(p.name, _about(p), p.council, p.sign_in_name, PASS_PHRASE, "") for p in YOUNG_PEOPLE]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join([*lines, "", "Each code works once. A fresh one: flask demo code EMAIL"])


def _settings() -> Settings:
    settings: Settings = current_app.extensions["footing-settings"]
    return settings


def _about(person: YoungPerson) -> str:
    return f"young person, {person.age}" + (", no PA now" if person.on_duty_list else "")


def _make_staff(secrets: dict[str, str]) -> None:
    first = now() - max(person.began for person in YOUNG_PEOPLE) - timedelta(days=1)
    with fixed(first), get_db().write() as db:
        for one in STAFF:
            if accounts.find(db, one.email) is None:
                ready.create_staff_ready(
                    db,
                    role=one.role,
                    council=one.council,
                    name=one.name,
                    email=one.email,
                    pass_phrase=PASS_PHRASE,
                    totp_secret=secrets[one.email],
                )


def _put_on_duty() -> None:
    with get_db().write() as db:
        for council in {one.council for one in STAFF}:
            here = [_account(db, one.email).id for one in STAFF if one.on_duty and one.council == council]
            set_duty(db, council, here)


def _make_young_person(person: YoungPerson) -> None:
    began, born = now() - person.began, _birthday(person)
    with fixed(began), get_db().write() as db:
        adviser = _account(db, person.adviser)
        if accounts.find(db, person.sign_in_name) is None:
            ready.create_young_person_ready(
                db,
                name=person.name,
                birthday=born,
                council=person.council,
                home_council=person.home_council,
                language=person.language,
                pass_phrase=PASS_PHRASE,
                sign_in_name=person.sign_in_name,
                adviser_id=adviser.id,
            )
        owner = _account(db, person.sign_in_name)
        space = spaces_of(db, owner.id)[0].space
        own, advisers = _begin_session(db, owner), _begin_session(db, adviser)
    demo_history.apply(person, own, advisers, space)
    with get_db().write() as db:
        for who in (own, advisers):
            sessions.end_one(db, who.account_id, who.session_id)
        if person.on_duty_list:
            assign_adviser(db, db.get_one(Space, space.id, with_for_update=True), None)


def _account(db: Session, name: str) -> Account:
    found = accounts.find(db, name)
    if found is None:
        raise DemoRefused(f"The demo is only half there: {name} is missing. Use an empty FOOTING_DATA.")
    return found


def _begin_session(db: Session, account: Account) -> SignedIn:
    begun = sessions.begin(db, account.id, Caller(address="", device_name="Demo", session_token=None, known_token=None))
    return SignedIn(account.id, Role(account.role), account.council, begun.session_id, account.name)


def _birthday(person: YoungPerson) -> date:
    day = (now() - SINCE_BIRTHDAY).date()
    return day.replace(year=day.year - person.age, day=min(day.day, 28))
