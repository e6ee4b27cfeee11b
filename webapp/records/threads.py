"""The conversation as a record: each message with a hash that also covers the one before it.

Whoever has the last hash can tell whether a message of the record was changed, left out or put in afterwards.
`hash` is SHA-256 over the hash before (64 zeros for the first), a line break, and the entry without `hash` as JSON with
sorted keys and no spaces, in UTF-8.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from . import pages

Row = dict[str, Any]
FIRST = "0" * 64
KEPT = ("number", "id", "by", "by_owner", "written_at", "arrived_at", "withdrawn_at", "answers", "body", "files")
TAKEN_BACK = "This message was taken back."


def chained(messages: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The messages in their order, each with its hash."""
    before, entries = FIRST, []
    for message in sorted(messages, key=lambda row: row["number"]):
        entry: Row = {name: message[name] for name in KEPT}
        entry["hash"] = before = hash_of(entry, before)
        entries.append(entry)
    return entries


def hash_of(entry: Mapping[str, Any], before: str) -> str:
    """The hash of an entry after another's. A `hash` in the entry is not counted."""
    said = {name: value for name, value in entry.items() if name != "hash"}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


def document(space: str, name: str, messages: Iterable[Mapping[str, Any]]) -> Row:
    """The record as JSON: whose it is, and every message with its hash."""
    entries = chained(messages)
    return {"space": space, "name": name, "messages": entries, "last_hash": entries[-1]["hash"] if entries else FIRST}


def readable(record: Mapping[str, Any]) -> str:
    """The record as a page to read and to print."""
    intro = [f"All messages, oldest first. Last hash: {record['last_hash']}"]
    parts = [_part(entry) for entry in record["messages"]]
    return pages.page(f"Messages – {record['name']}", parts, intro=intro)


def _part(entry: Row) -> Row:
    arrived, written = (datetime.fromisoformat(entry[name]) for name in ("arrived_at", "written_at"))
    notes = [f"Written {pages.shown(written)}"] if pages.shown(written) != pages.shown(arrived) else []
    notes += [f"File: {file['name'].translate(pages.TRICKS)} ({file['bytes']} bytes)" for file in entry["files"]]
    if entry["withdrawn_at"]:
        notes.append(f"{TAKEN_BACK} {pages.shown(datetime.fromisoformat(entry['withdrawn_at']))}")
    words = (entry["body"] or "").translate(pages.TRICKS)
    notes.append(f"{entry['number']} · {entry['hash']}")
    return {"head": entry["by"], "when": pages.shown(arrived), "words": words, "notes": notes}
