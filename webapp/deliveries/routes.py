"""The routes of a person's own settings of notices, of their browsers, of receipts, and of what is parked."""

from __future__ import annotations

import hmac
from typing import Any

from flask import current_app, request
from flask_smorest import Blueprint

from ..core.api import PREFIX
from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import Role, current, public, signed_in
from ..settings import Settings
from . import prefs, subscriptions, telling
from .endpoints import Endpoints
from .schemas import (
    EndpointSchema,
    KeySchema,
    NoticeIdSchema,
    ParkedSchema,
    PrefsSchema,
    ReceiptSchema,
    SubscriptionSchema,
)
from .senders.vapid import vapid_of

blueprint = Blueprint("notices", __name__, url_prefix=PREFIX, description="How people are told things")


def _settings() -> Settings:
    settings: Settings = current_app.extensions["footing-settings"]
    return settings


@blueprint.route("/me/notices", methods=["GET"])
@signed_in()
@blueprint.response(200, PrefsSchema)
def get_notices() -> dict[str, Any]:
    """How I want to be told."""
    with get_db().read() as db:
        return prefs.read(db, current().account_id) | {"ways": prefs.ways(_settings())}


@blueprint.route("/me/notices", methods=["PUT"])
@signed_in()
@blueprint.arguments(PrefsSchema)
@blueprint.response(200, PrefsSchema)
def put_notices(chosen: dict[str, Any]) -> dict[str, Any]:
    """Keep how I want to be told, all of it."""
    with get_db().write() as db:
        prefs.write(db, current().account_id, chosen)
        return prefs.read(db, current().account_id) | {"ways": prefs.ways(_settings())}


@blueprint.route("/me/push-key", methods=["GET"])
@signed_in()
@blueprint.response(200, KeySchema)
def get_push_key() -> dict[str, Any]:
    """The key that a browser subscribes with; 404 when this server cannot push."""
    vapid = vapid_of(_settings())
    if vapid is None:
        raise Problem(ErrorCode.NOT_FOUND)
    return {"key": vapid.public_key}


@blueprint.route("/me/subscriptions", methods=["POST"])
@signed_in()
@blueprint.arguments(SubscriptionSchema)
@blueprint.response(204)
def post_subscription(form: dict[str, Any]) -> None:
    """Have pushes sent to this browser; again at each start, so that they find it."""
    if Endpoints(_settings().sending).split(form["endpoint"]) is None:
        sentence = "We do not know this push service."
        raise Problem(ErrorCode.NOT_VALID, detail=f"{sentence} Nothing was changed.", errors={"endpoint": [sentence]})
    keys = form["keys"]["p256dh"], form["keys"]["auth"]
    with get_db().write() as db:
        subscriptions.keep(db, current(), form["endpoint"], keys, form["old"])


@blueprint.route("/me/subscriptions", methods=["DELETE"])
@signed_in()
@blueprint.arguments(EndpointSchema)
@blueprint.response(204)
def delete_subscription(form: dict[str, Any]) -> None:
    """Have no more pushes sent to this browser."""
    with get_db().write() as db:
        subscriptions.remove(db, current(), form["endpoint"])


@blueprint.route("/me/notices/shown", methods=["POST"])
@signed_in()
@blueprint.arguments(NoticeIdSchema)
@blueprint.response(204)
def post_shown(form: dict[str, Any]) -> None:
    """My phone has shown this notice. One that is not mine changes nothing, and looks the same."""
    with get_db().write() as db:
        telling.shown(db, current().account_id, form["id"])


@blueprint.route("/me/notices/seen", methods=["POST"])
@signed_in()
@blueprint.arguments(NoticeIdSchema)
@blueprint.response(204)
def post_seen(form: dict[str, Any]) -> None:
    """I have opened this notice. One that is not mine changes nothing, and looks the same."""
    with get_db().write() as db:
        telling.seen(db, current().account_id, form["id"])


@blueprint.route("/council/parked", methods=["GET"])
@signed_in(Role.MANAGER)
@blueprint.response(200, ParkedSchema)
def get_parked() -> dict[str, Any]:
    """The deliveries to people of the manager's council that were given up, and why."""
    with get_db().read() as db:
        return {"parked": telling.parked(db, current().council)}


@blueprint.route("/receipts/notify", methods=["POST"])
@public
@blueprint.arguments(ReceiptSchema)
@blueprint.response(204)
def post_receipt(form: dict[str, Any]) -> None:
    """GOV.UK Notify says what became of a text or an e-mail. It shows the token that was agreed with it."""
    token = _settings().sending.notify_receipt_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token is None or not hmac.compare_digest(given.encode(), token.encode()):
        raise Problem(ErrorCode.NOT_SIGNED_IN)
    if form["reference"] is not None:
        with get_db().write() as db:
            telling.receipt(db, form["reference"], form["status"])
