"""Entitlements: what the law, national schemes and councils give, and the legal status that decides it."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Add the feature's routes, and register its operations and collections with sync."""
    from ..sync.registry import register
    from .routes import blueprint
    from .sync import COLLECTIONS, KINDS

    api.register_blueprint(blueprint)
    register(app, KINDS, COLLECTIONS)
