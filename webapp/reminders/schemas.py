"""The bodies of the operations on reminders. What is not named here is refused."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow.validate import Length, OneOf, Regexp

from ..content.fields import SLUG
from ..core.api import Schema
from ..sync.schemas import Day, PlainText, Typed, WallTime
from .rules import MAX_TEMPLATE, MAX_TEXT, Every, Plan, Repeat


class RepeatBody(Schema):
    """How often a reminder comes again, and its last day: there is none without an end."""

    every = PlainText(required=True, validate=OneOf(list(Every)))
    until = Day(required=True)

    @ma.post_load
    def _repeat(self, data: dict[str, Any], **_kwargs: Any) -> Repeat:
        return Repeat(Every(data["every"]), data["until"])


class MakeBody(Schema):
    """`reminder.make`: remind this young person of something. `time` is null for the whole day."""

    text = Typed(MAX_TEXT, lines=True, needed=True)
    day = Day(required=True)
    time = WallTime(required=True, allow_none=True)
    repeat = ma.fields.Nested(RepeatBody, allow_none=True, load_default=None)
    template = PlainText(
        allow_none=True,
        load_default=None,
        validate=[Length(max=MAX_TEMPLATE), Regexp(rf"{SLUG.pattern}\Z", error="Not an id.")],
    )

    @ma.post_load
    def _with_plan(self, data: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
        return data | {"plan": Plan(data["day"], data["time"], data["repeat"])}


class ReminderBody(Schema):
    """`reminder.cancel`: do not remind any more."""

    reminder = ma.fields.UUID(required=True)


class SeenBody(Schema):
    """`reminder.seen`: I saw what came on this day."""

    reminder = ma.fields.UUID(required=True)
    on = Day(required=True)
