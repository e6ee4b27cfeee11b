"""Cover: who reads a young person's messages while their adviser is away, has left, or does not answer."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Hang the routes and jobs on the app, work out who covers when a place changes, hear what managers are told."""
    from ..core.jobs import add_job
    from ..deliveries.listeners import listen
    from ..spaces.settling import register_settler
    from .jobs import JOBS
    from .routes import blueprint
    from .service import settle
    from .unread import CAUSE, managers_were_told

    api.register_blueprint(blueprint)
    register_settler(app, settle)
    listen(app, CAUSE, managers_were_told)
    for job in JOBS:
        add_job(app, job)
