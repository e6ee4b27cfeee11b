"""robots.txt, and the sitemap of everything that search engines may list: no example pack is in it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from flask import Blueprint, Response, current_app

from ..content.languages import FALLBACK, LANGUAGES
from ..content.library import get_library
from ..core.guards import public
from .finding import CHOOSE, paths_of
from .page import Place

blueprint = Blueprint("sitemap", __name__)
A_DAY = "public, max-age=86400"
# What is personal, or nothing to read.
HIDDEN = ("/api/", "/me", "/people", "/team", "/join", "/asks", "/sign-in", "/add-device")


@blueprint.get("/robots.txt")
@public
def robots() -> Response:
    """What search engines may read."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in HIDDEN), f"Sitemap: {_origin()}/sitemap.xml", ""]
    return _kept("\n".join(lines), "text/plain")


@blueprint.get("/sitemap.xml")
@public
def sitemap() -> Response:
    """Every page of England and of the live packs; of a council only what it says itself. Each with its languages."""
    urls = "".join(_url(place, path) for place, path in _listed())
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    return _kept(f'{head}xmlns:xhtml="http://www.w3.org/1999/xhtml">{urls}</urlset>\n', "application/xml")


def _listed() -> Iterator[tuple[Place, str]]:
    library = get_library()
    for council in library.councils():
        place = Place(council, FALLBACK)
        if council.extends is None:
            yield place, CHOOSE
            yield from ((place, path) for path in paths_of(council))
        elif council.state == "live":
            of_base = set(paths_of(library.council(council.extends)))
            own = {entry["id"] for entry in council.entitlements if entry.get("overrides")}
            for path in paths_of(council):
                if path not in of_base or path.rpartition("/")[2] in own:
                    yield place, path


def _url(place: Place, path: str) -> str:
    origin = escape(_origin())
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{origin}{escape(place.href(path, lang))}"/>'
        for lang in LANGUAGES
    )
    return f"<url><loc>{origin}{escape(place.href(path))}</loc>{others}</url>"


def _origin() -> str:
    found: str = current_app.extensions["footing-settings"].origin
    return found


def _kept(text: str, kind: str) -> Response:
    response = Response(text, mimetype=kind)
    response.headers["Cache-Control"] = A_DAY
    response.add_etag()
    return response
