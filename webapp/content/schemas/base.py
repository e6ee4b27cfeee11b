"""The parents of the content schemas: names that are known, and where every entry comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields, validates_schema

from ..fields import Choice, Day, ListOf, Text
from ..findings import nearest, say

CONFIDENCE = ("high", "medium", "low")


class Checked(Schema):
    """A block of known names. An unknown one is refused, with the name that was probably meant."""

    # marshmallow declares it as an attribute of instances, so it cannot be marked as one of the class.
    error_messages = {  # noqa: RUF012
        "type": say("this is not a block of names and values", "`name: value` lines")
    }

    class Meta:
        """How marshmallow reads this schema."""

        # Unknown names are refused by `refuse_unknown` below, which can say more than marshmallow's own message.
        unknown = EXCLUDE

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Give each field complaints that name it and show an example."""
        name = field_obj.data_key or field_name
        # marshmallow formats its messages, so braces in an example are doubled.
        example = str(getattr(field_obj, "example", "…")).replace("{", "{{").replace("}", "}}")
        field_obj.error_messages["required"] = f"`{name}` is missing; write `{name}: {example}`"
        field_obj.error_messages["null"] = f"`{name}` is empty; write `{name}: {example}`"

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def refuse_unknown(self, data: Any, original: Any, **kwargs: Any) -> None:
        """Refuse every name that the schema does not have."""
        if not isinstance(original, Mapping):
            return
        known = [field.data_key or name for name, field in self.load_fields.items()]
        errors = {key: [self.say_unknown(key, known)] for key in original if key not in known}
        if errors:
            raise ValidationError(errors)

    def say_unknown(self, key: object, known: list[str]) -> str:
        """The complaint about a name that is not known here."""
        best = nearest(key, known)
        return say(f"`{key}` is not known here", f"`{best}`" if best else f"one of {', '.join(known)}")


class Sourced(Checked):
    """Provenance: every fact names its sources, its as-at date, when to look again, and how sure we are."""

    sources = ListOf(Text(), least=1, required=True)
    as_at = Day(required=True)
    review_by = Day(required=True)
    confidence = Choice(CONFIDENCE, required=True)
    confidence_note = Text()


class Entry(Sourced):
    """An entry of a kind that packs can override: `overrides` is added by the library, never written in a file."""

    basis = Choice(("read", "knowledge"))
    overrides = fields.Dict(dump_only=True)
