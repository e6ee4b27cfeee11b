"""Reads one pack's folder into items: the raw entries, each knowing where its fields are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path as FilePath
from typing import Any

from marshmallow import ValidationError

from .findings import Finding, nearest, say
from .reading import Document, Path, read
from .schemas import LISTS, OVERRIDABLE, schema_of

Entry = dict[str, Any]
SINGLE_FILES = ("pack.yaml", "pledge.yaml", "overrides.yaml")


@dataclass(frozen=True)
class Place:
    """A spot in a document."""

    document: Document
    at: Path = ()

    def finding(self, path: Path, text: str, *, warning: bool = False) -> Finding:
        """A finding about `path` below this place."""
        return Finding(self.document.file, self.document.line((*self.at, *path)), text, warning)


@dataclass(frozen=True, eq=False)
class Item:
    """A raw entry, known by its identity. `changed` says which fields an override has written, and where."""

    kind: str
    raw: Any
    place: Place
    changed: Mapping[str, Place] = field(default_factory=dict)

    @property
    def id(self) -> str | None:
        """The id that is written, if there is one."""
        found = self.raw.get("id") if isinstance(self.raw, Mapping) else None
        return found if isinstance(found, str) else None

    def finding(self, path: Path, text: str, *, warning: bool = False) -> Finding:
        """A finding about a path of this entry, at the file and line where that field is written."""
        place = self.changed.get(str(path[0])) if path else None
        if place is None:
            return self.place.finding(path, text, warning=warning)
        return place.finding(path[1:], text, warning=warning)

    def load(self) -> tuple[Entry | None, list[Finding]]:
        """The checked entry, ready for JSON; or None and what is wrong with it."""
        try:
            return schema_of(self.kind).load(self.raw), []
        except ValidationError as error:
            return None, [self.finding(path, text) for path, text in flat(error.messages)]


@dataclass
class Pack:
    """A folder's items. `overrides` maps kind and id to the place and the fields it writes."""

    slug: str
    cover: Item | None = None
    items: dict[str, list[Item]] = field(default_factory=lambda: {kind: [] for kind in LISTS})
    pledge: Item | None = None
    overrides: dict[tuple[str, str], tuple[Place, Mapping[str, Any]]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def cover_says(self, name: str) -> str | None:
        """A text from pack.yaml, if it is there."""
        raw = self.cover.raw if self.cover else None
        found = raw.get(name) if isinstance(raw, Mapping) else None
        return found if isinstance(found, str) else None


def flat(messages: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Marshmallow's nested messages, one by one with their paths."""
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            yield from flat(inner, path if key == "_schema" else (*path, key))
    elif isinstance(messages, list):
        for inner in messages:
            yield from flat(inner, path)
    else:
        yield path, str(messages)


def read_pack(folder: FilePath) -> Pack:
    """Everything in one pack's folder; what cannot be read is in its findings."""
    pack = Pack(folder.name)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or name.startswith(".") or "/." in name:
            continue
        shown = f"{folder.parent.name}/{folder.name}/{name}"
        kind = _kind_of(name)
        if kind is None and name not in SINGLE_FILES:
            # offer*.yaml is meant as offer.yaml; passport/*.yaml stays as it is.
            known = [re.sub(r"(?<=\w)\*", "", pattern) for pattern, _ in LISTS.values()]
            best = nearest(name, [*SINGLE_FILES, *known])
            pack.findings.append(Finding(shown, 1, say("no pack has a file of this name", best or "a known name")))
            continue
        document = read(path, shown)
        pack.findings += document.findings
        if document.value is not None:
            _take(pack, kind, name, document)
    if pack.cover is None and not any(finding.file.endswith("/pack.yaml") for finding in pack.findings):
        shown = f"{folder.parent.name}/{folder.name}/pack.yaml"
        pack.findings.append(Finding(shown, 1, "the pack has no pack.yaml; write one with slug, name and state"))
    return pack


def _kind_of(name: str) -> str | None:
    return next((kind for kind, (pattern, _) in LISTS.items() if fnmatch(name, pattern)), None)


def _take(pack: Pack, kind: str | None, name: str, document: Document) -> None:
    if name == "pack.yaml":
        pack.cover = Item("pack", document.value, Place(document))
    elif kind is not None:
        found = _under(pack, document, kind, list)
        place = [Place(document, (kind, index)) for index in range(len(found or ()))]
        pack.items[kind] += [Item(kind, raw, at) for raw, at in zip(found or (), place, strict=True)]
    elif name == "pledge.yaml":
        found = _under(pack, document, "pledge", dict)
        pack.pledge = None if found is None else Item("pledge", found, Place(document, ("pledge",)))
    else:
        _take_overrides(pack, document)


def _under(pack: Pack, document: Document, key: str, shape: type) -> Any:
    """The one thing that a file holds under `key`, or None and a finding."""
    place = Place(document)
    shown = f"`{key}: {'[…]' if shape is list else '{…}'}`"
    value = document.value
    if not isinstance(value, dict):
        pack.findings.append(place.finding((), say("the file is not a block of names and values", shown)))
        return None
    for other in value:
        if other != key:
            pack.findings.append(place.finding((other,), say(f"`{other}` is not known here", f"`{key}`")))
    if key not in value:
        pack.findings.append(place.finding((), f"`{key}` is missing; write {shown}"))
        return None
    if not isinstance(value[key], shape):
        pack.findings.append(place.finding((key,), say(f"`{key}` does not hold what it should", shown)))
        return None
    return value[key]


def _take_overrides(pack: Pack, document: Document) -> None:
    kinds = _under(pack, document, "overrides", dict) or {}
    place = Place(document, ("overrides",))
    for kind, entries in kinds.items():
        if kind not in OVERRIDABLE:
            best = nearest(kind, OVERRIDABLE) or f"one of {', '.join(OVERRIDABLE)}"
            pack.findings.append(place.finding((kind,), say(f"`{kind}` cannot be overridden", best)))
            continue
        if not isinstance(entries, dict):
            pack.findings.append(place.finding((kind,), say("this is not a block of ids", "`<id>: {field: value}`")))
            continue
        for id_, fields in entries.items():
            if not isinstance(fields, dict) or not fields:
                text = say(f"`{id_}` changes nothing", f"the fields to change, like `{id_}: {{summary: …}}`")
                pack.findings.append(place.finding((kind, id_), text))
                continue
            pack.overrides[kind, str(id_)] = (Place(document, ("overrides", kind, id_)), fields)
