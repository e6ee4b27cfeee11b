"""The shapes of `POST /sync`. An operation is read by itself, so that a bad one stops no other."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time
from typing import Any

import marshmallow as ma
from marshmallow.validate import Length, Regexp

from ..core.api import Moment, Schema

MAX_KIND = 64
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
TIME = re.compile(r"\d\d:\d\d", re.ASCII)
LINE_BREAKS = "\t\n\r"
# Before this a stamp is no clock's reading, however wrong the clock.
FIRST_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
EACH_OPERATION = (
    "An object with id (a UUID made on the device), space, kind, made_at and body. At most 500 in a request."
)


class Stamped(Moment):
    """A device's time: cut to milliseconds, in UTC, not before 1970."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> datetime:
        try:
            moment = super()._deserialize(value, attr, data, **kwargs).astimezone(UTC)
        except OverflowError as error:
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE) from error
        if moment < FIRST_MOMENT:
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class PlainText(ma.fields.String):
    """Text that can be written down: half a character (a lone surrogate) is refused."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise self.make_error("invalid_utf8") from error
        return text


class Typed(PlainText):
    """Text as a person typed it, of some words when it is `needed`.

    Control characters are refused; line breaks are kept where there may be `lines`.
    """

    def __init__(self, longest: int, *, lines: bool = False, needed: bool = False, **kwargs: Any) -> None:
        checks = [Length(max=longest), *([Regexp(r"\s*\S", error="Some words are needed.")] if needed else [])]
        super().__init__(required="load_default" not in kwargs, validate=checks, **kwargs)
        self.kept = LINE_BREAKS if lines else ""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") and letter not in self.kept for letter in text):
            raise ma.ValidationError("Write plain text." if self.kept else "Write plain text on one line.")
        return text


class Day(ma.fields.Date):
    """A calendar day, written `2026-11-22` and in no other of the ways of ISO 8601."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        if not isinstance(value, str) or not DAY.fullmatch(value):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        day: date = super()._deserialize(value, attr, data, **kwargs)
        return day


class WallTime(ma.fields.Time):
    """A time that clocks in London show, written `14:00` and in no other way."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%H:%M", **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> time:
        if not isinstance(value, str) or not TIME.fullmatch(value):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        at: time = super()._deserialize(value, attr, data, **kwargs)
        return at


class Flag(ma.fields.Field[bool]):
    """True or false, and nothing that merely looks like it."""

    default_error_messages = {"invalid": "Not true or false."}  # noqa: RUF012 (marshmallow's own way)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class CursorSchema(Schema):
    """How far a device has read a space."""

    epoch = ma.fields.Integer(required=True, strict=True)
    seq = ma.fields.Integer(required=True, strict=True, validate=ma.validate.Range(min=0))


class OperationSchema(Schema):
    """One change, as a device queued it."""

    id = ma.fields.UUID(required=True)
    space = ma.fields.UUID(required=True)
    kind = PlainText(required=True, validate=ma.validate.Length(min=1, max=MAX_KIND))
    made_at = Stamped(required=True)
    body = ma.fields.Dict(keys=ma.fields.String(), required=True)


class SyncRequest(Schema):
    """Whose device this is, what it has read, and what it wants to write."""

    account = ma.fields.UUID(required=True)
    cursors = ma.fields.Dict(keys=ma.fields.UUID(), values=ma.fields.Nested(CursorSchema), load_default=dict)
    # Each is loaded by `OperationSchema` on its own, so here it may be anything.
    operations = ma.fields.List(ma.fields.Raw(metadata={"description": EACH_OPERATION}), load_default=list)


class OutcomeSchema(Schema):
    """What became of one operation; `problem` only when it was refused."""

    id = ma.fields.String(required=True)
    outcome = ma.fields.String(required=True, validate=ma.validate.OneOf(("applied", "superseded", "refused")))
    problem = ma.fields.Dict()


class SpaceSchema(Schema):
    """What changed in one space, and the cursor to come back with."""

    id = ma.fields.String(required=True)
    epoch = ma.fields.Integer(required=True)
    seq = ma.fields.Integer(required=True)
    more = ma.fields.Boolean(required=True)
    reset = ma.fields.Boolean(metadata={"description": "Drop the rows of this space before taking these."})
    changes = ma.fields.Dict(keys=ma.fields.String(), values=ma.fields.List(ma.fields.Dict()), required=True)


class SyncAnswer(Schema):
    """Both halves of the round trip."""

    now = ma.fields.String(required=True)
    min_client = ma.fields.Integer(required=True)
    outcomes = ma.fields.List(ma.fields.Nested(OutcomeSchema), required=True)
    spaces = ma.fields.List(ma.fields.Nested(SpaceSchema), required=True)
    ended = ma.fields.List(ma.fields.String(), required=True)
