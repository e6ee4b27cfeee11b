"""The pledge and its results for everyone, and what a manager does about them."""

from __future__ import annotations

import json
import re
import uuid
from datetime import date
from typing import Any

import marshmallow as ma
from flask import Response
from flask_smorest import Blueprint

from ..content.answers import ASK_AGAIN, ContentAnswer, LangQuery, cached_answer, council_answer, find_council
from ..content.bundles import compact
from ..content.routes import A_YEAR
from ..content.schemas.council import PledgeSchema
from ..core.api import PREFIX
from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import Role, current, public, signed_in
from ..sync.schemas import DAY
from . import boards, did, words
from .export import as_csv
from .publishing import publish_due
from .results import boards_of, results_of
from .schemas import (
    BoardBody,
    BoardSchema,
    DecisionBody,
    DidBody,
    NewDidSchema,
    ResultsSchema,
    WaitingSchema,
)

blueprint = Blueprint("pledge", __name__, url_prefix=f"{PREFIX}/councils", description="The pledge and its results")
council_blueprint = Blueprint(
    "council_pledge",
    __name__,
    url_prefix=f"{PREFIX}/council/pledge",
    description="What a manager does about the pledge",
)
BLUEPRINTS = (blueprint, council_blueprint)


class PledgeAnswer(ContentAnswer):
    """What the council promises; null when we have no pledge of this council."""

    pledge = ma.fields.Nested(PledgeSchema, required=True, allow_none=True)


@blueprint.route("/<slug>/pledge")
@public
@blueprint.arguments(LangQuery, location="query")
@blueprint.response(200, PledgeAnswer)
def pledge(query: dict[str, Any], slug: str) -> Response:
    """What the council promises; null when we have no pledge of this council."""
    return council_answer(slug, query["lang"], "pledge", lambda council: council.pledge)


@blueprint.route("/<slug>/pledge/results")
@public
@blueprint.response(200, ResultsSchema)
def results(slug: str) -> Response:
    """All that young people said of the promises, season by season, with words and with what the council did."""
    return cached_answer(compact(_published(slug)), ASK_AGAIN)


@blueprint.route("/<slug>/pledge/results.csv")
@public
@blueprint.response(200, content_type="text/csv")
def results_csv(slug: str) -> Response:
    """The figures as a table. [c]: hidden, so that nobody can be made out. [x]: there is nothing to compare with."""
    return _table(as_csv(_published(slug)), ASK_AGAIN, f"pledge-{slug}")


@blueprint.route("/<slug>/pledge/boards/<on>")
@public
@blueprint.response(200, BoardSchema)
def board(slug: str, on: str) -> Response:
    """The results as they were frozen for the corporate parenting board of a day. They never change."""
    find_council(slug)
    return cached_answer(boards.frozen(slug, _day(on)), A_YEAR)


@blueprint.route("/<slug>/pledge/boards/<on>.csv")
@public
@blueprint.response(200, content_type="text/csv")
def board_csv(slug: str, on: str) -> Response:
    """The figures of that version as a table, with the same marks as the table of what is published now."""
    find_council(slug)
    return _table(as_csv(json.loads(boards.frozen(slug, _day(on)))), ASK_AGAIN, f"pledge-{slug}-{on}")


@council_blueprint.route("/words", methods=["GET"])
@signed_in(Role.MANAGER)
@council_blueprint.response(200, WaitingSchema)
def get_words() -> dict[str, Any]:
    """Words of published seasons that nobody has decided on, in an order of chance."""
    council = current().council
    publish_due(council)
    with get_db().read() as db:
        return words.waiting(db, council)


@council_blueprint.route("/words", methods=["POST"])
@signed_in(Role.MANAGER)
@council_blueprint.arguments(DecisionBody)
@council_blueprint.response(204)
def post_decision(form: dict[str, Any]) -> None:
    """Publish words, with what could name somebody taken out, or do not publish them."""
    with get_db().write() as db:
        words.decide(db, current().council, form["id"], public=form["publish"], text=form["text"])


@council_blueprint.route("/did", methods=["POST"])
@signed_in(Role.MANAGER)
@council_blueprint.arguments(DidBody)
@council_blueprint.response(201, NewDidSchema)
def post_did(form: dict[str, Any]) -> dict[str, Any]:
    """Tell everyone what young people said and what the council did about it."""
    with get_db().write() as db:
        return {"id": did.add(db, current().council, form)}


@council_blueprint.route("/did/<uuid:did_id>", methods=["PUT"])
@signed_in(Role.MANAGER)
@council_blueprint.arguments(DidBody)
@council_blueprint.response(204)
def put_did(form: dict[str, Any], did_id: uuid.UUID) -> None:
    """Replace an entry."""
    with get_db().write() as db:
        did.change(db, current().council, did_id, form)


@council_blueprint.route("/did/<uuid:did_id>", methods=["DELETE"])
@signed_in(Role.MANAGER)
@council_blueprint.response(204)
def delete_did(did_id: uuid.UUID) -> None:
    """Take an entry away."""
    with get_db().write() as db:
        did.remove(db, current().council, did_id)


@council_blueprint.route("/boards", methods=["POST"])
@signed_in(Role.MANAGER)
@council_blueprint.arguments(BoardBody)
@council_blueprint.response(201, BoardBody)
def post_board(form: dict[str, Any]) -> dict[str, Any]:
    """Freeze what is published now, for the corporate parenting board of a day. 409 when that was done before."""
    council = current().council
    publish_due(council)
    boards.freeze(council, form["on"])
    return form


def _published(slug: str) -> dict[str, Any]:
    find_council(slug)
    publish_due(slug)
    with get_db().read() as db:
        return results_of(db, slug) | {"boards": boards_of(db, slug)}


def _table(data: bytes, caching: str, name: str) -> Response:
    response = cached_answer(data, caching)
    response.mimetype = "text/csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text if re.fullmatch(DAY, text) else "")
    except ValueError as error:
        raise Problem(ErrorCode.NOT_FOUND) from error
