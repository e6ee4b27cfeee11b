"""Spaces: what one young person and the people supporting them share, and the one door to it."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Offer the space's own row, the profile, to every device that may see the space; and who could read, to copies."""
    from .copies import copied_of
    from .own_copy import who_could_read
    from .sync import register

    copied_of(app).parts["who_could_read"] = who_could_read

    register(app)
