"""The condition tree `who`: what a machine can check about a young person; anything else becomes a question."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validates_schema

from ..fields import Choice, Day, Flag, ListOf, Slug, Text, Whole, is_whole
from ..findings import nearest, say
from .base import Checked

STATUSES = (
    "looked_after",
    "eligible",
    "relevant",
    "frc",
    "frc_education",
    "qualifying",
    "qualifying_21_24",
    "none_care_experienced",
    "unknown",
)
LEARNING = ("none", "non_advanced", "higher", "apprenticeship")
IMMIGRATION = ("uk_or_settled", "leave_with_public_funds", "no_recourse", "asylum_pending", "appeal_rights_exhausted")
LIVING = (
    "foster",
    "childrens_home",
    "supported",
    "staying_put",
    "staying_close",
    "own_tenancy_private",
    "own_tenancy_social",
    "halls",
    "with_family",
    "custody",
    "hospital",
    "homeless",
    "none",
)
OLDEST = 120
ASK_ID_LETTERS = 10


class OneOrMany(fields.Field[Any]):
    """`not`: one node, or a list of nodes of which none may hold."""

    example = "{…}"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return _many().load(value) if isinstance(value, list) else _one().load(value)


class ConditionSchema(Checked):
    """One node: all its keys must hold; an empty node is everybody."""

    any = ListOf(fields.Nested("ConditionSchema"), least=1)
    all = ListOf(fields.Nested("ConditionSchema"), least=1)
    not_ = OneOrMany(data_key="not", attribute="not", metadata={"type": "object"})
    ask = Text()
    ask_id = fields.String(
        dump_only=True, metadata={"description": "names the question, in every language; answers are kept under it"}
    )
    age_min = Whole(most=OLDEST)
    age_max = Whole(most=OLDEST)
    status_any = ListOf(Choice(STATUSES), least=1)
    in_education = ListOf(Choice(LEARNING), least=1)
    full_time = Flag()
    parent = Flag()
    pregnant = Flag()
    disabled_or_ill = Flag()
    immigration = ListOf(Choice(IMMIGRATION), least=1)
    living = ListOf(Choice(LIVING), least=1)
    on_uc = Flag()
    savings_max = Whole()
    council = Slug()
    home_council = Slug()
    date_from = Day()
    date_to = Day()

    def say_unknown(self, key: object, known: list[str]) -> str:
        """Anything that no key can say becomes a question."""
        best = nearest(key, known)
        meant = f"`{best}`, or " if best else ""
        return say(f"condition key `{key}` is not one we can check", f'{meant}`ask: "<a plain yes or no question>"`')

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def refuse_impossible(self, data: Any, original: Any, **kwargs: Any) -> None:
        """Refuse a span of ages that nobody has."""
        if not isinstance(original, Mapping):
            return
        low, high = original.get("age_min"), original.get("age_max")
        if is_whole(low) and is_whole(high) and low > high:
            raise ValidationError({"age_max": [say(f"nobody is {low} or more and {high} or less", "a larger age_max")]})

    @post_load
    def name_question(self, data: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """Give the node's question its id."""
        return {**data, "ask_id": ask_id(data["ask"])} if "ask" in data else data


def ask_id(question: str) -> str:
    """What a question is called: made from its English words, so that a translation of them changes no answer."""
    return hashlib.sha256(question.encode()).hexdigest()[:ASK_ID_LETTERS]


@functools.cache
def _one() -> Schema:
    return ConditionSchema()


@functools.cache
def _many() -> Schema:
    return ConditionSchema(many=True)


class Who(fields.Nested):
    """A condition tree as a field."""

    example = "{status_any: [frc]}"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(ConditionSchema, **kwargs)
