"""A letter: all that is needed to send one delivery; and what a sender says of its try."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .models import Channel
from .rules import Quiet


@dataclass(frozen=True, slots=True)
class Device:
    """The browser that a push is for."""

    endpoint: str
    p256dh: bytes
    auth: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A delivery that this worker has claimed, with its notice and the person's wishes.

    `number` and `address` are still sealed; `device` is None when the browser's subscription is gone.
    """

    id: uuid.UUID
    claim: uuid.UUID
    notice_id: uuid.UUID
    account_id: uuid.UUID
    space_id: uuid.UUID
    channel: Channel
    target: uuid.UUID
    tries: int
    small: bool
    first_at: datetime
    cause: str
    kind: str
    url: str
    until: datetime
    device: Device | None
    lang: str
    plainness: str
    number: bytes | None
    address: bytes | None
    fallback: tuple[Channel, ...]
    young: bool
    quiet: Quiet


class End(StrEnum):
    """How a try ended. `never`: trying again cannot help. `untried`: nobody was asked."""

    SENT = "sent"
    GONE = "gone"
    TOO_LARGE = "too_large"
    LATER = "later"
    NEVER = "never"
    UNTRIED = "untried"


@dataclass(frozen=True)
class Result:
    """What became of a try. `reason` is a word of ours; `asked` is how many seconds the service asked us to wait."""

    end: End
    reason: str | None = None
    asked: float | None = None


SENT = Result(End.SENT)
# The reason when a push service says that the browser takes no more there.
UNSUBSCRIBED = "unsubscribed"
