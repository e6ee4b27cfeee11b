"""What was erased is not left in the database's own files, where a thief of the disk would look."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, select, text

from tests.people.people import Team, make_team
from tests.support.everything import Rows
from webapp.core.db import get_db
from webapp.people.models import Account
from webapp.records.service import finish_erasing
from webapp.spaces.models import Space

from .test_erase import erase, fill

# Every file of the database that holds rows, indexes or what was too long for them.
FILES = text(
    "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class WHERE relkind IN ('r', 'i', 't')"
).columns(content=LargeBinary)


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team()


def in_the_files(tmp_path: Path, needle: bytes) -> bool:
    if get_db().sqlite:
        return any(needle in path.read_bytes() for path in tmp_path.glob("test.sqlite3*"))
    with get_db().engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CHECKPOINT")
        return any(needle in content for content in connection.scalars(FILES))


def secrets_of(rows: Rows) -> dict[str, bytes]:
    return {"key": rows["space"]["wrapped_key"], "name": rows["account"]["sign_in_name"].encode()}


def left(tmp_path: Path, secrets: dict[str, bytes]) -> list[str]:
    return [name for name, needle in secrets.items() if in_the_files(tmp_path, needle)]


def test_neither_key_nor_name_is_left_in_the_files(team: Team, tmp_path: Path) -> None:
    # The newest row: a plain VACUUM would leave its bytes where they are.
    secrets = secrets_of(fill(team.zoe))
    assert left(tmp_path, secrets) == list(secrets)
    erase(team.zoe)
    assert left(tmp_path, secrets) == []


@pytest.mark.parametrize("either_app", ["sqlite"], indirect=True)
def test_nor_are_words_on_sqlite(team: Team, tmp_path: Path) -> None:
    words: bytes = fill(team.yusuf)["request"]["note"]
    assert in_the_files(tmp_path, words)
    erase(team.yusuf)
    assert not in_the_files(tmp_path, words)


def test_while_somebody_reads_from_before_it_waits_for_the_worker(team: Team, tmp_path: Path) -> None:
    secrets = secrets_of(fill(team.zoe))
    with get_db().read() as reader:
        reader.scalars(select(Space.id)).all()
        reader.scalars(select(Account.id)).all()
        erase(team.zoe)
        assert left(tmp_path, secrets) == list(secrets)
    finish_erasing()
    assert left(tmp_path, secrets) == []


@pytest.mark.usefixtures("team")
def test_without_an_erasure_the_worker_leaves_the_files_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.records.service.clear_away", lambda _database: pytest.fail("nothing was erased"))
    finish_erasing()
