"""The bodies and answers of times away and of the duty list. What is not named here is refused."""

from __future__ import annotations

import marshmallow as ma
from marshmallow.validate import Length

from ..core.api import Moment, Schema
from ..sync.schemas import Day

MAX_ON_DUTY = 100


class AwayBody(Schema):
    """From the first day to the last one in London, and who covers; null: the duty list."""

    since = Day(required=True)
    until = Day(required=True)
    cover = ma.fields.UUID(required=True, allow_none=True)


class ColleagueSchema(Schema):
    """An adviser of the council."""

    id = ma.fields.UUID(required=True)
    name = ma.fields.String(required=True)


class CoveredSchema(Schema):
    """Somebody really covers, from a moment until just before another."""

    name = ma.fields.String(required=True)
    since = Moment(required=True)
    until = Moment(required=True)


class AwayTimeSchema(Schema):
    """A time away. `cover` was named; `covered` is what comes of it: that one may be away too, or name this one."""

    id = ma.fields.UUID(required=True)
    since = ma.fields.Date(required=True)
    until = ma.fields.Date(required=True)
    cover = ma.fields.Nested(ColleagueSchema, required=True, allow_none=True)
    covered = ma.fields.List(ma.fields.Nested(CoveredSchema), required=True)


class AwaySchema(Schema):
    """An adviser's times away that are not over, the next one first, and the colleagues who can cover."""

    times = ma.fields.List(ma.fields.Nested(AwayTimeSchema), required=True)
    advisers = ma.fields.List(ma.fields.Nested(ColleagueSchema), required=True)


class DutyBody(Schema):
    """The advisers on duty from now on."""

    advisers = ma.fields.List(ma.fields.UUID(), required=True, validate=Length(max=MAX_ON_DUTY))


class OnDutySchema(ColleagueSchema):
    """An adviser, and whether they are on duty and away now."""

    on_duty = ma.fields.Boolean(required=True)
    away = ma.fields.Boolean(required=True)


class DutyListSchema(Schema):
    """All advisers of a council; and for how many young people nobody at work reads now."""

    advisers = ma.fields.List(ma.fields.Nested(OnDutySchema), required=True)
    nobody = ma.fields.Integer(required=True)


class UnreadSchema(Schema):
    """A young person whose oldest unread message has waited since a moment."""

    space = ma.fields.UUID(required=True)
    since = Moment(required=True)


class UnreadListSchema(Schema):
    """Those of a council of whom managers were told and whom nobody has read since, the longest wait first."""

    unread = ma.fields.List(ma.fields.Nested(UnreadSchema), required=True)
