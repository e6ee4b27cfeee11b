"""The bodies of the operations on requests, and the answer of the duty list. What is not named here is refused."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow.validate import Length, OneOf, Range, Regexp

from ..content.fields import SLUG
from ..core.api import Moment, Schema
from ..sync.schemas import Day, PlainText, Typed
from .rules import ANSWERS, MAX_ID, MAX_PENCE, MAX_TEXT, MAX_TITLE, MAX_WHAT, OPEN, State

# The form of an id alone: a right or a step may be gone from the pack by the time a phone is online.
ID = [Length(max=MAX_ID), Regexp(rf"{SLUG.pattern}\Z", error="Not an id.")]


class MakeBody(Schema):
    """`request.make`: I ask for this. The title is kept as it was, for when the right is gone from the pack."""

    entitlement = PlainText(required=True, validate=ID)
    title = Typed(MAX_TITLE, needed=True)
    need = Typed(MAX_TEXT, lines=True, needed=True)
    note = Typed(MAX_TEXT, lines=True, load_default="")


class StepBody(Schema):
    """`request.step`: an adviser's answer. To refuse needs a reason."""

    request = ma.fields.UUID(required=True)
    state = PlainText(required=True, validate=OneOf(list(ANSWERS)))
    words = Typed(MAX_TEXT, lines=True, load_default="")

    @ma.validates_schema
    def _refuses_with_a_reason(self, data: dict[str, Any], **_kwargs: Any) -> None:
        if data["state"] == State.REFUSED and not data["words"].strip():
            raise ma.ValidationError("A reason is needed.", "words")


class RequestBody(Schema):
    """`request.received`: I have got it. `request.withdraw`: I no longer ask for it."""

    request = ma.fields.UUID(required=True)


class ChallengeBody(Schema):
    """`request.challenge`: the day on which I took this step against the answer; null when I did not after all."""

    request = ma.fields.UUID(required=True)
    step = PlainText(required=True, validate=ID)
    on = Day(required=True, allow_none=True)


class SpendBody(Schema):
    """`spend.put`: I received this, for so much, on this day."""

    item = ma.fields.UUID(required=True)
    entitlement = PlainText(required=True, validate=ID)
    what = Typed(MAX_WHAT, needed=True)
    pence = ma.fields.Integer(required=True, strict=True, validate=Range(1, MAX_PENCE))
    on = Day(required=True)


class SpendRemoveBody(Schema):
    """`spend.remove`: this item was a mistake."""

    item = ma.fields.UUID(required=True)


class DutyRequestSchema(Schema):
    """A request that nobody has answered, of a young person without an adviser: when and whose, but not what."""

    space = ma.fields.UUID(required=True)
    id = ma.fields.UUID(required=True)
    made_at = Moment(required=True)
    due = ma.fields.Date(required=True)
    state = ma.fields.String(required=True, validate=OneOf(list(OPEN)))
    late = ma.fields.Boolean(required=True)


class DutySchema(Schema):
    """The requests of a council's duty list, the one due first first."""

    requests = ma.fields.List(ma.fields.Nested(DutyRequestSchema), required=True)
