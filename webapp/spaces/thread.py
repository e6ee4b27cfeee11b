"""What other features may ask of the conversation of a space, whoever keeps it: who waits, and to say a line in it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from flask import Flask, current_app
from sqlalchemy.orm import Session

from .models import Space

_EXTENSION = "footing-thread"


@dataclass(frozen=True)
class Waiting:
    """A young person waits to be read: the number and the arrival of their oldest message that nobody has seen."""

    space_id: uuid.UUID
    council: str
    number: int
    since: datetime


class Conversations(Protocol):
    """The conversations of all spaces. Each method works inside the caller's transaction."""

    def waiting(self, db: Session, before: datetime) -> Sequence[Waiting]:
        """Where a young person has waited to be read since before a moment (UTC), the longest first."""

    def say(self, db: Session, space: Space, kind: str, *, at: datetime, name: str | None = None) -> None:
        """Say a line in the thread of a (locked) space, as its next change. `kind` is one of `messages.rules.LineKind`.

        Raises `ValueError` for another kind.
        """

    def record(self, db: Session, space: Space, *, withdrawn: bool) -> list[dict[str, Any]]:
        """Every message in the order of the thread, as it is kept for good: number, id, by, by_owner, written_at,
        arrived_at, withdrawn_at, answers, body, and files with their hashes.

        Words and files of what was withdrawn are in it only with `withdrawn`. Raises `SealBroken`.
        """


def offer_conversations(app: Flask, conversations: Conversations) -> None:
    """Say who keeps the conversations of this app."""
    app.extensions[_EXTENSION] = conversations


def conversations() -> Conversations:
    """Those of the current app. Raises `KeyError` when no feature keeps any."""
    found: Conversations = current_app.extensions[_EXTENSION]
    return found
