"""The public routes of entitlements: a council's entitlements with their rules, and the check."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response, request
from flask_smorest import Blueprint

from ..content.answers import ContentAnswer, LangQuery, council_answer
from ..content.languages import language
from ..content.schemas.entitlements import EntitlementSchema
from ..core.api import PREFIX
from ..core.guards import public
from . import checking, examples
from .check_answer import CheckAnswer
from .check_schemas import CheckBody
from .results import canonical

# 200 times in care and 500 questions, with room to spare; what is larger is not even read.
MAX_BODY_BYTES = 64 * 1024
blueprint = Blueprint("entitlements", __name__, url_prefix=PREFIX, description="Entitlements")


class EntitlementsAnswer(ContentAnswer):
    """All entitlements, with the council's own figures laid over England's."""

    entitlements = ma.fields.List(ma.fields.Nested(EntitlementSchema), required=True)


@blueprint.before_request
def take_small_bodies() -> None:
    """Refuse a large body before it is read."""
    request.max_content_length = MAX_BODY_BYTES


@blueprint.route("/councils/<slug>/entitlements")
@public
@blueprint.arguments(LangQuery, location="query")
@blueprint.response(200, EntitlementsAnswer, example=examples.ENTITLEMENTS)
def entitlements(query: dict[str, Any], slug: str) -> Response:
    """All entitlements, with the council's own figures laid over England's.

    `who` is the rule: a tree that anybody can evaluate. All keys of a node must hold; an empty node is everybody.
    `ask` is a question that only the person can answer, and `ask_id` names it in every language.
    """
    return council_answer(slug, query["lang"], "entitlements", lambda council: council.entitlements)


@blueprint.route("/entitlements/check", methods=["POST"])
@public
@blueprint.arguments(LangQuery, location="query")
@blueprint.arguments(CheckBody, example=examples.CHECK_BODY)
@blueprint.response(200, CheckAnswer, example=examples.CHECK_ANSWER)
def post_check(query: dict[str, Any], body: dict[str, Any]) -> Response:
    """Work out a status and what each entitlement is to a person. Nothing that is sent is kept.

    Answers that cannot be true give 422; `errors` then names each place, like `answers.care_spells.0.end`, and says
    what is wrong in plain words; so do some 50 or more separate times in care of which nothing is sure, for they leave
    too many lives open. The example is shortened: the answer has every entitlement of the council, in the
    order of its content, and all five birthdays.

    Made for other people's servers: no sign-in and no cookie are needed or looked at. A request with an `Origin` must
    still come from our own pages, as every POST must: a server sends none, and the page of another site should not
    send us what happened to a young person straight from their browser. Requests are not counted by address either,
    for counting would keep something.
    """
    return Response(canonical(checking.answer(body, language(query["lang"]))), mimetype="application/json")
