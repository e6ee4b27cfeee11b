"""The public route of entitlements."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response
from flask_smorest import Blueprint

from ..content.answers import ContentAnswer, LangQuery, council_answer
from ..content.schemas.entitlements import EntitlementSchema
from ..core.api import PREFIX
from ..core.guards import public

blueprint = Blueprint("entitlements", __name__, url_prefix=f"{PREFIX}/councils", description="Entitlements")


class EntitlementsAnswer(ContentAnswer):
    """All entitlements, with the council's own figures laid over England's."""

    entitlements = ma.fields.List(ma.fields.Nested(EntitlementSchema), required=True)


@blueprint.route("/<slug>/entitlements")
@public
@blueprint.arguments(LangQuery, location="query")
@blueprint.response(200, EntitlementsAnswer)
def entitlements(query: dict[str, Any], slug: str) -> Response:
    """All entitlements, with the council's own figures laid over England's."""
    return council_answer(slug, query["lang"], "entitlements", lambda council: council.entitlements)
