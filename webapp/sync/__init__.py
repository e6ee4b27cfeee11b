"""Sync: operations in, changes out, in one round trip. It knows no feature; features register with it."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Add `POST /api/v1/sync`."""
    from .routes import blueprint

    api.register_blueprint(blueprint)
