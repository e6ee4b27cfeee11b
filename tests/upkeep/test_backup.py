"""A backup and its restore, on SQLite and PostgreSQL: all of it or nothing, and every device fetches anew."""

from __future__ import annotations

import sqlite3
import stat
import threading
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from tests.conftest import make_settings
from webapp import create_app
from webapp.core.clock import now
from webapp.core.crypto import get_crypto
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.people.models import Account, DeviceSession, Invitation, Purpose, RecoveryCode
from webapp.spaces.models import Space
from webapp.spaces.service import create_space
from webapp.sync.models import ServerState
from webapp.upkeep.backup import make_backup, restore_backup
from webapp.upkeep.migrate import downgrade, upgrade
from webapp.upkeep.restored import NotABackup

BIRTHDAY = datetime(2008, 5, 17, tzinfo=UTC).date()


@pytest.fixture
def app(either_app: Flask) -> Flask:
    """A migrated app; overrides the shared fixture so that each test here runs on both databases."""
    return either_app


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "footing.backup"


@pytest.fixture(autouse=True)
def _folder(file: Path) -> None:
    file.parent.mkdir()


def add_person(name: str) -> uuid.UUID:
    with get_db().write() as db:
        account = Account(role=Role.YOUNG_PERSON, council="rutland", name=name, created_at=now())
        db.add(account)
        db.flush()
        create_space(db, owner=account.id, council="rutland", birthday=BIRTHDAY)
        return account.id


def add_session(account: uuid.UUID) -> uuid.UUID:
    row = DeviceSession(
        account_id=account, token_hash=uuid.uuid4().bytes * 2, device_name="Phone", created_at=now(), last_seen=now()
    )
    with get_db().write() as db:
        db.add(row)
    return row.id


def names() -> list[str]:
    with get_db().read() as db:
        return list(db.scalars(select(Account.name).order_by(Account.name)))


def epoch() -> int:
    with get_db().read() as db:
        return db.scalars(select(ServerState.epoch)).one()


