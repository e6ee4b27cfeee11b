"""Figures by date: which one holds on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any


def value_on(values: Sequence[dict[str, Any]], day: date) -> int | str | None:
    """The value that holds on `day`: of the last start on or before it. None before the first start, or once ended.

    `values` is sorted by `from`, as the library gives it.
    """
    today = day.isoformat()
    started = [entry["value"] for entry in values if entry["from"] <= today]
    return started[-1] if started else None


def newest_as_at(content: Any) -> str | None:
    """The newest `as_at` anywhere in some content, or None when it has none."""
    if isinstance(content, dict):
        own = content.get("as_at")
        found = [own] if isinstance(own, str) else []
        found += [day for value in content.values() if (day := newest_as_at(value))]
    elif isinstance(content, (list, tuple)):
        found = [day for value in content if (day := newest_as_at(value))]
    else:
        found = []
    return max(found, default=None)
