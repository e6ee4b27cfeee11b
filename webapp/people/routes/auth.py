"""Signing in and out, one's own account, and the devices that are signed in."""

from __future__ import annotations

import uuid
from typing import Any

from flask_smorest import Blueprint

from ...core.api import PREFIX
from ...core.db import get_db
from ...core.errors import ErrorCode, Problem
from ...core.guards import Role, current, public, signed_in
from .. import accounts, cookies, ending, invitations, sessions
from ..models import Purpose
from ..schemas import DeviceCodeSchema, DevicesSchema, EndSchema, MeChangeSchema, MeSchema, SignInSchema, SignOutSchema
from ..sessions import Begun
from ..sign_in import sign_in

blueprint = Blueprint("auth", __name__, url_prefix=f"{PREFIX}/auth", description="Signing in, and one's own account")


def welcome(begun: Begun) -> dict[str, Any]:
    """The answer to somebody who has just signed in: who they are; the cookies go with it."""
    cookies.keep_session(begun.token)
    cookies.keep_known(begun.known_token)
    with get_db().read() as db:
        return accounts.me(db, begun.account_id, begun.session_id)


@blueprint.route("/sign-in", methods=["POST"])
@public
@blueprint.arguments(SignInSchema)
@blueprint.response(200, MeSchema)
def post_sign_in(form: dict[str, Any]) -> dict[str, Any]:
    """Sign in with a name and a pass phrase; people who work for a council give a code too."""
    caller = cookies.caller(form.get("device_name"))
    return welcome(sign_in(get_db(), form["name"], form["pass_phrase"], form.get("code"), caller))


@blueprint.route("/me", methods=["GET"])
@signed_in()
@blueprint.response(200, MeSchema)
def get_me() -> dict[str, Any]:
    """Who is signed in on this device."""
    who = current()
    with get_db().read() as db:
        return accounts.me(db, who.account_id, who.session_id)


@blueprint.route("/me", methods=["PATCH"])
@signed_in()
@blueprint.arguments(MeChangeSchema)
@blueprint.response(200, MeSchema)
def patch_me(form: dict[str, Any]) -> dict[str, Any]:
    """Change one's own account."""
    who = current()
    with get_db().write() as db:
        if "language" in form:
            accounts.set_language(db, who, form["language"])
        return accounts.me(db, who.account_id, who.session_id)


@blueprint.route("/me/end", methods=["POST"])
@signed_in(Role.YOUNG_PERSON)
@blueprint.arguments(EndSchema)
@blueprint.response(204)
def post_end_me(form: dict[str, Any]) -> None:
    """End one's own account, with the pass phrase: a phone that lies about must not be enough."""
    ending.end_my_own(get_db(), current(), form["pass_phrase"])
    cookies.drop_session()


@blueprint.route("/sign-out", methods=["POST"])
@signed_in()
@blueprint.arguments(SignOutSchema)
@blueprint.response(204)
def post_sign_out(form: dict[str, Any]) -> None:
    """Sign this device out, or every device."""
    who = current()
    with get_db().write() as db:
        if form["everywhere"]:
            sessions.end_all(db, who.account_id)
        else:
            sessions.end_one(db, who.account_id, who.session_id)
    cookies.drop_session()


@blueprint.route("/devices", methods=["GET"])
@signed_in()
@blueprint.response(200, DevicesSchema)
def get_devices() -> dict[str, Any]:
    """Every device that is signed in to this account."""
    who = current()
    with get_db().read() as db:
        devices = [
            {"id": one.id, "name": one.device_name, "last_seen": one.last_seen, "this": one.id == who.session_id}
            for one in sessions.devices_of(db, who.account_id)
        ]
    return {"devices": devices}


@blueprint.route("/devices/<uuid:device_id>", methods=["DELETE"])
@signed_in()
@blueprint.response(204)
def delete_device(device_id: uuid.UUID) -> None:
    """Sign one device out."""
    who = current()
    with get_db().write() as db:
        sessions.end_one(db, who.account_id, device_id)
    if device_id == who.session_id:
        cookies.drop_session()


@blueprint.route("/device-code", methods=["POST"])
@signed_in()
@blueprint.response(200, DeviceCodeSchema)
def post_device_code() -> invitations.NewCode:
    """A short code that signs in one more device of this person, for ten minutes."""
    who = current()
    with get_db().write() as db:
        code = invitations.make(db, who.account_id, Purpose.DEVICE)
        # Asked again: the device may have been signed out while this waited, and must leave no way in behind it.
        if not sessions.is_live(db, who.session_id):
            raise Problem(ErrorCode.NOT_SIGNED_IN)
        return code
