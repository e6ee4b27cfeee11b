"""The two cookies: the session's token, and the token of a device that has signed in before.

Both are long lived: a phone that was offline for months is still signed in when it comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from flask import Response, after_this_request, current_app, request

from ..settings import Settings
from . import rules

LIFE = timedelta(days=365)


@dataclass(frozen=True)
class Caller:
    """Where a request comes from: its address, what the device calls itself, and the tokens that it carries."""

    address: str
    device_name: str
    session_token: str | None
    known_token: str | None


def the_settings() -> Settings:
    """The settings of the current app."""
    settings: Settings = current_app.extensions["footing-settings"]
    return settings


def session_cookie() -> str:
    """The name of the session's cookie. Browsers keep `__Host-` names to this host and to https."""
    return "__Host-footing" if the_settings().secure_cookies else "footing"


def known_cookie() -> str:
    """The name of the known device's cookie."""
    return f"{session_cookie()}-known"


def caller(device_name: str | None = None) -> Caller:
    """The caller of this request, under the name that the person gave the device, or else a plain one."""
    return Caller(
        address=request.remote_addr or "",
        device_name=device_name or rules.device_name(request.headers.get("User-Agent", "")),
        session_token=request.cookies.get(session_cookie()),
        known_token=request.cookies.get(known_cookie()),
    )


def keep_session(token: str) -> None:
    """Have this answer set, or renew, the session's cookie."""
    _set(session_cookie(), token)


def keep_known(token: str) -> None:
    """Have this answer set the known device's cookie."""
    _set(known_cookie(), token)


def drop_session() -> None:
    """Have this answer remove the session's cookie. The device stays known."""
    name, secure = session_cookie(), the_settings().secure_cookies

    @after_this_request
    def remove(response: Response) -> Response:
        response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="Lax")
        return response


def _set(name: str, token: str) -> None:
    secure = the_settings().secure_cookies

    @after_this_request
    def add(response: Response) -> Response:
        response.set_cookie(name, token, max_age=LIFE, path="/", secure=secure, httponly=True, samesite="Lax")
        return response
