"""A copy takes seconds to make and longer to fetch, or cannot be made at all: none of these keeps others waiting."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from flask import Flask

from tests.support.care import Care
from tests.support.marked import TODAY
from webapp.core import clock
from webapp.core.crypto import SealBroken
from webapp.core.db import get_db
from webapp.core.jobs import set_nudge
from webapp.records import exports, sealing

from .test_exports import EXPORTS, ask, client, parts

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


def test_a_copy_that_cannot_be_made_is_given_up_and_another_can_be_asked_for(
    care: Care, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def damaged(*_args: Any) -> None:
        raise SealBroken("damaged")

    def state() -> str:
        state: str = client(care).get(EXPORTS).json["exports"][0]["state"]
        return state

    export = ask(care)
    with monkeypatch.context() as broken:
        broken.setattr("webapp.records.copying.threads.readable", damaged)
        for tried in range(8):
            with clock.fixed(TODAY + tried * exports.LEASE), pytest.raises(SealBroken):
                exports.make_waiting()
    assert (ask(care), state()) == (export, "waiting")
    with clock.fixed(TODAY + exports.GIVEN_UP_AFTER):
        exports.make_waiting()
        assert (state(), parts()) == ("gone", 0)
        assert [line for line in caplog.messages if export in line]
        assert ask(care) != export
        exports.make_waiting()
        assert state() == "ready"


def test_a_copy_that_no_worker_has_tried_is_not_given_up(care: Care) -> None:
    ask(care)
    with clock.fixed(TODAY + 2 * exports.GIVEN_UP_AFTER):
        exports.make_waiting()
    assert client(care).get(EXPORTS).json["exports"][0]["state"] == "ready"
