"""What the routes about people take and give."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

import marshmallow as ma
from marshmallow import fields, validate

from ..core.api import Moment, Schema
from ..core.guards import Role
from .models import Purpose
from .rules import PASS_PHRASE_MAX

NAME_MAX, DEVICE_MAX, EMAIL_MAX, CODE_MAX, SLUG_MAX = 80, 60, 254, 40, 64
LANGUAGE = validate.Regexp(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}\Z", error="Write a language code, like en or ckb.")


class Line(fields.String):
    """One line of text, trimmed, not empty. Control characters and broken letters are refused."""

    def __init__(self, longest: int, **kwargs: Any) -> None:
        super().__init__(validate=validate.Length(1, longest), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs).strip()
        if any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text):
            raise ma.ValidationError("Write plain text on one line.")
        return text


class EmailLine(Line):
    """An email address."""

    def __init__(self) -> None:
        super().__init__(EMAIL_MAX, required=True)
        self.validators.append(validate.Email(error="This does not look like an email address."))


def _phrase(*, required: bool) -> fields.String:
    return fields.String(required=required, validate=validate.Length(max=PASS_PHRASE_MAX * 2))


class SignInSchema(Schema):
    """`name` is a sign-in name or an email; `code` six digits of the code app, or a recovery code."""

    name = Line(EMAIL_MAX, required=True)
    pass_phrase = _phrase(required=True)
    code = Line(CODE_MAX)
    device_name = Line(DEVICE_MAX)


class SignOutSchema(Schema):
    """Whether to sign out every device, or only this one."""

    everywhere = fields.Boolean(load_default=False, truthy={True}, falsy={False})


class MeChangeSchema(Schema):
    """What a person may change about their account."""

    language = fields.String(validate=LANGUAGE)


class EndSchema(Schema):
    """The pass phrase, to end one's own account."""

    pass_phrase = _phrase(required=True)


class AccountSchema(Schema):
    """A person's own account."""

    id = fields.UUID()
    role = fields.String(validate=validate.OneOf([*Role]))
    name = fields.String()
    sign_in_name = fields.String(allow_none=True)
    email = fields.String(allow_none=True)
    council = fields.String()
    home_council = fields.String(allow_none=True)
    language = fields.String()


class SessionSchema(Schema):
    """This device."""

    id = fields.UUID()
    device_name = fields.String()


class NoticeSchema(Schema):
    """Something that happened to the account."""

    kind = fields.String(validate=validate.OneOf(["code_made", "code_used", "device_added", "recovery_code_used"]))
    at = Moment()


class MeSchema(Schema):
    """The person behind the session."""

    account = fields.Nested(AccountSchema)
    space = fields.UUID(allow_none=True)
    session = fields.Nested(SessionSchema)
    notices = fields.List(fields.Nested(NoticeSchema))
    # Days after the end of the account that each kind of record is kept; what is not named stays with the record.
    kept_days = fields.Dict(keys=fields.String(), values=fields.Integer())


class DeviceSchema(Schema):
    """A device that is signed in; `this` marks the one that asks."""

    id = fields.UUID()
    name = fields.String()
    last_seen = Moment()
    this = fields.Boolean()


class DevicesSchema(Schema):
    """Where a person is signed in."""

    devices = fields.List(fields.Nested(DeviceSchema))


class DeviceCodeSchema(Schema):
    """A short code that signs in one more device."""

    code = fields.String()
    expires_at = Moment()


class NewCodeSchema(DeviceCodeSchema):
    """A one-time code and the same as a link."""

    link = fields.String()


class CodeSchema(Schema):
    """A code as typed."""

    code = Line(CODE_MAX, required=True)


class LookSchema(Schema):
    """What a code is for and whose it is, so that the person can say "this is me"."""

    purpose = fields.String(validate=validate.OneOf([*Purpose]))
    role = fields.String(validate=validate.OneOf([*Role]))
    name = fields.String()
    council = fields.String()
    sign_in_name = fields.String(allow_none=True)


class SpendSchema(CodeSchema):
    """`pass_phrase` to join or start again; `second_factor` when a worker adds a device."""

    pass_phrase = _phrase(required=False)
    second_factor = Line(CODE_MAX)
    device_name = Line(DEVICE_MAX)


class EnrolSchema(Schema):
    """What sets up a code app."""

    secret = fields.String()
    otpauth_uri = fields.String()
    token = fields.String()


class SpentSchema(MeSchema):
    """Either the person, signed in; or for a worker `enrol` alone, with the second step to come."""

    enrol = fields.Nested(EnrolSchema)


class ConfirmSchema(Schema):
    """The token of the first step, and the six digits that the code app shows."""

    token = Line(100, required=True)
    code = Line(CODE_MAX, required=True)


class ConfirmedSchema(MeSchema):
    """The person, signed in, and their recovery codes, shown this once."""

    recovery_codes = fields.List(fields.String())


class YoungPersonSchema(Schema):
    """A young person as their adviser writes them down."""

    name = Line(NAME_MAX, required=True)
    birthday = fields.Date(required=True)
    council = Line(SLUG_MAX, required=True)
    home_council = Line(SLUG_MAX, load_default=None, allow_none=True)


class InvitedYoungPersonSchema(NewCodeSchema):
    """The new space, and the code to join it."""

    space = fields.UUID()


class InviteSchema(Schema):
    """An adviser to invite."""

    name = Line(NAME_MAX, required=True)
    email = EmailLine()


class InvitedAdviserSchema(NewCodeSchema):
    """The new adviser's account, and the code to join."""

    id = fields.UUID()


class NamedSchema(Schema):
    """A person by id and name."""

    id = fields.UUID()
    name = fields.String()


class AdviserSchema(NamedSchema):
    """An adviser of the council, and how many young people they support."""

    email = fields.String()
    state = fields.String(validate=validate.OneOf(["invited", "joined"]))
    young_people = fields.Integer()


class SupportedSchema(Schema):
    """A young person of the council; without an adviser they are on the duty list."""

    space = fields.UUID()
    name = fields.String()
    adviser = fields.Nested(NamedSchema, allow_none=True)


class TeamSchema(Schema):
    """A council's advisers and young people."""

    advisers = fields.List(fields.Nested(AdviserSchema))
    young_people = fields.List(fields.Nested(SupportedSchema))


class AssignmentSchema(Schema):
    """Who supports the young person of a space from now on; None for the duty list."""

    space = fields.UUID(required=True)
    adviser = fields.UUID(required=True, allow_none=True)


class HandOverSchema(Schema):
    """Who supports all of an adviser's young people from now on (null: the duty list); whether the adviser leaves."""

    to = fields.UUID(required=True, allow_none=True)
    leaves = fields.Boolean(required=True, truthy={True}, falsy={False})


class HandedOverSchema(Schema):
    """How many young people were handed over."""

    young_people = fields.Integer()
