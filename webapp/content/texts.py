"""Every text of an entry, with where it stands; taken from the schemas, so no kind is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from .fields import Text, ValuesByDate
from .reading import Path
from .schemas import schema_of
from .schemas.conditions import ConditionSchema, OneOrMany

# Parts of an entry that have a place of their own on the screen, so each is read by itself.
OWN_BLOCKS = frozenset({"steps", "skills", "areas", "promises"})


@dataclass(frozen=True)
class Words:
    """A text and where it stands in its entry.

    `block` is the path of the part of the entry that it is read with. `name` is the path without places in a list, but
    with the ids of what has one: it stays the same when something is put in before it.
    """

    block: Path
    path: Path
    name: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class _At:
    path: Path = ()
    block: Path = ()
    name: tuple[str, ...] = ()

    def down(self, key: Any, name: str | None = None, block: bool = False) -> _At:
        path = (*self.path, key)
        return _At(path, path if block else self.block, self.name if name is None else (*self.name, name))


def texts_of(kind: str, entry: Any, without: frozenset[str]) -> Iterator[Words]:
    """Every text of an entry, as it is written in its file or as it was loaded; not what fields `without` hold."""
    yield from _of_schema(schema_of(kind), entry, _At(), without)


def _of_schema(schema: Schema, value: Any, at: _At, without: frozenset[str]) -> Iterator[Words]:
    if not isinstance(value, Mapping):
        return
    for name, field in schema.load_fields.items():
        written = field.data_key or name
        if written in value and written not in without:
            yield from _of_field(field, value[written], at.down(written, written), without)


def _of_field(field: fields.Field[Any], value: Any, at: _At, without: frozenset[str]) -> Iterator[Words]:
    if isinstance(field, fields.List) and isinstance(value, list):
        own = at.path[-1] in OWN_BLOCKS
        for index, inner in enumerate(value):
            yield from _of_field(field.inner, inner, at.down(index, _id_of(inner), own), without)
    elif isinstance(field, fields.Nested):
        yield from _of_schema(field.schema, value, at, without)
    elif isinstance(field, OneOrMany):
        many = isinstance(value, list)
        for place, node in [(at.down(index), one) for index, one in enumerate(value)] if many else [(at, value)]:
            yield from _of_schema(ConditionSchema(), node, place, without)
    elif isinstance(field, ValuesByDate):
        yield from _of_values(value, at)
    elif type(field) is Text:
        yield from _text(value, at)


def _of_values(value: Any, at: _At) -> Iterator[Words]:
    """By date as in the file, or as a list of what holds from when."""
    if isinstance(value, Mapping):
        for start, text in value.items():
            yield from _text(text, at.down(start))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _text(one["value"], at.down(index).down("value"))


def _id_of(value: Any) -> str | None:
    found = value.get("id") if isinstance(value, Mapping) else None
    return found if isinstance(found, str) else None


def _text(value: Any, at: _At) -> Iterator[Words]:
    if isinstance(value, str) and value.strip():
        yield Words(at.block, at.path, at.name, " ".join(value.split()))
