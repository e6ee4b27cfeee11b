"""A young person's copy of everything, and what managers do with the records of accounts that have ended."""

from __future__ import annotations

import json
import uuid
from typing import Any

from flask import Response, request, stream_with_context
from flask_smorest import Blueprint

from ..core.api import PREFIX
from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import Role, current, signed_in
from . import exports, pages, service, threads
from .models import Export, Why
from .schemas import EndedListSchema, EraseSchema, ExportSchema, ExportsSchema, TakeThreadBody, ThreadArgs

blueprint = Blueprint("records", __name__, url_prefix=PREFIX, description="Records: ended, erased, copied")


@blueprint.route("/council/ended", methods=["GET"])
@signed_in(Role.MANAGER)
@blueprint.response(200, EndedListSchema)
def get_ended() -> dict[str, Any]:
    """The young people of the manager's council whose accounts have ended and whose records are kept."""
    with get_db().read() as db:
        return {"ended": service.ended_spaces(db, current().council)}


@blueprint.route("/council/spaces/<uuid:space_id>/erase", methods=["POST"])
@signed_in(Role.MANAGER)
@blueprint.arguments(EraseSchema)
@blueprint.response(204)
def post_erase(form: dict[str, Any], space_id: uuid.UUID) -> None:
    """Erase an ended space for good."""
    service.erase_as_manager(current(), space_id, form["name"], Why(form["why"]))


@blueprint.route("/me/exports", methods=["POST"])
@signed_in(Role.YOUNG_PERSON)
@blueprint.response(202, ExportSchema)
def post_export() -> Export:
    """Ask for a copy of everything. The worker makes it, and a notice says when it is ready."""
    with get_db().write() as db:
        return exports.ask(db, current())


@blueprint.route("/me/exports", methods=["GET"])
@signed_in(Role.YOUNG_PERSON)
@blueprint.response(200, ExportsSchema)
def get_exports() -> dict[str, Any]:
    """How the copies stand that this person asked for."""
    with get_db().read() as db:
        return {"exports": exports.mine(db, current().account_id)}


@blueprint.route("/me/exports/<uuid:export_id>", methods=["GET"])
@signed_in(Role.YOUNG_PERSON)
@blueprint.response(200, content_type="application/zip")
def get_export(export_id: uuid.UUID) -> Response:
    """Fetch a copy that is ready: once, and within seven days."""
    # Neither a look at the headers nor a link on another site may use it up.
    if request.method == "HEAD" or request.headers.get("Sec-Fetch-Site") == "cross-site":
        raise Problem(ErrorCode.NOT_FOUND, exports.NOT_HERE)
    fetched = exports.fetch(get_db(), current(), export_id)
    response = Response(stream_with_context(fetched.content), mimetype="application/zip")
    # A copy that broke off on its way must not look like a whole one.
    response.content_length = fetched.size
    response.headers["Content-Disposition"] = 'attachment; filename="my-copy.zip"'
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.route("/me/thread", methods=["GET"])
@signed_in(Role.YOUNG_PERSON)
@blueprint.arguments(ThreadArgs, location="query")
@blueprint.response(200, content_type="text/html")
def get_thread(asked: dict[str, Any]) -> Response:
    """One's own conversation with its hashes, as a page to print or as JSON."""
    return _thread(service.my_thread(current()), asked["as_"])


@blueprint.route("/council/spaces/<uuid:space_id>/thread", methods=["POST"])
@signed_in(Role.MANAGER)
@blueprint.arguments(TakeThreadBody)
@blueprint.response(200, content_type="text/html")
def post_thread(form: dict[str, Any], space_id: uuid.UUID) -> Response:
    """The record of a conversation for the council's own system: a look, with a reason that the young person sees."""
    return _thread(service.thread_as_manager(current(), space_id, form["reason"].strip()), form["as_"])


def _thread(record: dict[str, Any], as_: str) -> Response:
    if as_ == "json":
        response = Response(json.dumps(record, ensure_ascii=False, indent=1), mimetype="application/json")
        response.headers["Content-Disposition"] = 'attachment; filename="messages.json"'
    else:
        response = Response(threads.readable(record), mimetype="text/html")
        response.headers["Content-Disposition"] = 'inline; filename="messages.html"'
        response.headers["Content-Security-Policy"] = f"default-src 'none'; style-src '{pages.STYLE_HASH}'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response
