"""Which texts of an entry a young person reads, each with its path; taken from the schemas, so no kind is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from ..fields import Text, ValuesByDate
from ..packs import Item, Pack
from ..reading import Path
from ..schemas import schema_of
from ..schemas.conditions import ConditionSchema, OneOrMany

# Where a thing comes from, what is dialled, and the names of a thing or to find it by: not our words, or not read.
NOT_READ = frozenset(
    {"sources", "source", "basis", "value", "word", "also_called", "each", "date", "term", "also", "typed"}
)
# Parts of an entry that have a place of their own on the screen, so each is read by itself.
OWN_BLOCKS = frozenset({"steps", "skills", "areas", "promises"})


@dataclass(frozen=True)
class Words:
    """A text and where it stands in its item; `block` is the path of the part of the entry that it is read with."""

    block: Path
    path: Path
    text: str


def items_of(pack: Pack) -> Iterator[Item]:
    """Everything in a pack with words for young people, what it overrides too."""
    for items in pack.items.values():
        yield from items
    if pack.pledge is not None:
        yield pack.pledge
    for (kind, _), (place, raw) in pack.overrides.items():
        yield Item(kind, raw, place)


def words_of(item: Item) -> Iterator[Words]:
    """Every text of an item that is read."""
    yield from _of_schema(schema_of(item.kind), item.raw, (), ())


def _of_schema(schema: Schema, raw: Any, path: Path, block: Path) -> Iterator[Words]:
    if not isinstance(raw, Mapping):
        return
    for name, field in schema.load_fields.items():
        written = field.data_key or name
        if written in raw and written not in NOT_READ:
            yield from _of_field(field, raw[written], (*path, written), block)


def _of_field(field: fields.Field[Any], raw: Any, path: Path, block: Path) -> Iterator[Words]:
    if isinstance(field, fields.List) and isinstance(raw, list):
        for index, inner in enumerate(raw):
            own = (*path, index) if path[-1] in OWN_BLOCKS else block
            yield from _of_field(field.inner, inner, (*path, index), own)
    elif isinstance(field, fields.Nested):
        yield from _of_schema(field.schema, raw, path, block)
    elif isinstance(field, OneOrMany):
        nodes = [((*path, index), node) for index, node in enumerate(raw)] if isinstance(raw, list) else [(path, raw)]
        for at, node in nodes:
            yield from _of_schema(ConditionSchema(), node, at, block)
    elif isinstance(field, ValuesByDate) and isinstance(raw, Mapping):
        for start, value in raw.items():
            yield from _text(value, (*path, start), block)
    elif type(field) is Text:
        yield from _text(raw, path, block)


def _text(raw: Any, path: Path, block: Path) -> Iterator[Words]:
    if isinstance(raw, str) and raw.strip():
        yield Words(block, path, " ".join(raw.split()))
