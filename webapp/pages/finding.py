"""Which page stands at which address. One table: the routes, the sitemap and the tests read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..content.languages.speaking import get_speaker
from ..content.library import Council, get_library
from ..content.packs import Entry
from ..core.i18n import Screens
from . import entries, lists
from .page import Page, Place

# An address with an id: the kind of its entries, and the page of one.
_OF_ENTRY: dict[str, tuple[str, Callable[[Entry, Place, Screens], Page]]] = {
    "/rights/money": ("entitlements", entries.entitlement),
    "/rights/offer": ("offer", entries.offer),
    "/rights/words": ("glossary", entries.word),
    "/rights/no": ("challenges", entries.challenge),
    "/help": ("help", entries.help_line),
    "/passport/area": ("areas", lists.area),
}
SKILL = "/passport/skill"
# Addresses without an id.
LISTS = ("/rights/money", "/rights/offer", "/rights/pledge", "/rights/words", "/help", "/passport", "/passport/papers")
CHOOSE = "/councils"


def page_of(path: str, place: Place, words: Screens) -> Page | None:
    """The page at an address, in the place's language; None when this council has nothing there."""
    if path == CHOOSE:
        return lists.councils([Place(one, place.lang) for one in get_library().councils()], words)
    if path in LISTS:
        return _list(path, place, words)
    front, _, id_ = path.rpartition("/")
    if front == SKILL:
        return _skill(id_, place, words)
    kind, make = _OF_ENTRY[front]
    found = [entry for entry in getattr(place.council, kind) if entry["id"] == id_]
    return make(_said(place, kind, found)[0], place, words) if found else None


def paths_of(council: Council) -> Iterator[str]:
    """Every address that has a page for a council, those of its base too."""
    yield from (path for path in LISTS if _has(council, path))
    for front, (kind, _) in _OF_ENTRY.items():
        yield from (f"{front}/{entry['id']}" for entry in getattr(council, kind))
    yield from (f"{SKILL}/{skill['id']}" for area in council.areas for skill in area["skills"])


def _has(council: Council, path: str) -> bool:
    if path == "/rights/pledge":
        return council.pledge is not None
    return path != "/rights/offer" or bool(council.offer)


def _list(path: str, place: Place, words: Screens) -> Page | None:
    council = place.council
    if not _has(council, path):
        return None
    make: dict[str, Callable[[], Page]] = {
        "/rights/money": lambda: lists.money(_titles(place, "entitlements"), place, words),
        "/rights/offer": lambda: lists.offer(_titles(place, "offer"), place, words),
        "/rights/words": lambda: lists.glossary(_titles(place, "glossary"), place, words),
        "/rights/pledge": lambda: entries.pledge(_said(place, "pledge", [council.pledge or {}])[0], place, words),
        "/help": lambda: lists.help_lines(
            _said(place, "help", council.help), _said(place, "contacts", council.contacts), place, words
        ),
        "/passport": lambda: lists.passport(_titles(place, "areas"), place, words),
        "/passport/papers": lambda: lists.papers(_said(place, "papers", council.papers), place, words),
    }
    return make[path]()


def _skill(id_: str, place: Place, words: Screens) -> Page | None:
    for area in place.council.areas:
        if any(skill["id"] == id_ for skill in area["skills"]):
            said = _said(place, "areas", [area])[0]
            return entries.skill(said, next(one for one in said["skills"] if one["id"] == id_), place, words)
    return None


def _said(place: Place, kind: str, found: Iterable[Entry]) -> list[Entry]:
    return get_speaker().entries(place.council, place.lang, kind, found)


def _titles(place: Place, kind: str) -> list[Entry]:
    """The entries of a list, of which only the title has to be said."""
    known = ("id", "title", "term", "group", "heading")
    short = [{name: entry[name] for name in known if name in entry} for entry in getattr(place.council, kind)]
    return _said(place, kind, short)
