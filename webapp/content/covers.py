"""Checks of `pack.yaml` against the other packs: names used twice, what it lies over, circles."""

from __future__ import annotations

from collections.abc import Mapping

from .findings import Finding, nearest, say
from .packs import Item, Pack

BASE = "base"


def cover_findings(pack: Pack, packs: Mapping[str, Pack]) -> list[Finding]:
    """What is wrong with a pack's own cover, and with how it stands to the other packs."""
    if pack.cover is None:
        return []
    _, findings = pack.cover.load()
    findings += _slug_findings(pack, pack.cover, packs) + _extends_findings(pack, pack.cover, packs)
    if pack.cover_says("state") == BASE:
        places = [place for place, _ in pack.overrides.values()] + ([pack.pledge.place] if pack.pledge else [])
        text = say("a base pack promises and changes nothing by itself", "this in a council's pack")
        findings += [place.finding((), text) for place in places]
    return findings


def base_of(pack: Pack, packs: Mapping[str, Pack]) -> Pack | None:
    """The base pack that a pack lies over. A council's pack is no base, so nothing is ever merged twice."""
    found = packs.get(pack.cover_says("extends") or "")
    return found if found and found.cover_says("state") == BASE else None


def _slug_findings(pack: Pack, cover: Item, packs: Mapping[str, Pack]) -> list[Finding]:
    slug = pack.cover_says("slug")
    if slug is None or slug == pack.slug:
        return []
    text = f"slug `{slug}` is not the name of the folder"
    for other in packs.values():
        if other is not pack and other.cover and other.cover_says("slug") == slug:
            place = other.cover.finding(("slug",), "")
            text = f"slug `{slug}` is that of another pack too ({place.file}:{place.line})"
    return [cover.finding(("slug",), say(text, f"`slug: {pack.slug}`"))]


def _extends_findings(pack: Pack, cover: Item, packs: Mapping[str, Pack]) -> list[Finding]:
    extends = pack.cover_says("extends")
    bases = [other.slug for other in packs.values() if other.cover_says("state") == BASE]
    if extends is None or extends in bases:
        return []
    chain = [pack.slug]
    while chain[-1] not in chain[:-1] and chain[-1] in packs:
        chain.append(packs[chain[-1]].cover_says("extends") or "")
    what = f"there is no base pack `{extends}`"
    if chain[-1] == pack.slug:
        what = f"packs extend each other in a circle ({' → '.join(chain)})"
    instead = nearest(extends, bases) or ", ".join(bases) or "the slug of a base pack"
    return [cover.finding(("extends",), say(what, instead))]
