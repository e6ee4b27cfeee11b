"""`flask keys rotate`: everything opens under the newest key alone afterwards, also when it was killed on its way."""

from __future__ import annotations

import base64
import os
import secrets
import signal
import subprocess
import sys
import threading
import uuid
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, func, select

from tests.conftest import make_settings
from tests.people.people import Team, make_team
from tests.support.care import make_care, operation
from webapp import create_app
from webapp.core.clock import now
from webapp.core.crypto import KEY_ID_BYTES, Crypto, get_crypto
from webapp.core.db import Base, Database, get_db
from webapp.deliveries import prefs
from webapp.people import joining
from webapp.people.models import Enrolment, Invitation, Purpose, SecondFactor
from webapp.settings import ROOT, Settings
from webapp.spaces.models import Space
from webapp.upkeep import rotating
from webapp.upkeep.backup import make_backup, restore_backup
from webapp.upkeep.restored import NotABackup
from webapp.upkeep.rotating import Progress, closed_columns, count_left, rotate

PREFS = {
    "plans": {},
    "quiet_from": now().time(),
    "quiet_to": now().time(),
    "plainness": "plainest",
    "lang": None,
    "text": {"number": "+447700900001", "on": True},
    "email": {"address": "maya@home.example", "on": True},
}


@pytest.fixture
def app(either_app: Flask) -> Flask:
    return either_app


def with_keys(app: Flask, *keys: bytes) -> Flask:
    """Another start of the same Footing, with these wrapping keys."""
    settings: Settings = app.extensions["footing-settings"]
    return create_app(replace(settings, wrapping_keys=keys))


def old_key(app: Flask) -> bytes:
    settings: Settings = app.extensions["footing-settings"]
    return settings.wrapping_keys[0]


def fill(team: Team) -> None:
    """A value in every kind of place that the settings' keys close."""
    with get_db().write() as db:
        prefs.write(db, team.yusuf.id, PREFS)
        factor = db.get_one(SecondFactor, team.ada.id)
        secret = get_crypto().open_setting(f"second_factor.sealed_secret:{team.ada.id}", factor.sealed_secret)
        invitation = uuid.uuid4()
        db.add(
            Invitation(
                id=invitation,
                account_id=team.ada.id,
                purpose=Purpose.RESET,
                code_hash=bytes(32),
                created_at=now(),
                expires_at=now(),
            )
        )
        db.flush()
        row = uuid.uuid4()
        db.add(
            Enrolment(
                id=row,
                invitation_id=invitation,
                account_id=team.ada.id,
                token_hash=bytes(32),
                sealed_secret=get_crypto().seal_setting(joining._where(row), secret),
                pass_hash="-",
                device_name="Phone",
                expires_at=now(),
            )
        )


def closed_by(database: Database, key: bytes) -> list[str]:
    """Every column of bytes, marked or not, in which a value begins with the name of this key."""
    name = Crypto(replace(make_settings(Path("/nowhere")), wrapping_keys=(key,))).newest_key
    found = []
    with database.read() as db:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, LargeBinary):
                    named = func.substr(column, 1, KEY_ID_BYTES, type_=LargeBinary)
                    if db.scalar(select(func.count()).select_from(table).where(named == name)):
                        found.append(str(column))
    return sorted(found)


def test_everything_opens_under_the_newest_key_alone(app: Flask) -> None:
    team = make_team()
    fill(team)
    old, new = old_key(app), secrets.token_bytes(32)
    marked = sorted(str(column) for column in closed_columns())
    assert closed_by(get_db(), old) == marked
    said: list[int] = []
    with with_keys(app, new, old).app_context():
        end = rotate(get_db(), lambda progress: said.append(progress.left))
        assert (end.left, end.lost) == (0, 0)
        assert end.done > len(marked)
        assert said[-1] == 0
        assert closed_by(get_db(), old) == []
        assert closed_by(get_db(), new) == marked
        get_db().engine.dispose()
    with with_keys(app, new).app_context(), get_db().write() as db:
        assert prefs.read(db, team.yusuf.id)["text"]["number"] == "+447700900001"
        factor = db.get_one(SecondFactor, team.ada.id)
        where = f"second_factor.sealed_secret:{team.ada.id}"
        assert get_crypto().open_setting(where, factor.sealed_secret) == team.ada.secret
        row = db.scalars(select(Enrolment)).one()
        assert get_crypto().open_setting(joining._where(row.id), row.sealed_secret) == team.ada.secret
        wrapped = db.scalars(select(Space.wrapped_key)).all()
        assert all(
            get_crypto().open(key, "t.c:1", get_crypto().seal(key, "t.c:1", "words")) == "words" for key in wrapped
        )
        get_db().engine.dispose()


def test_what_was_written_before_is_read_after(app: Flask) -> None:
    care = make_care(app)
    ask = operation(
        care.space, "request.make", entitlement="setting-up-home-allowance", title="A", need="B", note="bed"
    )
    assert care.outcome(care.maya, ask)["outcome"] == "applied"
    new = secrets.token_bytes(32)
    with with_keys(app, new, old_key(app)).app_context():
        rotate(get_db(), lambda progress: None)
        get_db().engine.dispose()
    app.extensions["footing-crypto"] = Crypto(replace(app.extensions["footing-settings"], wrapping_keys=(new,)))
    assert care.rows(care.maya, "requests")[0]["note"] == "bed"


