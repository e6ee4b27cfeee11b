"""The bodies of the operations about status and check. What is not named here is refused."""

from __future__ import annotations

import re
from typing import Any

import marshmallow as ma
from marshmallow.validate import Length, OneOf, Range, Regexp

from ..content.fields import SLUG
from ..content.schemas import conditions
from ..core.api import Schema
from ..sync.schemas import Day, Flag, PlainText, Typed

# Being back in learning comes on top of `frc`, never instead of it (Children Act 1989 s23CA).
STATUSES = tuple(status for status in conditions.STATUSES if status != "frc_education")
BANDS = ("under_16", "16_17", "18_20", "21_24", "25_plus")
STATES = ("now", "later", "ended", "maybe", "not")
MAX_SOURCE = 300
MAX_WORDS = 2000
MAX_ENTITLEMENTS = 300
MAX_LIST = 1000
MAX_DAYS = 50_000
MAX_AGE = 150
# The form of an id alone: an entitlement may be gone from the pack by the time a phone is online.
ENTITLEMENT = [Length(max=64), Regexp(rf"{SLUG.pattern}\Z", error="Not an id.")]
RULE = Regexp(r"D\d{1,2}\Z", flags=re.ASCII, error="Not a rule like D13.")
FLAG = Regexp(r"E\d{1,2}b?\Z", flags=re.ASCII, error="Not a flag like E1.")
ANSWER = Regexp(r"[a-z0-9_.]{1,64}\Z", flags=re.ASCII, error="Not the name of an answer.")


class RecordBody(Schema):
    """`status.record`: the council's view of the legal status, from which day, and how we know."""

    status = PlainText(required=True, validate=OneOf(STATUSES))
    since = Day(required=True)
    source = Typed(MAX_SOURCE, needed=True)


class DisagreeBody(Schema):
    """`status.disagree`: I do not agree with this record, because. No words take it back."""

    record = ma.fields.UUID(required=True)
    words = Typed(MAX_WORDS, lines=True)


def _status(*, allow_none: bool = False) -> PlainText:
    return PlainText(required=True, allow_none=allow_none, validate=OneOf(STATUSES))


def _whole(most: int) -> ma.fields.Integer:
    return ma.fields.Integer(required=True, strict=True, validate=Range(0, most))


def _list(inner: ma.fields.Field[Any], most: int = MAX_LIST) -> ma.fields.List[Any]:
    return ma.fields.List(inner, required=True, validate=Length(max=most))


class StatusChangeSchema(Schema):
    """A status that comes by itself with time."""

    on = Day(required=True)
    status = _status()
    rule = PlainText(required=True, validate=RULE)


class StatusResultSchema(Schema):
    """What the check found about the status: every member, and no answer that led to it."""

    age = _whole(MAX_AGE)
    band = PlainText(required=True, validate=OneOf(BANDS))
    status = _status()
    best_guess = _status(allow_none=True)
    possible = _list(_status(), len(STATUSES))
    frc_education = Flag(required=True, allow_none=True)
    rule = PlainText(required=True, validate=RULE)
    guess_rule = PlainText(required=True, allow_none=True, validate=RULE)
    days = _whole(MAX_DAYS)
    day_91 = Day(required=True, allow_none=True)
    changes = _list(ma.fields.Nested(StatusChangeSchema))
    flags = _list(PlainText(validate=FLAG))
    unsure = _list(PlainText(validate=ANSWER))


class SharedEntitlementSchema(Schema):
    """How one entitlement came out, without the reasons."""

    id = PlainText(required=True, validate=ENTITLEMENT)
    state = PlainText(required=True, validate=OneOf(STATES))
    on = Day(required=True, allow_none=True)
    until = Day(required=True, allow_none=True)


class SharedResultSchema(Schema):
    """What a young person shares of their check."""

    status = ma.fields.Nested(StatusResultSchema, required=True)
    entitlements = _list(ma.fields.Nested(SharedEntitlementSchema), MAX_ENTITLEMENTS)
    made_on = Day(required=True)


class ShareBody(Schema):
    """`check.share`: my adviser may see this result of my check; null takes it back."""

    result = ma.fields.Nested(SharedResultSchema, required=True, allow_none=True)
