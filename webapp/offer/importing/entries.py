"""Turns one service of a feed into one line of the offer, or says why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from ...content.fields import LINK
from ..headings import heading_of_terms, heading_of_words
from ..ids import feed_id
from .plain import line, paragraphs, shortened

TITLE_MOST = 100
SUMMARY_MOST = 500
ASK_MOST = 300
LINK_MOST = 300
# More than this is no description; it is not even looked through for markup.
RAW_MOST = 20_000
ACTIVE = "active"
ASK_SIGN = "how to ask:"
ASK_OTHERWISE = "Ask your personal adviser or the leaving care team."
# A feed names no day to look again; a year is what we ask of a council's own pages.
LOOK_AGAIN = timedelta(days=365)


@dataclass(frozen=True)
class Line:
    """What became of one service: the entry, or why there is none; and what was changed on the way."""

    id: str
    name: str
    entry: dict[str, Any] | None = None
    left_out: str | None = None
    changes: list[str] = field(default_factory=list)


class LeftOut(Exception):
    """This service cannot become an entry; the text says why."""


def read_service(service: Mapping[str, Any], *, council: str, feed: str, today: date) -> Line:
    """The line of one service. `feed` is where it was read; dates after `today` are not believed."""
    id_, name = line(_text(service, "id")[:200]), line(_text(service, "name")[:RAW_MOST])
    changes: list[str] = []
    try:
        entry = _entry(service, name, changes, today)
    except LeftOut as reason:
        return Line(id_, name[:TITLE_MOST], left_out=str(reason))
    entry = {"id": f"imported-{feed_id('import', council, id_).replace('-', '')[:12]}", **entry}
    return Line(id_, name, {**entry, "sources": [feed, f"service {id_}"], **_provenance(service, today)}, None, changes)


def _entry(service: Mapping[str, Any], name: str, changes: list[str], today: date) -> dict[str, Any]:
    """What the entry says, without its id and provenance. Raises `LeftOut`."""
    _check(service, name, today)
    summary, ask = _words(service, changes)
    heading = heading_of_terms(list(_terms(service))) or heading_of_words(name)
    if heading is None:
        said = ", ".join(sorted({line(words)[:60] for _, words in _terms(service)})) or "none"
        raise LeftOut(f"no heading of a local offer fits it (its terms: {said})")
    return {"title": name, "heading": heading, "summary": summary, "how_to_ask": ask}


def _check(service: Mapping[str, Any], name: str, today: date) -> None:
    status = _text(service, "status") or ACTIVE
    if not _text(service, "id"):
        raise LeftOut("it has no id")
    if status != ACTIVE:
        raise LeftOut(f"its status is {line(status)[:40]}")
    if not name:
        raise LeftOut("it has no name")
    if len(name) > TITLE_MOST:
        raise LeftOut(f"its name is too long: {len(name)} characters, at most {TITLE_MOST}")
    if _as_at(service, today) is None:
        raise LeftOut("it has no date (last_modified or assured_date) that has passed")


def _words(service: Mapping[str, Any], changes: list[str]) -> tuple[str, str]:
    """Summary and how to ask. Raises `LeftOut`."""
    raw = _text(service, "description")
    if len(raw) > RAW_MOST:
        raise LeftOut(f"its description is too long: {len(raw)} characters")
    found, markup = paragraphs(raw)
    if markup:
        changes.append("markup became plain text")
    asks = [text[len(ASK_SIGN) :].strip() for text in found if text.casefold().startswith(ASK_SIGN)]
    whole = " ".join(text for text in found if not text.casefold().startswith(ASK_SIGN))
    if not whole:
        raise LeftOut("it has no description")
    summary = shortened(whole, SUMMARY_MOST)
    if summary is None:
        raise LeftOut(f"its description is too long: its first sentence has more than {SUMMARY_MOST} characters")
    if summary != whole:
        changes.append(f"description shortened from {len(whole)} to {len(summary)} characters")
    return summary, _how_to_ask(service, " ".join(asks), changes)


def _how_to_ask(service: Mapping[str, Any], said: str, changes: list[str]) -> str:
    """What the feed says of asking, or our own words with the service's page."""
    said = said or line(_text(service, "application_process")[:RAW_MOST])
    fits = shortened(said, ASK_MOST)
    if said and fits != said:
        changes.append("how to ask was too long")
    url = _text(service, "url").strip()
    if url and not (LINK.fullmatch(url) and len(url) <= LINK_MOST and line(url) == url):
        changes.append("its link was dropped: not an https:// address")
        url = ""
    if fits:
        return fits
    return f"{ASK_OTHERWISE} Its own page: {url}" if url else ASK_OTHERWISE


def _terms(service: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The id and the words of each term: HSDS-UK 3.0 `attributes`, or the `service_taxonomys` of before."""
    for name, inner in (("attributes", "taxonomy_term"), ("service_taxonomys", "taxonomy")):
        found = service.get(name)
        for one in found if isinstance(found, list) else []:
            term = one.get(inner) if isinstance(one, Mapping) else None
            if isinstance(term, Mapping):
                yield _text(term, "id"), _text(term, "name")[:200]
            elif isinstance(one, Mapping):
                yield _text(one, "taxonomy_term_id"), ""


def _provenance(service: Mapping[str, Any], today: date) -> dict[str, Any]:
    as_at = _as_at(service, today) or today
    return {"as_at": as_at, "review_by": as_at + LOOK_AGAIN, "confidence": "medium"}


def _as_at(service: Mapping[str, Any], today: date) -> date | None:
    """The later of the days on which the service was changed or looked at."""
    days = [day for name in ("last_modified", "assured_date") if (day := _day(_text(service, name)))]
    return max((day for day in days if day <= today), default=None)


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None


def _text(thing: Mapping[str, Any], name: str) -> str:
    """A field's text; a number, as some ids are, as text; nothing for anything else."""
    found = thing.get(name)
    return str(found) if isinstance(found, (str, int)) and not isinstance(found, bool) else ""
