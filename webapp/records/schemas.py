"""The shapes of erasing."""

from __future__ import annotations

from marshmallow import fields, validate

from ..core.api import Moment, Schema
from .models import Why


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
