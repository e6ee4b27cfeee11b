"""A council's local offer: what it gives its care leavers."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the feature's routes."""
    from .routes import blueprint

    api.register_blueprint(blueprint)
