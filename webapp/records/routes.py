"""What managers do with the records of young people whose accounts have ended."""

from __future__ import annotations

import uuid
from typing import Any

from flask_smorest import Blueprint

from ..core.api import PREFIX
from ..core.db import get_db
from ..core.guards import Role, current, signed_in
from . import service
from .models import Why
from .schemas import EndedListSchema, EraseSchema

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
