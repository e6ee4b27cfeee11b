"""The shapes of the settings of notices, of subscriptions, and of what comes back. What is not named is refused."""

from __future__ import annotations

import re
from typing import Any

import marshmallow as ma
from marshmallow.validate import Email, Length, OneOf

from ..core.api import Moment, Schema
from ..sync.schemas import Flag, PlainText, WallTime
from . import endpoints
from .rules import STEPS
from .words import PLAINNESS

MAX_PLANS = 40
MAX_NUMBER, MAX_ADDRESS = 24, 254
KIND = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
# A number of the United Kingdom's, or of any country when it says which.
NUMBER = re.compile(r"(\+[1-9][0-9]{7,14}|07[0-9]{9})")
LANGUAGE = re.compile(r"[a-z]{2,3}")


class Number(PlainText):
    """A mobile number, kept without spaces. Empty means none."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = re.sub(r"[ ()./-]", "", super()._deserialize(value, attr, data, **kwargs))
        if text and not NUMBER.fullmatch(text):
            raise ma.ValidationError("This is not a mobile number. Write it like 07700 900123.")
        return text or None


class Address(PlainText):
    """An e-mail address. Empty means none."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs).strip()
        if text:
            Email(error="This is not an email address. Write it like jo@mail.example.")(text)
        return text or None


class TextSchema(Schema):
    """Texts: where to, and whether."""

    number = Number(required=True, allow_none=True, validate=Length(max=MAX_NUMBER))
    on = Flag(required=True)


class EmailSchema(Schema):
    """E-mails: where to, and whether."""

    address = Address(required=True, allow_none=True, validate=Length(max=MAX_ADDRESS))
    on = Flag(required=True)


def _known_plans(plans: dict[str, list[str]]) -> None:
    if len(plans) > MAX_PLANS or not all(KIND.fullmatch(kind) for kind in plans):
        raise ma.ValidationError("Not kinds of dates.")
    if any(len(set(steps)) != len(steps) for steps in plans.values()):
        raise ma.ValidationError("Each time only once.")


class WaysSchema(Schema):
    """What this server can send besides pushes."""

    text = ma.fields.Boolean(required=True)
    email = ma.fields.Boolean(required=True)


class PrefsSchema(Schema):
    """How somebody wants to be told. A kind of date that `plans` lacks has the default plan; `lang` null: the app's."""

    plans = ma.fields.Dict(
        keys=ma.fields.String(),
        values=ma.fields.List(PlainText(validate=OneOf(STEPS))),
        required=True,
        validate=_known_plans,
    )
    quiet_from = WallTime(required=True)
    quiet_to = WallTime(required=True)
    plainness = PlainText(required=True, validate=OneOf(PLAINNESS))
    lang = PlainText(required=True, allow_none=True, validate=ma.validate.Regexp(LANGUAGE.pattern + r"\Z"))
    text = ma.fields.Nested(TextSchema, required=True)
    email = ma.fields.Nested(EmailSchema, required=True)
    ways = ma.fields.Nested(WaysSchema, dump_only=True)


class KeySchema(Schema):
    """Our public key, which a browser subscribes with."""

    key = ma.fields.String(required=True)


class _Key(PlainText):
    """A key of a browser's, in base64url."""

    def __init__(self, name: str) -> None:
        super().__init__(required=True, validate=Length(max=128))
        self._read = endpoints.read_p256dh if name == "p256dh" else endpoints.read_auth

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            return self._read(text)
        except ValueError as error:
            raise ma.ValidationError("Not a key of a browser.") from error


class KeysSchema(Schema):
    """What a push is encrypted with (RFC 8291)."""

    p256dh = _Key("p256dh")
    auth = _Key("auth")


class EndpointSchema(Schema):
    """One subscription of this account's."""

    endpoint = PlainText(required=True, validate=Length(max=endpoints.MAX_ENDPOINT))


class SubscriptionSchema(EndpointSchema):
    """A browser's `PushSubscription`. `old` is the endpoint that it takes the place of."""

    keys = ma.fields.Nested(KeysSchema, required=True)
    old = PlainText(allow_none=True, load_default=None, validate=Length(max=endpoints.MAX_ENDPOINT))


class NoticeIdSchema(Schema):
    """The `id` of a push's payload."""

    id = ma.fields.UUID(required=True)


class ReceiptSchema(ma.Schema):
    """What Notify says of a text or an e-mail; all else of its receipt is not looked at, nor kept."""

    class Meta:
        unknown = ma.EXCLUDE

    reference = ma.fields.UUID(required=True, allow_none=True)
    status = ma.fields.String(required=True, validate=Length(max=40))


class ParkedOneSchema(Schema):
    """A delivery that was given up."""

    id = ma.fields.UUID(required=True)
    space = ma.fields.UUID(required=True)
    to = ma.fields.String(required=True)
    kind = ma.fields.String(required=True)
    channel = ma.fields.String(required=True)
    due = Moment(required=True)
    tries = ma.fields.Integer(required=True)
    reason = ma.fields.String(required=True)


class ParkedSchema(Schema):
    """Those of one council."""

    parked = ma.fields.List(ma.fields.Nested(ParkedOneSchema), required=True)
