"""How somebody wants to be told: kept sealed, checked, and followed by the dates that are planned already."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from webapp.core import clock
from webapp.core.db import get_db
from webapp.deliveries import prefs, service
from webapp.deliveries.models import NoticePrefs, NoticeRow
from webapp.settings import Sending
from webapp.spaces.models import MemberRole

from .conftest import SUNDAY
from .sent import ADVISER, YOUNG, Post

URL = "/api/v1/me/notices"
DEFAULTS = {
    "plans": {kind: ["-14d", "-3d", "morning"] for kind in ("review", "own_date", "agreement")},
    "quiet_from": "21:00",
    "quiet_to": "08:00",
    "plainness": "plainest",
    "lang": None,
    "text": {"number": None, "on": False},
    "email": {"address": None, "on": False},
}
# A try-out writes texts and e-mails to its log.
WAYS = {"ways": {"text": True, "email": True}}


def plan(post: Post, day: date, at: time | None = None, version: int = 1, **changes: Any) -> None:
    """A review of Maya's is planned."""
    what: dict[str, Any] = {"cause": "date:1", "kind": "review", "review_kind": "pa-visit", "to": (YOUNG, ADVISER)}
    with get_db().write() as db:
        service.remind(
            db,
            version=version,
            space_id=post.care.space,
            day=day,
            time=at,
            url=lambda role: "/dates/1" if role is MemberRole.YOUNG_PERSON else "/people/x/dates/1",
            **(what | changes),
        )


def planned(role: MemberRole = YOUNG, state: str = "waiting") -> list[tuple[str, datetime]]:
    query = select(NoticeRow.occurrence, NoticeRow.due).where(NoticeRow.to_role == role, NoticeRow.state == state)
    with get_db().read() as db:
        return [(row[0], row[1]) for row in db.execute(query.order_by(NoticeRow.due))]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_defaults(post: Post) -> None:
    for phone in (post.care.maya_phone, post.care.sam_phone):
        assert phone.client.get(URL).get_json() == DEFAULTS | WAYS


@pytest.mark.parametrize(
    ("sending", "ways"),
    [
        (Sending(), (False, False)),
        (Sending(notify_key="key"), (False, False)),
        (Sending(notify_key="key", notify_text_template="t"), (True, False)),
        (Sending(notify_key="key", notify_email_template="t"), (False, True)),
        (Sending(smtp_url="smtp://mail.example"), (False, True)),
    ],
)
def test_only_what_can_be_sent_is_offered(post: Post, sending: Sending, ways: tuple[bool, bool]) -> None:
    settings = replace(post.app.extensions["footing-settings"], environment="production", sending=sending)
    assert prefs.ways(settings) == dict(zip(("text", "email"), ways, strict=True))


def test_what_was_kept_comes_back_and_is_sealed(either_post: Post) -> None:
    post = either_post
    wanted = DEFAULTS | {
        "plans": {"review": ["-7d"], "pa-visit": []},
        "quiet_from": "22:30",
        "plainness": "says_kind",
        "lang": "ps",
        "text": {"number": "+44 7700 900123", "on": True},
        "email": {"address": "maya@mail.example", "on": False},
    }
    kept = post.prefer(post.care.maya, **wanted)
    assert kept["plans"]["review"] == ["-7d"]
    assert kept["plans"]["pa-visit"] == []
    assert kept["text"] == {"number": "+447700900123", "on": True}
    assert kept == post.care.maya_phone.client.get(URL).get_json()
    with get_db().read() as db:
        (row,) = db.scalars(select(NoticePrefs))
        assert b"7700900123" not in (row.number or b"")
        assert b"maya@" not in (row.address or b"")
    assert post.care.ali_phone.client.get(URL).get_json() == DEFAULTS | WAYS


@pytest.mark.parametrize(
    "change",
    [
        {"quiet_from": "25:00"},
        {"quiet_from": "9"},
        {"quiet_to": None},
        {"plainness": "everything"},
        {"lang": "../../etc"},
        {"plans": {"review": ["-15d"]}},
        {"plans": {"review": ["-3d", "-3d"]}},
        {"plans": {"a b": []}},
        {"plans": {f"kind-{number}": [] for number in range(50)}},
        {"text": {"number": "999", "on": True}},
        {"text": {"number": "07700 900 123; DROP", "on": True}},
        {"text": {"number": None}},
        {"email": {"address": "maya at mail", "on": True}},
        {"email": {"address": "maya@mail.example\r\nBcc: x@y.example", "on": True}},
        {"colour": "red"},
        WAYS,
    ],
)
def test_what_is_not_right_changes_nothing(post: Post, change: dict[str, Any]) -> None:
    client = post.care.maya_phone.client
    assert client.put(URL, json=DEFAULTS | change).status_code == 422
    assert client.get(URL).get_json() == DEFAULTS | WAYS


