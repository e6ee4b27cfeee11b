"""The bodies of looks, and what a manager is answered. What is not named here is refused."""

from __future__ import annotations

import marshmallow as ma
from marshmallow.validate import Range

from ..core.api import Schema
from ..sync.schemas import Stamped, Typed

FEWEST_LETTERS, MAX_REASON, MAX_REASONS = 10, 500, 2000


class OpenedBody(Schema):
    """`space.opened`: a supporter opened the space at this moment, perhaps offline."""

    at = Stamped(required=True)


class ReasonBody(Schema):
    """Why a manager looks, in words that the young person can read."""

    reason = Typed(MAX_REASON)

    @ma.validates("reason")
    def _says_something(self, value: str, **_kwargs: object) -> None:
        if len("".join(value.split())) < FEWEST_LETTERS:
            raise ma.ValidationError("Say in a few words why you need to look.")


class LookBody(ReasonBody):
    """The reason, and the change after which to go on."""

    after = ma.fields.Integer(load_default=0, strict=True, validate=Range(0, 2**53))


class ConversationSchema(Schema):
    """A page of the conversation, as in a sync: with `more`, ask again after `seq`."""

    seq = ma.fields.Integer(required=True)
    more = ma.fields.Boolean(required=True)
    changes = ma.fields.Dict(keys=ma.fields.String(), values=ma.fields.List(ma.fields.Dict()), required=True)
