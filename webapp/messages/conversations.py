"""What messages offer to other features, by the protocol of `spaces/thread.py`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from ..spaces.models import Space
from ..spaces.service import next_seq
from ..spaces.thread import Waiting
from .lines import add_line
from .recording import entries
from .rules import LineKind
from .waiting import waiting_since_before


class Kept:
    """The conversations that this feature keeps."""

    def waiting(self, db: Session, before: datetime) -> Sequence[Waiting]:
        return waiting_since_before(db, before)

    def say(self, db: Session, space: Space, kind: str, *, at: datetime, name: str | None = None) -> None:
        add_line(db, space, LineKind(kind), seq=next_seq(space), at=at, name=name)

    def record(self, db: Session, space: Space, *, withdrawn: bool) -> list[dict[str, Any]]:
        return entries(db, space, withdrawn=withdrawn)
