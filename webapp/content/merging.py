"""Lays a council's pack over its base pack. An override changes only the fields that it names."""

from __future__ import annotations

from .findings import Finding, nearest, say
from .packs import Item, Pack, Place

# What is changed needs its own provenance: the base's sources say nothing about the council's figure.
PROVENANCE = ("sources", "as_at", "confidence")


def merge(base: Pack, council: Pack) -> tuple[dict[str, list[Item]], list[Finding]]:
    """The items of both, base first, with overrides laid on; and what is wrong with the overrides themselves."""
    merged: dict[str, list[Item]] = {}
    for kind, items in base.items.items():
        merged[kind] = [_overridden(item, council) for item in items] + council.items[kind]
    return merged, _astray(base, council) + _unsourced(council)


def _overridden(item: Item, council: Pack) -> Item:
    override = council.overrides.get((item.kind, item.id or ""))
    if override is None or not isinstance(item.raw, dict):
        return item
    place, fields = override
    changed = {name: Place(place.document, (*place.at, name)) for name in fields}
    return Item(item.kind, {**item.raw, **fields}, item.place, changed)


def _astray(base: Pack, council: Pack) -> list[Finding]:
    findings = []
    for (kind, id_), (place, _) in council.overrides.items():
        ids = [item.id for item in base.items[kind] if item.id]
        if id_ not in ids:
            instead = nearest(id_, ids) or f"an id of {base.slug}, or a new entry in a file of its own"
            findings.append(place.finding((), say(f"{base.slug} has no {kind} entry `{id_}` to change", instead)))
    return findings


def _unsourced(council: Pack) -> list[Finding]:
    return [
        place.finding((), f"the override of `{id_}` brings no `{name}` of its own; write `{name}: …`")
        for (_, id_), (place, fields) in council.overrides.items()
        for name in PROVENANCE
        if name not in fields
    ]
