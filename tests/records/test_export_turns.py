"""A copy takes seconds to make and longer to fetch: neither keeps others waiting."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from flask import Flask

from tests.support.care import Care
from webapp.core.db import get_db
from webapp.core.jobs import set_nudge
from webapp.records import exports, sealing

from .test_exports import EXPORTS, ask, client

pytestmark = pytest.mark.usefixtures("on_one_day")


def test_a_slow_phone_holds_no_transaction_open(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "PIECE", 1000)
    export = ask(care)
    exports.make_waiting()
    answer = client(care).get(f"{EXPORTS}/{export}", buffered=False)
    arrived = [next(answer.response)]
    held = get_db().engine.pool.checkedout()  # type: ignore[attr-defined]
    arrived += answer.response
    assert (held, len(b"".join(arrived))) == (0, answer.content_length)
    assert zipfile.ZipFile(io.BytesIO(b"".join(arrived))).testzip() is None


def test_one_copy_is_made_at_a_time(app: Flask, care: Care) -> None:
    asked: list[str] = []
    ask(care)
    ali: Any = care.ali_phone.client
    ali.post(EXPORTS)
    set_nudge(app, asked.append)
    exports.make_waiting()
    states = [phone.get(EXPORTS).json["exports"][0]["state"] for phone in (client(care), ali)]
    assert (states, asked.count(exports.JOB)) == (["ready", "waiting"], 1)
    exports.make_waiting()
    assert (ali.get(EXPORTS).json["exports"][0]["state"], asked.count(exports.JOB)) == ("ready", 1)
