"""The bodies of the passport's operations. What is not named here is refused."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow.validate import Length, OneOf, Regexp

from ..core.api import Schema
from ..sync.schemas import Flag, PlainText
from .rules import MAX_ID, MAX_NOTE, MAX_REASON, MONTH, SIGNABLE, Level, PaperState

ID = Length(min=1, max=MAX_ID)


class _AtLeastOne(Schema):
    """A body with fields of its own besides the id: one alone says nothing."""

    @ma.validates_schema
    def _says_something(self, data: dict[str, Any], **_kwargs: Any) -> None:
        if len(data) < 2:
            raise ma.ValidationError("Nothing to change.")


class MarkBody(Schema):
    """`passport.mark`: I am this far with this skill."""

    skill = PlainText(required=True, validate=ID)
    level = PlainText(required=True, validate=OneOf(list(Level)))


class NoteBody(_AtLeastOne):
    """`passport.note`: my note on a skill, and whether my adviser may read it."""

    skill = PlainText(required=True, validate=ID)
    text = PlainText(validate=Length(max=MAX_NOTE))
    shared = Flag()


class PaperBody(_AtLeastOne):
    """`passport.paper`: whether I hold a paper, and the month in which it runs out."""

    paper = PlainText(required=True, validate=ID)
    state = PlainText(validate=OneOf(list(PaperState)))
    runs_out = PlainText(allow_none=True, validate=Regexp(rf"{MONTH}\Z", error="Not a month like 2031-04."))


class SignOffBody(Schema):
    """`passport.sign_off`: I saw this skill at this level."""

    skill = PlainText(required=True, validate=ID)
    level = PlainText(required=True, validate=OneOf(list(SIGNABLE)))


class WithdrawBody(Schema):
    """`passport.sign_off_withdraw`: I take a sign-off back, for a reason."""

    sign_off = ma.fields.UUID(required=True)
    reason = PlainText(required=True, validate=[Length(max=MAX_REASON), Regexp(r"\s*\S", error="A reason is needed.")])
