"""Erasing: nothing of a person is left in any table, nobody else loses anything, and a restore brings nothing back."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.people.people import API, Person, Team, kind, make_team
from tests.people.people import client as new_client
from tests.people.people import sign_in as sign_in_with
from tests.support.everything import Rows, add_everything, is_there, row_of
from webapp.core.clock import now
from webapp.core.db import Base, get_db
from webapp.people import ending
from webapp.records import kinds, listed, service
from webapp.records.kinds import ALL, in_a_space, tables_by_kind
from webapp.records.models import By, Erasure, Why
from webapp.records.service import Because, after_erasing, erase_within
from webapp.spaces.models import Member, Space
from webapp.upkeep.backup import make_backup, restore_backup

BECAUSE = Because(By.OPERATOR, Why.ASKED)
# What is no young person's: the council's own, and what is about the server.
NOBODYS = {
    "account",
    "erasure",
    "pledge_season",
    "pledge_result",
    "pledge_words",
    "pledge_did",
    "pledge_board",
    "attempt",
    "dead_endpoint",
}


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team()


def fill(person: Person) -> Rows:
    """A row of this young person in every table."""
    with get_db().write() as db:
        member = db.scalars(select(Member.id).where(Member.account_id == person.id)).one()
        given = {
            "account": row_of(db, "account", person.id),
            "space": row_of(db, "space", space_of(person)),
            "member": row_of(db, "member", member),
        }
        return add_everything(db, given)


def space_of(person: Person) -> uuid.UUID:
    assert person.space is not None
    return person.space


def erase(person: Person, kind: str = ALL) -> None:
    with get_db().write() as db:
        erase_within(db, space_of(person), kind, BECAUSE)
    after_erasing(get_db())


def left_of(rows: Rows) -> set[str]:
    with get_db().read() as db:
        return {table for table, row in rows.items() if is_there(db, table, row)}


def data_dir(app: Flask) -> Path:
    folder: Path = app.extensions["footing-settings"].data_dir
    return folder


def test_nothing_is_left_and_nobody_else_loses_anything(team: Team) -> None:
    yusuf, zoe = fill(team.yusuf), fill(team.zoe)
    assert left_of(yusuf) == set(yusuf) == set(Base.metadata.tables) - {"server_state"}
    erase(team.yusuf)
    assert left_of(yusuf) == NOBODYS - {"account"}
    assert left_of(zoe) == set(zoe)
    with get_db().read() as db:
        for table in Base.metadata.sorted_tables:
            if "space_id" in table.columns and table.name != "erasure":
                mine = select(func.count()).select_from(table).where(table.c.space_id == team.yusuf.space)
                assert db.scalar(mine) == 0, table.name


def test_every_table_with_a_space_goes_with_it(app: Flask) -> None:
    """A table that holds a space's id and does not go with the space is found here, before anybody writes into it."""
    with_space = {table.name for table in Base.metadata.sorted_tables if "space_id" in table.columns}
    assert with_space - {"erasure"} == {table.name for table in in_a_space()}
    for table in in_a_space():
        (key,) = table.c.space_id.foreign_keys
        assert key.ondelete == "CASCADE", table.name
        assert table.c.space_id.nullable is False, table.name


def test_every_table_with_a_space_has_a_kind(app: Flask) -> None:
    named = {table.name for tables in tables_by_kind().values() for table in tables}
    assert named == {table.name for table in in_a_space()} - kinds.WITH_THE_SPACE
    assert {"passport", "asks", "reviews", "reminders"} <= set(tables_by_kind())


def test_one_kind_goes_and_the_rest_stays(team: Team) -> None:
    yusuf, zoe = fill(team.yusuf), fill(team.zoe)
    erase(team.yusuf, "asks")
    gone = {table.name for table in tables_by_kind()["asks"]}
    assert {"request", "request_step", "request_challenge", "spend"} == gone
    assert left_of(yusuf) == set(yusuf) - gone
    assert left_of(zoe) == set(zoe)


def test_it_is_written_down_without_a_word_about_the_person(app: Flask, team: Team) -> None:
    erase(team.yusuf)
    with get_db().read() as db:
        (one,) = listed.read_table(db)
    assert (one.space_id, one.kind, one.by_role, one.why) == (team.yusuf.space, ALL, "operator", "asked")
    text = (data_dir(app) / listed.NAME).read_text(encoding="utf-8")
    assert (text.count("\n"), "Yusuf" in text, str(team.yusuf.id) in text) == (1, False, False)
    assert (data_dir(app) / listed.NAME).stat().st_mode & 0o777 == 0o600
    assert listed.read_list(data_dir(app)) == [one]


