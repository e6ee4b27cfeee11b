"""The demo people are alive, made once, and never made in production."""

from __future__ import annotations

import dataclasses
import stat
import uuid
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.conftest import make_settings
from tests.support.apps import running
from webapp.asks.duty import open_requests
from webapp.asks.models import Request, RequestStep, Spend
from webapp.content.library import get_library
from webapp.core.ages import age_on
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.core.working_days import london_day
from webapp.deliveries.models import NoticeRow
from webapp.entitlements.models import StatusRecord
from webapp.messages.models import Message, MessageLine, MessageRead, Thread
from webapp.passport.models import PaperHeld, SignOff, SkillMark, SkillNote
from webapp.people.models import Account, DeviceSession
from webapp.pledge import words
from webapp.pledge.rules import newest_closed
from webapp.reminders.models import Reminder, ReminderDay
from webapp.reviews.models import Agreement, PlanAnswer, Preparation, ReviewDate
from webapp.spaces.access import is_current
from webapp.spaces.models import Member, MemberRole, Space
from webapp.sync.incoming import receive
from webapp.sync.models import Operation
from webapp.upkeep import demo_history
from webapp.upkeep.demo import DemoRefused, fresh_codes, load_demo, table
from webapp.upkeep.demo_people import PASS_PHRASE, YOUNG_PEOPLE
from webapp.upkeep.demo_ratings import WROTE

