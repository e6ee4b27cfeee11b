"""Reads what a request asks of a list, and picks from the list. What cannot be done is said, not passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from ...core.errors import ErrorCode, Problem
from .services import Thing

PER_PAGE = 50
MOST_PER_PAGE = 500
MOST_PAGE = 999_999
# Filters of the profile for which an offer has nothing to look at.
NO_DATA = ("minimum_age", "maximum_age", "start_time", "end_time", "day", "postcode", "proximity")
PAGING = ("page", "per_page", "format")
WHOLE = re.compile(r"[0-9]{1,6}")
YES_NO = {"true": True, "1": True, "false": False, "0": False}

Keep = Callable[[Thing], bool]


@dataclass(frozen=True)
class Asked:
    """What a request asks of a list: a page, a shape (services only), and what each thing must be."""

    page: int
    per_page: int
    shape: str = "list"
    keep: Sequence[Keep] = field(default=())

    def pick(self, things: Sequence[Thing]) -> list[Thing]:
        """The things that pass every filter, in their order."""
        return [thing for thing in things if all(keep(thing) for keep in self.keep)]


def read(given: Mapping[str, Sequence[str]], filters: Mapping[str, Callable[[str], Keep]], *shapes: str) -> Asked:
    """Read a query. `filters` are those that work here; `shapes` the flags that change how a thing is written.

    Raises `Problem(BAD_REQUEST)`, with the parameter's name and those that work, for one that is unknown, that we have
    no data for, that comes twice, or that has a value we cannot read.
    """
    known = (*PAGING, *shapes, *filters)
    for name, values in given.items():
        if name in NO_DATA:
            raise refusal(name, "we have no such data, so we cannot filter by it", known)
        if name not in known:
            raise refusal(name, "we do not know this parameter here", known)
        if len(values) != 1:
            raise refusal(name, "it is there more than once", known)
    one = {name: values[0] for name, values in given.items()}
    try:
        if one.get("format", "json") != "json":
            raise ValueError("format", "we answer with json only")
        return Asked(
            page=_whole(one, "page", 1, MOST_PAGE),
            per_page=_whole(one, "per_page", PER_PAGE, MOST_PER_PAGE),
            shape=next((name for name in shapes if _yes(one, name)), "list"),
            keep=[_filter(name, make, one[name]) for name, make in filters.items() if name in one],
        )
    except ValueError as error:
        name, why = error.args
        raise refusal(name, why, known) from error


def refusal(name: str, why: str, known: Sequence[str]) -> Problem:
    """The documented 400 of the feed."""
    return Problem(ErrorCode.BAD_REQUEST, f"{name[:40]}: {why}.", parameter=name[:40], supported=sorted(known))


def _whole(one: Mapping[str, str], name: str, without: int, most: int) -> int:
    text = one.get(name, str(without))
    if not WHOLE.fullmatch(text) or not 1 <= int(text) <= most:
        raise ValueError(name, f"write a whole number from 1 to {most}")
    return int(text)


def _yes(one: Mapping[str, str], name: str) -> bool:
    text = one.get(name, "false").lower()
    if text not in YES_NO:
        raise ValueError(name, "write true or false")
    return YES_NO[text]


def _filter(name: str, make: Callable[[str], Keep], value: str) -> Keep:
    try:
        return make(value)
    except ValueError as error:
        raise ValueError(name, str(error)) from error


def search(text: str) -> Keep:
    """Every word of the text stands somewhere in the name or the description."""
    words = text.casefold().split()
    return lambda thing: all(word in f"{thing['name']} {thing['description']}".casefold() for word in words)


def same(name: str) -> Callable[[str], Keep]:
    """The field has exactly this value."""
    return lambda value: lambda thing: thing.get(name) == value


def term_is(id_: str) -> Keep:
    """The service has this taxonomy term."""
    return lambda thing: any(one["taxonomy_term_id"] == id_ for one in thing["attributes"])


def taxonomy_is(id_: str) -> Keep:
    """The service has a term of this taxonomy."""
    return lambda thing: any(one["taxonomy_term"]["taxonomy_id"] == id_ for one in thing["attributes"])


def modified_after(text: str) -> Keep:
    """Modified on or after this day or moment; a moment without a zone is UTC. Raises `ValueError`."""
    try:
        moment = datetime.fromisoformat(text)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError("write a date like 2026-11-22, or a date with a time like 2026-11-22T09:00:00Z") from error
    return lambda thing: datetime.fromisoformat(thing["last_modified"]) >= moment


def of_service(make: Callable[[str], Keep]) -> Callable[[str], Keep]:
    """The same filter for a thing that has its service within it."""

    def made(value: str) -> Keep:
        keep = make(value)
        return lambda thing: keep(thing["service"])

    return made


def top_only(text: str) -> Keep:
    """Terms at the top. All of ours are, so either answer keeps what it should. Raises `ValueError`."""
    if text.lower() not in YES_NO:
        raise ValueError("write true or false")
    return lambda thing: True


def page_of(things: Sequence[Thing], asked: Asked, write: Callable[[Thing], Thing]) -> dict[str, Any]:
    """One page in the profile's envelope. A page after the last one is empty."""
    start = (asked.page - 1) * asked.per_page
    contents = [write(thing) for thing in things[start : start + asked.per_page]]
    pages = -(-len(things) // asked.per_page)
    return {
        "total_items": len(things),
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(contents),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not contents,
        "contents": contents,
    }
