"""The shapes of erasing and of copies."""

from __future__ import annotations

from marshmallow import fields, validate

from ..core.api import Moment, Schema
from ..spaces.schemas import ReasonBody
from .models import ExportState, Why


class EraseSchema(Schema):
    """The young person's name, typed once more, and why."""

    name = fields.String(required=True, validate=validate.Length(1, 80))
    why = fields.String(required=True, validate=validate.OneOf([Why.ASKED, Why.MISTAKE, Why.LAW]))


class EndedSchema(Schema):
    """A young person whose account has ended, while their record is kept."""

    space = fields.UUID()
    name = fields.String()
    ended_at = Moment()


class EndedListSchema(Schema):
    """Those of one council, the last one first."""

    ended = fields.List(fields.Nested(EndedSchema))


class ExportSchema(Schema):
    """A copy that a young person asked for. `bytes` and `sha256` are those of the ZIP, once it is ready."""

    id = fields.UUID()
    state = fields.String(validate=validate.OneOf([*ExportState]))
    asked_at = Moment()
    ready_at = Moment(allow_none=True)
    until = Moment(allow_none=True)
    bytes = fields.Integer(allow_none=True)
    sha256 = fields.String(allow_none=True)


class ExportsSchema(Schema):
    """All of them, the last one first."""

    exports = fields.List(fields.Nested(ExportSchema))


class ThreadArgs(Schema):
    """The conversation as a page to read and print, or as JSON."""

    as_ = fields.String(data_key="as", load_default="page", validate=validate.OneOf(["page", "json"]))


class TakeThreadBody(ReasonBody, ThreadArgs):
    """Why a manager takes the record of a conversation, and in which form."""