SIGN_IN = "/api/v1/auth/sign-in"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The demo, loaded once for the tests that only look."""
    with running(make_settings(tmp_path_factory.mktemp("demo"))) as app:
        assert load_demo()
        yield app


def everything() -> tuple[object, ...]:
    with get_db().read() as db:
        people = db.execute(select(Account.id, Account.name, Account.email, Account.sign_in_name).order_by(Account.id))
        operations = db.scalars(select(Operation.id).order_by(Operation.id))
        spaces = db.execute(select(Space.id, Space.seq).order_by(Space.id))
        return tuple(tuple(part.all()) for part in (people, operations, spaces))


def per_space(model: type[SkillMark | SignOff | SkillNote | PaperHeld]) -> list[int]:
    with get_db().read() as db:
        rows = db.execute(select(model.space_id, func.count()).group_by(model.space_id))
        return sorted(count for _, count in rows)


def test_everybody_is_there(loaded: Flask) -> None:
    with get_db().read() as db:
        roles = [tuple(row) for row in db.execute(select(Account.role, Account.council))]
        # Those who only rated the pledge have left.
        spaces = db.execute(select(Space.birthday, Space.home_council).where(Space.ended_at.is_(None))).all()
        advisers = select(Member.space_id).where(Member.role == MemberRole.ADVISER, is_current(now()))
        with_adviser = set(db.scalars(advisers))
        languages = set(db.scalars(select(Account.language).where(Account.role == Role.YOUNG_PERSON)))
    assert {role for role in roles if role[0] == Role.ADVISER} == {("adviser", "rutland"), ("adviser", "merton")}
    assert ("manager", "rutland") in roles
    assert len(spaces) == 6
    assert len(with_adviser) == 5
    assert len(languages) >= 4
    assert any(home for _, home in spaces)
    ages = {age_on(birthday, now().date()) for birthday, _ in spaces}
    assert ages == {person.age for person in YOUNG_PEOPLE}
    assert min(ages) == 16
    assert max(ages) == 24


def test_each_has_a_real_history(loaded: Flask) -> None:
    assert min(per_space(SkillMark)) >= 20
    assert per_space(SignOff) == [2] * 6
    assert min(per_space(SkillNote)) >= 2
    assert min(per_space(PaperHeld)) >= 5
    with get_db().read() as db:
        ends = select(func.min(SkillMark.made_at), func.max(SkillMark.made_at)).group_by(SkillMark.space_id)
        spans = [last - first for first, last in db.execute(ends)]
        latest = db.scalars(select(func.max(Operation.arrived_at))).one()
        shared = set(db.scalars(select(SkillNote.shared)))
    assert min(spans) > timedelta(weeks=5)
    assert latest < now()
    assert shared == {True, False}


def test_some_have_asked_and_somebody_without_an_adviser_waits(loaded: Flask) -> None:
    with get_db().read() as db:
        (waiting,) = open_requests(db, "rutland")
        states = select(RequestStep.state).join(Request, Request.id == RequestStep.request_id)
        first_home = states.where(Request.entitlement == "setting-up-home-allowance")
        assert db.scalars(first_home).all() == ["seen"]
        assert db.scalars(states.where(RequestStep.state == "refused")).all() == ["refused"]
        got = db.execute(select(Spend.entitlement, func.sum(Spend.pence)).group_by(Spend.entitlement))
        assert got.all() == [("setting-up-home-allowance", 64_000)]
        asked = set(db.scalars(select(Request.entitlement)))
    assert (waiting["state"], waiting["late"]) == ("asked", True)
    assert asked <= {entry["id"] for entry in get_library().council("rutland").entitlements}


def test_the_pledge_has_results_with_and_without_hidden_cells(loaded: Flask) -> None:
    results = loaded.test_client().get("/api/v1/councils/rutland/pledge/results").get_json()
    last, before = results["seasons"]
    assert last["season"] == newest_closed(london_day(now())).code
    assert [(row["promise"], row["kept"], row["not_kept"]) for row in before["promises"]] == [
        ("health-checks", 6, None),
        ("mind-help", None, 8),
        ("safe-home", 6, None),
    ]
    changes = {row["promise"]: row["change"] for row in last["promises"]}
    assert changes["safe-home"] == {"kept": 2, "partly": -1, "not_kept": None, "cannot_say": None}
    assert changes["few-moves"] is None
    assert [one["text"] for one in results["words"]] == [WROTE["safe-home"]]
    assert len(results["did"]) == 1
    with get_db().read() as db:
        assert words.waiting(db, "rutland")["waiting"] == len(WROTE) - 1


def test_most_have_a_recorded_status_and_one_disagrees(loaded: Flask) -> None:
    columns = (StatusRecord.status, StatusRecord.disagreed, StatusRecord.since, StatusRecord.made_at, Space.birthday)
    with get_db().read() as db:
        rows = db.execute(select(*columns).join(Space, Space.id == StatusRecord.space_id)).all()
    assert sorted(row.status for row in rows) == ["frc"] * 4 + ["relevant"]
    assert [row.status for row in rows if row.disagreed is not None] == ["relevant"]
    for row in rows:
        assert age_on(row.birthday, row.since) == (17 if row.status == "relevant" else 18)
        assert row.since < row.made_at.date() < now().date()


def test_they_talk_and_on_each_side_something_is_unread(loaded: Flask) -> None:
    with get_db().read() as db:
        names = {account.id: account.name for account in db.scalars(select(Account))}
        last = select(Message.space_id, func.max(Message.number)).group_by(Message.space_id)
        newest = {}
        for space, number in db.execute(last):
            message = db.scalars(select(Message).where(Message.space_id == space, Message.number == number)).one()
            read = select(func.count()).select_from(MessageRead).where(MessageRead.space_id == space)
            seen = db.scalar(read.where(MessageRead.upto == number))
            owner = select(Member.account_id).where(Member.space_id == space, Member.role == MemberRole.YOUNG_PERSON)
            newest[names[db.scalars(owner).one()]] = (message.by_owner, bool(seen))
        usual = set(db.scalars(select(Thread.usual_minutes)))
        taken_back = db.scalars(select(MessageLine.kind)).all()
        latest = db.scalars(select(func.max(Message.arrived_at))).one()
    unread_by_adviser, unread_by_owner, all_read = (True, False), (False, False), (True, True)
    assert newest == {
        "Amina": unread_by_owner,
        "Leo": unread_by_adviser,
        "Jay": unread_by_adviser,
        "Senait": unread_by_owner,
        "Mariam": unread_by_adviser,
        "Arben": all_read,
    }
    assert None not in usual
    assert taken_back == ["withdrawn"]
    assert latest < now()


def test_some_are_reminded_of_what_comes_and_saw_what_came(loaded: Flask) -> None:
    with get_db().read() as db:
        coming = select(NoticeRow.space_id).where(NoticeRow.cause.startswith("reminder:"), NoticeRow.due > now())
        assert len(set(db.scalars(coming))) == 3
        assert {day is not None for day in db.scalars(select(Reminder.until))} == {True, False}
        (seen,) = db.scalars(select(ReminderDay.seen_at))
    assert seen is not None
    assert seen < now()


def test_there_are_dates_of_every_sort(loaded: Flask) -> None:
    with get_db().read() as db:
        dates = db.scalars(select(ReviewDate)).all()
        coming = set(db.scalars(select(NoticeRow.cause).where(NoticeRow.due > now())))
        assert {row.said for row in dates} >= {"asked", "planned", "held", "missed"}
        assert {row.shared for row in dates if row.kind == "own"} == {True, False}
        assert {row.wanted is None for row in dates} == {True, False}
        assert all(row.day is None or row.day.weekday() < 5 for row in dates)
        assert {f"date:{row.id}" for row in dates if row.said == "planned" and row.day} <= coming
        assert {*db.scalars(select(Preparation.shared))} == {*db.scalars(select(Agreement.done))} == {True, False}
        assert {*db.scalars(select(PlanAnswer.agree))} == {True, False}


def test_nobody_is_left_signed_in(loaded: Flask) -> None:
    with get_db().read() as db:
        assert db.scalars(select(DeviceSession).where(DeviceSession.ended_at.is_(None))).all() == []


def test_each_can_sign_in_as_the_table_says(loaded: Flask) -> None:
    rows = [line.split("  ") for line in table().splitlines()[2:12]]
    assert len(rows) == 10
    codes = fresh_codes()
    for row in rows:
        cells = [cell.strip() for cell in row if cell.strip()]
        name = cells[3]
        body = {"name": name, "pass_phrase": PASS_PHRASE} | ({"code": codes[name]} if name in codes else {})
        assert loaded.test_client().post(SIGN_IN, json=body).status_code == 200, cells


def test_again_changes_nothing(loaded: Flask) -> None:
    before = everything()
    assert load_demo() is False
    assert everything() == before


def test_cut_off_in_the_middle_and_done_again(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []

    def stumbles(*arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == 60:
            raise KeyboardInterrupt
        return receive(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(demo_history, "receive", stumbles)
        with pytest.raises(KeyboardInterrupt):
            load_demo()
    assert load_demo() is True
    assert per_space(SignOff) == [2] * 6
    assert per_space(SkillMark) == sorted(sum(map(len, person.journey.values())) for person in YOUNG_PEOPLE)


def test_not_among_real_people(app: Flask) -> None:
    with get_db().write() as db:
        db.add(Account(id=uuid.uuid4(), role=Role.MANAGER, council="rutland", name="Ann", created_at=now()))
    with pytest.raises(DemoRefused, match="people here already"):
        load_demo()


def test_never_in_production(tmp_path: Path) -> None:
    with running(dataclasses.replace(make_settings(tmp_path), environment="production")) as app:
        done = app.test_cli_runner().invoke(args=["demo", "load"])
        assert done.exit_code == 1
        assert "FOOTING_ENV=production" in done.output
        assert not (tmp_path / "demo.json").exists()
        with get_db().read() as db:
            assert db.scalar(select(func.count()).select_from(Account)) == 0


def test_the_commands(loaded: Flask) -> None:
    runner = loaded.test_cli_runner()
    assert "there already" in runner.invoke(args=["demo", "load"]).output
    assert PASS_PHRASE in runner.invoke(args=["demo", "who"]).output
    code = runner.invoke(args=["demo", "code", "sam.okafor@rutland.example"]).output.strip()
    assert code.isdigit()
    assert len(code) == 6
    assert len(runner.invoke(args=["demo", "code"]).output.splitlines()) == 5
    assert runner.invoke(args=["demo", "code", "nobody@rutland.example"]).exit_code == 1
    file = loaded.extensions["footing-settings"].data_dir / "demo.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_a_demo_the_commands_say_so(app: Flask) -> None:
    done = app.test_cli_runner().invoke(args=["demo", "who"])
    assert done.exit_code == 1
    assert "flask demo load" in done.output
