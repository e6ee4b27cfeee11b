"""Every problem that Footing can answer has the one shape, a plain sentence, and a name of its own."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from webapp.core.errors import ErrorCode, Problem, problem_response

CODES = list(ErrorCode)
# Words that blame, or that only we understand.
NEVER = re.compile(r"\b(invalid|illegal|fatal|error|failed|user|LAC|NEET|you must|wrongly|null|JSON)\b", re.IGNORECASE)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_one_shape(app: Flask, code: ErrorCode) -> None:
    answer = problem_response(Problem(code))
    body = answer.get_json(force=True)
    assert answer.status_code == code.status == body["status"]
    assert answer.mimetype == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert set(body) == {"type", "title", "status", "detail", "retry"}
    assert body["type"] == f"urn:footing:problem:{code.slug}"
    assert isinstance(body["retry"], bool)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_a_plain_sentence(code: ErrorCode) -> None:
    assert code.sentence.endswith(".")
    assert len(code.sentence) <= 100
    assert NEVER.search(code.sentence) is None
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.slug)


def test_no_two_have_one_name() -> None:
    assert len({code.slug for code in CODES}) == len(CODES)


def test_a_crash_answers_in_the_same_shape_and_tells_nothing(app: Flask) -> None:
    from webapp.core.guards import public

    @public
    def crash() -> str:
        raise RuntimeError("Amina's letter")

    app.add_url_rule("/tests/crash", view_func=crash)
    answer = app.test_client().get("/tests/crash")
    assert answer.status_code == 500
    assert answer.mimetype == "application/problem+json"
    assert "Amina" not in answer.text


def test_a_database_that_is_busy_is_said_to_be_busy(app: Flask) -> None:
    from webapp.core.guards import public

    @public
    def busy() -> str:
        raise OperationalError("SELECT 'Amina'", {}, Exception("database is locked"))

    app.add_url_rule("/tests/busy", view_func=busy)
    answer = app.test_client().get("/tests/busy")
    assert (answer.status_code, answer.get_json()["retry"]) == (503, True)
    assert "Amina" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "options", "status"),
    [
        ("POST", "/api/v1/auth/sign-in", {"data": "{", "content_type": "application/json"}, 400),
        ("POST", "/api/v1/auth/sign-in", {"data": b"[" * 100_000, "content_type": "application/json"}, 400),
        ("POST", "/api/v1/auth/sign-in", {"data": b"9" * 5000, "content_type": "application/json"}, 400),
        ("POST", "/api/v1/auth/sign-in", {"json": {}}, 422),
        ("POST", "/api/v1/auth/sign-in", {"json": {"name": 7, "pass_phrase": []}}, 422),
        ("POST", "/api/v1/auth/sign-in", {"json": {"name": "a", "pass_phrase": "b", "admin": True}}, 422),
        ("POST", "/api/v1/auth/sign-in", {"data": b"x" * 10_000_000, "content_type": "application/json"}, 413),
        ("POST", "/api/v1/auth/sign-in", {"json": {}, "headers": {"Origin": "https://evil.example"}}, 403),
        ("DELETE", "/api/v1/councils", {}, 405),
        ("GET", "/api/v1/auth/me", {}, 401),
        ("GET", "/api/v1/nowhere", {}, 404),
    ],
)
def test_bad_input_has_the_one_shape(
    app: Flask, method: str, path: str, options: dict[str, object], status: int
) -> None:
    answer = app.test_client().open(path, method=method, **options)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert {"type", "title", "status", "detail", "retry"} <= set(answer.get_json())
