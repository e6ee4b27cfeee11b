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

from sqlalchemy.orm import Session

from ..core.clock import now, to_wire
from ..spaces.models import Space
from ..spaces.thread import conversations
from . import pages

Row = dict[str, Any]
FIRST = "0" * 64
TAKEN_BACK = "This message was taken back."


def chained(messages: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The messages in their order, each with its hash."""
    before, entries = FIRST, []
    for message in messages:
        entry = dict(message)
        entry["hash"] = before = hash_of(entry, before)
        entries.append(entry)
    return entries


def hash_of(entry: Mapping[str, Any], before: str) -> str:
    """The hash of an entry after another's. A `hash` in the entry is not counted."""
    said = {name: value for name, value in entry.items() if name != "hash"}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


def document(db: Session, space: Space, name: str, *, withdrawn: bool) -> Row:
    """The record as JSON: whose it is, and every message with its hash.

    Words that were taken back are in it only with `withdrawn`: they are kept for the council's record.
    """
    entries = chained(conversations().record(db, space, withdrawn=withdrawn))
    last = entries[-1]["hash"] if entries else FIRST
    return {"space": str(space.id), "name": name, "made_at": to_wire(now()), "messages": entries, "last_hash": last}


def readable(record: Mapping[str, Any]) -> str:
    """The record as a page to read and to print."""
    intro = [f"All messages, oldest first. Last hash: {record['last_hash']}"]
    parts = [_part(entry) for entry in record["messages"]]
    return pages.page(f"Messages – {record['name']}", parts, intro=intro)


def _part(entry: Row) -> Row:
    arrived, written = (datetime.fromisoformat(entry[name]) for name in ("arrived_at", "written_at"))
    notes = [f"Written {pages.shown(written)}"] if pages.shown(written) != pages.shown(arrived) else []
    notes += [
        f"File: {file['name'].translate(pages.TRICKS)} ({file['bytes']} bytes, SHA-256 {file['sha256']})"
        for file in entry["files"]
    ]
    if entry["withdrawn_at"]:
        notes.append(f"{TAKEN_BACK} {pages.shown(datetime.fromisoformat(entry['withdrawn_at']))}")
    words = (entry["body"] or "").translate(pages.TRICKS)
    proof = f"{entry['number']} · {entry['hash']}"
    return {"head": entry["by"], "when": pages.shown(arrived), "words": words, "notes": notes, "proof": proof}
