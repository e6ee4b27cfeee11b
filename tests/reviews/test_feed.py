"""The calendar feed: read back by icalendar, looked at line by line, and nobody's without its secret."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from icalendar import Calendar
from sqlalchemy import select, update

from tests.support import crowd
from tests.support.care import Care
from tests.support.crowd import Person
from webapp.core import clock
from webapp.core.db import get_db
from webapp.people.models import Account
from webapp.reviews.models import CalendarFeed

from .planning import EXAM, WHEN, at, do, own, planned

ADDRESS = "/api/v1/me/calendar"


def new_address(care: Care, person: Person, *, neutral: bool = False) -> str:
    """A new address, as its path."""
    answer = care.phone_of(person).client.post(ADDRESS, json={"neutral": neutral})
    assert answer.status_code == 200
    url: str = answer.get_json()["url"]
    assert re.fullmatch(r"http://localhost/calendar/[\w-]{43}\.ics", url)
    return url.removeprefix("http://localhost")


def fetch(app: Flask, path: str) -> bytes:
    """The feed, as a calendar program without any cookie gets it."""
    answer = app.test_client().get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    data: bytes = answer.data
    return data


def events(app: Flask, path: str) -> dict[str, Any]:
    """Its events by their UID."""
    calendar: Any = Calendar.from_ical(fetch(app, path))
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_a_review_at_london_time(either_care: Care) -> None:
    care = either_care
    date_id = planned(care, day="2027-06-10")
    event = events(care.app, new_address(care, care.maya))[date_id]
    assert str(event["SUMMARY"]) == "Pathway plan review"
    assert str(event["LOCATION"]) == "Civic Centre, room 2"
    assert str(event["URL"]) == f"http://localhost/dates/{date_id}"
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2027, 6, 10, 13, tzinfo=UTC)
    assert event["DURATION"].dt == timedelta(hours=1)
    assert (event["SEQUENCE"], event["CLASS"]) == (1, "PRIVATE")
    assert event["DTSTAMP"].dt == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_a_whole_day_and_an_own_date(care: Care) -> None:
    whole, mine = planned(care, time=None), own(care, title="Exam; maths, part 1\\2")
    found = events(care.app, new_address(care, care.maya))
    assert found[whole]["DTSTART"].dt == date(2027, 1, 14)
    assert "DURATION" not in found[whole]
    assert str(found[mine]["SUMMARY"]) == "Exam; maths, part 1\\2"


def test_a_move_is_the_same_event_with_a_greater_sequence(care: Care) -> None:
    date_id, path = planned(care), new_address(care, care.maya)
    do(care, care.sam, "date.move", at(1), date=date_id, **(WHEN | {"time": "16:00"}))
    event = events(care.app, path)[date_id]
    assert (event["SEQUENCE"], event["DTSTART"].dt.hour) == (2, 16)
    do(care, care.sam, "date.mark", at(2), date=date_id, state="cancelled", words="")
    assert events(care.app, path) == {}


def test_what_is_only_asked_for_is_in_no_calendar(care: Care) -> None:
    do(care, care.maya, "date.ask", kind="pathway-plan-review", words="")
    assert events(care.app, new_address(care, care.maya)) == {}


def test_neutral_titles_say_nothing(either_care: Care) -> None:
    care = either_care
    planned(care)
    own(care)
    data = fetch(care.app, new_address(care, care.maya, neutral=True))
    found: Any = Calendar.from_ical(data)
    assert {str(event["SUMMARY"]) for event in found.walk("VEVENT")} == {"Appointment"}
    for word in (b"athway", b"Civic", b"exam", b"Exam", b"College", b"Maya", b"Sam", b"LOCATION", b"URL"):
        assert word not in data


def test_an_advisers_calendar_has_reviews_without_names(either_care: Care) -> None:
    care = either_care
    date_id, mine = planned(care), own(care, shared=True)
    data = fetch(care.app, new_address(care, care.sam))
    assert b"Maya" not in data
    found = events(care.app, new_address(care, care.sam))
    assert mine not in found
    assert str(found[date_id]["URL"]) == f"http://localhost/people/{care.space}/dates/{date_id}"
    # No longer her adviser: no longer in his calendar.
    path = new_address(care, care.sam)
    with clock.fixed(datetime(2026, 11, 22, 10, tzinfo=UTC)):
        crowd.assign(care.maya, None)
        assert events(care.app, path) == {}


def test_the_form_of_rfc_5545(care: Care) -> None:
    planned(care, place="Ääkköset " * 20)
    own(care, day="2027-03-28", time="01:30", title="The hour that does not exist")
    own(care, day="2027-10-31", time="01:30", title="The hour that happens twice")
    data = fetch(care.app, new_address(care, care.maya))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert {b"VERSION:2.0", b"METHOD:PUBLISH"} <= set(lines)
    assert sum(line.startswith(b"PRODID:") for line in lines) == 1
    # The zone is described in the file itself, with both of its offsets.
    assert b"TZID:Europe/London" in lines
    assert {b"BEGIN:VTIMEZONE", b"TZOFFSETTO:+0100", b"TZOFFSETTO:+0000"} <= set(lines)
    # Local times with the zone's name: the RFC reads the two odd hours as we do.
    assert b"DTSTART;TZID=Europe/London:20270328T013000" in lines
    assert b"DTSTART;TZID=Europe/London:20271031T013000" in lines
    calendar: Any = Calendar.from_ical(data)
    assert not calendar.errors
    for event in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"} <= set(event)
        assert not event.errors
        assert event["DTSTAMP"].dt.tzinfo is not None


def test_words_cannot_add_lines_of_their_own(care: Care) -> None:
    own(care, title="x; ATTENDEE:mailto:a@b", place="BEGIN:VEVENT, END")
    data = fetch(care.app, new_address(care, care.maya))
    assert data.count(b"\r\nBEGIN:VEVENT") == 1
    assert b"\r\nATTENDEE" not in data


def test_an_empty_calendar_is_a_calendar(care: Care) -> None:
    assert events(care.app, new_address(care, care.maya)) == {}


def test_renewing_ends_the_old_address(either_care: Care) -> None:
    care = either_care
    old = new_address(care, care.maya)
    new = new_address(care, care.maya)
    assert care.app.test_client().get(old).status_code == 404
    fetch(care.app, new)
    client = care.maya_phone.client
    assert client.get(ADDRESS).get_json() == {"on": True, "neutral": False, "made_at": "2026-11-22T09:00:00.000Z"}
    assert client.delete(ADDRESS).status_code == 204
    assert client.delete(ADDRESS).status_code == 204
    assert client.get(ADDRESS).get_json() == {"on": False, "neutral": False, "made_at": None}
    gone, nobodys = care.app.test_client().get(new), care.app.test_client().get(f"/calendar/{'x' * 43}.ics")
    assert (gone.status_code, gone.data) == (nobodys.status_code, nobodys.data) == (404, nobodys.data)


def test_the_secret_is_kept_nowhere(care: Care, capfd: pytest.CaptureFixture[str]) -> None:
    path = new_address(care, care.maya)
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    fetch(care.app, path)
    with get_db().read() as db:
        row = db.execute(select(*CalendarFeed.__table__.columns)).one()
    assert secret not in repr(row)
    assert secret.encode() not in (care.app.extensions["footing-settings"].data_dir / "test.sqlite3").read_bytes()
    assert secret not in capfd.readouterr().err


def test_an_ended_account_has_no_calendar(care: Care) -> None:
    path = new_address(care, care.maya)
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == care.maya.id).values(ended_at=clock.now()))
    assert care.app.test_client().get(path).status_code == 404


def test_each_person_has_their_own(care: Care) -> None:
    mine = own(care)
    assert mine in events(care.app, new_address(care, care.maya))
    assert events(care.app, new_address(care, care.ali)) == {}


@pytest.mark.parametrize("body", [{"neutral": "yes"}, {"neutral": 1}, {"token": "x"}])
def test_what_is_refused(care: Care, body: dict[str, Any]) -> None:
    assert care.maya_phone.client.post(ADDRESS, json=body).status_code == 422


def test_in_the_readers_language(care: Care) -> None:
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == care.maya.id).values(language="ar"))
    date_id = planned(care)
    summary = str(events(care.app, new_address(care, care.maya))[date_id]["SUMMARY"])
    assert summary.strip()
    assert not re.search("[\ue000-\uf8ff\u2066-\u2069]", summary)
    assert EXAM
