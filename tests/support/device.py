"""A phone as the server sees it: a clock that may be wrong, a queue, a store, cursors, and what it keeps for 30 days.

It follows the same rules as the real one, so that a test may lose answers, shuffle queues and restore backups.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from webapp.core.clock import to_wire

from .crowd import Phone

Row = dict[str, Any]
Operation = dict[str, Any]
KEEP = timedelta(days=30)
MOMENT_FIELDS = ("made_at", "at")


class Device:
    """One device of one account. `clock` gives the true time; `wrong_by` is how far this device's own clock is off."""

    def __init__(
        self, phone: Phone, account: uuid.UUID, clock: Callable[[], datetime], wrong_by: timedelta = timedelta()
    ) -> None:
        self.phone = phone
        self.account = account
        self.queue: list[Operation] = []
        self.kept: list[Operation] = []
        self._answered_at: dict[str, datetime] = {}
        self.refused: list[Operation] = []
        self.store: dict[str, dict[str, dict[str, Row]]] = {}
        self._cursors: dict[str, dict[str, int]] = {}
        self._clock, self._wrong_by = clock, wrong_by
        self._correction = timedelta()
        self._largest = datetime(1970, 1, 2, tzinfo=UTC)
        self.unread = False

    def do(self, space: uuid.UUID, kind: str, /, **body: Any) -> Operation:
        """Queue an operation, stamped once: never before anything that this device has seen."""
        stamp = max(self._own_time() + self._correction, self._largest + timedelta(milliseconds=1))
        self._largest = stamp
        made_at = to_wire(stamp)
        operation = {"id": str(uuid7(stamp)), "space": str(space), "kind": kind, "made_at": made_at, "body": body}
        self.queue.append(operation)
        return operation

    def request(self) -> dict[str, Any]:
        """What one sync sends."""
        return {"account": str(self.account), "cursors": self._cursors, "operations": self.queue[:500]}

    def sync(self, *, lose_answer: bool = False) -> Any:
        """One round trip. A lost answer was still worked on by the server; the device only never hears of it."""
        response = self.phone.post(self.request())
        if response.status_code == 200 and not lose_answer:
            self.hear(response.json)
        return response

    def settle(self) -> None:
        """Sync until nothing waits that could be sent, and nothing is left to fetch."""
        for _ in range(40):
            waiting = len(self.queue)
            self.sync()
            if not self.unread and len(self.queue) in (0, waiting):
                return
        raise AssertionError("the device does not come to rest")

    def hear(self, answer: dict[str, Any]) -> None:
        """Take an answer in."""
        self._correction = datetime.fromisoformat(answer["now"]) - self._own_time()
        for outcome in answer["outcomes"]:
            self._settle_one(outcome)
        for space in answer["ended"]:
            self._forget(space)
        for part in answer["spaces"]:
            self._take_changes(part)
        self.unread = any(part["more"] for part in answer["spaces"])

    def rows(self, space: uuid.UUID, collection: str) -> dict[str, Row]:
        """What this device has of a collection, by id."""
        return self.store.get(str(space), {}).get(collection, {})

    def _own_time(self) -> datetime:
        return self._clock() + self._wrong_by

    def _settle_one(self, outcome: dict[str, Any]) -> None:
        operation = next((queued for queued in self.queue if queued["id"] == outcome["id"]), None)
        if operation is None or outcome.get("problem", {}).get("retry"):
            return
        self.queue.remove(operation)
        self._answered_at[operation["id"]] = self._own_time() + self._correction
        (self.refused if outcome["outcome"] == "refused" else self.kept).append(operation)

    def _forget(self, space: str) -> None:
        self.store.pop(space, None)
        self._cursors.pop(space, None)
        self.queue = [operation for operation in self.queue if operation["space"] != space]
        self.kept = [operation for operation in self.kept if operation["space"] != space]

    def _take_changes(self, part: dict[str, Any]) -> None:
        space = part["id"]
        if part.get("reset"):
            self.store.pop(space, None)
            self._send_again(space)
        rows = self.store.setdefault(space, {})
        for name, changes in part["changes"].items():
            kept = rows.setdefault(name, {})
            for row in changes:
                if row.get("deleted"):
                    kept.pop(row["id"], None)
                else:
                    kept[row["id"]] = row
                    self._see(row)
        self._cursors[space] = {"epoch": part["epoch"], "seq": part["seq"]}

    def _send_again(self, space: str) -> None:
        # Counted from the answer, not from the stamp: a phone whose clock was a year behind made them "a year ago".
        oldest = self._own_time() + self._correction - KEEP
        again = [kept for kept in self.kept if kept["space"] == space and self._answered_at[kept["id"]] >= oldest]
        self.kept = [kept for kept in self.kept if kept["space"] != space]
        self.queue = again + self.queue

    def _see(self, row: Row) -> None:
        for name in MOMENT_FIELDS:
            if row.get(name):
                self._largest = max(self._largest, datetime.fromisoformat(row[name]))


def uuid7(moment: datetime) -> uuid.UUID:
    """An id that sorts by its moment (RFC 9562, version 7)."""
    milliseconds = round(moment.timestamp() * 1000)
    chance = secrets.randbits(74)
    high = milliseconds << 16 | 0x7000 | chance >> 62
    return uuid.UUID(int=high << 64 | 0b10 << 62 | chance & (1 << 62) - 1)
