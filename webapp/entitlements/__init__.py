"""Entitlements: what the law, national schemes and councils give."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the feature's routes."""
    from .routes import blueprint

    api.register_blueprint(blueprint)
