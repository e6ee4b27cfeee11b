"""What the check gives over the wire: the status, what each entitlement is to a person, and their timeline."""

from __future__ import annotations

from typing import Any

from marshmallow import fields
from marshmallow.validate import OneOf

from ..content.answers import ContentAnswer
from ..content.schemas.entitlements import ADDED_UP_PERS
from ..core.api import Schema
from ..sync.schemas import Day
from .schemas import STATES, STATUSES, StatusResultSchema


def _told(**kwargs: Any) -> fields.String:
    return fields.String(required=True, **kwargs)


def _day() -> Day:
    return Day(required=True, allow_none=True)


def _codes() -> fields.List[Any]:
    return fields.List(fields.String(), required=True)


def _leaves(**kwargs: Any) -> fields.List[Any]:
    return fields.List(fields.Nested(LeafSchema), required=True, **kwargs)


def _value(**kwargs: Any) -> fields.Raw:
    return fields.Raw(required=True, metadata={"description": "whole pence, percent, days …, or words"}, **kwargs)


class LeafSchema(Schema):
    """One condition: a key of `who` and what it asks for; `not`: it must not hold. For `ask`, the ask_id."""

    key = _told()
    value = fields.Raw(required=True, allow_none=True)
    not_ = fields.Boolean(data_key="not", attribute="not", validate=OneOf([True]))


class AmountResultSchema(Schema):
    """A figure for this person on this day; `england` is England's own when the council's differs."""

    id = _told()
    state = _told(validate=OneOf(("yes", "maybe")))
    value = _value()
    england = _value(allow_none=True)


class EntitlementResultSchema(Schema):
    """What one entitlement is to this person, never a flat no.

    `on`: from when (later) or since when (ended). `event`: it starts when these do. `ask`: the one question that
    settles it. `because`: what holds (now, maybe) or is against. `until`: the first day on which it no longer fits.
    """

    id = _told()
    title = _told()
    state = _told(validate=OneOf(STATES))
    on = _day()
    event = _leaves(allow_none=True)
    ask = fields.Nested(LeafSchema, required=True, allow_none=True)
    because = _leaves()
    until = _day()
    amounts = fields.List(fields.Nested(AmountResultSchema), required=True)


class NamedStatusSchema(Schema):
    """A status in plain words."""

    title = _told()
    summary = _told()


class ReasonSchema(NamedStatusSchema):
    """A status in plain words, why the rule leads to it, and where that stands."""

    because = _told()
    sources = _codes()
    as_at = Day(required=True)
    confidence = _told()


class FlagWordsSchema(Schema):
    """Something to know, and what to do about it."""

    id = _told()
    title = _told()
    text = _told()
    sources = _codes()
    as_at = Day(required=True)
    confidence = _told()


class StatusWordsSchema(ReasonSchema):
    """The words for a status; `best_guess` when it is open, `learning` when being back in learning comes on top."""

    best_guess = fields.Nested(ReasonSchema, required=True, allow_none=True)
    learning = fields.Nested(NamedStatusSchema, required=True, allow_none=True)
    flags = fields.List(fields.Nested(FlagWordsSchema), required=True)


class StatusAnswerSchema(StatusResultSchema):
    """The status with its words."""

    words = fields.Nested(StatusWordsSchema, required=True)


class MissingSchema(Schema):
    """Money that is the person's now and may be added up, in whole pence."""

    id = _told()
    amount = _told()
    per = _told(validate=OneOf(ADDED_UP_PERS))
    value = fields.Integer(required=True, strict=True)


class StatusTurnSchema(Schema):
    """The status before and after a day."""

    before = _told(validate=OneOf(STATUSES))
    after = _told(validate=OneOf(STATUSES))


class MilestoneSchema(Schema):
    """A birthday that matters: the entitlements that start, change and end on it, if nothing else changes."""

    age = fields.Integer(required=True, strict=True)
    on = Day(required=True)
    status = fields.Nested(StatusTurnSchema, required=True, allow_none=True)
    starts = _codes()
    changes = _codes()
    ends = _codes()


class CheckAnswer(ContentAnswer):
    """The status, what each entitlement is to the person, and their timeline, as of the day `today`."""

    today = Day(required=True)
    status = fields.Nested(StatusAnswerSchema, required=True)
    entitlements = fields.List(fields.Nested(EntitlementResultSchema), required=True)
    missing = fields.List(fields.Nested(MissingSchema), required=True)
    timeline = fields.List(fields.Nested(MilestoneSchema), required=True)
