"""A council's managers are told of a space that they are not in, and nobody else is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from tests.support import crowd
from tests.support.crowd import Person
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.deliveries import service
from webapp.people.models import Account
from webapp.spaces.models import MemberRole

from .browser import Browser, at
from .sent import Post, notice_states, stands

# A Monday: managers are told in working hours.
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def browser_of(post: Post, person: Person) -> Browser:
    """A browser that takes this person's pushes."""
    browser = at(post.service.origin)
    phone = crowd.add_phone(post.app, person)
    assert phone.client.post("/api/v1/me/subscriptions", json=browser.subscription()).status_code == 204
    return browser


def test_the_managers_of_the_council_are_told(either_post: Post) -> None:
    post = either_post
    morgan, foreign = crowd.add_person("Morgan", Role.MANAGER), crowd.add_person("Bea", Role.MANAGER)
    with get_db().write() as db:
        db.execute(update(Account).where(Account.id == foreign.id).values(council="merton"))
    with clock.fixed(MONDAY):
        browsers = {person.name: browser_of(post, person) for person in (morgan, foreign)}
        others = [post.browser(person) for person in (post.care.maya, post.care.sam)]
        post.due(to=Role.MANAGER, url="/team")
        post.send()
    assert [one["url"] for one in post.arrived(browsers["Morgan"])] == ["/team"]
    assert [post.arrived(browser) for browser in (browsers["Bea"], *others)] == [[], [], []]


@pytest.mark.parametrize("to", [Role.MANAGER, MemberRole.ADVISER])
def test_staff_whom_nothing_reaches_are_told_when_something_does(either_post: Post, to: Any) -> None:
    post = either_post
    person = crowd.add_person("Morgan", Role.MANAGER) if to is Role.MANAGER else post.care.sam
    with clock.fixed(MONDAY):
        post.due(to=to, url="/team")
        post.send()
        assert (notice_states(), stands()) == ([("morning", "waiting", MONDAY + HOUR)], [])
        browser = browser_of(post, person)
        post.send()
        assert post.arrived(browser) == [], "it is not looked at all the time"
    with clock.fixed(MONDAY + HOUR):
        post.send()
        post.send()
        assert [one["url"] for one in post.arrived(browser)] == ["/team"]
    assert [state for _, state, _ in notice_states()] == ["out"]


def test_what_nobody_was_told_waits_for_working_hours_and_ends_when_it_is_pointless(post: Post) -> None:
    crowd.add_person("Morgan", Role.MANAGER)
    with clock.fixed(MONDAY):
        post.due(to=Role.MANAGER)
    for hours, state, again in ((7, "waiting", 8), (8, "waiting", 24), (48, "expired", 24)):
        with clock.fixed(MONDAY + hours * HOUR):
            post.send()
        assert notice_states() == [("morning", state, MONDAY + again * HOUR)]


def test_what_was_read_meanwhile_is_told_nobody(post: Post) -> None:
    morgan = crowd.add_person("Morgan", Role.MANAGER)
    with clock.fixed(MONDAY):
        notice = post.due(to=Role.MANAGER)
        post.send()
        browser = browser_of(post, morgan)
        with get_db().write() as db:
            service.cancel(db, notice.cause)
    with clock.fixed(MONDAY + HOUR):
        post.send()
        assert post.arrived(browser) == []


def test_a_young_person_whom_nothing_reaches_sees_it_in_the_app(post: Post) -> None:
    post.due()
    post.send()
    assert [state for _, state, _ in notice_states()] == ["out"]


def test_one_manager_who_is_reached_is_enough(post: Post) -> None:
    with clock.fixed(MONDAY):
        browser = browser_of(post, crowd.add_person("Morgan", Role.MANAGER))
        crowd.add_person("Bea", Role.MANAGER)
        post.due(to=Role.MANAGER)
        post.send()
        assert len(post.arrived(browser)) == 1
    assert [state for _, state, _ in notice_states()] == ["out"]


def test_a_manager_who_left_is_told_nothing(post: Post) -> None:
    morgan = crowd.add_person("Morgan", Role.MANAGER)
    with clock.fixed(MONDAY):
        browser_of(post, morgan)
        post.due(to=Role.MANAGER, url="/team")
        with get_db().write() as db:
            db.execute(update(Account).where(Account.id == morgan.id).values(ended_at=clock.now()))
        post.send()
    assert stands() == []
