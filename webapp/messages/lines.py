"""What the app itself says in a thread, such as that a message was taken back."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy.orm import Session

from ..spaces.models import Space
from .models import MessageLine
from .rules import LineKind


def add_line(  # noqa: PLR0913 (a line is this much)
    db: Session,
    space: Space,
    kind: LineKind,
    *,
    seq: int,
    at: datetime,
    name: str | None = None,
    about: uuid.UUID | None = None,
) -> None:
    """Add a line to the thread of a (locked) space, as its change `seq`. `name` is whom it speaks of."""
    db.add(MessageLine(space_id=space.id, seq=seq, number=seq, kind=kind.value, name=name, about=about, at=at))
