"""Nobody has read a message for a working day: it is passed on, and after another one a manager is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.support import crowd
from webapp.core import clock
from webapp.core.clock import to_wire
from webapp.core.db import get_db
from webapp.cover.jobs import unread
from webapp.cover.unread import _waiting as waiting_at
from webapp.deliveries.models import NoticeRow
from webapp.deliveries.sending import send_due

from .team import Team, day

# 23 November 2026 is a Monday.
WRITTEN = day(23, 9)
MINUTE = timedelta(minutes=1)
TO_MANAGERS = ("told_manager", "manager", "/team")


def the_worker_looks(at: datetime) -> None:
    """Twice: what was done is not done again."""
    with clock.fixed(at):
        unread()
        unread()


def the_worker_sends(team: Team, at: datetime) -> None:
    """Whatever is due goes out to whom it reaches."""
    with clock.fixed(at):
        send_due(team.care.app)


def reachable(team: Team, person: crowd.Person) -> None:
    """The person chooses to be told by e-mail."""
    path = "/api/v1/me/notices"
    chosen = team.ask(person, "GET", path).get_json() | {"email": {"address": "a@mail.example", "on": True}}
    del chosen["ways"]
    assert team.ask(person, "PUT", path, chosen).status_code == 200


def told(state: str = "waiting") -> list[tuple[str, str, str]]:
    """Who was to be told of unread messages, in which step, by which address."""
    with get_db().read() as db:
        query = select(NoticeRow.occurrence, NoticeRow.to_role, NoticeRow.url).where(NoticeRow.state == state)
        rows = db.execute(query.where(NoticeRow.cause.startswith("unread:")).order_by(NoticeRow.due))
        return [(occurrence, to, url) for occurrence, to, url in rows]


def written(team: Team) -> str:
    with clock.fixed(WRITTEN):
        return team.write()


def test_passed_on_to_the_duty_list_then_to_the_managers(team: Team) -> None:
    team.on_duty(team.robin)
    written(team)
    messages = f"/people/{team.care.space}/messages"
    the_worker_looks(day(23, 17) - MINUTE)
    assert (team.lines(), told(), team.readers(day(23, 16))) == ([], [], {"Sam"})
    the_worker_looks(day(23, 17))
    assert team.lines() == [("passed_on", "Robin")]
    assert told() == [("passed_on", "adviser", messages)]
    assert team.readers(day(23, 17)) == {"Sam", "Robin"}
    the_worker_looks(day(24, 17) - MINUTE)
    assert len(team.lines()) == 1
    the_worker_looks(day(24, 17))
    both = [("passed_on", "adviser", messages), ("told_manager", "manager", "/team")]
    assert told() == both
    the_worker_looks(day(30, 17))
    assert told() == both
    # Two working days after it was passed on at the end of Monday.
    assert team.readers(day(25, 16)) == {"Sam", "Robin"}
    assert team.readers(day(25, 17)) == {"Sam"}


def test_what_was_read_in_time_is_not_passed_on(team: Team) -> None:
    team.on_duty(team.robin)
    message = written(team)
    with clock.fixed(day(23, 16)):
        team.do(team.sam, "message.seen", upto=message)
    the_worker_looks(day(27, 17))
    assert (team.lines(), told()) == ([], [])


def test_whoever_it_was_passed_on_to_has_read_it_so_no_manager_is_told(team: Team) -> None:
    team.on_duty(team.robin)
    message = written(team)
    the_worker_looks(day(23, 17))
    with clock.fixed(day(24, 10)):
        team.do(team.robin, "message.seen", upto=message)
    the_worker_looks(day(27, 17))
    assert team.lines() == [("passed_on", "Robin")]
    assert (told(), [step for step, *_ in told("cancelled")]) == ([], ["passed_on"])


def test_whoever_covers_is_told_and_the_duty_list_need_not_read_it(team: Team) -> None:
    team.on_duty(team.robin)
    team.away(team.sam, 22, 27, team.kim)
    written(team)
    the_worker_looks(day(23, 17))
    assert team.lines() == [("passed_on", "Kim")]
    assert [step for step, *_ in told()] == ["passed_on"]
    assert team.readers(day(23, 17)) == {"Sam", "Kim"}
    the_worker_looks(day(24, 17))
    assert [step for step, *_ in told()] == ["passed_on", "told_manager"]


def test_with_several_on_duty_no_one_name_is_said(team: Team) -> None:
    team.on_duty(team.robin, team.kim)
    written(team)
    the_worker_looks(day(23, 17))
    assert team.lines() == [("passed_on", None)]


def test_with_nobody_to_pass_it_on_to_the_managers_are_told_at_once(team: Team) -> None:
    written(team)
    the_worker_looks(day(23, 17))
    assert told() == [TO_MANAGERS]
    the_worker_looks(day(27, 17))
    assert told() == [TO_MANAGERS]


def test_that_a_manager_was_told_is_said_once_when_it_has_gone_out(team: Team) -> None:
    reachable(team, team.ann)
    written(team)
    the_worker_looks(day(23, 17))
    the_worker_sends(team, day(23, 17))
    assert team.lines() == [], "the council is closed: nobody was told yet"
    the_worker_sends(team, day(24, 9))
    assert team.lines() == [("told_manager", None)]
    the_worker_looks(day(27, 17))
    the_worker_sends(team, day(27, 17))
    assert team.lines() == [("told_manager", None)]


def test_no_manager_was_told_until_one_can_be_reached(team: Team) -> None:
    written(team)
    the_worker_looks(day(23, 17))
    the_worker_sends(team, day(24, 9))
    assert (team.lines(), told()) == ([], [TO_MANAGERS])
    waits = [{"space": str(team.care.space), "since": to_wire(WRITTEN)}]
    assert shown_to(team, team.ann, day(24, 9)) == waits, "it stands on the managers' list all the same"
    reachable(team, team.ann)
    the_worker_looks(day(24, 10))
    the_worker_sends(team, day(24, 10))
    assert (team.lines(), told("out")) == ([("told_manager", None)], [TO_MANAGERS])


def test_read_before_a_manager_could_be_reached_none_is_told(team: Team) -> None:
    message = written(team)
    the_worker_looks(day(23, 17))
    the_worker_sends(team, day(24, 9))
    with clock.fixed(day(24, 9)):
        team.do(team.sam, "message.seen", upto=message)
    reachable(team, team.ann)
    the_worker_looks(day(24, 10))
    the_worker_sends(team, day(24, 10))
    assert (team.lines(), told("cancelled")) == ([], [TO_MANAGERS])


def test_each_message_that_a_manager_is_told_of_is_said(team: Team) -> None:
    reachable(team, team.ann)
    first = written(team)
    the_worker_looks(day(23, 17))
    the_worker_sends(team, day(24, 9))
    with clock.fixed(day(24, 10)):
        team.do(team.sam, "message.seen", upto=first)
        team.write()
    the_worker_looks(day(25, 10))
    the_worker_sends(team, day(25, 10))
    assert team.lines() == [("told_manager", None)] * 2


def test_written_on_a_friday_evening_it_waits_for_monday(team: Team) -> None:
    with clock.fixed(day(27, 18)):
        team.write()
    the_worker_looks(day(30, 17) - MINUTE)
    assert told() == []
    the_worker_looks(day(30, 17))
    assert told() == [TO_MANAGERS]


@pytest.mark.parametrize(
    ("written", "passed_on"),
    [
        ("2026-12-24T15:00", "2026-12-29T15:00"),  # Christmas, and on Monday the day for Boxing Day
        ("2026-12-31T16:00", "2027-01-04T16:00"),  # New Year's Day, a holiday of the year after
    ],
)
def test_bank_holidays_are_no_working_time(team: Team, written: str, passed_on: str) -> None:
    at, then = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (written, passed_on))
    with clock.fixed(at):
        team.write()
    the_worker_looks(then - MINUTE)
    assert told() == []
    the_worker_looks(then)
    assert told() == [TO_MANAGERS]


def test_how_long_is_a_setting(team: Team) -> None:
    extensions = team.care.app.extensions
    extensions["footing-settings"] = replace(extensions["footing-settings"], unread_hours=3)
    team.on_duty(team.robin)
    written(team)
    the_worker_looks(day(23, 12) - MINUTE)
    assert team.lines() == []
    the_worker_looks(day(23, 12))
    the_worker_looks(day(23, 15) - MINUTE)
    assert team.lines() == [("passed_on", "Robin")]
    assert [step for step, *_ in told()] == ["passed_on"]
    the_worker_looks(day(23, 15))
    assert [step for step, *_ in told()] == ["passed_on", "told_manager"]


def test_each_message_has_its_own_time(team: Team) -> None:
    """One was passed on, told and read; the next begins anew."""
    team.on_duty(team.robin)
    first = written(team)
    the_worker_looks(day(23, 17))
    with clock.fixed(day(24, 10)):
        team.do(team.sam, "message.seen", upto=first)
        team.write()
    the_worker_looks(day(25, 10) - MINUTE)
    assert len(team.lines()) == 1
    the_worker_looks(day(25, 10))
    assert team.lines() == [("passed_on", "Robin")] * 2
    assert [step for step, *_ in told()] == ["passed_on"], "what was told of the first one is over"


def test_what_is_read_while_the_worker_looks_is_not_passed_on(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    message = written(team)
    with clock.fixed(day(23, 17)):
        found = list(waiting_at(clock.now()))
        team.do(team.sam, "message.seen", upto=message)
    assert found
    monkeypatch.setattr("webapp.cover.unread._waiting", lambda _moment: found)
    the_worker_looks(day(23, 17))
    assert (team.lines(), told()) == ([], [])


def test_taken_back_it_is_not_passed_on(team: Team) -> None:
    team.on_duty(team.robin)
    message = written(team)
    with clock.fixed(day(23, 16)):
        team.do(team.maya, "message.withdraw", message=message)
    the_worker_looks(day(27, 17))
    assert (team.lines(), told()) == ([("withdrawn", "Maya")], [])


def test_who_takes_over_reads_in_time_or_it_is_passed_on(team: Team) -> None:
    """The message waits since it was written, not since somebody else became the adviser."""
    team.on_duty(team.robin)
    written(team)
    with clock.fixed(day(23, 16)):
        crowd.assign(team.maya, team.kim)
    the_worker_looks(day(23, 17))
    assert team.lines() == [("passed_on", "Robin")]
    assert team.readers(day(23, 17)) == {"Kim", "Robin"}


def test_without_an_adviser_the_duty_list_is_told_again(team: Team) -> None:
    crowd.assign(team.maya, None)
    team.on_duty(team.robin)
    written(team)
    the_worker_looks(day(23, 17))
    assert team.lines() == [("passed_on", "Robin")]
    assert team.readers(day(26, 17)) == {"Robin"}


def shown_to(team: Team, person: crowd.Person, at: datetime) -> list[dict[str, str]]:
    """What a manager's list of unread messages says at a moment."""
    with clock.fixed(at):
        answer = team.ask(person, "GET", "/api/v1/council/unread")
    found: list[dict[str, str]] = answer.get_json()["unread"]
    return found


def test_managers_see_whose_message_it_is_from_when_they_are_told_until_it_is_read(team: Team) -> None:
    team.on_duty(team.robin)
    message = written(team)
    the_worker_looks(day(23, 17))
    assert shown_to(team, team.ann, day(23, 18)) == []
    the_worker_looks(day(24, 17))
    waits = [{"space": str(team.care.space), "since": to_wire(WRITTEN)}]
    assert shown_to(team, team.ann, day(24, 18)) == waits
    with clock.fixed(day(25, 9)):
        team.do(team.sam, "message.seen", upto=message)
    assert shown_to(team, team.ann, day(25, 10)) == []
