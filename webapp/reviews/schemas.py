"""The bodies of the operations on dates, and the calendar feed's answers. What is not named here is refused."""

from __future__ import annotations

import marshmallow as ma
from marshmallow.validate import Length, OneOf, Range, Regexp

from ..content.fields import SLUG
from ..core.api import Moment, Schema
from ..sync.schemas import Day, Flag, PlainText, Typed, WallTime
from .rules import HEADINGS, MARKS, MAX_ID, MAX_PLACE, MAX_TITLE, MAX_WITH, MAX_WORDS, OWN, WHO


def review_kind() -> PlainText:
    """The id of a kind of review. Whether the council has it is the service's to say."""
    form = Regexp(rf"{SLUG.pattern}\Z", error="Not an id.")
    return PlainText(required=True, validate=[Length(max=MAX_ID), form, ma.validate.NoneOf([OWN])])


class WhenBody(Schema):
    """A day, and a time or the whole day."""

    day = Day(required=True)
    time = WallTime(load_default=None, allow_none=True)


class PlaceBody(WhenBody):
    """When, where, with whom, and whether it is a call."""

    place = Typed(MAX_PLACE, load_default="")
    with_whom = Typed(MAX_WITH, data_key="with", load_default="")
    call = Flag(load_default=False)


class PlanBody(PlaceBody):
    """`date.plan`: an adviser plans a review, or with `held` writes down one that was held already."""

    kind = review_kind()
    held = Flag(load_default=False)


class DateBody(Schema):
    """An operation about a date that is there. `date.own_cancel` says nothing more."""

    date = ma.fields.UUID(required=True)


class MoveBody(DateBody, PlaceBody):
    """`date.move`: another day, time or place; also the answer to a wish, or to a review that was asked for."""

    words = Typed(MAX_WORDS, lines=True, load_default="")


class MarkBody(DateBody):
    """`date.mark`: it was held, it was missed, or it will not be."""

    state = PlainText(required=True, validate=OneOf(list(MARKS)))
    words = Typed(MAX_WORDS, lines=True, load_default="")


class DeclineBody(DateBody):
    """`date.decline`: no to another time, or to a review sooner."""

    words = Typed(MAX_WORDS, lines=True, load_default="")


class ProposeBody(DateBody, WhenBody):
    """`date.propose`: the young person would like another time."""

    words = Typed(MAX_WORDS, lines=True, load_default="")


class AskBody(Schema):
    """`date.ask`: the young person asks for a review sooner."""

    kind = review_kind()
    words = Typed(MAX_WORDS, lines=True, load_default="")


class OwnBody(WhenBody):
    """`date.own`: a date of the young person's own, private unless it is shared."""

    title = Typed(MAX_TITLE, needed=True)
    place = Typed(MAX_PLACE, load_default="")
    shared = Flag(required=True)


class OwnChangeBody(DateBody, OwnBody):
    """`date.own_change`: the whole date anew."""


class PrepareBody(DateBody):
    """`prepare.put`: how I feel about a heading (1 the worst), what I want, what I want changed."""

    heading = PlainText(required=True, validate=OneOf(HEADINGS))
    face = ma.fields.Integer(required=True, strict=True, allow_none=True, validate=Range(1, 5))
    words = Typed(MAX_WORDS, lines=True, load_default="")
    want = Typed(MAX_WORDS, lines=True, load_default="")
    change = Typed(MAX_WORDS, lines=True, load_default="")


class ShareBody(DateBody):
    """`prepare.share`: show one heading, or with null all of them; or take it back."""

    heading = PlainText(required=True, allow_none=True, validate=OneOf(HEADINGS))
    shared = Flag(required=True)


class AgreementBody(DateBody):
    """`agreement.put`: what was agreed, who does it, by when. Null makes a new one."""

    agreement = ma.fields.UUID(required=True, allow_none=True)
    what = Typed(MAX_WORDS, lines=True, needed=True)
    who = PlainText(required=True, validate=OneOf(WHO))
    who_words = Typed(MAX_WITH, load_default="")
    by = Day(load_default=None, allow_none=True)


class DoneBody(Schema):
    """`agreement.done`: it is done, or it is not after all."""

    agreement = ma.fields.UUID(required=True)
    done = Flag(required=True)


class AnswerBody(DateBody):
    """`plan.answer`: I agree with this plan, or I do not, because."""

    agree = Flag(required=True)
    words = Typed(MAX_WORDS, lines=True, load_default="")


class FeedBody(Schema):
    """How a calendar is to show the dates: by name, or by one word for all."""

    neutral = Flag(load_default=False)


class FeedUrlSchema(Schema):
    """The address for the person's own calendar. It is told once; nobody can look it up."""

    url = ma.fields.String(required=True)


class FeedSchema(Schema):
    """Whether there is an address, since when, and whether its titles are neutral."""

    on = ma.fields.Boolean(required=True)
    neutral = ma.fields.Boolean(required=True)
    made_at = Moment(required=True, allow_none=True)
