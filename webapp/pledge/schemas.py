"""What the operation and the routes of the pledge take and give. What is not named here is refused."""

from __future__ import annotations

import marshmallow as ma
from marshmallow.validate import Length, OneOf, Regexp

from ..content.fields import SLUG
from ..core.api import Moment, Schema
from ..sync.schemas import Day, Flag, PlainText, Typed
from .rules import MAX_WORDS, SEASON, Answer

MAX_ID = 64
MAX_DID = 1000
PROMISE = [Length(max=MAX_ID), Regexp(rf"{SLUG.pattern}\Z", error="Not an id.")]


def _number() -> ma.fields.Integer:
    return ma.fields.Integer(required=True, allow_none=True)


class RateBody(Schema):
    """`pledge.rate`: how a promise was kept to me in a season. Without words, none are kept."""

    promise = PlainText(required=True, validate=PROMISE)
    season = PlainText(required=True, validate=Regexp(rf"{SEASON.pattern}\Z", error="Write a season like 2026-Q4."))
    answer = PlainText(required=True, validate=OneOf(list(Answer)))
    words = Typed(MAX_WORDS, lines=True, load_default="")


class CellsSchema(Schema):
    """A number for each answer; null where it stays hidden."""

    kept = _number()
    partly = _number()
    not_kept = _number()
    cannot_say = _number()


class PromiseResultSchema(CellsSchema):
    """One promise, in its words of that day. `answers` and `change` say no more than what is shown."""

    promise = ma.fields.String(required=True)
    area = ma.fields.String(required=True, allow_none=True)
    text = ma.fields.String(required=True, allow_none=True)
    strength = ma.fields.String(required=True, allow_none=True)
    answers = _number()
    change = ma.fields.Nested(CellsSchema, required=True, allow_none=True)


class SeasonResultSchema(Schema):
    """A published season: the promises with at least five answers."""

    season = ma.fields.String(required=True)
    from_ = ma.fields.Date(required=True, data_key="from")
    to = ma.fields.Date(required=True)
    published_at = Moment(required=True)
    promises = ma.fields.List(ma.fields.Nested(PromiseResultSchema), required=True)


class WordsSchema(Schema):
    """Words of a young person about a promise."""

    id = ma.fields.UUID(required=True)
    season = ma.fields.String(required=True)
    promise = ma.fields.String(required=True)
    text = ma.fields.String(required=True)


class DidBody(Schema):
    """You said, we did: about one promise, or about none."""

    promise = PlainText(load_default=None, allow_none=True, validate=PROMISE)
    you_said = Typed(MAX_DID, lines=True, needed=True)
    we_did = Typed(MAX_DID, lines=True, needed=True)
    on = Day(required=True)


class DidSchema(DidBody):
    """The same with its id."""

    id = ma.fields.UUID(required=True)


class NewDidSchema(Schema):
    """The id of a new entry."""

    id = ma.fields.UUID(required=True)


class FrozenSchema(Schema):
    """What was published for a council, all of it."""

    council = ma.fields.String(required=True)
    seasons = ma.fields.List(ma.fields.Nested(SeasonResultSchema), required=True)
    words = ma.fields.List(ma.fields.Nested(WordsSchema), required=True)
    did = ma.fields.List(ma.fields.Nested(DidSchema), required=True)


class ResultsSchema(FrozenSchema):
    """What is published now, and the days of the board that have a version of their own."""

    boards = ma.fields.List(ma.fields.Date(), required=True)


class BoardSchema(FrozenSchema):
    """What was published when the version for a board was made."""

    board = ma.fields.Date(required=True)
    frozen_at = Moment(required=True)


class BoardBody(Schema):
    """The day of the board."""

    on = Day(required=True)


class WaitingSchema(Schema):
    """How many words wait to be read, and some of them."""

    waiting = ma.fields.Integer(required=True)
    words = ma.fields.List(ma.fields.Nested(WordsSchema), required=True)


class DecisionBody(Schema):
    """Whether words become public; `text` when something had to be taken out of them."""

    id = ma.fields.UUID(required=True)
    publish = Flag(required=True)
    text = Typed(MAX_WORDS, lines=True, needed=True, load_default=None)
