"""Checks across entries: ids used twice, links to nothing, review dates that have passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .findings import Finding, nearest, say
from .packs import Item
from .reading import Path


def check(items: Iterable[Item], mine: set[Item], today: str) -> list[Finding]:
    """All cross-checks over a merged set of items.

    `mine` are the items to report on: what a base pack says is reported once, with it, and not again for each council.
    `today` is an ISO date.
    """
    items = list(items)
    own = [item for item in items if item in mine]
    entitlements = [item.id for item in items if item.kind == "entitlements" and item.id]
    return [
        *_twice(items, mine),
        *(finding for item in own for finding in _links(item, entitlements)),
        *(finding for item in own for finding in _overdue(item, today)),
    ]


def _twice(items: list[Item], mine: set[Item]) -> Iterator[Finding]:
    first: dict[tuple[Item | None, str, str], Finding] = {}
    for item in items:
        for owner, scope, id_, path in _ids(item):
            here = item.finding(path, "")
            before = first.setdefault((owner, scope, id_), here)
            if before is not here and item in mine:
                instead = "another id, or change the entry in overrides.yaml"
                text = say(f"the {scope} id `{id_}` is used twice (first at {before.file}:{before.line})", instead)
                yield item.finding(path, text)


def _ids(item: Item) -> Iterator[tuple[Item | None, str, str, Path]]:
    """Every id in an item, with the scope in which it must be the only one: the owner (None is all), and the kind."""
    if item.id:
        yield None, item.kind, item.id, ("id",)
    for index, amount in enumerate(_list(item.raw, "amounts")):
        for _, scope, id_, path in _id("amount", amount, ("amounts", index)):
            yield item, scope, id_, path
    for index, skill in enumerate(_list(item.raw, "skills")):
        yield from _id("skill", skill, ("skills", index))
    if item.kind == "pledge":
        for index, area in enumerate(_list(item.raw, "areas")):
            yield from _id("pledge area", area, ("areas", index))
            for number, promise in enumerate(_list(area, "promises")):
                yield from _id("promise", promise, ("areas", index, "promises", number))


def _id(scope: str, raw: Any, path: Path) -> Iterator[tuple[None, str, str, Path]]:
    found = raw.get("id") if isinstance(raw, Mapping) else None
    if isinstance(found, str):
        yield None, scope, found, (*path, "id")


def _list(raw: Any, name: str) -> list[Any]:
    found = raw.get(name) if isinstance(raw, Mapping) else None
    return found if isinstance(found, list) else []


def _links(item: Item, entitlements: list[str]) -> Iterator[Finding]:
    links: list[tuple[Path, Any]] = []
    if item.kind == "entitlements":
        links = [(("see_also", index), target) for index, target in enumerate(_list(item.raw, "see_also"))]
    elif item.kind == "offer" and isinstance(item.raw, Mapping) and "entitlement" in item.raw:
        links = [(("entitlement",), item.raw["entitlement"])]
    for path, target in links:
        if isinstance(target, str) and target not in entitlements:
            instead = nearest(target, entitlements) or "the id of an entitlement"
            yield item.finding(path, say(f"`{path[0]}` points to `{target}`, which is not there", instead))


def _overdue(item: Item, today: str) -> Iterator[Finding]:
    for path, day in _review_days(item.raw, ()):
        if day < today:
            text = f"the review-by date {day} has passed; check the facts, then write a later date"
            yield item.finding(path, text, warning=True)


def _review_days(raw: Any, path: Path) -> Iterator[tuple[Path, str]]:
    children: Iterable[tuple[Any, Any]] = ()
    if isinstance(raw, Mapping):
        children = raw.items()
    elif isinstance(raw, list):
        children = enumerate(raw)
    for key, value in children:
        if key == "review_by":
            yield (*path, key), str(value)
        else:
            yield from _review_days(value, (*path, key))
