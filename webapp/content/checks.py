"""Checks across entries: ids used twice, links to nothing, words that are missing, review dates that have passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .findings import Finding, nearest, say
from .packs import Item, Pack
from .reading import Path
from .schemas import LISTS
from .schemas.conditions import STATUSES
from .schemas.status import FLAGS, RULES

# What the rules can find about a person, and in which kind of entry the words for it stand.
_WORDED = {"statuses": STATUSES, "status_rules": RULES, "status_flags": FLAGS}


def check(items: Iterable[Item], mine: set[Item], today: str) -> list[Finding]:
    """All cross-checks over a merged set of items.

    `mine` are the items to report on: what a base pack says is reported once, with it, and not again for each council.
    `today` is an ISO date.
    """
    items = list(items)
    own = [item for item in items if item in mine]
    targets: dict[str, list[str]] = {}
    for item in items:
        if item.id:
            targets.setdefault(item.kind, []).append(item.id)
    return [
        *_twice(items, mine),
        *(finding for item in own for finding in _links(item, targets)),
        *(finding for item in own for finding in _overdue(item, today)),
    ]


def check_words(pack: Pack, folder: str) -> list[Finding]:
    """What a base pack has no words for, although the rules can find it: a check would have nothing to say.

    `folder` is the name of the content folder. What cannot be read as it is gets no second complaint.
    """
    broken = {finding.file for finding in pack.findings}
    found = []
    for kind, codes in _WORDED.items():
        file = f"{folder}/{pack.slug}/{LISTS[kind][0]}"
        said = {item.id for item in pack.items[kind]}
        missing = [code for code in codes if code not in said]
        if missing and said <= {*codes} and file not in broken:
            text = f"there are no words for {', '.join(missing)}; write an entry for each under `{kind}`"
            found.append(Finding(file, 1, text))
    return found


def check_most_used(pack: Pack, items: Iterable[Item]) -> list[Finding]:
    """What a pack calls most used, and has no entitlement for: it would be in no language first."""
    ids = [item.id for item in items if item.kind == "entitlements" and item.id]
    cover = pack.cover
    if cover is None:
        return []
    found = []
    for index, target in enumerate(_list(cover.raw, "most_used")):
        if isinstance(target, str) and target not in ids:
            instead = nearest(target, ids) or "the id of one of the entitlements"
            found.append(cover.finding(("most_used", index), say(f"there is no entitlement `{target}`", instead)))
    return found


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
        yield from _id("amount", amount, ("amounts", index), item)
    for index, step in enumerate(_list(item.raw, "steps")):
        yield from _id("step", step, ("steps", index), item)
    for index, skill in enumerate(_list(item.raw, "skills")):
        yield from _id("skill", skill, ("skills", index))
    if item.kind == "pledge":
        for index, area in enumerate(_list(item.raw, "areas")):
            yield from _id("pledge area", area, ("areas", index))
            for number, promise in enumerate(_list(area, "promises")):
                yield from _id("promise", promise, ("areas", index, "promises", number))


def _id(scope: str, raw: Any, path: Path, owner: Item | None = None) -> Iterator[tuple[Item | None, str, str, Path]]:
    found = raw.get("id") if isinstance(raw, Mapping) else None
    if isinstance(found, str):
        yield owner, scope, found, (*path, "id")


def _list(raw: Any, name: str) -> list[Any]:
    found = raw.get(name) if isinstance(raw, Mapping) else None
    return found if isinstance(found, list) else []


def _links(item: Item, targets: Mapping[str, list[str]]) -> Iterator[Finding]:
    """What an item points to and is not there. `targets` holds the ids of each kind."""
    for path, kind, target in _pointers(item):
        ids = targets.get(kind, [])
        if isinstance(target, str) and target not in ids:
            instead = nearest(target, ids) or f"the id of one of the {kind}"
            yield item.finding(path, say(f"`{path[0]}` points to `{target}`, which is not there", instead))


def _pointers(item: Item) -> Iterator[tuple[Path, str, Any]]:
    if not isinstance(item.raw, Mapping):
        return
    if item.kind == "entitlements":
        for index, target in enumerate(_list(item.raw, "see_also")):
            yield ("see_also", index), "entitlements", target
        yield ("challenge",), "challenges", item.raw.get("challenge")
    elif item.kind == "offer":
        yield ("entitlement",), "entitlements", item.raw.get("entitlement")


def _overdue(item: Item, today: str) -> Iterator[Finding]:
    for path, day in review_days(item.raw, ()):
        if day < today:
            text = f"the review-by date {day} has passed; check the facts, then write a later date"
            yield item.finding(path, text, warning=True)


def review_days(raw: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every review-by date in an entry, with its path."""
    children: Iterable[tuple[Any, Any]] = ()
    if isinstance(raw, Mapping):
        children = raw.items()
    elif isinstance(raw, list):
        children = enumerate(raw)
    for key, value in children:
        if key == "review_by":
            yield (*path, key), str(value)
        else:
            yield from review_days(value, (*path, key))
