"""The addresses of public entries. What they answer is a whole page; the app, where it can run, takes its place."""

from __future__ import annotations

import json

from flask import Blueprint, current_app, make_response, render_template, request
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from ..content.languages import FALLBACK, LANGUAGES, language
from ..content.languages.names import own_name
from ..content.languages.speaking import get_speaker
from ..content.library import get_library
from ..core.built import get_built
from ..core.catalogues import RIGHT_TO_LEFT
from ..core.guards import public
from ..core.i18n import long_day, screens
from .entries import filled
from .finding import page_of
from .page import Place

blueprint = Blueprint("pages", __name__, template_folder="../templates")

PATHS = (
    "/councils", "/rights/money", "/rights/money/<slug>", "/rights/offer", "/rights/offer/<slug>", "/rights/pledge",
    "/rights/words", "/rights/words/<slug>", "/rights/no/<slug>", "/help", "/help/<slug>", "/passport",
    "/passport/area/<slug>", "/passport/skill/<slug>", "/passport/papers",
)  # fmt: skip
BASE = "england"


@public
def page(slug: str = "") -> AnyResponse:
    """The page at this address, for the council and in the language that the query names.

    What is not there answers 404 with the shell of the app, which may know more: the phone has a council of its own.
    """
    place = _place()
    found = page_of(request.path, place, screens(place.lang)) if place else None
    files = get_built()
    known = {
        "product": current_app.extensions["footing-settings"].product_name,
        "script": files.entry("main.js"),
        "style": files.entry("main.css"),
    }
    if place is None or found is None:
        return make_response(render_template("shell.html", **known), 404)
    words = screens(place.lang)
    html = render_template(
        "page.html",
        **known,
        page=found,
        sections=filled(found.sections),
        place=place,
        t=words.t,
        day=long_day,
        draft=get_speaker().draft(place.council, place.lang),
        dir="rtl" if place.lang in RIGHT_TO_LEFT else "ltr",
        origin=current_app.extensions["footing-settings"].origin,
        languages=[(lang, own_name(lang), place.href(request.path, lang)) for lang in LANGUAGES],
        default=place.href(request.path, FALLBACK),
        data=_json(found.data, place) if found.data else None,
        indexed=place.council.state != "example",
    )
    response = make_response(html)
    response.headers["Cache-Control"] = "no-cache"
    if place.council.state == "example":
        response.headers["X-Robots-Tag"] = "noindex"
    response.add_etag()
    return response.make_conditional(request)


for number, path in enumerate(PATHS):
    blueprint.add_url_rule(path, endpoint=f"page-{number}", view_func=page)


def _place() -> Place | None:
    """Whose content is asked for; None for a council that we do not have. An unknown language is English."""
    try:
        council = get_library().council(request.args.get("council", BASE))
    except KeyError:
        return None
    return Place(council, language(request.args.get("lang")))


def _json(data: dict[str, object], place: Place) -> Markup:
    """For a script element: nothing in it can end the element."""
    url = current_app.extensions["footing-settings"].origin + place.href(request.path)
    text = json.dumps({**data, "url": url}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 - it can hold no markup now
