"""Serves the phone app: the shell page for every address of the app, its built files, the service worker."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the shell's addresses."""
    from .routes import blueprint

    app.register_blueprint(blueprint)