def test_servers_go_on_meanwhile(app: Flask) -> None:
    """Both keys are known to the server; people write while the keys are closed anew."""
    care = make_care(app)
    both = replace(app.extensions["footing-settings"], wrapping_keys=(secrets.token_bytes(32), old_key(app)))
    app.extensions["footing-crypto"] = Crypto(both)
    add_spaces(300)
    over, troubles = threading.Event(), list[str]()

    def write() -> None:
        number = 0
        with app.app_context():
            while not over.is_set():
                number += 1
                body = {"skill": f"home-{number % 9 + 1:02}", "text": f"words {number}"}
                outcome = care.outcome(care.maya, operation(care.space, "passport.note", **body))
                if outcome["outcome"] == "refused":
                    troubles.append(str(outcome))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        end = rotate(get_db(), lambda progress: None)
    finally:
        over.set()
        writer.join()
    assert (end.left, end.lost, troubles) == (0, 0, [])
    assert len(care.rows(care.maya, "notes")) > 0


def add_spaces(count: int) -> None:
    rows = [
        {
            "id": uuid.uuid4(),
            "council": "rutland",
            "birthday": date(2008, 5, 4),
            "seq": 0,
            "profile_seq": 0,
            "wrapped_key": get_crypto().new_space_key(),
            "created_at": now(),
        }
        for _ in range(count)
    ]
    with get_db().write() as db:
        db.execute(Space.__table__.insert(), rows)  # type: ignore[attr-defined]


def test_a_value_that_no_key_opens_is_counted_and_stops_nothing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotating, "BATCH", 2)
    add_spaces(5)
    with get_db().write() as db:
        first = db.scalars(select(Space).order_by(Space.id).limit(1)).one()
        first.wrapped_key = b"gone" + first.wrapped_key[4:]
    with with_keys(app, secrets.token_bytes(32), old_key(app)).app_context():
        end = rotate(get_db(), lambda progress: None)
        assert end == Progress(done=4, left=1, lost=1)
        answer = app.test_cli_runner().invoke(args=["keys", "left"])
        assert answer.exit_code == 1
        get_db().engine.dispose()


def test_killed_half_way_it_is_finished_by_running_it_again(app: Flask, tmp_path: Path) -> None:
    old, new = old_key(app), secrets.token_bytes(32)
    add_spaces(20_000)

    def run(*keys: bytes) -> subprocess.Popen[str]:
        text = [base64.urlsafe_b64encode(key).decode() for key in keys]
        environment = {
            **os.environ,
            "FLASK_APP": "wsgi",
            "FOOTING_ENV": "development",
            "FOOTING_DATA": str(tmp_path),
            "FOOTING_DATABASE_URL": get_db().url.render_as_string(hide_password=False),
            "FOOTING_SECRET_KEY": base64.urlsafe_b64encode(bytes(32)).decode(),
            "FOOTING_WRAPPING_KEYS": ",".join(text),
            "PYTHONUNBUFFERED": "1",
        }
        command = [sys.executable, "-m", "flask", "keys", "rotate"]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)

    process = run(new, old)
    assert process.stdout is not None
    assert "19900 left" in process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    with with_keys(app, new, old).app_context():
        with get_db().read() as db:
            left = count_left(db)
            wrapped = db.scalars(select(Space.wrapped_key)).all()
        assert 0 < left < 20_000
        for key in wrapped:
            get_crypto().seal(key, "t.c:1", "words")
        get_db().engine.dispose()
    out, _ = run(new, old).communicate(timeout=120)
    assert "none left" in out
    with with_keys(app, new).app_context():
        with get_db().read() as db:
            for key in db.scalars(select(Space.wrapped_key)):
                get_crypto().seal(key, "t.c:1", "words")
        get_db().engine.dispose()


def test_the_commands(app: Flask) -> None:
    add_spaces(3)
    with with_keys(app, secrets.token_bytes(32), old_key(app)).app_context():
        runner = app.test_cli_runner()
        before = runner.invoke(args=["keys", "left"])
        assert (before.output, before.exit_code) == ("3 left.\n", 1)
        done = runner.invoke(args=["keys", "rotate"])
        assert (done.exit_code, "3 closed anew, none left." in done.output) == (0, True), done.output
        after = runner.invoke(args=["keys", "left"])
        assert (after.output, after.exit_code) == ("0 left.\n", 0)
        get_db().engine.dispose()


def test_a_backup_from_the_middle_of_a_rotation_needs_both_keys(app: Flask, tmp_path: Path) -> None:
    add_spaces(3)
    new = secrets.token_bytes(32)
    with with_keys(app, new, old_key(app)).app_context():
        add_spaces(1)
        file = tmp_path / "half.backup"
        make_backup(get_db(), file)
        restore_backup(get_db(), file)
        get_db().engine.dispose()
    with with_keys(app, new).app_context():
        with pytest.raises(NotABackup, match="FOOTING_WRAPPING_KEYS"):
            restore_backup(get_db(), file)
        get_db().engine.dispose()
