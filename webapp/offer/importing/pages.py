"""All services of a feed, page by page. What the pages say of themselves must be so, or nothing is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .web import Feed, FeedError

# The envelope of HSDS-UK 3.0, and what the first Open Referral UK called the same things.
NAMES = {
    "contents": "content",
    "total_items": "totalElements",
    "total_pages": "totalPages",
    "page_number": "number",
    "size": "size",
    "last_page": "last",
}


@dataclass(frozen=True)
class Page:
    """One page and what it says of itself; None where it says nothing."""

    asked: int
    number: int
    services: list[Mapping[str, Any]]
    items: int
    pages: int
    size: int | None
    last: bool | None

    @property
    def is_last(self) -> bool:
        """Whether no page follows."""
        return self.asked >= self.pages


def read_services(feed: Feed) -> list[Mapping[str, Any]]:
    """Every service of a feed, in its order. Raises `FeedError`, which names the page that is wrong."""
    first: Page | None = None
    services: list[Mapping[str, Any]] = []
    seen: dict[str, int] = {}
    number = 0
    while first is None or number < first.pages:
        number += 1
        page = read_page(feed.page(number), number)
        first = first or page
        if first.pages > feed.limits.pages:
            raise _lie(1, f"says that there are {first.pages} pages; {feed.limits.pages} at most are read")
        _compare(page, first, len(services))
        _no_repeats(page, seen)
        services += page.services
    if first and len(services) != first.items:
        raise _lie(number, f"is the last, and there were {len(services)} services in all; it says {first.items}")
    return services


def read_page(raw: Any, asked: int) -> Page:
    """What a page says. A plain list of services is one whole page. Raises `FeedError`."""
    if isinstance(raw, list):
        return Page(asked, asked, _services(raw, asked), len(raw), asked, None, None)
    if not isinstance(raw, Mapping):
        raise _lie(asked, "is neither a page nor a list of services")
    said = {name: raw.get(name, raw.get(old)) for name, old in NAMES.items()}
    if not isinstance(said["contents"], list):
        raise _lie(asked, "has no list of services (`contents`)")
    for name in ("total_items", "total_pages", "page_number"):
        if not _is_count(said[name]):
            raise _lie(asked, f"does not say `{name}` as a whole number")
    return Page(
        asked=asked,
        number=said["page_number"],
        services=_services(said["contents"], asked),
        items=said["total_items"],
        pages=said["total_pages"],
        size=said["size"] if _is_count(said["size"]) else None,
        last=said["last_page"] if isinstance(said["last_page"], bool) else None,
    )


def _services(found: list[Any], asked: int) -> list[Mapping[str, Any]]:
    for place, one in enumerate(found, start=1):
        if not isinstance(one, Mapping):
            raise _lie(asked, f"has something at place {place} that is not a service")
    return found


def _compare(page: Page, first: Page, before: int) -> None:
    """Raises `FeedError` when a page contradicts itself, what was asked, or the first page."""
    count = len(page.services)
    if page.number != page.asked:
        raise _lie(page.asked, f"says that it is page {page.number}")
    if (page.items, page.pages) != (first.items, first.pages):
        said = f"{page.items} services on {page.pages} pages"
        raise _lie(page.asked, f"says {said}; page 1 said {first.items} on {first.pages}")
    if page.last is not None and page.last is not page.is_last:
        raise _lie(page.asked, f"says that it is {'' if page.last else 'not '}the last of {page.pages}")
    # On the last page some feeds give the size that was asked for, and not how many there are.
    if page.size is not None and (page.size < count or (page.size > count and not page.is_last)):
        raise _lie(page.asked, f"says that it has {page.size} services, and has {count}")
    if not count and not page.is_last:
        raise _lie(page.asked, "has no services, and is not the last")
    if before + count > page.items:
        raise _lie(page.asked, f"brings the count to {before + count} services; the feed says there are {page.items}")


def _no_repeats(page: Page, seen: dict[str, int]) -> None:
    for one in page.services:
        if one.get("id") is None:
            continue
        id_ = str(one["id"])
        if id_ in seen:
            raise _lie(page.asked, f"repeats service {id_[:80]} of page {seen[id_]}")
        seen[id_] = page.asked


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _lie(page: int, what: str) -> FeedError:
    return FeedError(f"page {page} {what}.")
