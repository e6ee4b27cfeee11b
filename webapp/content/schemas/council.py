"""What only a council has: its pack's cover, its pledge, its local offer, its contacts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from ..fields import Choice, Clock, Day, ListOf, Slug, Text, Whole
from ..findings import say
from .base import Checked, Entry, Sourced

STATES = ("base", "example", "live")
# The target for answering a request, in working days, of a council that names none; no law sets one.
ANSWER_DAYS = 10
# The working hours of a council that names none.
WORKING_HOURS = (time(9), time(17))
COUNCIL_TYPES = ("unitary", "county", "london_borough", "metropolitan")
# The six headings that a local offer must cover: Children and Social Work Act 2017 s2; money is shown on its own.
OFFER_HEADINGS = (
    "health_wellbeing",
    "relationships",
    "education_training",
    "employment",
    "accommodation",
    "participation",
    "money",
)


class CouncilPaperSchema(Checked):
    """The council paper that an example pack was made from."""

    title = Text(required=True)
    date = Day(required=True)
    file = Text()


class WorkingHoursSchema(Checked):
    """From when to when somebody is at work, Monday to Friday. Staff get no reminders outside of it."""

    opens = Clock(required=True)
    closes = Clock(required=True)

    @validates_schema
    def check_order(self, data: Any, **kwargs: Any) -> None:
        """A day's work ends after it began."""
        if data["opens"] >= data["closes"]:
            raise ValidationError(
                {"closes": [say("`closes` is not after `opens`", '`{opens: "08:30", closes: "17:00"}`')]}
            )


class PackSchema(Checked):
    """pack.yaml. A base pack extends nothing; every other pack extends a base pack."""

    slug = Slug(required=True)
    name = Text(required=True)
    state = Choice(STATES, required=True)
    extends = Slug()
    council_type = Choice(COUNCIL_TYPES)
    paper = fields.Nested(CouncilPaperSchema)
    owner = Text()
    answer_days = Whole(least=1, most=60)
    working_hours = fields.Nested(WorkingHoursSchema)
    # The entitlements that most people look for: they are translated first.
    most_used = ListOf(Slug())

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def check_state(self, data: Any, original: Any, **kwargs: Any) -> None:
        """A base pack extends nothing; the others extend one, and an example names its paper."""
        if not isinstance(original, Mapping):
            return
        state = original.get("state")
        if state == "base" and "extends" in original:
            raise ValidationError({"extends": [say("a base pack extends nothing", "`state: live`, or no `extends`")]})
        if state in ("example", "live") and "extends" not in original:
            raise ValidationError({"extends": ["`extends` is missing; write `extends: england`"]})
        if state == "example" and "paper" not in original:
            raise ValidationError({"paper": ["`paper` is missing; write `paper: {title: …, date: …}`"]})


class PromiseSchema(Sourced):
    """One promise; `must` when the law asks for it too."""

    id = Slug(required=True)
    text = Text(required=True)
    strength = Choice(("must", "good_to_have"), required=True)


class PledgeAreaSchema(Checked):
    """Promises that belong together."""

    id = Slug(required=True)
    title = Text(required=True)
    promises = ListOf(fields.Nested(PromiseSchema), least=1, required=True)


class PledgeSchema(Checked):
    """What a council promises to the children in its care and to its care leavers."""

    title = Text(required=True)
    intro = Text(required=True)
    areas = ListOf(fields.Nested(PledgeAreaSchema), least=1, required=True)


class OfferSchema(Entry):
    """One line of the local offer; `entitlement` is the rule behind it."""

    id = Slug(required=True)
    title = Text(required=True)
    heading = Choice(OFFER_HEADINGS, required=True)
    summary = Text(required=True)
    how_to_ask = Text(required=True)
    entitlement = Slug()


class ContactSchema(Entry):
    """A role at the council; never a person's name."""

    id = Slug(required=True)
    role = Text(required=True)
    what_for = Text(required=True)
    hours = Text()
