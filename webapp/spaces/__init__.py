"""Spaces: what one young person and the people supporting them share, and the one door to it."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Offer the space's own row, and who looked; have every look written down, and copies say who could read."""
    from ..sync.registry import register, registry_of
    from . import looks, sync
    from .copies import copied_of
    from .own_copy import who_could_read
    from .routes import blueprint

    sync.register(app)
    register(app, looks.KINDS, looks.COLLECTIONS)
    registry_of(app).note_copies = looks.note_copies
    copied_of(app).parts["who_could_read"] = who_could_read
    api.register_blueprint(blueprint)
