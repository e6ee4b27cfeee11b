"""`/healthz` says that the database can be read and the content is there."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.core.db import Database


def test_answers_with_the_councils(app: Flask) -> None:
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 200
    assert answer.get_json()["ok"] is True
    assert answer.get_json()["councils"] >= 2


def test_a_database_that_cannot_be_read_is_a_problem(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: Database) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(Database, "read", fail)
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 500
    assert answer.content_type == "application/problem+json"
    assert b"disk" not in answer.data
