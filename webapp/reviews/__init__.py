"""Dates: reviews that come round again, a person's own dates, getting ready, what was agreed, and the calendar feed."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the operations and collections with sync, and the routes of the calendar feed."""
    from ..sync.registry import register
    from .routes import blueprint, feed
    from .sync import COLLECTIONS, KINDS

    register(app, KINDS, COLLECTIONS)
    api.register_blueprint(blueprint)
    app.register_blueprint(feed)
