"""Records: how long things are kept, what is erased and how that stays so, and the copies that people take away."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Hang the routes, the jobs and the `flask records` commands on the app.

    Raises `SettingsError` for a retention of a kind of record that there is not.
    """
    from ..core.jobs import add_job
    from . import cli, jobs, retention
    from .routes import blueprint

    retention.check(app.extensions["footing-settings"])
    api.register_blueprint(blueprint)
    for job in jobs.JOBS:
        add_job(app, job)
    app.cli.add_command(cli.records)
