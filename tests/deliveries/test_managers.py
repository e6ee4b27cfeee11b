"""A council's managers are told of a space that they are not in, and nobody else is."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import update

from tests.support import crowd
from tests.support.crowd import Person
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.models import Account

from .browser import Browser, at
from .sent import Post, stands

# A Monday: managers are told in working hours.
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


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


def test_a_manager_who_left_is_told_nothing(post: Post) -> None:
    morgan = crowd.add_person("Morgan", Role.MANAGER)
    with clock.fixed(MONDAY):
        browser_of(post, morgan)
        post.due(to=Role.MANAGER, url="/team")
        with get_db().write() as db:
            db.execute(update(Account).where(Account.id == morgan.id).values(ended_at=clock.now()))
        post.send()
    assert stands() == []
