"""`POST /api/v1/sync`: send what was done, hear what changed."""

from __future__ import annotations

import functools
import json
from typing import Any, NoReturn

from flask import request
from flask_smorest import Blueprint

from ..core.api import PREFIX
from ..core.clock import now, to_wire
from ..core.errors import ErrorCode, Problem
from ..core.guards import View, current, signed_in
from .incoming import receive
from .outgoing import changes_for
from .schemas import SyncAnswer, SyncRequest

# The oldest client whose sync still fits. A client below it reloads itself by force.
MIN_CLIENT = 1
MAX_OPERATIONS = 500

blueprint = Blueprint("sync", __name__, url_prefix=PREFIX, description="Operations in, changes out")


def _no_such_number(_text: str) -> NoReturn:
    raise ValueError("NaN and infinity are not JSON")


def json_only(view: View) -> View:
    """Refuse what is not JSON at all: another type (415), broken, nested beyond reading, NaN (400)."""

    @functools.wraps(view)
    def checked(*args: Any, **kwargs: Any) -> Any:
        data = request.get_data(cache=True)
        if not request.is_json:
            raise Problem(ErrorCode.BAD_JSON if data else ErrorCode.WRONG_TYPE)
        try:
            json.loads(data, parse_constant=_no_such_number)
        except (ValueError, RecursionError) as error:
            raise Problem(ErrorCode.BAD_JSON) from error
        return view(*args, **kwargs)

    return checked


@blueprint.route("/sync", methods=["POST"])
@signed_in()
@json_only
@blueprint.arguments(SyncRequest)
@blueprint.response(200, SyncAnswer)
def sync(asked: dict[str, Any]) -> dict[str, Any]:
    """Send operations and get what changed.

    409 when the queue is another account's, 413 for more than 500 operations: nothing of such a request is taken.
    """
    who = current()
    operations = asked["operations"]
    if asked["account"] != who.account_id:
        raise Problem(ErrorCode.WRONG_ACCOUNT)
    if len(operations) > MAX_OPERATIONS:
        raise Problem(ErrorCode.TOO_LARGE)
    outcomes = receive(who, operations)
    spaces, ended = changes_for(who.account_id, asked["cursors"])
    return {"now": to_wire(now()), "min_client": MIN_CLIENT, "outcomes": outcomes, "spaces": spaces, "ended": ended}
