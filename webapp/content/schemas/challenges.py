"""Ways to challenge a decision: the steps, who acts, and in what time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from ..fields import Choice, ListOf, Slug, Text, Whole
from ..findings import say
from .base import Checked, Entry

# `decision`: the day of the no. `complaint`: the day of the step of the young person that the council now answers.
# `step`: the day of the step just before.
COUNTED_FROM = ("complaint", "step", "decision")


class SpanSchema(Checked):
    """A length of time; exactly one of these."""

    working_days = Whole(least=1)
    days = Whole(least=1)
    months = Whole(least=1)

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_one(self, data: Any, original: Any, **kwargs: Any) -> None:
        """Exactly one unit."""
        if isinstance(original, Mapping) and len(original) != 1:
            raise ValidationError(say(f"this time has {len(original)} units", "exactly one, like {months: 1}"))


class ChallengeStepSchema(Checked):
    """One step. Without `within` there is no last day; `longest` is what the law lets it be stretched to."""

    id = Slug(required=True)
    title = Text(most=60, required=True)
    text = Text(most=340, required=True)
    acts = Choice(("you", "them"), required=True)
    within = fields.Nested(SpanSchema, load_default=None, allow_none=True)
    longest = fields.Nested(SpanSchema, load_default=None, allow_none=True)
    counted_from = Choice(COUNTED_FROM, load_default=None, allow_none=True)

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_counting(self, data: Any, original: Any, **kwargs: Any) -> None:
        """A time says from when it is counted, and nothing else does."""
        if not isinstance(original, Mapping):
            return
        timed = original.get("within") is not None
        if timed and original.get("counted_from") is None:
            raise ValidationError({"within": ["nothing says from when this is counted; write `counted_from: step`"]})
        for name in ("longest", "counted_from"):
            if not timed and original.get(name) is not None:
                raise ValidationError({name: [say(f"`{name}` has no time to go with", "`within: …` too")]})


class ChallengeSchema(Entry):
    """What to do about a late answer or a no, for one kind of decision."""

    id = Slug(required=True)
    title = Text(most=60, required=True)
    intro = Text(most=340, required=True)
    steps = ListOf(fields.Nested(ChallengeStepSchema), least=1, required=True)

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_order(self, data: Any, original: Any, **kwargs: Any) -> None:
        """What is counted from an earlier step has one: of the young person's, for an answer to it."""
        steps = original.get("steps") if isinstance(original, Mapping) else None
        before: list[Any] = []
        errors: dict[int, Any] = {}
        for index, step in enumerate(steps if isinstance(steps, list) else []):
            if not isinstance(step, Mapping):
                continue
            from_ = step.get("counted_from")
            if (from_ == "step" and not before) or (from_ == "complaint" and "you" not in before):
                text = say(f"no step before this is the {from_} that it is counted from", "`counted_from: decision`")
                errors[index] = {"counted_from": [text]}
            before.append(step.get("acts"))
        if errors:
            raise ValidationError({"steps": errors})
