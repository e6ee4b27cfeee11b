"""Content is files: packs are checked, merged into the library, and sent to phones as one bundle."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Open the library, work out the bundles, register routes and commands. Raises `ContentError`."""
    from ..settings import Settings
    from . import bundles, library
    from .cli import group
    from .routes import blueprint

    settings: Settings = app.extensions["footing-settings"]
    opened = library.install(app, settings.content_dir.resolve())
    bundles.install(app, opened, settings.data_dir / "bundles")
    api.register_blueprint(blueprint)
    app.cli.add_command(group)
