"""Legal words and letters in plain words."""

from __future__ import annotations

import re

from marshmallow import ValidationError, validates

from ..fields import ListOf, Slug, Text
from ..findings import say
from .base import Entry

MOST_SENTENCES = 2
SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")


class GlossarySchema(Entry):
    """One word. `also` are its other names, which screens explain too; `typed` is what people search for instead."""

    id = Slug(required=True)
    term = Text(most=60, required=True)
    also = ListOf(Text(most=60), least=1)
    typed = ListOf(Text(most=60), least=1)
    meaning = Text(most=200, required=True)

    @validates("meaning")
    def check_length(self, meaning: str, **kwargs: object) -> None:
        """A meaning is read in the middle of something else, so it is short."""
        sentences = len(SENTENCE_END.findall(meaning))
        if sentences > MOST_SENTENCES:
            raise ValidationError(say(f"`meaning` has {sentences} sentences", f"{MOST_SENTENCES} short ones"))
