"""A council's pledge: its promises to children in its care and to care leavers."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the feature's routes."""
    from .routes import blueprint

    api.register_blueprint(blueprint)
