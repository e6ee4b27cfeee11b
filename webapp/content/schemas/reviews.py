"""Meetings, visits and checks that come round again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from ..fields import Choice, Flag, Slug, Text, Whole
from ..findings import say
from .base import Checked, Entry
from .conditions import Who

KINDS = ("law", "guidance", "law_and_guidance", "good_practice", "app_reminder", "our_suggestion")


class EverySchema(Checked):
    """How often; exactly one of these."""

    days = Whole(least=1)
    weeks = Whole(least=1)
    months = Whole(least=1)
    once = Flag()
    each = Text()
    date = Text()
    term = Flag()

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_one(self, data: Any, original: Any, **kwargs: Any) -> None:
        """Exactly one rhythm."""
        if isinstance(original, Mapping) and len(original) != 1:
            raise ValidationError(say(f"`every` has {len(original)} rhythms", "exactly one, like {months: 6}"))


class LimitSchema(Checked):
    """The longest time that law or guidance allows, and how to say it."""

    days = Whole(least=1)
    weeks = Whole(least=1)
    months = Whole(least=1)
    text = Text(required=True)


class ReviewSchema(Entry):
    """One kind of review; `basis` names the rule it rests on."""

    id = Slug(required=True)
    title = Text(required=True)
    who = Who(required=True)
    every = fields.Nested(EverySchema, required=True)
    limit = fields.Nested(LimitSchema)
    kind = Choice(KINDS, required=True)
    basis = Text()  # type: ignore[assignment]
    note = Text()
    ends_at_age = Whole(most=120)
