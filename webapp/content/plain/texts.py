"""Which texts of the packs a young person reads."""

from __future__ import annotations

from collections.abc import Iterator

from ..packs import Item, Pack
from ..texts import Words, texts_of

# Where a thing comes from, what is dialled, and the names of a thing or to find it by: not our words, or not read.
NOT_READ = frozenset(
    {"sources", "source", "basis", "value", "word", "also_called", "each", "date", "term", "also", "typed"}
)


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
    return texts_of(item.kind, item.raw, NOT_READ)
