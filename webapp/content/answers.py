"""Answers made of content: JSON with an ETag, kept for a short time, 304 when the phone has it already."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import marshmallow as ma
from flask import Response, request

from ..core.api import Schema
from ..core.errors import ErrorCode, Problem
from .bundles import HASH_LETTERS, compact
from .languages import language
from .languages.speaking import get_speaker
from .library import Council, get_library
from .values import newest_as_at

# Long enough that going back and forth asks once; short enough that a corrected figure is seen the same hour.
SHORT = "public, max-age=300"
# The list names the bundles: a stale one would name a bundle that is gone. Asking again costs a 304.
ASK_AGAIN = "public, no-cache"


class LangQuery(Schema):
    """`?lang=`: a language we do not have falls back to English, and the answer says so in `lang`."""

    lang = ma.fields.String(load_default=None, metadata={"description": "a language code, like en"})


class ContentAnswer(Schema):
    """What every content answer has: whose, in which language, and the newest as-at date of what it holds."""

    council = ma.fields.String(required=True)
    lang = ma.fields.String(required=True)
    as_of = ma.fields.Date(required=True, allow_none=True)


def find_council(slug: str) -> Council:
    """The council, or base pack, of a route. Raises `Problem(NOT_FOUND)`."""
    try:
        return get_library().council(slug)
    except KeyError as error:
        text = "We do not have that council. Choose one from the list of councils."
        raise Problem(ErrorCode.NOT_FOUND, text) from error


def council_answer(slug: str, asked: str | None, name: str, pick: Callable[[Council], Any]) -> Response:
    """One part of a council's content under `name`. Raises `Problem(NOT_FOUND)` for an unknown council."""
    find_council(slug)
    lang = language(asked)
    content = pick(get_speaker().council(slug, lang))
    answer = {"council": slug, "lang": lang, "as_of": newest_as_at(content), name: content}
    return cached_answer(compact(answer), SHORT)


def cached_answer(data: bytes, cache: str, tag: str | None = None) -> Response:
    """A JSON answer with its ETag and Cache-Control; without a body when the request has the same tag."""
    response = Response(data, mimetype="application/json")
    response.headers["Cache-Control"] = cache
    response.set_etag(tag or hashlib.sha256(data).hexdigest()[:HASH_LETTERS])
    response.make_conditional(request)
    return response
