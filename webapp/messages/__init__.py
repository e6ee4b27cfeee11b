"""Messages: the one conversation of a space, kept, and read by somebody in time."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the operations and collections with sync, the routes and the jobs; offer the conversations."""
    from ..core.jobs import add_job
    from ..spaces.copies import copied_of
    from ..spaces.thread import offer_conversations
    from ..sync.registry import register
    from .conversations import Kept
    from .jobs import JOBS
    from .own_copy import files
    from .routes import blueprint, looked, messages
    from .sync import COLLECTIONS, KINDS

    register(app, KINDS, COLLECTIONS)
    copied_of(app).files.append(files)
    offer_conversations(app, Kept())
    for one in (blueprint, messages, looked):
        api.register_blueprint(one)
    for job in JOBS:
        add_job(app, job)
