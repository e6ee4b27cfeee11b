"""Help lines: who to call, text or write to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from ..fields import LINK, Choice, Flag, ListOf, Slug, Text, Whole
from ..findings import say
from .base import Checked, Entry

TOPICS = ("danger", "mind", "home", "money", "abuse", "rights", "health", "asylum", "drugs", "council")
NUMBER = re.compile(r"[0-9+][0-9 +#*]*")
SHAPES = {
    "call": (NUMBER, 'the number in quotes, like "116 123"'),
    "text": (NUMBER, 'the number in quotes, like "85258"'),
    "relay": (NUMBER, "the number in quotes, with its 18001 in front"),
    "web": (LINK, "an address that starts with https://"),
    "email": (re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"), "an email address"),
}


class HelpContactSchema(Checked):
    """One way to reach them. A web value may be an https address only; a number is what the phone dials."""

    type = Choice(tuple(SHAPES), required=True)
    value = Text(required=True)
    word = Text()
    note = Text()

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_shape(self, data: Any, original: Any, **kwargs: Any) -> None:
        """The value looks like what its type says."""
        if not isinstance(original, Mapping) or original.get("type") not in SHAPES:
            return
        pattern, instead = SHAPES[original["type"]]
        value = original.get("value")
        if isinstance(value, str) and value.strip() and not pattern.fullmatch(value.strip()):
            raise ValidationError({"value": [say(f"{value!r} does not fit the type {original['type']}", instead)]})


class HelpSchema(Entry):
    """One help line. `per_council` has no number of its own: each council's is different."""

    id = Slug(required=True)
    title = Text(required=True)
    who = Text(required=True)
    topics = ListOf(Choice(TOPICS), least=1, required=True)
    contacts = ListOf(fields.Nested(HelpContactSchema), required=True)
    hours = Text()
    free = Flag(required=True)
    order = Whole(required=True)
    urgent = Flag()
    per_council = Flag()

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_reachable(self, data: Any, original: Any, **kwargs: Any) -> None:
        """Somebody can be reached, unless each council has its own."""
        if isinstance(original, Mapping) and original.get("contacts") == [] and not original.get("per_council"):
            raise ValidationError(
                {"contacts": [say("nobody can be reached here", "one contact, or `per_council: true`")]}
            )
