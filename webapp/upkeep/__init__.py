"""Keeping Footing running: migrations, secrets, health, backup and restore, the demo people."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the health page and the commands."""
    from .cli import register
    from .health import health

    app.add_url_rule("/healthz", view_func=health)
    register(app)
