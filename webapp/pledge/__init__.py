"""A council's pledge: its promises to care leavers, how they say each was kept, and what is published of it."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the operation and collection with sync, the routes, and the job that publishes."""
    from ..core.jobs import add_job
    from ..sync.registry import register
    from . import jobs, routes
    from .sync import COLLECTIONS, KINDS

    register(app, KINDS, COLLECTIONS)
    for blueprint in routes.BLUEPRINTS:
        api.register_blueprint(blueprint)
    for job in jobs.JOBS:
        add_job(app, job)