def test_the_list_is_mended(app: Flask, team: Team) -> None:
    """The process died after the commit, or in the middle of a line: the worker adds what is missing, once."""
    erase(team.yusuf)
    file = data_dir(app) / listed.NAME
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole[: len(whole) // 2], encoding="utf-8")
    assert listed.read_list(data_dir(app)) == []
    service.write_list()
    service.write_list()
    assert file.read_text(encoding="utf-8") == whole[: len(whole) // 2] + "\n" + whole
    assert len(listed.read_list(data_dir(app))) == 1


@pytest.mark.parametrize("lost", ["nothing", "the list", "the database"])
def test_a_restore_erases_again(app: Flask, team: Team, tmp_path: Path, lost: str) -> None:
    yusuf, zoe = fill(team.yusuf), fill(team.zoe)
    file = tmp_path / "before.backup"
    make_backup(get_db(), file)
    erase(team.yusuf)
    if lost == "the list":
        (data_dir(app) / listed.NAME).unlink()
    if lost == "the database":
        with get_db().write() as db:
            db.execute(Base.metadata.tables["erasure"].delete())
    restore_backup(get_db(), file)
    assert left_of(yusuf) == NOBODYS - {"account"}
    # Sign-ins that were live in the backup are not live now, so they were ended; they are still there.
    assert left_of(zoe) == set(zoe)
    with get_db().read() as db:
        assert db.scalar(select(func.count()).select_from(Erasure).where(Erasure.space_id == team.yusuf.space)) == 1
    restore_backup(get_db(), file)
    assert left_of(yusuf) == NOBODYS - {"account"}


def test_what_was_written_after_one_kind_was_erased_is_kept_by_a_restore(team: Team, tmp_path: Path) -> None:
    fill(team.yusuf)
    erase(team.yusuf, "asks")
    with get_db().write() as db:
        table = Base.metadata.tables["request"]
        later: dict[str, Any] = {
            "id": uuid.uuid4(),
            "space_id": team.yusuf.space,
            "entitlement": "x",
            "title": b"",
            "need": b"",
        }
        later |= {"note": b"", "made_at": now(), "due": now().date(), "seq": 9}
        db.execute(table.insert().values(later))
    file = tmp_path / "after.backup"
    make_backup(get_db(), file)
    restore_backup(get_db(), file)
    assert left_of({"request": later}) == {"request"}


def test_a_restore_ends_again(app: Flask, team: Team, tmp_path: Path) -> None:
    file = tmp_path / "before.backup"
    make_backup(get_db(), file)
    with get_db().write() as db:
        ending.end_again(db, space_of(team.yusuf), now())
    restore_backup(get_db(), file)
    assert kind(sign_in_with(new_client(app), team.yusuf)) == "wrong-sign-in"
    assert sign_in_with(new_client(app), team.zoe).status_code == 200


def test_a_manager_ends_first_and_then_erases_with_the_name(app: Flask, team: Team) -> None:
    device = new_client(app)
    sign_in_with(device, team.mo)
    path = f"{API}/council/spaces/{team.yusuf.space}/erase"
    form = {"name": "Yusuf", "why": "asked"}
    early = device.post(path, json=form)
    assert (early.status_code, early.json["detail"]) == (409, service.END_FIRST)
    assert device.post(f"{API}/people/young-people/{team.yusuf.space}/end").status_code == 204
    (ended,) = device.get(f"{API}/council/ended").json["ended"]
    assert (ended["space"], ended["name"]) == (str(team.yusuf.space), "Yusuf")
    for wrong in ({"name": "Zoe"}, {"name": " "}, {"why": "time"}, {"why": "because"}):
        assert device.post(path, json=form | wrong).status_code == 422
    assert device.post(path, json={"name": " yusuf ", "why": "law"}).status_code == 204
    assert device.post(path, json=form).status_code == 404
    assert device.get(f"{API}/council/ended").json == {"ended": []}
    with get_db().read() as db:
        row = db.scalars(select(Erasure)).one()
        assert (row.by_account, row.by_role, row.why) == (team.mo.id, "manager", "law")
        assert db.get(Space, team.yusuf.space) is None
    assert len(listed.read_list(data_dir(app))) == 1


def test_another_councils_manager_finds_nothing(app: Flask, team: Team) -> None:
    with get_db().write() as db:
        ending.end_again(db, space_of(team.yusuf), now())
    device = new_client(app)
    sign_in_with(device, team.meg)
    form = {"name": "Yusuf", "why": "asked"}
    assert device.post(f"{API}/council/spaces/{team.yusuf.space}/erase", json=form).status_code == 404
    assert device.get(f"{API}/council/ended").json == {"ended": []}


def test_the_commands(app: Flask, team: Team) -> None:
    runner = app.test_cli_runner()
    ask = ["records", "erase", str(team.yusuf.space), "--why", "asked"]
    assert runner.invoke(args=["records", "erase", str(uuid.uuid4()), "--why", "asked"]).exit_code == 1
    assert runner.invoke(args=ask[:-2]).exit_code == 2
    wrong = runner.invoke(args=ask, input="Zoe\n")
    assert (wrong.exit_code, "Nothing was erased." in wrong.output) == (1, True)
    with get_db().read() as db:
        assert db.get(Space, team.yusuf.space) is not None
    right = runner.invoke(args=ask, input="Yusuf\n")
    assert (right.exit_code, right.output.splitlines()[-1]) == (0, "Erased.")
    assert "2 member" in right.output
    shown = runner.invoke(args=["records", "erased"]).output
    assert (str(team.yusuf.space) in shown, "operator" in shown) == (True, True)
