"""What is past its review-by date, by the team that looks after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .checks import review_days
from .library import read_packs
from .packs import Item, Pack
from .plain.texts import items_of
from .reading import Path as At

NOBODY = "no owner is named in pack.yaml"


@dataclass(frozen=True, order=True)
class Stale:
    """One review-by date that has passed: whose, where it stands, and which entry it is of."""

    owner: str
    pack: str
    review_by: str
    file: str
    line: int
    id: str


def stale(folder: Path, today: str, only: str | None = None) -> list[Stale]:
    """What has a review-by date before `today` (an ISO date), in all packs or in one: by owner, the oldest first."""
    return sorted(
        one
        for slug, pack in read_packs(folder).items()
        if only in (None, slug)
        for item in items_of(pack)
        for one in _of_item(pack, item)
        if one.review_by < today
    )


def _of_item(pack: Pack, item: Item) -> Iterator[Stale]:
    owner = pack.cover_says("owner") or NOBODY
    for path, day in review_days(item.raw, ()):
        place = item.finding(path, "")
        yield Stale(owner, pack.slug, day, place.file, place.line, _id_at(item, path))


def _id_at(item: Item, path: At) -> str:
    """The id of the innermost part with one; for an override, the id that it is written under."""
    raw, found = item.raw, item.id or str((*item.place.at, "")[-2])
    for step in path[:-1]:
        raw = raw[step]
        if isinstance(raw, Mapping) and isinstance(raw.get("id"), str):
            found = raw["id"]
    return found
