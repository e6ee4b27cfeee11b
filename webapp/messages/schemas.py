"""The bodies of the operations on messages, and the answers about files. What is not named here is refused."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow.validate import Length, OneOf, Range, Regexp

from ..core.api import Schema
from ..sync.schemas import PlainText
from .rules import MAX_BODY, MAX_FILES, MarkedAs, clean, says_nothing

MAX_TOLD_NAME = 1000
NEWEST, MOST_NEWEST = 50, 200
# What a column of the database can hold.
MAX_NUMBER = 2**63 - 1


class Written(PlainText):
    """What a person wrote, of many lines, cleaned before it is measured."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return clean(super()._deserialize(value, attr, data, **kwargs))


class SendBody(Schema):
    """`message.send`: words, files that are here already, or both."""

    body = Written(required=True, validate=Length(max=MAX_BODY))
    files = ma.fields.List(ma.fields.UUID(), load_default=list, validate=Length(max=MAX_FILES))
    answers = ma.fields.UUID(load_default=None, allow_none=True)

    @ma.validates_schema
    def _says_something(self, data: dict[str, Any], **_kwargs: Any) -> None:
        if says_nothing(data["body"]) and not data["files"]:
            raise ma.ValidationError("Some words are needed.", "body")
        if len(set(data["files"])) < len(data["files"]):
            raise ma.ValidationError("A file is named twice.", "files")


class WithdrawBody(Schema):
    """`message.withdraw`: this message of mine is not to be read any more."""

    message = ma.fields.UUID(required=True)


class SeenBody(Schema):
    """`message.seen`: I have seen this message, and all before it."""

    upto = ma.fields.UUID(required=True)


class MarkBody(Schema):
    """`message.mark`: an adviser made this request or date (`id`) of a message, or says that it needs no answer."""

    message = ma.fields.UUID(required=True)
    as_ = PlainText(required=True, data_key="as", validate=OneOf(list(MarkedAs)))
    id = ma.fields.UUID(required=True, allow_none=True)

    @ma.validates_schema
    def _names_what_was_made(self, data: dict[str, Any], **_kwargs: Any) -> None:
        if (data["as_"] == MarkedAs.NO_ANSWER) != (data["id"] is None):
            raise ma.ValidationError("A request or a date has an id, and nothing else has.", "id")


class NewestQuery(Schema):
    """Which messages: those before a number (of all, without one), and how many at most."""

    before = ma.fields.Integer(validate=Range(min=1, max=MAX_NUMBER))
    limit = ma.fields.Integer(load_default=NEWEST, validate=Range(min=1, max=MOST_NEWEST))


class NewestSchema(Schema):
    """Messages in the order of the thread, as in the collection `messages`, and whether there are older ones."""

    messages = ma.fields.List(ma.fields.Dict(), required=True)
    more = ma.fields.Boolean(required=True)


class FileBody(Schema):
    """A file to come. The name may be anything: it is cut to what can be shown."""

    id = ma.fields.UUID(required=True)
    bytes = ma.fields.Integer(required=True, strict=True, validate=Range(min=1))
    sha256 = PlainText(required=True, validate=Regexp(r"[0-9a-f]{64}\Z", error="Not a SHA-256."))
    name = PlainText(load_default="", validate=Length(max=MAX_TOLD_NAME))


class ProgressSchema(Schema):
    """How many bytes of a file are here, and whether it is whole and taken."""

    offset = ma.fields.Integer(required=True)
    done = ma.fields.Boolean(required=True)
