"""The library: every council's content, checked, merged and ready to be written as JSON.

Made once at the start. Nothing in it changes while the server runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any

from flask import Flask, current_app

from ..core.clock import now
from .checks import check, check_most_used, check_words
from .covers import BASE, base_of, cover_findings
from .findings import ContentError, Finding
from .merging import merge
from .packs import Entry, Item, Pack, read_pack
from .schemas import GROUPS, LISTS
from .schemas.council import ANSWER_DAYS, WORKING_HOURS

_EXTENSION = "footing-content"
BY_ORDER = ("areas", "help")


@dataclass(frozen=True)
class Council:
    """One council's content: its base pack with its own laid over it. Entries are plain JSON values."""

    slug: str
    name: str
    state: str
    extends: str | None
    paper: Entry | None
    owner: str | None
    answer_days: int
    working_hours: tuple[time, time]
    most_used: tuple[str, ...]
    entitlements: tuple[Entry, ...]
    offer: tuple[Entry, ...]
    pledge: Entry | None
    areas: tuple[Entry, ...]
    papers: tuple[Entry, ...]
    reviews: tuple[Entry, ...]
    help: tuple[Entry, ...]
    contacts: tuple[Entry, ...]
    statuses: tuple[Entry, ...]
    status_rules: tuple[Entry, ...]
    status_flags: tuple[Entry, ...]
    challenges: tuple[Entry, ...]
    glossary: tuple[Entry, ...]
    skill_ids: frozenset[str]
    paper_ids: frozenset[str]

    @property
    def cover(self) -> Entry:
        """What the list of councils and the bundle say about it."""
        return {"slug": self.slug, "name": self.name, "state": self.state, "paper": self.paper}


class Library:
    """All councils, by slug."""

    def __init__(self, councils: Mapping[str, Council]) -> None:
        self._councils = dict(councils)

    def councils(self) -> list[Council]:
        """Every council by name, then the base packs: they serve a phone that has not named its council."""
        return sorted(self._councils.values(), key=lambda council: (council.state == BASE, council.name))

    def has_council(self, slug: str) -> bool:
        """Whether this is a council with a pack, not a base pack."""
        found = self._councils.get(slug)
        return found is not None and found.state != BASE

    def council(self, slug: str) -> Council:
        """One council, or a base pack. Raises `KeyError` when there is none of that slug."""
        return self._councils[slug]


def open_library(folder: Path) -> Library:
    """The library of a content folder. Raises `ContentError` when anything is wrong: half an entry is never shown."""
    library, findings = examine(folder)
    if library is None:
        raise ContentError(findings)
    return library


def read_packs(folder: Path) -> dict[str, Pack]:
    """Every pack of a content folder by the name of its own folder, as it is written; nothing is checked yet."""
    return {path.name: read_pack(path) for path in sorted(folder.glob("*")) if path.is_dir()}


def examine(folder: Path) -> tuple[Library | None, list[Finding]]:
    """Read and check a content folder: every finding, in order; and the library when none of them is an error."""
    packs = read_packs(folder)
    if not packs:
        shown = f"{folder.name}/england/pack.yaml"
        return None, [Finding(shown, 1, "there is no pack here; write pack.yaml in a folder of its own")]
    today = now().date().isoformat()
    findings = [finding for pack in packs.values() for finding in [*pack.findings, *cover_findings(pack, packs)]]
    loaded: dict[Item, Entry | None] = {}
    councils: dict[str, Council] = {}
    # Base packs first: what they say is checked once, with them.
    for pack in sorted(packs.values(), key=lambda pack: pack.cover_says("state") != BASE):
        base = base_of(pack, packs)
        merged, astray = merge(base, pack) if base else (pack.items, [])
        items = [item for kind in LISTS for item in merged[kind]] + ([pack.pledge] if pack.pledge else [])
        mine = {item for item in items if item not in loaded}
        findings += [*astray, *_load(items, loaded)]
        if pack.cover_says("state") == BASE:
            findings += check_words(pack, folder.name)
        # Without what it lies over, a pack would only seem to point to nothing.
        if base or pack.cover_says("state") == BASE:
            findings += [*check(items, mine, today), *check_most_used(pack, items)]
            councils[pack.slug] = _council(pack, base or pack, merged, loaded)
    # A place can be reached by two ways (an entry that a broken override repeats), and one line is enough.
    findings = sorted(set(findings))
    broken = any(not finding.warning for finding in findings)
    return (None if broken else Library(councils)), findings


def _load(items: list[Item], loaded: dict[Item, Entry | None]) -> list[Finding]:
    findings: list[Finding] = []
    for item in items:
        if item not in loaded:
            loaded[item], wrong = item.load()
            findings += wrong
    return findings


def _council(pack: Pack, base: Pack, merged: dict[str, list[Item]], loaded: Mapping[Item, Entry | None]) -> Council:
    plain = {(item.kind, item.id): loaded[item] for items in base.items.values() for item in items}
    entries: dict[str, tuple[Entry, ...]] = {}
    for kind, items in merged.items():
        found = [_remember(item, loaded[item], plain.get((kind, item.id)), base.slug) for item in items]
        entries[kind] = tuple(sorted((entry for entry in found if entry), key=_place_of(kind)))
    cover = (pack.cover.load()[0] if pack.cover else None) or {}
    paper, hours = cover.get("paper"), cover.get("working_hours")
    return Council(
        slug=pack.slug,
        name=cover.get("name", pack.slug),
        state=cover.get("state", ""),
        extends=cover.get("extends"),
        paper={"title": paper["title"], "date": paper["date"]} if paper else None,
        owner=cover.get("owner"),
        answer_days=cover.get("answer_days", ANSWER_DAYS),
        working_hours=(hours["opens"], hours["closes"]) if hours else WORKING_HOURS,
        most_used=tuple((base.cover.load()[0] or {}).get("most_used", ()) if base.cover else ()),
        pledge=loaded[pack.pledge] if pack.pledge else None,
        skill_ids=frozenset(skill["id"] for area in entries["areas"] for skill in area["skills"]),
        paper_ids=frozenset(entry["id"] for entry in entries["papers"]),
        **entries,
    )


def _remember(item: Item, entry: Entry | None, before: Entry | None, base: str) -> Entry | None:
    """The entry, with what the base says in each field that the council's pack has changed."""
    if not item.changed or entry is None or before is None:
        return entry
    changed = {name: {base: before.get(name)} for name in item.changed if entry.get(name) != before.get(name)}
    return {**entry, "overrides": changed}


def _place_of(kind: str) -> Any:
    if kind == "entitlements":
        return lambda entry: GROUPS.index(entry["group"])
    return (lambda entry: entry["order"]) if kind in BY_ORDER else (lambda entry: 0)


def install(app: Flask, folder: Path) -> Library:
    """Open the library and hang it on the app. Raises `ContentError`."""
    library = open_library(folder)
    app.extensions[_EXTENSION] = library
    return library


def install_broken(app: Flask, error: ContentError) -> None:
    """Hang on the app why it has no library: for commands that look at broken content, and never for a server."""
    app.extensions[_EXTENSION] = error


def get_library() -> Library:
    """The library of the current app. Raises `ContentError` in a command that runs on broken content."""
    library: Library | ContentError = current_app.extensions[_EXTENSION]
    if isinstance(library, ContentError):
        raise library
    return library


def working_hours_of(council: str) -> tuple[time, time]:
    """When a council opens and closes on a working day, by London's clock, as its pack says, or as most do."""
    library = get_library()
    return library.council(council).working_hours if library.has_council(council) else WORKING_HOURS
