"""Footing: an app for young people leaving care in England, and for their personal advisers."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from . import features, worker
from .core import api, crypto, db, errors, headers, logs
from .settings import Settings


def create_app(settings: Settings) -> Flask:
    """The whole app for one set of settings.

    Raises when the content does not pass its check, so that half an entry is never shown.
    """
    app = Flask(__name__, static_folder=None)
    app.extensions["footing-settings"] = settings
    app.config["SECRET_KEY"] = settings.secret_key
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count)  # type: ignore[method-assign]
    logs.install(app)
    errors.install(app)
    db.install(app, db.Database(settings.database_url))
    crypto.install(app, settings)
    headers.install(app, settings)
    the_api = api.install(app)
    for feature in features.modules():
        if hasattr(feature, "install"):
            feature.install(app, the_api)
    worker.install(app)
    return app
