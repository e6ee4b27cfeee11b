"""A council's local offer: what it gives its care leavers, for the app, as an open feed, and read from another feed."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the feature's routes and commands."""
    from .cli import group
    from .feed import routes as feed
    from .routes import blueprint

    api.register_blueprint(blueprint)
    # Not part of our own API: its shape is the standard's, so our OpenAPI document does not list it.
    app.register_blueprint(feed.blueprint)
    app.cli.add_command(group)
