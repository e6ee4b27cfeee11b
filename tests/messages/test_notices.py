"""Who is told of a message: the other side, once for all that is unseen, and nobody when it was seen in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.support import crowd
from tests.support.care import Care
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.deliveries.fanout import fan_out
from webapp.deliveries.models import Channel, Delivery, NoticeState, State
from webapp.spaces.models import Member, MemberRole

from .writing import notices, saw, sent, thread, withdraw


def test_the_other_side_is_told_at_once(either_care: Care) -> None:
    care = either_care
    sent(care, care.maya, "zebra")
    (one,) = notices()
    assert (one.to_role, one.due, one.url) == (MemberRole.ADVISER, now(), f"/people/{care.space}/messages")
    assert one.until == now() + timedelta(days=30)
    sent(care, care.sam)
    (other,) = [notice for notice in notices() if notice.id != one.id]
    assert (other.to_role, other.url) == (MemberRole.YOUNG_PERSON, "/messages")
    for notice in (one, other):
        assert "zebra" not in f"{notice.cause} {notice.occurrence} {notice.url}"
        assert "Maya" not in f"{notice.cause} {notice.occurrence} {notice.url}"


def test_a_newer_message_takes_the_place_of_one_that_was_not_told_yet(either_care: Care) -> None:
    care = either_care
    for _ in range(3):
        sent(care, care.maya)
    number = thread(care, care.maya)[-1]["number"]
    assert [one.version for one in notices()] == [number]
    assert len(notices(NoticeState.CANCELLED)) == 2
    # All have one cause, so that on a phone the newer notification replaces the older one.
    assert len({one.cause for one in notices(NoticeState.CANCELLED, NoticeState.WAITING)}) == 1


def test_seen_in_time_nobody_is_told(either_care: Care) -> None:
    care = either_care
    first, second = sent(care, care.maya), sent(care, care.maya)
    care.send(care.sam, saw(care, first))
    assert len(notices()) == 1
    care.send(care.sam, saw(care, second, "2026-11-23T08:59:30.000Z"))
    assert notices() == []


def test_having_seen_ones_own_message_cancels_nothing(care: Care) -> None:
    care.send(care.maya, saw(care, sent(care, care.maya)))
    assert len(notices()) == 1


def test_each_side_is_told_for_itself(care: Care) -> None:
    sent(care, care.maya)
    id_ = sent(care, care.sam)
    care.send(care.maya, saw(care, id_))
    assert [one.to_role for one in notices()] == [MemberRole.ADVISER]


def test_of_what_was_withdrawn_nobody_is_told(either_care: Care) -> None:
    care = either_care
    first, second = sent(care, care.maya), sent(care, care.maya)
    care.send(care.maya, withdraw(care, second))
    assert len(notices()) == 1, "the first one is still to be read"
    care.send(care.maya, withdraw(care, first))
    assert notices() == []


def test_withdrawn_after_the_other_one_was_seen_nobody_is_told(care: Care) -> None:
    first, second = sent(care, care.sam), sent(care, care.sam)
    care.send(care.maya, saw(care, first))
    care.send(care.sam, withdraw(care, second))
    assert notices() == []


@pytest.fixture
def texted(care: Care, today: time_machine.Traveller) -> Care:
    """Maya was pushed a message, and a text is to follow unless she sees it."""
    sent(care, care.sam)
    fan_out(10)
    (notice,) = notices(NoticeState.OUT)
    with get_db().write() as db:
        db.add(Delivery(notice_id=notice.id, account_id=care.maya.id, channel=Channel.TEXT, state=State.WAITING,
                        first_at=now() + timedelta(hours=1), next_at=now() + timedelta(hours=1)))  # fmt: skip
    return care


def test_seen_in_the_app_no_text_follows(texted: Care) -> None:
    texted.send(texted.maya, saw(texted, thread(texted, texted.maya)[0]["id"]))
    with get_db().read() as db:
        assert [row.state for row in db.query(Delivery)] == [State.CANCELLED]


def test_everybody_who_supports_is_told_in_working_hours(care: Care, today: time_machine.Traveller) -> None:
    kim = crowd.add_person("Kim", Role.ADVISER)
    with get_db().write() as db:
        db.add(Member(space_id=care.space, account_id=kim.id, role=MemberRole.COVER, since=now()))
    today.move_to(datetime(2026, 11, 23, 18, tzinfo=UTC))
    sent(care, care.maya)
    fan_out(10)
    assert [one.next_at for one in notices()] == [datetime(2026, 11, 24, 9, tzinfo=UTC)]
