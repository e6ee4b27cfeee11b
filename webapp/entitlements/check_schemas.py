"""What the check takes over the wire. What is not named here is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

import marshmallow as ma
from marshmallow import fields
from marshmallow.validate import Length, OneOf, Range, Regexp

from ..content.schemas.conditions import ASK_ID_LETTERS, IMMIGRATION, LEARNING, LIVING
from ..core.api import Schema
from ..core.errors import ErrorCode, Problem
from ..sync.schemas import Day
from .answers import (
    CARE_TYPES,
    MAX_SPELLS,
    NATIONS,
    NOT_SURE,
    OLDEST_ADOPTED,
    OTHER_HOMES,
    PLACES_AT_16,
    TRI,
)

MAX_ASKS = 500
_WHEN = {
    "pattern": rf"^(\d{{4}}(-\d{{2}}(-\d{{2}})?)?|{NOT_SURE})$",
    "description": "a day, a month or a year (2024-05-01, 2024-05, 2024), or not_sure",
}


def _choice(codes: tuple[str, ...], default: str) -> fields.String:
    return fields.String(load_default=default, validate=OneOf(codes))


def _fact(*codes: str) -> fields.String:
    return fields.String(allow_none=True, validate=OneOf([*codes, NOT_SURE]))


class SpellSchema(Schema):
    """One time in care; an end of null: it still goes on."""

    start = fields.String(required=True, metadata=_WHEN)
    end = fields.String(load_default=None, allow_none=True, metadata=_WHEN)
    type = _choice(CARE_TYPES, NOT_SURE)


class GuardianshipSchema(Schema):
    """A special guardianship order: in force now or at 18, and whether a council looked after them just before it."""

    in_force = _choice(TRI, "no")
    looked_after_before = _choice(TRI, "no")


class PlaceAt16Schema(Schema):
    """Where the 16th birthday was spent, and whether a council looked after them just before."""

    where = _choice(PLACES_AT_16, "other")
    looked_after_before = _choice(TRI, "no")


class AnswersSchema(Schema):
    """The answers that decide a status. Only `dob` is needed; what is not said counts as its default."""

    dob = fields.Date(required=True)
    age_disputed = _choice(TRI, "no")
    nation = _choice(NATIONS, "england")
    in_care_now = _choice(TRI, "no")
    care_order_now = _choice(TRI, "no")
    care_spells = fields.List(fields.Nested(SpellSchema), load_default=list, validate=Length(max=MAX_SPELLS))
    sgo = fields.Nested(GuardianshipSchema)
    adopted_at = fields.Integer(load_default=None, allow_none=True, validate=Range(0, OLDEST_ADOPTED))
    on_16th_birthday = fields.Nested(PlaceAt16Schema)
    home_spell = fields.Raw(
        load_default=None,
        metadata={
            "anyOf": [
                {
                    "type": "object",
                    "required": ["start"],
                    "properties": {
                        "start": {"type": "string", **_WHEN},
                        "end": {"type": ["string", "null"], **_WHEN},
                    },
                    "additionalProperties": False,
                },
                {"type": ["string", "null"], "enum": [NOT_SURE, None]},
            ],
            "description": "living with a parent or somebody like one after care, at 16 or 17; end: when it broke down",
        },
    )
    other_accommodation_16_17 = fields.List(
        fields.String(validate=OneOf(OTHER_HOMES)), load_default=list, validate=Length(max=MAX_SPELLS)
    )
    in_or_wants_education = _choice(TRI, NOT_SURE)
    learning_programme_in_plan = _choice(TRI, "no")


class ToldAnswers(fields.Nested):
    """The answers as they came. The schema describes them; `read_answers` alone reads them, by the phone's rules."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, partial: Any = None, **kwargs: Any
    ) -> Any:
        return value


class Savings(fields.Integer):
    """Whole pounds. Not being sure counts as not having said."""

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        return super().deserialize(None if value == NOT_SURE else value, attr, data, **kwargs)


class CircumstancesSchema(Schema):
    """How the person lives now, for single entitlements. What is missing, null or `not_sure` is not known."""

    in_education = _fact(*LEARNING)
    full_time = _fact("yes", "no")
    parent = _fact("yes", "no")
    pregnant = _fact("yes", "no")
    disabled_or_ill = _fact("yes", "no")
    on_uc = _fact("yes", "no")
    immigration = _fact(*IMMIGRATION)
    living = _fact(*LIVING)
    savings = Savings(strict=True, allow_none=True, validate=Range(min=0), metadata={"description": "whole pounds"})
    asks = fields.Dict(
        keys=fields.String(validate=Regexp(rf"[0-9a-f]{{{ASK_ID_LETTERS}}}\Z", error="Not an ask_id.")),
        values=fields.String(validate=OneOf(TRI)),
        validate=Length(max=MAX_ASKS),
        metadata={
            "maxProperties": MAX_ASKS,
            "description": "answers to the questions of single entitlements, by the ask_id of a `who` node",
        },
    )


class CheckBody(Schema):
    """What the check is asked with."""

    answers = ToldAnswers(AnswersSchema, required=True)
    circumstances = fields.Nested(CircumstancesSchema, load_default=dict)
    council = fields.String(
        load_default=None,
        allow_none=True,
        metadata={"description": "the council that last looked after them; without one, only what all of England has"},
    )
    home_council = fields.String(
        load_default=None, allow_none=True, metadata={"description": "the council they live in, when it is known"}
    )
    today = Day(metadata={"description": "the day to check for, within a year of today; without it, today in London"})

    def handle_error(self, error: ma.ValidationError, data: Any, **kwargs: Any) -> NoReturn:
        """Name each wrong field by its place, in the one way that wrong answers are named too."""
        raise Problem(ErrorCode.NOT_VALID, errors=_by_place(error.messages)) from error


def _by_place(messages: Any, at: str = "") -> dict[str, list[str]]:
    if not isinstance(messages, dict):
        return {at or "body": messages}
    found: dict[str, list[str]] = {}
    for key, inner in messages.items():
        # marshmallow's own name for the block as a whole.
        place = at if key == "_schema" else f"{at}.{key}" if at else str(key)
        found |= _by_place(inner, place)
    return found
