"""The independence passport: areas of skills."""

from __future__ import annotations

from marshmallow import fields

from ..fields import Choice, ListOf, Slug, Text, Whole
from .base import Checked, Entry

HEADINGS = ("career", "health_wellbeing", "family_friends", "where_you_live", "finances", "being_involved")


class SkillSchema(Checked):
    """One skill; `age` is when to start trying, `heading` the pathway plan's heading that it feeds."""

    id = Slug(required=True)
    can = Text(required=True)
    why = Text(required=True)
    try_ = Text(data_key="try", attribute="try", required=True)
    evidence = Text(required=True)
    age = Whole(least=10, most=25, required=True)
    heading = Choice(HEADINGS, required=True)


class AreaSchema(Entry):
    """One area, with its skills in the order of the screen."""

    id = Slug(required=True)
    title = Text(required=True)
    order = Whole(required=True)
    skills = ListOf(fields.Nested(SkillSchema), least=1, required=True)
