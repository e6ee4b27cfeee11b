"""The public route of the local offer."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response
from flask_smorest import Blueprint

from ..content.answers import ContentAnswer, LangQuery, council_answer
from ..content.schemas.council import OfferSchema
from ..core.api import PREFIX
from ..core.guards import public

blueprint = Blueprint("offer", __name__, url_prefix=f"{PREFIX}/councils", description="The local offer")


class OfferAnswer(ContentAnswer):
    """What the council offers, each line with its source and date."""

    offer = ma.fields.List(ma.fields.Nested(OfferSchema), required=True)


@blueprint.route("/<slug>/offer")
@public
@blueprint.arguments(LangQuery, location="query")
@blueprint.response(200, OfferAnswer)
def offer(query: dict[str, Any], slug: str) -> Response:
    """What the council offers, each line with its source and date."""
    return council_answer(slug, query["lang"], "offer", lambda council: council.offer)
