"""The pages of the phone app. Every address of the app answers with the same data-less shell."""

from __future__ import annotations

import mimetypes
import re
from datetime import timedelta
from pathlib import Path

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from ..core.built import COMPRESSED, get_built
from ..core.clock import now, to_wire
from ..core.guards import public

blueprint = Blueprint("shell", __name__, template_folder="../templates")

APP_PATHS = (
    "/", "/rights", "/rights/<path:rest>", "/asks", "/asks/<path:rest>", "/passport", "/passport/<path:rest>", "/dates",
    "/dates/<path:rest>", "/reminders/<path:rest>", "/remind", "/messages", "/help", "/me", "/me/<path:rest>",
    "/sign-in", "/join", "/add-device", "/people", "/people/<path:rest>", "/team", "/team/<path:rest>",
)  # fmt: skip
ROOT_FILES = (
    "sw.js", "manifest.webmanifest", "offline.html", "favicon.ico",
)  # fmt: skip
HASHED = re.compile(r"-[A-Z0-9]{8}\.[a-z]+$")
A_YEAR = "public, max-age=31536000, immutable"
SECURITY_PAGE_LASTS = timedelta(days=90)


@public
def shell(rest: str = "") -> AnyResponse:
    """The one page of the app; it holds nothing personal, so it may be kept by the phone."""
    files = get_built()
    page = render_template(
        "shell.html",
        product=current_app.extensions["footing-settings"].product_name,
        script=files.entry("main.js"),
        style=files.entry("main.css"),
    )
    response = make_response(page)
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)


for number, path in enumerate(APP_PATHS):
    blueprint.add_url_rule(path, endpoint=f"page-{number}", view_func=shell)


@blueprint.get("/static/dist/<path:name>")
@public
def dist(name: str) -> AnyResponse:
    """A built file: kept for a year when its name carries its hash."""
    return _send(name, A_YEAR if HASHED.search(name) else "no-cache")


@blueprint.get("/icons/<name>")
@public
def icon(name: str) -> AnyResponse:
    """An icon of the installed app."""
    return _send(f"icons/{name}", "public, max-age=86400")


@public
def root_file() -> AnyResponse:
    """A file that must stand at the root, such as the service worker. Always asked for anew."""
    return _send(request.path.lstrip("/"), "no-cache")


for name in ROOT_FILES:
    blueprint.add_url_rule(f"/{name}", endpoint=f"file-{name.replace('.', '-')}", view_func=root_file)


@blueprint.get("/.well-known/security.txt")
@public
def security() -> Response:
    """Where to tell us about a security hole (RFC 9116)."""
    settings = current_app.extensions["footing-settings"]
    # The page is made anew for each answer, so its date only says how long a copy may be believed.
    expires = to_wire(now() + SECURITY_PAGE_LASTS)
    lines = f"Contact: {settings.origin}/me/wrong\nExpires: {expires}\nPreferred-Languages: en\n"
    return Response(lines, mimetype="text/plain")


def _send(name: str, caching: str) -> AnyResponse:
    path = get_built().file(name)
    if path is None:
        abort(404)
    encoding = _best_encoding(path)
    data = get_built().packed(path, encoding) if encoding else path.read_bytes()
    kind = "application/manifest+json" if path.suffix == ".webmanifest" else mimetypes.guess_type(path.name)[0]
    response = Response(data, mimetype=kind or "application/octet-stream")
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = caching
    response.add_etag()
    return response.make_conditional(request)


def _best_encoding(path: Path) -> str | None:
    if path.suffix not in COMPRESSED:
        return None
    accepted = request.accept_encodings
    return next((name for name in ("br", "gzip") if accepted.quality(name) > 0), None)
