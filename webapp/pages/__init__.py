"""Every public entry as a small page that any browser can read, at the address where the app shows it too."""

from __future__ import annotations

from flask import Flask

from ..core.api import FootingApi


def install(app: Flask, api: FootingApi) -> None:
    """Register the pages, the sitemap and robots.txt, and what their templates need."""
    from ..content.languages import LANGUAGES
    from ..core import i18n
    from . import routes, sitemap

    i18n.install(app, app.extensions["footing-settings"].translations_dir, LANGUAGES)
    app.jinja_env.finalize = i18n.marked
    app.jinja_env.filters["bare"] = i18n.bare
    app.register_blueprint(routes.blueprint)
    app.register_blueprint(sitemap.blueprint)
