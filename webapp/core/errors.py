"""Every problem that Footing can answer, in one place, with one shape (RFC 9457, `application/problem+json`).

Raise `Problem(ErrorCode.X)` anywhere; the person gets a plain sentence that says what happened and what to do. Detail
for operators goes to the log, never into the answer.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from flask import Flask, Response, json
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

BASE = "urn:footing:problem:"


class ErrorCode(Enum):
    """code, HTTP status, the plain sentence, and whether trying the same again later can help."""

    BAD_JSON = ("bad-json", 400, "We could not read what was sent. Nothing was changed.", False)
    BAD_REQUEST = ("bad-request", 400, "Something in what was sent is not right. Nothing was changed.", False)
    NOT_SIGNED_IN = ("not-signed-in", 401, "Please sign in again. What you did is safe on this phone.", True)
    ACCOUNT_OVER = ("account-over", 401, "This account has ended. Your council keeps the record.", False)
    WRONG_SIGN_IN = ("wrong-sign-in", 401, "That name and pass phrase do not match. Try again, or ask your PA.", False)
    SECOND_FACTOR_NEEDED = ("second-factor-needed", 401, "Now give the 6-digit code from your code app.", False)
    WRONG_CODE = ("wrong-code", 401, "That code is not right, or was used already. Wait for the next one.", False)
    WRONG_ORIGIN = ("wrong-origin", 403, "This came from another site, so we did not do it.", False)
    NOT_ALLOWED = ("not-allowed", 403, "Your account cannot do this. Nothing was changed.", False)
    NOT_FOUND = ("not-found", 404, "We could not find that.", False)
    METHOD_NOT_ALLOWED = ("method-not-allowed", 405, "That cannot be done here.", False)
    WRONG_ACCOUNT = ("wrong-account", 409, "Someone else is signed in on this phone. Nothing was sent.", False)
    REUSED_ID = ("reused-id", 409, "This change has the number of another change, so it was not kept.", False)
    CONFLICT = ("conflict", 409, "Something changed in the meantime. Look again, then try once more.", False)
    CODE_SPENT = ("code-spent", 410, "This code was used already or is too old. Ask for a new one.", False)
    TOO_LARGE = ("too-large", 413, "That is too big to send. Nothing was changed.", False)
    WRONG_TYPE = ("wrong-type", 415, "We could not read that kind of message. Nothing was changed.", False)
    NOT_VALID = ("not-valid", 422, "Something in what was sent is missing or not right. Nothing was changed.", False)
    UNKNOWN_KIND = ("unknown-kind", 422, "We do not know this change yet. It stays safe on your phone.", True)
    NOT_YET = ("not-yet", 409, "What this change belongs to has not reached us yet. It stays safe on your phone.", True)
    TOO_MANY = ("too-many", 429, "Too many tries. Wait a little, then try again.", True)
    SERVER = ("server", 500, "Something went wrong on our side. Nothing is lost. Try again soon.", True)
    BUSY = ("busy", 503, "We are busy. What you did is safe. Try again soon.", True)

    def __init__(self, slug: str, status: int, sentence: str, retry: bool) -> None:
        self.slug = slug
        self.status = status
        self.sentence = sentence
        self.retry = retry


class Problem(Exception):
    """A problem to answer with. `detail` is a plain safe sentence; `extra` adds members to the answer."""

    def __init__(self, code: ErrorCode, detail: str | None = None, **extra: Any) -> None:
        super().__init__(code.slug)
        self.code = code
        self.detail = detail or code.sentence
        self.extra = extra

    def body(self) -> dict[str, Any]:
        """The members of the answer: type, title, status, detail, retry and any extra."""
        return {
            "type": BASE + self.code.slug,
            "title": self.code.sentence,
            "status": self.code.status,
            "detail": self.detail,
            "retry": self.code.retry,
            **self.extra,
        }


_BY_STATUS = {
    400: ErrorCode.BAD_JSON,
    401: ErrorCode.NOT_SIGNED_IN,
    403: ErrorCode.NOT_ALLOWED,
    404: ErrorCode.NOT_FOUND,
    405: ErrorCode.METHOD_NOT_ALLOWED,
    409: ErrorCode.CONFLICT,
    413: ErrorCode.TOO_LARGE,
    415: ErrorCode.WRONG_TYPE,
    422: ErrorCode.NOT_VALID,
    429: ErrorCode.TOO_MANY,
    503: ErrorCode.BUSY,
}


def problem_response(problem: Problem) -> Response:
    """The answer for a problem; a `retry_after` in its extra (seconds) also becomes the header."""
    response = Response(json.dumps(problem.body()), problem.code.status, mimetype="application/problem+json")
    if "retry_after" in problem.extra:
        response.headers["Retry-After"] = str(problem.extra["retry_after"])
    response.headers["Cache-Control"] = "no-store"
    return response


def from_http(error: HTTPException) -> Problem:
    """Turn a Werkzeug or webargs error into a problem; field messages are kept under `errors`."""
    code = _BY_STATUS.get(error.code or 500, ErrorCode.BAD_REQUEST if (error.code or 500) < 500 else ErrorCode.SERVER)
    messages = getattr(error, "data", {}).get("messages") if hasattr(error, "data") else None
    if not messages:
        return Problem(code)
    if "json" in messages and messages["json"] == ["Invalid JSON body."]:
        return Problem(ErrorCode.BAD_JSON)
    return Problem(code, errors=messages)


def install(app: Flask) -> None:
    """Answer every exception with the one shape."""

    def on_problem(error: Problem) -> Response:
        return problem_response(error)

    def on_http(error: HTTPException) -> Response:
        return problem_response(from_http(error))

    def on_crash(error: Exception) -> Response:
        # The exception text can hold personal data, so only its type and place are logged.
        app.logger.error("unhandled %s", type(error).__name__, exc_info=_without_text(error))
        busy = isinstance(error, OperationalError)
        return problem_response(Problem(ErrorCode.BUSY if busy else ErrorCode.SERVER))

    app.register_error_handler(Problem, on_problem)
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(Exception, on_crash)


def _without_text(error: Exception) -> tuple[type[BaseException], BaseException, Any]:
    return (RuntimeError, RuntimeError(type(error).__name__), error.__traceback__)
