"""What the law, a scheme or a council gives, with its amounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from ..fields import Choice, Day, Flag, Link, ListOf, Slug, Text, ValuesByDate, wrong_values
from ..findings import say
from .base import CONFIDENCE, Checked, Entry
from .conditions import STATUSES, Who

GROUPS = ("home", "money", "learning", "health", "everyday", "people")
KINDS = (
    "law_must",
    "law_may",
    "guidance",
    "national_scheme",
    "council_choice",
    "charity_or_business",
    "announced",
    "enacted_not_commenced",
)
UNITS = ("pence", "percent", "days", "weeks", "months", "text")
PERS = ("once", "hour", "day", "week", "month", "year")
# What a person may be missing is added up for all and for a year; nothing shorter is.
ADDED_UP_PERS = ("once", "year")


class AmountSchema(Checked):
    """One figure: whole pence (or percent, days…) by the date from which it holds; or a short text."""

    id = Slug(required=True)
    label = Text()
    unit = Choice(UNITS, required=True)
    per = Choice(PERS, allow_none=True)
    bound = Choice(("exact", "at_least", "up_to", "about"))
    values = ValuesByDate(required=True)
    who = Who()
    confidence = Choice(CONFIDENCE)
    note = Text()
    adds_up = Flag(metadata={"description": "money that comes to the person, so that it may be added up"})

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_values(self, data: Any, original: Any, **kwargs: Any) -> None:
        """The values fit the unit: short texts, or whole numbers."""
        if isinstance(original, Mapping) and original.get("unit") in UNITS:
            errors = wrong_values(original.get("values"), text=original["unit"] == "text")
            if errors:
                raise ValidationError({"values": errors})

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_adding_up(self, data: Any, original: Any, **kwargs: Any) -> None:
        """Only sure sums of money add up: a limit, a percentage or a wage does not."""
        if not isinstance(original, Mapping) or "adds_up" not in original:
            return
        sum_ = original.get("unit") == "pence" and original.get("per") in ADDED_UP_PERS
        if original["adds_up"] is False or not sum_ or original.get("bound") == "up_to":
            text = say("this amount does not add up to money for a person", "no `adds_up` here")
            raise ValidationError({"adds_up": [text]})


class AppliesSchema(Checked):
    """From when and until when it holds; null is open."""

    from_ = Day(data_key="from", attribute="from", allow_none=True)
    to = Day(allow_none=True)


class UntilThenSchema(Checked):
    """What holds until an announced thing starts."""

    kind = Choice(KINDS, required=True)
    text = Text(required=True)


class FutureSchema(UntilThenSchema):
    """What is coming."""

    source = Text()
    confidence = Choice(CONFIDENCE)


class EntitlementSchema(Entry):
    """One entitlement, in plain words, with who, how, which council, and the figures."""

    id = Slug(required=True)
    title = Text(most=60, required=True)
    group = Choice(GROUPS, required=True)
    also_called = ListOf(Text())
    summary = Text(most=220, required=True)
    what_for = Text()
    who = Who(required=True)
    not_for = ListOf(Choice(STATUSES))
    council = Choice(("responsible", "home", "none"), required=True)
    decides = Text(required=True)
    how_to_ask = Text(required=True)
    pitfalls = ListOf(Text())
    kind = Choice(KINDS, required=True)
    applies = fields.Nested(AppliesSchema)
    amounts = ListOf(fields.Nested(AmountSchema), least=1)
    until_then = fields.Nested(UntilThenSchema)
    future = fields.Nested(FutureSchema)
    see_also = ListOf(Slug())
    links = ListOf(Link())
    challenge = Slug(required=True, metadata={"description": "the way to challenge a decision: the id of a challenge"})