def test_a_date_is_reminded_of_by_the_default_plan(either_post: Post) -> None:
    post = either_post
    plan(post, date(2026, 12, 20), time(14))
    expected = [
        ("-14d", utc("2026-12-06T09:00")),
        ("-3d", utc("2026-12-17T09:00")),
        ("morning", utc("2026-12-20T08:00")),
    ]
    assert planned() == planned(ADVISER) == expected


def test_only_what_is_still_to_come(post: Post) -> None:
    plan(post, date(2026, 11, 30))
    assert [step for step, _ in planned()] == ["-3d", "morning"]
    plan(post, date(2026, 11, 21), cause="date:2")
    plan(post, date(2026, 11, 22), time(8, 30), cause="date:3")
    assert len(planned()) == 2


def test_a_moved_date_cancels_the_older_version_in_one_go(either_post: Post) -> None:
    post = either_post
    plan(post, date(2026, 12, 20))
    plan(post, date(2026, 12, 28), version=2)
    assert [due.day for _, due in planned()] == [14, 25, 28]
    assert len(planned(state="cancelled")) == 3
    with get_db().write() as db:
        service.cancel(db, "date:1")
    assert planned() == []


def test_news_of_a_date_goes_out_at_once_and_only_the_newest(either_post: Post) -> None:
    post = either_post
    browser = post.browser(post.care.maya)
    for version, day in ((1, 20), (2, 21), (3, 22)):
        plan(post, date(2026, 12, day), version=version)
        if version > 1:
            post.due(cause="date:1", occurrence="moved", version=version, url="/dates/1")
    # A new plan leaves news alone.
    post.prefer(post.care.maya, plans={"review": ["-1d"]})
    assert post.send() == 1
    (read,) = post.arrived(browser)
    assert (read["title"], read["url"]) == ("You have a reminder", "/dates/1")
    assert planned(state="out") == [("moved", SUNDAY)]
    assert planned() == [("-1d", utc("2026-12-21T09:00"))]


def test_a_new_plan_holds_for_dates_that_are_planned_already(either_post: Post) -> None:
    post = either_post
    plan(post, date(2026, 12, 20), time(14))
    with clock.fixed(utc("2026-12-06T10:00")):
        post.send()
    with clock.fixed(utc("2026-12-07T10:00")):
        post.prefer(post.care.maya, plans={"review": ["-14d", "-1d", "-2h"]})
        assert planned() == [("-1d", utc("2026-12-19T09:00")), ("-2h", utc("2026-12-20T12:00"))]
        assert [step for step, _ in planned(ADVISER)][-2:] == ["-3d", "morning"], "the adviser's own plan stays"
        post.prefer(post.care.maya, plans={"review": ["-1d"], "pa-visit": ["-3d", "-1d"]})
        assert [step for step, _ in planned()] == ["-3d", "-1d"]
        post.prefer(post.care.maya, plans={"review": []})
        assert planned() == []
    assert planned(state="out") == [("-14d", utc("2026-12-06T09:00"))]


def test_an_early_date_is_told_the_evening_before(post: Post) -> None:
    plan(post, date(2026, 12, 20), time(7, 30))
    assert planned()[-1] == ("morning", utc("2026-12-19T18:00"))


def test_summer_time(post: Post) -> None:
    plan(post, date(2027, 3, 30), time(10))
    assert planned() == [
        ("-14d", utc("2027-03-16T09:00")),
        ("-3d", utc("2027-03-27T09:00")),
        ("morning", utc("2027-03-30T07:00")),
    ]


def test_all_day_is_over_when_the_day_is(post: Post) -> None:
    plan(post, date(2026, 12, 20))
    with get_db().read() as db:
        assert set(db.scalars(select(NoticeRow.until))) == {utc("2026-12-21T00:00")}
    assert timedelta(0) < utc("2026-12-21T00:00") - SUNDAY
