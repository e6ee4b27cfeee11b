"""What texts and e-mails have in common: where they go, and the two things that they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..letters import Letter, Result
from ..models import Channel


@dataclass(frozen=True)
class PlainLetter:
    """A letter ready to be sent. `to` is a number or an address: it is never logged."""

    letter: Letter
    to: str
    words: str
    link: str
    again: bool

    @property
    def reference(self) -> str:
        """By which it is found again at whoever sends it."""
        return str(self.letter.id)


class PlainSender(Protocol):
    """Sends texts or e-mails, one at a time."""

    def takes(self, channel: Channel) -> bool:
        """Whether this sender is set up for a channel."""

    def send(self, plain: PlainLetter) -> Result:
        """Try once. Does not raise for what a service does."""