@pytest.mark.usefixtures("app")
def test_everything_comes_back_in_a_new_epoch(file: Path) -> None:
    add_person("Amina 🙂\n\\.\ttab")
    before = epoch()
    make_backup(get_db(), file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    add_person("Leo")
    restore_backup(get_db(), file)
    assert names() == ["Amina 🙂\n\\.\ttab"]
    first = epoch()
    assert first > before
    with get_db().read() as db:
        wrapped = db.scalars(select(Space.wrapped_key)).one()
    assert get_crypto().open(wrapped, "t.c:1", get_crypto().seal(wrapped, "t.c:1", "words")) == "words"
    restore_backup(get_db(), file)
    assert epoch() > first
    add_person("Jay")
    assert len(names()) == 2


@pytest.mark.usefixtures("app")
def test_an_older_shape_is_brought_up_to_date(file: Path) -> None:
    add_person("Amina")
    downgrade(get_db(), "0002_spaces")
    make_backup(get_db(), file)
    upgrade(get_db())
    restore_backup(get_db(), file)
    assert names() == ["Amina"]
    assert epoch() > 0


@pytest.mark.usefixtures("app")
def test_what_was_ended_since_does_not_come_to_life(file: Path) -> None:
    account = add_person("Amina")
    kept, lost = add_session(account), add_session(account)
    code = Invitation(
        account_id=account,
        purpose=Purpose.RESET,
        code_hash=bytes(32),
        created_at=now(),
        expires_at=now() + timedelta(7),
    )
    with get_db().write() as db:
        db.add(code)
    make_backup(get_db(), file)
    with get_db().write() as db:
        db.get_one(DeviceSession, lost).ended_at = now()
        db.get_one(Invitation, code.id).spent_at = now()
    restore_backup(get_db(), file)
    with get_db().read() as db:
        assert db.get_one(DeviceSession, kept).ended_at is None
        assert db.get_one(DeviceSession, lost).ended_at is not None
        assert db.get_one(Invitation, code.id).voided_at is not None


@pytest.mark.usefixtures("app")
def test_a_recovery_code_that_was_used_since_stays_used(file: Path) -> None:
    account = add_person("Amina")
    used, unused = (RecoveryCode(id=uuid.uuid4(), account_id=account, code_hash=bytes(32)) for _ in range(2))
    with get_db().write() as db:
        db.add_all((used, unused))
    make_backup(get_db(), file)
    at = now()
    with get_db().write() as db:
        db.get_one(RecoveryCode, used.id).used_at = at
    restore_backup(get_db(), file)
    with get_db().read() as db:
        assert db.get_one(RecoveryCode, used.id).used_at == at
        assert db.get_one(RecoveryCode, unused.id).used_at is None


def not_ours(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def words(path: Path) -> None:
    path.write_text("Dear Sam, here is the list you asked for.", encoding="utf-8")


def only_the_mark(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\x07" * 5000)


def only_the_other_mark(path: Path) -> None:
    path.write_bytes(b"PGDMP" + b"\x07" * 5000)


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("make", [not_ours, nothing, words, only_the_mark, only_the_other_mark])
def test_what_is_no_backup_is_refused_and_nothing_changes(file: Path, make: object) -> None:
    assert callable(make)
    make(file)
    add_person("Amina")
    before = epoch()
    with pytest.raises(NotABackup):
        restore_backup(get_db(), file)
    assert names() == ["Amina"]
    assert epoch() == before
    add_person("Leo")


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
def test_half_a_backup_is_refused_and_nothing_changes(file: Path, share: float) -> None:
    add_person("Amina")
    make_backup(get_db(), file)
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    before = epoch()
    with pytest.raises(NotABackup):
        restore_backup(get_db(), file)
    assert names() == ["Amina"]
    assert epoch() == before


@pytest.mark.usefixtures("app")
def test_a_newer_footings_backup_is_refused(file: Path) -> None:
    rename = text("UPDATE alembic_version SET version_num = :name")
    with get_db().write() as db:
        ours = db.scalar(text("SELECT version_num FROM alembic_version"))
        db.execute(rename, {"name": "9999_later"})
    make_backup(get_db(), file)
    with get_db().write() as db:
        db.execute(rename, {"name": ours})
    with pytest.raises(NotABackup, match="newer Footing"):
        restore_backup(get_db(), file)


def test_other_keys_are_refused_before_anything_is_changed(app: Flask, file: Path, tmp_path: Path) -> None:
    add_person("Amina")
    make_backup(get_db(), file)
    add_person("Leo")
    other = create_app(make_settings(tmp_path, get_db().url.render_as_string(hide_password=False)))
    with other.app_context():
        with pytest.raises(NotABackup, match="FOOTING_WRAPPING_KEYS"):
            restore_backup(get_db(), file)
        get_db().engine.dispose()
    assert names() == ["Amina", "Leo"]


@pytest.mark.usefixtures("app")
def test_readers_and_writers_go_on_meanwhile(file: Path) -> None:
    """A reader sees all of the old data or all of the new, never a mixture, and nobody gets an error."""
    for number in range(30):
        add_person(f"Person {number:02}")
    make_backup(get_db(), file)
    with get_db().write() as db:
        for account in db.scalars(select(Account)):
            account.name = "Later"
    database, seen, over = get_db(), set(), threading.Event()

    def read() -> None:
        while not over.is_set():
            with database.read() as db:
                later = db.scalar(select(func.count()).where(Account.name == "Later"))
                whole = db.scalar(select(func.count()).select_from(Account))
                seen.add((later, whole))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        with database.read() as long_reader:
            assert long_reader.scalar(select(func.count()).select_from(Account)) == 30
            restore_backup(database, file)
            assert long_reader.scalar(select(func.count()).where(Account.name == "Later")) == 30
    finally:
        over.set()
        reader.join()
    assert seen <= {(30, 30), (0, 30)}
    assert names()[0] == "Person 00"


def test_the_commands(app: Flask, file: Path) -> None:
    add_person("Amina")
    runner = app.test_cli_runner()
    assert runner.invoke(args=["backup", str(file)]).exit_code == 0
    add_person("Leo")
    done = runner.invoke(args=["restore", str(file)])
    assert (done.exit_code, names()) == (0, ["Amina"]), done.output
    words(file)
    refused = runner.invoke(args=["restore", str(file)])
    assert refused.exit_code == 1
    assert "is not a backup of Footing. Nothing was changed." in refused.output
    missing = runner.invoke(args=["restore", str(file.with_name("gone"))])
    assert missing.exit_code == 1
    nowhere = runner.invoke(args=["backup", str(file.parent / "no" / "folder")])
    assert nowhere.exit_code == 1
    assert "No backup was made" in nowhere.output
