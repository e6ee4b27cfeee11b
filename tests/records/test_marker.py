"""A word is written into every field of words through the API; then it is looked for wherever this machine keeps bytes.

It must be nowhere: not in the database's files, a dump, a backup, the logs, the queue, or a copy that waits.
"""

from __future__ import annotations

import logging
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from tests.support.care import Care, operation
from tests.support.marked import BY_THE_WORKER, MARK, TODAY, Writer, sealed_columns
from webapp.core import clock
from webapp.core.db import get_db
from webapp.core.jobs import all_jobs, nudge
from webapp.core.logs import JsonLines
from webapp.records import exports
from webapp.records.models import ExportPart
from webapp.upkeep.backup import make_backup, restore_backup
from webapp.worker import make_queue, runner

pytestmark = pytest.mark.usefixtures("on_one_day")


def dump_of(folder: Path) -> Path:
    """The whole database as PostgreSQL's own tool writes it, in plain SQL; of SQLite, every row as text."""
    file, url = folder / "dump.sql", get_db().url
    if get_db().sqlite:
        with sqlite3.connect(str(url.database)) as database:
            file.write_text("\n".join(database.iterdump()), encoding="utf-8")
        database.close()
    else:
        address = "--dbname=" + url.set(drivername="postgresql").render_as_string(hide_password=False)
        subprocess.run(["pg_dump", f"--file={file}", address], check=True)
    return file


def with_the_mark(folder: Path) -> list[str]:
    """The files under a folder in which the mark stands, in any of the forms in which it could be written."""
    text = MARK.encode()
    forms = (text, text.hex().encode(), text.hex().upper().encode(), MARK.encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path) for path in files if any(form in path.read_bytes() for form in forms)]


def in_the_write_ahead_log() -> int:
    """In how many files of PostgreSQL's log the mark stands; SQLite's lies beside its database, and is read there."""
    if get_db().sqlite:
        return 0
    found = text(
        "SELECT count(*) FROM pg_ls_waldir() WHERE position(:mark IN pg_read_binary_file('pg_wal/' || name)) > 0"
    )
    with get_db().read() as db:
        # What waits in memory is written out first.
        db.execute(text("SELECT pg_switch_wal()"))
        return db.scalar(found, {"mark": MARK.encode()}) or 0


def test_every_field_of_words_was_written(care: Care) -> None:
    """A new sealed column fails here until `tests/support/marked.py` writes into it."""
    Writer(care).everything()
    with get_db().read() as db:
        empty = [
            name
            for name, column in sealed_columns().items()
            if not db.scalar(select(func.count()).select_from(column.table).where(func.length(column) > 28))
        ]
    assert set(empty) == BY_THE_WORKER


@pytest.fixture
def _logs(app: Flask, tmp_path: Path) -> Iterator[None]:
    """Everything that anybody logs, at the lowest level, as we write it and with the text of exceptions."""
    handlers = [logging.FileHandler(tmp_path / name) for name in ("server.log", "everything.log")]
    handlers[0].setFormatter(JsonLines())
    loggers = [app.logger, logging.getLogger()]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
        for handler in handlers:
            logger.addHandler(handler)
    yield
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)
        for handler in handlers:
            logger.removeHandler(handler)
    for handler in handlers:
        handler.close()


@pytest.mark.usefixtures("_logs")
def test_the_mark_is_nowhere(app: Flask, care: Care, tmp_path: Path) -> None:
    make_queue(app)
    Writer(care).everything()
    # What is refused is written down too: a note that is too long, a body that is none.
    for kind, body in (
        ("passport.note", {"skill": "home-01", "text": MARK * 5000}),
        ("message.send", {"body": MARK, "x": MARK}),
    ):
        care.outcome(care.maya, operation(care.space, kind, **body))
    care.maya_phone.client.get(f"/api/v1/{MARK}?q={MARK}")
    care.maya_phone.client.post("/api/v1/me/exports")
    exports.make_waiting()
    with get_db().read() as db:
        assert db.scalar(select(func.count()).select_from(ExportPart))
    with clock.fixed(TODAY + timedelta(days=3)):
        for job in all_jobs(app):
            runner(app, job)()
            nudge(app, job.name)
    make_backup(get_db(), tmp_path / "footing.backup")
    dump = dump_of(tmp_path)
    assert (tmp_path / "test.sqlite3-wal").exists() == get_db().sqlite
    assert (with_the_mark(tmp_path), in_the_write_ahead_log()) == ([], 0)
    assert "POST /api/v1/sync 200" in (tmp_path / "server.log").read_text(encoding="utf-8")
    # The looking itself finds what is there.
    with dump.open("a", encoding="utf-8") as file:
        file.write(MARK.encode().hex())
    assert with_the_mark(tmp_path) == [str(dump)]
    if not get_db().sqlite:
        with get_db().write() as db:
            db.execute(text("SELECT pg_logical_emit_message(true, 'test', :mark)"), {"mark": MARK})
        assert in_the_write_ahead_log() == 1
    # And it is there for whoever may read it, also after a restore.
    restore_backup(get_db(), tmp_path / "footing.backup")
    assert MARK in str(care.send(care.maya).json)
