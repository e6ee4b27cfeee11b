"""Messages: the one conversation of a space, kept, and read by somebody in time."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the operations and collections with sync, and offer the conversations to other features."""
    from ..spaces.thread import offer_conversations
    from ..sync.registry import register
    from .conversations import Kept
    from .sync import COLLECTIONS, KINDS

    register(app, KINDS, COLLECTIONS)
    offer_conversations(app, Kept())
