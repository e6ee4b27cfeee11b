"""Last-writer registers: each field keeps the value with the greatest stamp, so any order of arrival ends the same."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, order=True)
class Stamp:
    """When a value was written, and by which operation: the id decides between equal moments."""

    at: datetime
    op: uuid.UUID


def stamp_of(row: Any, field: str) -> Stamp | None:
    """The stamp of a row's field (its columns `<field>_at` and `<field>_op`), or None when it was never written."""
    at, op = getattr(row, f"{field}_at"), getattr(row, f"{field}_op")
    return None if at is None or op is None else Stamp(at, op)


def put(row: Any, field: str, value: Any, stamp: Stamp) -> bool:
    """Write `value` into the row's field if `stamp` is later than the one it has. Tells whether it was written."""
    present = stamp_of(row, field)
    if present is not None and stamp <= present:
        return False
    setattr(row, field, value)
    setattr(row, f"{field}_at", stamp.at)
    setattr(row, f"{field}_op", stamp.op)
    return True


def newest(row: Any, *fields: str) -> datetime | None:
    """The latest moment at which any of the fields was written; a device stamps its next change after it."""
    stamps = [stamp for field in fields if (stamp := stamp_of(row, field))]
    return max(stamps).at if stamps else None
