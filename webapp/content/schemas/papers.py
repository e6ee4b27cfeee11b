"""Key papers to hold. Only a state is ever kept for a person: never a number, never a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from ..fields import Flag, Slug, Text, ValuesByDate, Whole, wrong_values
from .base import Entry


class PaperSchema(Entry):
    """One paper: by which age or when, who gets it, what it costs (whole pence by date), whether it runs out."""

    id = Slug(required=True)
    title = Text(required=True)
    by_age = Whole(most=25, allow_none=True)
    when = Text(allow_none=True)
    who_gets_it = Text(required=True)
    costs = ValuesByDate()
    runs_out = Flag(required=True)
    required_by_law = Flag(required=True)
    note = Text()

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_costs(self, data: Any, original: Any, **kwargs: Any) -> None:
        """Costs are whole pence."""
        errors = wrong_values(original.get("costs"), text=False) if isinstance(original, Mapping) else {}
        if errors:
            raise ValidationError({"costs": errors})
