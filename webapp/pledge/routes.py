"""The public route of the pledge."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response
from flask_smorest import Blueprint

from ..content.answers import ContentAnswer, LangQuery, council_answer
from ..content.schemas.council import PledgeSchema
from ..core.api import PREFIX
from ..core.guards import public

blueprint = Blueprint("pledge", __name__, url_prefix=f"{PREFIX}/councils", description="The pledge")


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
