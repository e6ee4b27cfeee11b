"""The sender of a try-out: it says on the log that something would have been sent, and to nobody in particular."""

from __future__ import annotations

from flask import current_app

from ..letters import SENT, Result
from ..models import Channel
from .plain import PlainLetter


class ConsoleSender:
    """Sends nothing."""

    def takes(self, channel: Channel) -> bool:
        """Any of them."""
        return channel is not Channel.PUSH

    def send(self, plain: PlainLetter) -> Result:
        """Write one line."""
        current_app.logger.info("would send by %s: %s", plain.letter.channel.value, plain.words)
        return SENT
