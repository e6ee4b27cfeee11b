"""Ask for it: a young person's requests for what they are entitled to, the answers, and what they received."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the operations and collections with sync, and the route of the duty list."""
    from ..sync.registry import register
    from .routes import blueprint
    from .sync import COLLECTIONS, KINDS

    register(app, KINDS, COLLECTIONS)
    api.register_blueprint(blueprint)
