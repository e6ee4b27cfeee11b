"""People: accounts, invitations, signing in, devices, second factors, and who supports whom in a council."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Hang the routes, the session loader, the jobs and the `flask people` commands on the app."""
    from ..core.jobs import add_job
    from ..spaces.copies import copied_of
    from ..sync.registry import registry_of
    from . import cli, jobs, login, own_copy, routes, sessions

    login.install(app)
    registry_of(app).is_live = sessions.is_live
    for blueprint in routes.BLUEPRINTS:
        api.register_blueprint(blueprint)
    for job in jobs.JOBS:
        add_job(app, job)
    copied_of(app).parts |= {"account": own_copy.account, "devices": own_copy.devices}
    app.cli.add_command(cli.people)
