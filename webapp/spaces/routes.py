"""The one way in for somebody who is in no space: a manager's look, online, with a reason, and written down."""

from __future__ import annotations

import uuid
from typing import Any

from flask_smorest import Blueprint

from ..core.api import PREFIX
from ..core.guards import Role, current, signed_in
from .looks import look_as_manager
from .schemas import ConversationSchema, LookBody

blueprint = Blueprint("spaces", __name__, url_prefix=f"{PREFIX}/council/spaces", description="A manager's look")


@blueprint.route("/<uuid:space_id>/look", methods=["POST"])
@signed_in(Role.MANAGER)
@blueprint.arguments(LookBody)
@blueprint.response(200, ConversationSchema)
def post_look(form: dict[str, Any], space_id: uuid.UUID) -> dict[str, Any]:
    """Read a conversation of the manager's council, and say why. The young person sees that, and the reason."""
    page = look_as_manager(current(), space_id, form["reason"].strip(), form["after"])
    return {"seq": page.seq, "more": page.more, "changes": page.rows}
