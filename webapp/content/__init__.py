"""Content is files: packs are checked, merged into the library, and sent to phones as one bundle."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Open the library, work out the bundles, register routes and commands. Raises `ContentError`."""
    from ..core.clock import now
    from ..core.working_days import london_day
    from ..settings import Settings
    from . import bundles, cli_messages, cli_packs, library  # noqa: F401 - they add commands to the group
    from .bundles import Bundles
    from .cli import asked_for, group
    from .findings import ContentError
    from .inputs import Inputs
    from .languages import checking, speaking
    from .routes import blueprint

    settings: Settings = app.extensions["footing-settings"]
    bundle_files = settings.data_dir / "bundles"
    api.register_blueprint(blueprint)
    app.cli.add_command(group)
    try:
        opened = library.install(app, settings.content_dir.resolve())
        checking.pass_or_stop(settings.translations_dir, [one.slug for one in opened.councils()], bundle_files)
    except ContentError as error:
        if not asked_for():
            raise
        library.install_broken(app, error)
    else:
        speaker = speaking.install(app, opened, settings.translations_dir)
        year = london_day(now()).year
        inputs = Inputs(settings.content_dir.resolve(), settings.translations_dir, year)
        bundles.install(app, Bundles(opened, speaker, inputs, bundle_files))
