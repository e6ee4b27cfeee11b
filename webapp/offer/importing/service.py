"""The import as a whole: read, turn into entries, check, write, report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from .entries import Line, read_service
from .pages import read_services
from .plain import line
from .web import Feed, FeedError, NotThere, WebFeed
from .writing import FILE, Entry, as_yaml, blamed, errors_with, ids_in, put


@dataclass(frozen=True)
class Outcome:
    """What an import did."""

    feed: str
    council: str
    lines: Sequence[Line]
    changed: bool
    new: int
    gone: int

    def report(self) -> str:
        """For people: what was left out and changed, and why. The same feed gives the same report."""
        out = [one for one in self.lines if one.entry is None]
        touched = [one for one in self.lines if one.entry is not None and one.changes]
        rows = [
            f"Import of {self.feed} into {self.council}",
            f"{len(self.lines)} services read, {len(self.lines) - len(out)} taken, {len(out)} left out.",
            *_part("Left out:", [f"{_named(one)}: {one.left_out}" for one in out]),
            *_part("Taken, with changes:", [f"{_named(one)}: {'; '.join(one.changes)}" for one in touched]),
        ]
        return "\n".join(rows) + "\n"


def run(feed: Feed, *, council: str, content: Path, reports: Path, today: date) -> Outcome:
    """Read a feed into `content/<council>/offer-imported.yaml`; the report is kept in `reports`.

    Raises `FeedError` when the feed cannot be read, lies, or has nothing to take: then the pack is as it was.
    """
    feed_name = line(feed.name)
    lines = list(_lines(feed, feed_name, council, today))
    kept, text = _passing(lines, feed_name, council, content)
    before = ids_in(content / council / FILE)
    ids = {one.entry["id"] for one in kept if one.entry}
    outcome = Outcome(feed_name, council, kept, False, len(ids - before), len(before - ids))
    put(reports / f"{council}.txt", outcome.report())
    if not ids:
        raise FeedError(f"Nothing of this feed can be taken, so nothing was changed.\n{outcome.report()}")
    return replace(outcome, changed=put(content / council / FILE, text))


def _lines(feed: Feed, feed_name: str, council: str, today: date) -> Iterator[Line]:
    for service in read_services(feed):
        try:
            whole = _with_terms(feed, service)
        except NotThere as error:
            yield Line(line(str(service.get("id"))[:200]), line(str(service.get("name"))[:200]), left_out=str(error))
            continue
        yield read_service(whole, council=council, feed=feed_name, today=today)


def _with_terms(feed: Feed, service: Mapping[str, Any]) -> Mapping[str, Any]:
    """The service with its terms: a list may leave them out, and then the service's own address has them."""
    id_ = service.get("id")
    known = "attributes" in service or "service_taxonomys" in service
    if known or not isinstance(id_, str) or not isinstance(feed, WebFeed):
        return service
    found = feed.service(id_)
    if not isinstance(found, Mapping) or found.get("id") != id_:
        raise NotThere("its own address tells of another service")
    return found


def _passing(lines: Sequence[Line], feed: str, council: str, content: Path) -> tuple[list[Line], str]:
    """The lines with what the content checker refuses left out, and the text that passes. Raises `FeedError`."""
    kept = list(lines)
    text = as_yaml(_entries(kept), feed)
    findings = errors_with(content, council, text) if _entries(kept) else []
    if findings:
        bad = blamed(findings, council, text)
        kept = [_refused(one, bad) for one in kept]
        text = as_yaml(_entries(kept), feed)
        findings = errors_with(content, council, text) if _entries(kept) else []
    if findings:
        raise FeedError("The pack would not pass its check:\n" + "\n".join(str(finding) for finding in findings))
    return kept, text


def _refused(one: Line, bad: Mapping[str, str]) -> Line:
    if one.entry is None or one.entry["id"] not in bad:
        return one
    return Line(one.id, one.name, left_out=f"the content check refuses it: {bad[one.entry['id']]}")


def _entries(lines: Sequence[Line]) -> list[Entry]:
    return [one.entry for one in lines if one.entry is not None]


def _named(one: Line) -> str:
    return f'{one.id or "(no id)"} "{one.name}"'


def _part(title: str, rows: Sequence[str]) -> list[str]:
    return ["", title, *(f"- {row}" for row in rows)] if rows else []
