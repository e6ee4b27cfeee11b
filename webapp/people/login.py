"""The one file that knows flask-login: it finds the session behind a request for `core.guards`.

Flask's own signed session cookie and flask-login's "remember me" are not used: sessions are rows that can be ended.
"""

from __future__ import annotations

from flask import Flask, Request, Response, g, request
from flask_login import LoginManager, current_user

from ..core import guards
from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import SignedIn
from . import cookies, sessions


class RowSessions(LoginManager):
    """flask-login without its cookie."""

    def _update_remember_cookie(self, response: Response) -> Response:
        # The original reads Flask's session on every answer, which marks public pages as "varies by cookie".
        return response


def install(app: Flask) -> None:
    """Hang the loader on the app and on the guards."""
    app.config["REMEMBER_COOKIE_NAME"] = "footing-not-used"
    manager = RowSessions()
    manager.session_protection = None
    manager.request_loader(_find)
    manager.init_app(app, add_context_processor=False)
    guards.set_loader(_load)


def _load() -> SignedIn | None:
    # Each guard asks the database anew: a session that was ended a moment ago must not live on in `g`.
    g.pop("_login_user", None)
    who = current_user._get_current_object()
    if isinstance(who, SignedIn):
        return who
    _say_if_over()
    return None


def _say_if_over() -> None:
    # Only to whoever holds the token of such a session: its device must not keep what it has of others.
    token = request.cookies.get(cookies.session_cookie())
    over = sessions.over_with(get_db(), token) if token else None
    if over is not None:
        raise Problem(ErrorCode.ACCOUNT_OVER, account={"id": str(over[0]), "role": over[1]})


def _find(request: Request) -> SignedIn | None:
    token = request.cookies.get(cookies.session_cookie())
    found = sessions.find(get_db(), token) if token else None
    if found is None:
        return None
    who, seen_now = found
    if token and seen_now:
        cookies.keep_session(token)
    return who
