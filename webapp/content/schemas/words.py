"""The shape of `words.yaml`: hard words, names that may stay, and legal words that the glossary must explain."""

from __future__ import annotations

from marshmallow import fields

from ..fields import ListOf, Text
from .base import Checked


class HardWordSchema(Checked):
    """A word that is too hard, in all its forms, and what to write for it."""

    words = ListOf(Text(), least=1, required=True)
    plain = Text(required=True)


class NameSchema(Checked):
    """A name or word that cannot be said more plainly, and why."""

    names = ListOf(Text(), least=1, required=True)
    why = Text(required=True)


class WordsSchema(Checked):
    """words.yaml."""

    hard = ListOf(fields.Nested(HardWordSchema), required=True)
    names = ListOf(fields.Nested(NameSchema), required=True)
    legal = ListOf(Text(), required=True)
