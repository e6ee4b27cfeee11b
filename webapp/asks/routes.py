"""The route of the duty list. All else about requests goes through sync."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from ..core.api import PREFIX
from ..core.db import get_db
from ..core.guards import Role, current, signed_in
from .duty import open_requests
from .schemas import DutySchema

blueprint = Blueprint("asks", __name__, url_prefix=f"{PREFIX}/council", description="Requests on the duty list")


@blueprint.route("/requests", methods=["GET"])
@signed_in(Role.MANAGER)
@blueprint.response(200, DutySchema)
def get_duty_requests() -> dict[str, Any]:
    """The unanswered requests of the young people of the manager's council who have no adviser."""
    with get_db().read() as db:
        return {"requests": open_requests(db, current().council)}
