"""Deliveries: everything that is sent out is a row first, and a worker sends it: push, text, e-mail."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Hang the routes, the jobs and the `flask deliveries` commands on the app."""
    from ..core.jobs import add_job
    from ..spaces.copies import copied_of
    from . import cli, jobs, own_copy
    from .routes import blueprint

    api.register_blueprint(blueprint)
    for job in jobs.JOBS:
        add_job(app, job)
    copied_of(app).parts |= {"notice_settings": own_copy.settings, "notices": own_copy.sent}
    app.cli.add_command(cli.deliveries)
