"""The open feed of a council's local offer: the read-only API of the Open Referral UK profile (HSDS-UK 3.0).

Source of endpoints, parameters and fields: `schema/` in the profile's repository, OpenReferralUK/uk-profile, as it was
on 10 October 2024.
Anyone may read it from any site, without a key; nothing personal is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, current_app, request

from ...content.answers import SHORT, cached_answer
from ...content.bundles import compact
from ...content.library import Council, get_library
from ...core.errors import ErrorCode, Problem
from ...core.guards import public
from ...settings import Settings
from ..headings import HEADINGS, TAXONOMY, term
from . import filters
from .filters import Keep
from .services import Thing, in_list, service_at_locations, services

DETAILS = {
    "version": "HSDS-UK-3.0",
    "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
    "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
}
Filters = dict[str, Callable[[str], Keep]]
TAXONOMY_FILTERS: Filters = {"search": filters.search}
TERM_FILTERS: Filters = {
    "search": filters.search,
    "taxonomy_id": filters.same("taxonomy_id"),
    "parent_id": filters.same("parent_id"),
    "top_only": filters.top_only,
}
SERVICE_FILTERS: Filters = {
    "search": filters.search,
    "taxonomy_term_id": filters.term_is,
    "taxonomy_id": filters.taxonomy_is,
    "organization_id": filters.same("organization_id"),
    "modified_after": filters.modified_after,
}
PLACE_FILTERS: Filters = {name: filters.of_service(make) for name, make in SERVICE_FILTERS.items()}

blueprint = Blueprint("oruk", __name__, url_prefix="/oruk/<slug>")


@blueprint.after_request
def open_to_all(response: Response) -> Response:
    """Let pages of any site read the feed, its problems too; it is the only part of Footing that does."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@blueprint.get("/", strict_slashes=False)
@public
def details(slug: str) -> Response:
    """Which standard this is."""
    _council(slug)
    return _answer(DETAILS)


@blueprint.get("/services")
@public
def service_list(slug: str) -> Response:
    """The council's services, by pages."""
    asked = filters.read(_given(), SERVICE_FILTERS, "minimal", "full")
    shapes: dict[str, Callable[[Thing], Thing]] = {"list": in_list, "full": _as_it_is, "minimal": _minimal}
    return _page(services(_council(slug), _origin()), asked, shapes[asked.shape])


@blueprint.get("/services/<id_>")
@public
def service(slug: str, id_: str) -> Response:
    """One service with all that belongs to it."""
    return _one(services(_council(slug), _origin()), id_)


@blueprint.get("/taxonomies")
@public
def taxonomy_list(slug: str) -> Response:
    """The one taxonomy."""
    _council(slug)
    return _page([TAXONOMY], filters.read(_given(), TAXONOMY_FILTERS))


@blueprint.get("/taxonomies/<id_>")
@public
def taxonomy(slug: str, id_: str) -> Response:
    """The taxonomy with its terms."""
    _council(slug)
    return _one([{**TAXONOMY, "taxonomy_terms": _terms()}], id_)


@blueprint.get("/taxonomy_terms")
@public
def term_list(slug: str) -> Response:
    """The headings of a local offer."""
    _council(slug)
    return _page(_terms(), filters.read(_given(), TERM_FILTERS))


@blueprint.get("/taxonomy_terms/<id_>")
@public
def taxonomy_term(slug: str, id_: str) -> Response:
    """One heading."""
    _council(slug)
    return _one(_terms(), id_)


@blueprint.get("/service_at_locations")
@public
def place_list(slug: str) -> Response:
    """Each service at the council's one virtual location."""
    asked = filters.read(_given(), PLACE_FILTERS, "full")
    return _page(service_at_locations(_council(slug), _origin()), asked)


@blueprint.get("/service_at_locations/<id_>")
@public
def place(slug: str, id_: str) -> Response:
    """One service at its location."""
    return _one(service_at_locations(_council(slug), _origin()), id_)


def _origin() -> str:
    settings: Settings = current_app.extensions["footing-settings"]
    return settings.origin


def _council(slug: str) -> Council:
    """The council of the address; what holds for all of England is no council's offer."""
    library = get_library()
    if not library.has_council(slug):
        raise Problem(ErrorCode.NOT_FOUND, "There is no feed of that council here.")
    return library.council(slug)


def _given() -> dict[str, list[str]]:
    return dict(request.args.lists())


def _terms() -> list[Thing]:
    return [term(code) for code in HEADINGS]


def _as_it_is(thing: Thing) -> Thing:
    return thing


def _minimal(thing: Thing) -> Thing:
    return {"id": thing["id"], "last_modified": thing["last_modified"]}


def _page(things: Sequence[Thing], asked: filters.Asked, write: Callable[[Thing], Thing] = _as_it_is) -> Response:
    return _answer(filters.page_of(asked.pick(things), asked, write))


def _one(things: Sequence[Thing], id_: str) -> Response:
    found = next((thing for thing in things if thing["id"] == id_.lower()), None)
    if found is None:
        raise Problem(ErrorCode.NOT_FOUND, "There is nothing with that id in this feed.")
    return _answer(found)


def _answer(content: Any) -> Response:
    return cached_answer(compact(content), SHORT)
