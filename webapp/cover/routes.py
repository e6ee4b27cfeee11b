"""Thin views of times away (an adviser's own, or any adviser's for a manager) and of the duty list."""

from __future__ import annotations

import uuid
from typing import Any

from flask_smorest import Blueprint

from ..core.api import PREFIX
from ..core.db import get_db
from ..core.guards import Role, current, signed_in
from . import away, duty
from .away import Plan
from .schemas import AwayBody, AwaySchema, DutyBody, DutyListSchema, UnreadListSchema
from .staff import check_adviser
from .unread import told_managers

blueprint = Blueprint("cover", __name__, url_prefix=PREFIX, description="Times away, who covers, the duty list")

MINE, ONE = "/me/away", "/me/away/<uuid:away_id>"
THEIRS = "/council/advisers/<uuid:adviser_id>/away"
ONE_OF_THEIRS = f"{THEIRS}/<uuid:away_id>"


@blueprint.route(MINE, methods=["GET"])
@signed_in(Role.ADVISER)
@blueprint.response(200, AwaySchema)
def get_my_away() -> dict[str, Any]:
    """When I am away and who covers."""
    with get_db().read() as db:
        return away.times_of(db, current().council, current().account_id)


@blueprint.route(ONE, methods=["PUT"])
@signed_in(Role.ADVISER)
@blueprint.arguments(AwayBody)
@blueprint.response(200, AwaySchema)
def put_my_away(form: dict[str, Any], away_id: uuid.UUID) -> dict[str, Any]:
    """Plan or change a time away. The same again changes nothing."""
    return _put(current().account_id, away_id, form)


@blueprint.route(ONE, methods=["DELETE"])
@signed_in(Role.ADVISER)
@blueprint.response(204)
def delete_my_away(away_id: uuid.UUID) -> None:
    """I am not away after all, or back from now on."""
    with get_db().write() as db:
        away.cancel(db, current().council, current().account_id, away_id)


@blueprint.route(THEIRS, methods=["GET"])
@signed_in(Role.MANAGER)
@blueprint.response(200, AwaySchema)
def get_away(adviser_id: uuid.UUID) -> dict[str, Any]:
    """When an adviser of the manager's council is away."""
    with get_db().read() as db:
        check_adviser(db, current().council, adviser_id)
        return away.times_of(db, current().council, adviser_id)


@blueprint.route(ONE_OF_THEIRS, methods=["PUT"])
@signed_in(Role.MANAGER)
@blueprint.arguments(AwayBody)
@blueprint.response(200, AwaySchema)
def put_away(form: dict[str, Any], adviser_id: uuid.UUID, away_id: uuid.UUID) -> dict[str, Any]:
    """Plan or change an adviser's time away, as when somebody is ill."""
    return _put(adviser_id, away_id, form)


@blueprint.route(ONE_OF_THEIRS, methods=["DELETE"])
@signed_in(Role.MANAGER)
@blueprint.response(204)
def delete_away(adviser_id: uuid.UUID, away_id: uuid.UUID) -> None:
    """End an adviser's time away now, or before it begins."""
    with get_db().write() as db:
        check_adviser(db, current().council, adviser_id)
        away.cancel(db, current().council, adviser_id, away_id)


@blueprint.route("/council/duty", methods=["GET"])
@signed_in(Role.MANAGER)
@blueprint.response(200, DutyListSchema)
def get_duty() -> dict[str, Any]:
    """Who is on duty, and whether there are young people for whom nobody is at work."""
    with get_db().read() as db:
        return duty.on_duty(db, current().council)


@blueprint.route("/council/duty", methods=["PUT"])
@signed_in(Role.MANAGER)
@blueprint.arguments(DutyBody)
@blueprint.response(200, DutyListSchema)
def put_duty(form: dict[str, Any]) -> dict[str, Any]:
    """Say who is on duty from now on."""
    with get_db().write() as db:
        duty.set_duty(db, current().council, form["advisers"])
        return duty.on_duty(db, current().council)


@blueprint.route("/council/unread", methods=["GET"])
@signed_in(Role.MANAGER)
@blueprint.response(200, UnreadListSchema)
def get_unread() -> dict[str, Any]:
    """Whose messages nobody has read although managers were told."""
    with get_db().read() as db:
        return {"unread": told_managers(db, current().council)}


def _put(adviser_id: uuid.UUID, away_id: uuid.UUID, form: dict[str, Any]) -> dict[str, Any]:
    council = current().council
    with get_db().write() as db:
        check_adviser(db, council, adviser_id)
        away.put(db, council, adviser_id, away_id, Plan(**form))
        return away.times_of(db, council, adviser_id)
