"""The check keeps nothing: no row, no byte in the data folder, no line of any log and no cookie holds what was sent."""

from __future__ import annotations

import io
import logging
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import MetaData, select
from sqlalchemy.exc import OperationalError
from werkzeug.test import TestResponse

from tests.entitlements.bad_answers import spell
from tests.entitlements.check_client import URL
from tests.support.care import Care
from tests.support.statements import statements_of
from webapp.core.db import get_db
from webapp.entitlements import checking
from webapp.entitlements.person import Enquiry
from webapp.settings import Settings

# Each is found nowhere else, so that finding it means that it was kept.
BORN, CARE_FROM, ASK, SAVINGS, SECRET = "2007-03-13", "2019-02-17", "badc0ffee0", 48151623, "zanzibar-kumquat"
MARKERS = (BORN, "2007, 3, 13", CARE_FROM, "2019, 2, 17", ASK, str(SAVINGS), SECRET)

TRUE: dict[str, Any] = {
    "answers": {"dob": BORN, "care_spells": [spell(CARE_FROM, "2025-01-01")]},
    "circumstances": {"asks": {ASK: "yes"}, "savings": SAVINGS},
}
SENT: dict[str, tuple[dict[str, Any], int]] = {
    "taken": (TRUE, 200),
    "answers that cannot be": ({**TRUE, "answers": {"dob": BORN, SECRET: SECRET}}, 422),
    "a field that is not known": ({**TRUE, SECRET: SECRET}, 422),
    "a council that is not known": ({**TRUE, "council": SECRET}, 422),
    "too large": ({**TRUE, "more": SECRET * 5000}, 413),
}


@dataclass
class Watch:
    """All that could hold what was sent: the data folder, the tables, every logger's records and the log's lines."""

    folder: Path
    caplog: pytest.LogCaptureFixture
    lines: io.StringIO
    files_before: dict[str, bytes]
    rows_before: list[Any]

    def sees_nothing_kept(self, answer: TestResponse, client: FlaskClient, cookies: list[str]) -> None:
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"
        assert jar(client) == cookies
        assert files(self.folder) == self.files_before
        assert rows() == self.rows_before
        found = [self.lines.getvalue(), repr(self.rows_before), *map(everything_in, self.caplog.records)]
        assert [(marker, text) for marker in MARKERS for text in found if marker in text] == []
        line = f"POST {URL} {answer.status_code} "
        assert line in self.lines.getvalue()
        assert any(line in record.getMessage() for record in self.caplog.records)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def rows() -> list[Any]:
    tables = MetaData()
    tables.reflect(get_db().engine)
    with get_db().read() as db:
        return [(table.name, list(map(tuple, db.execute(select(table))))) for table in tables.sorted_tables]


def jar(client: FlaskClient) -> list[str]:
    return sorted(f"{cookie.key}={cookie.value}" for cookie in (client._cookies or {}).values())


def everything_in(record: logging.LogRecord) -> str:
    trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
    return f"{record.getMessage()} {record.__dict__} {trace}"


@pytest.fixture
def watch(
    care: Care, settings: Settings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Watch]:
    """Every logger at its most talkative, and the lines that the server's own log would write."""
    lines = io.StringIO()
    (handler,) = care.app.logger.handlers
    monkeypatch.setattr(handler, "stream", lines)
    care.app.logger.addHandler(caplog.handler)
    for name in (None, care.app.logger.name, "sqlalchemy", "werkzeug", "webargs"):
        caplog.set_level(logging.DEBUG, name)
    before = rows()
    yield Watch(settings.data_dir, caplog, lines, files(settings.data_dir), before)
    care.app.logger.removeHandler(caplog.handler)


@pytest.mark.parametrize(("body", "status"), SENT.values(), ids=list(SENT))
@pytest.mark.parametrize("who", ["signed out", "signed in"])
def test_nothing_is_kept(care: Care, watch: Watch, body: dict[str, Any], status: int, who: str) -> None:
    client = care.maya_phone.client if who == "signed in" else care.app.test_client()
    cookies = jar(client)
    with statements_of(get_db()) as statements:
        answer = client.post(f"{URL}?lang={SECRET}", json=body)
    assert answer.status_code == status
    assert statements == []
    watch.sees_nothing_kept(answer, client, cookies)


@pytest.mark.parametrize("error", [ValueError, OperationalError])
def test_nothing_is_kept_when_it_breaks(
    care: Care, watch: Watch, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worst crash: its own text holds everything that was sent."""

    def broken(enquiry: Enquiry) -> None:
        text = f"{enquiry.answers} {enquiry.facts}"
        raise OperationalError(text, {}, Exception(text)) if error is OperationalError else ValueError(text)

    monkeypatch.setattr(checking, "check", broken)
    client = care.app.test_client()
    answer = client.post(URL, json=TRUE)
    assert answer.status_code == (503 if error is OperationalError else 500)
    assert not any(marker in answer.text for marker in MARKERS)
    watch.sees_nothing_kept(answer, client, [])


def test_an_answer_shows_no_answer_of_another(care: Care) -> None:
    """Nothing stays in memory either, to come back in the next person's answer."""
    client = care.app.test_client()
    other = {"answers": {"dob": "2008-05-04"}}
    before = client.post(URL, json=other).data
    assert client.post(URL, json=TRUE).status_code == 200
    assert client.post(URL, json=other).data == before
