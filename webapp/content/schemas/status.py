"""Plain words about the statuses in law: what each is, why a rule leads to it, and what to look out for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from ..fields import Choice, Text
from ..findings import say
from .base import Checked, Entry
from .conditions import STATUSES

# The rows of the decision table that gives a status, first match wins.
RULES = tuple(f"D{number}" for number in range(1, 21))
# Edge situations that a person should know about, whatever the table says.
FLAGS = ("E1", "E2", "E2b", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10")
# The one rule that looks ahead to a day: when 13 weeks (91 days) in care are reached.
RULE_WITH_DATE = "D6"
ALWAYS_KNOWN = ("{age}", "{days}")
HOLE = re.compile(r"\{[^{}]*\}|[{}]")


class StatusNameSchema(Checked):
    """A status in the words of a young person."""

    id = Choice(STATUSES, required=True)
    title = Text(most=60, required=True)
    summary = Text(most=220, required=True)


class StatusRuleSchema(Entry):
    """Why this rule leads to its status. `{age}`, `{days}` and, in D6, `{date}` are filled in on the phone."""

    id = Choice(RULES, required=True)
    because = Text(most=340, required=True)

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_holes(self, data: Any, original: Any, **kwargs: Any) -> None:
        """Refuse a hole that nothing would fill."""
        if not isinstance(original, Mapping) or not isinstance(original.get("because"), str):
            return
        known = (*ALWAYS_KNOWN, "{date}") if original.get("id") == RULE_WITH_DATE else ALWAYS_KNOWN
        wrong = [hole for hole in HOLE.findall(original["because"]) if hole not in known]
        if wrong:
            text = say(f"`because` has {wrong[0]}, which this rule does not know", " or ".join(known))
            raise ValidationError({"because": [text]})


class StatusFlagSchema(Entry):
    """Something to know, and what to do about it."""

    id = Choice(FLAGS, required=True)
    title = Text(most=60, required=True)
    text = Text(most=340, required=True)
