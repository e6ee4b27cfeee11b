"""Real push, end to end, in Firefox and in Chromium: sent by the real worker, decrypted, shown, and clicked."""

from __future__ import annotations

import pytest

from . import people
from .background import until
from .conftest import Robin
from .mozilla import MozillaPush
from .people import Told
from .worker import working

PLAINEST = "You have a reminder"


def test_a_reminder_is_shown_opens_its_screen_and_moves_with_its_date(robin: Robin) -> None:
    review = robin.sam.plans(robin.space, days=20)
    people.comes_due(robin.server, review, "-14d")
    first = Told("-14d", 1, "sent", shown=True, seen=True)
    with working(robin.server):
        (reminder,) = robin.desktop.wait_for(1)
        robin.desktop.click(reminder)
        robin.phone.comes_to(f"/dates/{review}", people.PLACE)
        people.told_in_the_end(robin.server, review, first)

    robin.sam.moves(robin.space, review, days=30)
    # Both are due now: the one of the day before, and the one of the new day.
    people.comes_due(robin.server, review, "-3d")
    with working(robin.server):
        robin.desktop.wait_for(2)
        moved = Told("-3d", 2, "sent", shown=True, seen=False)
        people.told_in_the_end(robin.server, review, first, moved)
    assert [push.urgency for push in robin.service.taken] == ["normal", "normal"]
    assert robin.service.refused == []


def test_what_the_adviser_did_is_told_at_once(robin: Robin) -> None:
    with working(robin.server):
        review = robin.sam.plans(robin.space, days=20)
        (news,) = robin.desktop.wait_for(1)
        assert news.title == PLAINEST
        robin.desktop.click(news)
        robin.phone.comes_to(f"/dates/{review}", people.PLACE)


def test_with_the_app_closed_a_reminder_is_shown_and_opens_it(robin: Robin) -> None:
    review = robin.sam.plans(robin.space, days=20)
    people.comes_due(robin.server, review, "-3d")
    robin.phone.leave()
    with working(robin.server):
        (reminder,) = robin.desktop.wait_for(1)
        # It may stand on a locked screen.
        assert reminder.title == PLAINEST
        assert people.PLACE not in reminder.body
        robin.desktop.click(reminder)
        robin.phone.comes_to(f"/dates/{review}", people.PLACE)
        people.told_in_the_end(robin.server, review, Told("-3d", 1, "sent", shown=True, seen=True))


def test_a_browser_that_the_service_no_longer_knows_is_forgotten(robin: Robin) -> None:
    review = robin.sam.plans(robin.space, days=20)
    people.comes_due(robin.server, review, "-3d")
    assert len(people.endpoints(robin.server)) == 1
    robin.service.end_subscriptions()
    with working(robin.server):
        until(lambda: people.endpoints(robin.server) == [], "no subscription at the server")
        people.told_in_the_end(robin.server, review, Told("-3d", 1, "gone", shown=False, seen=False))
    assert robin.desktop.shown == []


@pytest.mark.parametrize("around", ["firefox"], indirect=True)
def test_of_two_reminders_that_waited_for_the_phone_only_the_newer_is_shown(robin: Robin, mozilla: MozillaPush) -> None:
    review = robin.sam.plans(robin.space, days=20)
    waiting = [Told(step, 1, "sent", shown=False, seen=False) for step in ("-14d", "-3d")]
    mozilla.lose_signal()
    for number, one in enumerate(waiting, start=1):
        people.comes_due(robin.server, review, one.step)
        with working(robin.server):
            people.told_in_the_end(robin.server, review, *waiting[:number])
    mozilla.find_signal()
    robin.desktop.wait_for(1)
    people.told_in_the_end(robin.server, review, waiting[0], Told("-3d", 1, "sent", shown=True, seen=False))
    assert len(robin.desktop.shown) == 1


@pytest.mark.parametrize("around", ["firefox"], indirect=True)
def test_a_subscription_that_the_service_lost_is_made_anew(robin: Robin, mozilla: MozillaPush) -> None:
    (lost,) = people.endpoints(robin.server)
    robin.phone.leave()
    mozilla.forget_browsers()
    until(lambda: people.endpoints(robin.server) not in ([lost], []), "another endpoint at the server")
    # The new one took the place of the old one.
    assert len(people.endpoints(robin.server)) == 1
    review = robin.sam.plans(robin.space, days=20)
    people.comes_due(robin.server, review, "-3d")
    with working(robin.server):
        robin.desktop.wait_for(1)
        people.told_in_the_end(robin.server, review, Told("-3d", 1, "sent", shown=True, seen=False))
    assert robin.service.refused == []


def test_a_server_that_forgot_a_browser_is_told_of_it_at_the_next_start(robin: Robin) -> None:
    (known,) = people.endpoints(robin.server)
    people.forgets_subscriptions(robin.server)
    robin.phone.start_again(robin.server.url)
    until(lambda: people.endpoints(robin.server) == [known], "the same subscription at the server again")
