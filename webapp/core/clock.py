"""The one place that asks what time it is, so that a test can say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

_fixed: list[datetime] = []


def now() -> datetime:
    """The time now: aware, UTC, cut to whole milliseconds (what the wire and the database both keep)."""
    moment = _fixed[-1] if _fixed else datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@contextmanager
def fixed(moment: datetime) -> Iterator[None]:
    """Within the block, `now()` gives `moment` (aware). For tests and for making the demo people."""
    _fixed.append(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.pop()


def to_wire(moment: datetime) -> str:
    """`2026-11-22T09:14:03.120Z`: how every time is written in an answer."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
