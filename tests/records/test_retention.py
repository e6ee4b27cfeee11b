"""How long records are kept: by default with the care record; a kind that is named goes after the end, never before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from tests.people.people import Team, make_team
from webapp import create_app
from webapp.core import clock
from webapp.core.clock import now
from webapp.core.db import get_db
from webapp.core.jobs import all_jobs
from webapp.people import ending
from webapp.records import retention
from webapp.records.kinds import ALL, tables_by_kind
from webapp.records.models import Erasure
from webapp.settings import Settings, SettingsError
from webapp.spaces.models import Space

from .test_erase import NOBODYS, fill, left_of, space_of


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team()


def keep(app: Flask, *rules: tuple[str, int]) -> None:
    app.extensions["footing-settings"] = replace(app.extensions["footing-settings"], retention=rules)


def run(days_later: int) -> None:
    with clock.fixed(now() + timedelta(days=days_later)):
        retention.apply()


def end(team: Team) -> None:
    with get_db().write() as db:
        ending.end_again(db, space_of(team.yusuf), now())


def test_by_default_everything_is_kept(team: Team) -> None:
    rows = fill(team.yusuf)
    end(team)
    run(days_later=365 * 80)
    assert left_of(rows) >= set(rows) - {"known_device"}


def test_a_kind_goes_after_its_days_and_not_before(app: Flask, team: Team) -> None:
    yusuf, zoe = fill(team.yusuf), fill(team.zoe)
    keep(app, ("asks", 30), ("all", 60))
    run(days_later=100)
    end(team)
    run(days_later=29)
    gone = {table.name for table in tables_by_kind()["asks"]}
    assert gone <= left_of(yusuf)
    run(days_later=31)
    run(days_later=32)
    assert gone.isdisjoint(left_of(yusuf))
    assert {"space", "account", "reminder"} <= left_of(yusuf)
    run(days_later=61)
    assert left_of(yusuf) == NOBODYS - {"account"}
    assert left_of(zoe) == set(zoe)
    with get_db().read() as db:
        mine = select(Erasure.kind, Erasure.by_role, Erasure.why).where(Erasure.space_id == team.yusuf.space)
        assert sorted(map(tuple, db.execute(mine))) == [("all", "rule", "time"), ("asks", "rule", "time")]


def test_opened_again_at_the_last_moment_it_is_kept(team: Team) -> None:
    rows = fill(team.yusuf)
    end(team)
    with clock.fixed(now() + timedelta(days=31)), get_db().write() as db:
        # Between the worker's list and its turn.
        db.get_one(Space, team.yusuf.space).ended_at = None
        db.flush()
        assert not retention._erase_if_over(db, space_of(team.yusuf), ALL, 30)
    assert left_of(rows) >= set(rows) - {"known_device"}


def test_the_worker_does_it(app: Flask) -> None:
    assert {"records.list", "records.retention"} <= {job.name for job in all_jobs(app)}


def test_a_kind_that_is_not_there_stops_the_start(app: Flask) -> None:
    settings: Settings = replace(app.extensions["footing-settings"], retention=(("letters", 9),))
    with pytest.raises(SettingsError, match=r"letters.*passport"):
        create_app(settings)
