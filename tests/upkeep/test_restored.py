"""What a restore must not bring back, on both databases: an adviser who has left, and a copy that was fetched."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.cover.team import Team, make_team
from tests.support import crowd
from tests.support.care import make_care
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people import second_factor
from webapp.people.models import Account, KnownDevice, SecondFactor
from webapp.records import exports
from webapp.records.models import Export, ExportPart, ExportState
from webapp.spaces.access import is_current
from webapp.spaces.models import Member
from webapp.upkeep.backup import make_backup, restore_backup

EXPORTS = "/api/v1/me/exports"


@pytest.fixture
def team(either_app: Flask) -> Team:
    return make_team(make_care(either_app))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "footing.backup"


def leave(team: Team) -> None:
    """Ann has Sam's young people go to Kim, and Sam leave."""
    body = {"to": str(team.kim.id), "leaves": True}
    answer = team.ask(team.ann, "POST", f"/api/v1/council/advisers/{team.sam.id}/hand-over", body)
    assert answer.status_code == 200, answer.text


def test_an_adviser_who_has_left_since_stays_out(team: Team, file: Path) -> None:
    with get_db().write() as db:
        second_factor.store(db, team.sam.id, second_factor.new_secret())
    team.on_duty(team.sam, team.robin)
    make_backup(get_db(), file)
    leave(team)
    with get_db().read() as db:
        left_at = db.get_one(Account, team.sam.id).ended_at
    restore_backup(get_db(), file)
    assert team.phones[team.sam.id].post({"account": str(team.sam.id)}).status_code == 401
    with get_db().read() as db:
        assert db.get_one(Account, team.sam.id).ended_at == left_at
        assert db.get(SecondFactor, team.sam.id) is None
        assert db.scalars(select(KnownDevice).where(KnownDevice.account_id == team.sam.id)).all() == []
        inside = select(Member).where(Member.account_id == team.sam.id, is_current(now()))
        assert db.scalars(inside).all() == []
    assert str(team.care.space) in team.sync(team.robin), "whoever is on duty reads what has no adviser now"
    assert team.sync(team.kim) == {}


def test_an_adviser_whom_the_backup_does_not_know_is_no_trouble(team: Team, file: Path) -> None:
    make_backup(get_db(), file)
    lee = crowd.add_person("Lee", Role.ADVISER)
    with get_db().write() as db:
        db.get_one(Account, lee.id).ended_at = now()
    restore_backup(get_db(), file)
    assert team.readers(now()) == {"Sam"}


def test_a_copy_that_lay_ready_cannot_be_fetched_a_second_time(team: Team, file: Path) -> None:
    phone = team.phones[team.maya.id].client
    export = phone.post(EXPORTS).get_json()["id"]
    exports.make_waiting()
    make_backup(get_db(), file)
    assert phone.get(f"{EXPORTS}/{export}").data.startswith(b"PK")
    restore_backup(get_db(), file)
    assert phone.get(f"{EXPORTS}/{export}").status_code == 404
    with get_db().read() as db:
        assert db.scalars(select(Export.state)).all() == [ExportState.GONE]
        assert db.scalar(select(func.count()).select_from(ExportPart)) == 0
    assert phone.post(EXPORTS).get_json()["state"] == "waiting"
