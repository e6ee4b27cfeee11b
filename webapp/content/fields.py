"""The kinds of values in content files, each with its own plain complaint.

A field turns what YAML gave into what the answers carry: a date becomes its ISO text, values by date become a sorted
list. So a checked entry is ready to be written as JSON.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, TypeGuard

from marshmallow import ValidationError, fields

from .findings import nearest, say

SLUG = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
LINK = re.compile(r"https://[^\s/]+\.[^\s]+")
# Words are shown as words: a tag, an address that runs something, or a link without https is a mistake, or worse.
NO_WORDS = (
    (re.compile(r"</?[a-z!][^>]*>?|&(?:#x?[0-9a-f]+|[a-z]{2,});", re.IGNORECASE), "HTML", "plain words"),
    (re.compile(r"\b(?:javascript|vbscript|data)\s*:(?=\S)", re.IGNORECASE), "an address that runs", "plain words"),
    (re.compile(r"\]\((?!https://)[^)]*\)?"), "a link that is not https", "an address that starts with https://"),
)


def complaint(what: str, instead: str) -> ValidationError:
    """A ValidationError in the words of a finding."""
    return ValidationError(say(what, instead))


class Text(fields.String):
    """Words, never empty; `most` is the largest number of characters that fits on the screen."""

    example = '"a few plain words"'

    def __init__(self, most: int | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise complaint(f"`{self.name}` is not text ({value!r})", "it in quotes")
        text = value.strip()
        if not text:
            raise complaint(f"`{self.name}` has no text", self.example)
        for pattern, what, instead in NO_WORDS:
            if found := pattern.search(text):
                raise complaint(f"`{self.name}` has {what} ({found[0][:40]})", instead)
        if self.most and len(text) > self.most:
            raise complaint(f"`{self.name}` has {len(text)} characters", f"at most {self.most}")
        return text


class Slug(Text):
    """A short name for links: small letters, digits, hyphens."""

    example = "a short name like setting-up-home"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str) or not SLUG.fullmatch(value):
            raise complaint(f"`{self.name}` {value!r} is not a short name", "small letters, digits and hyphens")
        return value


class Link(Text):
    """An https address."""

    example = "https://www.gov.uk/…"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str) or not LINK.fullmatch(value):
            raise complaint(f"{value!r} is not a web address", self.example)
        return value


class Choice(fields.String):
    """One code of a fixed set; a near miss is named."""

    def __init__(self, codes: Sequence[str], **kwargs: Any) -> None:
        enum = [*codes, None] if kwargs.get("allow_none") else list(codes)
        super().__init__(metadata={"enum": enum}, **kwargs)
        self.codes = tuple(codes)
        self.example = " | ".join(codes)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if isinstance(value, str) and value in self.codes:
            return value
        best = nearest(value, self.codes)
        raise complaint(f"{value!r} is not known for `{self.name}`", best or f"one of {', '.join(self.codes)}")


class Flag(fields.Boolean):
    """true or false, nothing else."""

    example = "true or false"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise complaint(f"`{self.name}` {value!r} is neither true nor false", self.example)
        return value


class Whole(fields.Integer):
    """A whole number within bounds; `true` and `"5"` are none."""

    example = "a whole number"

    def __init__(self, least: int = 0, most: int | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.least = least
        self.most = most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not is_whole(value):
            raise complaint(f"`{self.name}` {value!r} is not a whole number", self.example)
        number = int(value)
        if number < self.least or (self.most is not None and number > self.most):
            span = f"{self.least} or more" if self.most is None else f"{self.least} to {self.most}"
            raise complaint(f"`{self.name}` {number} does not fit", f"a whole number, {span}")
        return number


class Day(fields.String):
    """A date; in answers its ISO text."""

    example = "a date like 2026-11-22"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(metadata={"format": "date"}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not is_day(value):
            raise complaint(f"`{self.name}` {value!r} is not a date", self.example)
        found: str = value.isoformat()
        return found


class Clock(fields.String):
    """A time of day, written in quotes: without them YAML reads 08:30 as a number. Loaded as a `time`."""

    example = '"08:30", with the quotes'

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str) or not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
            raise complaint(f"`{self.name}` {value!r} is not a time of day", self.example)
        return time.fromisoformat(value)


class ListOf(fields.List[Any]):
    """A list; `least` is how many it must have."""

    example = "[…]"

    def __init__(self, inner: Any, least: int = 0, **kwargs: Any) -> None:
        super().__init__(inner, **kwargs)
        self.error_messages["invalid"] = say("this is not a list", "[…]")
        self.least = least

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        found: list[Any] = super()._deserialize(value, attr, data, **kwargs)
        if len(found) < self.least:
            raise complaint(f"`{self.name}` is an empty list", f"{self.least} or more, or leave `{self.name}` out")
        return found


class ValuesByDate(fields.Field[list[dict[str, Any]]]):
    """`{2023-04-01: 300000}` in the file; `[{"from": "2023-04-01", "value": 300000}]`, sorted, in answers.

    Past and coming figures live side by side. A null value means that it ends on that date.
    """

    example = "{2026-04-01: 300000}"

    def __init__(self, **kwargs: Any) -> None:
        item = {"type": "object", "properties": {"from": {"type": "string", "format": "date"}, "value": {}}}
        super().__init__(metadata={"type": "array", "items": item}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[dict[str, Any]]:
        if not isinstance(value, Mapping) or not value:
            raise complaint(f"`{self.name}` has no value by date", f"`{self.name}: {self.example}`")
        errors = {
            key: [say(f"{key!r} is not a date for a value to start on", Day.example)]
            for key in value
            if not is_day(key)
        }
        if errors:
            raise ValidationError(errors)
        return [{"from": key.isoformat(), "value": value[key]} for key in sorted(value)]


def wrong_values(values: object, *, text: bool) -> dict[Any, list[str]]:
    """The complaints about the values of a `ValuesByDate`: short texts, or whole numbers (pence for money)."""
    if not isinstance(values, Mapping):
        return {}
    if text:
        return {
            key: [say(f"{value!r} is not text", "a few words in quotes")]
            for key, value in values.items()
            if value is not None and not (isinstance(value, str) and value.strip())
        }
    return {
        key: [say(f"{value!r} is not a whole number, 0 or more", "whole pence (£3,000 is 300000)")]
        for key, value in values.items()
        if value is not None and not (is_whole(value) and value >= 0)
    }


def is_whole(value: object) -> TypeGuard[int]:
    """Whether this is a whole number; Python counts true as 1, we do not."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_day(value: object) -> TypeGuard[date]:
    """Whether this is a date without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)
