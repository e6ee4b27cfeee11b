"""The shape of a problem with one field, the same as the one that a schema's own messages have."""

from __future__ import annotations

from ..core.errors import ErrorCode, Problem


def field_problem(field: str, sentence: str) -> Problem:
    """A `NOT_VALID` problem that says in plain words what is wrong with one field of the body."""
    return Problem(ErrorCode.NOT_VALID, sentence, errors={"json": {field: [sentence]}})
