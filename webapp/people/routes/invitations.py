"""Looking at a one-time code, spending it, and a worker's second step."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from ...core.api import PREFIX
from ...core.db import get_db
from ...core.guards import public
from .. import cookies, invitations, joining
from ..joining import ToEnrol
from ..schemas import CodeSchema, ConfirmedSchema, ConfirmSchema, LookSchema, SpendSchema, SpentSchema
from .auth import welcome

blueprint = Blueprint("invitations", __name__, url_prefix=f"{PREFIX}/invitations", description="One-time codes")


@blueprint.route("/look", methods=["POST"])
@public
@blueprint.arguments(CodeSchema)
@blueprint.response(200, LookSchema)
def post_look(form: dict[str, Any]) -> dict[str, Any]:
    """What a code is for and whose it is. Looking does not spend it, so a link's preview cannot either."""
    invitation, account = invitations.open_code(get_db(), form["code"], cookies.caller().address)
    return {
        "purpose": invitation.purpose,
        "role": account.role,
        "name": account.name,
        "council": account.council,
        "sign_in_name": account.sign_in_name,
    }


@blueprint.route("/spend", methods=["POST"])
@public
@blueprint.arguments(SpendSchema)
@blueprint.response(200, SpentSchema)
def post_spend(form: dict[str, Any]) -> dict[str, Any]:
    """Spend a code, after "this is me"."""
    spent = joining.spend(
        get_db(),
        form["code"],
        cookies.caller(form.get("device_name")),
        pass_phrase=form.get("pass_phrase"),
        second_factor_code=form.get("second_factor"),
    )
    return {"enrol": spent} if isinstance(spent, ToEnrol) else welcome(spent)


@blueprint.route("/confirm", methods=["POST"])
@public
@blueprint.arguments(ConfirmSchema)
@blueprint.response(200, ConfirmedSchema)
def post_confirm(form: dict[str, Any]) -> dict[str, Any]:
    """Prove the code app that the first step set up."""
    begun, recovery_codes = joining.confirm(get_db(), form["token"], form["code"], cookies.caller())
    return {**welcome(begun), "recovery_codes": recovery_codes}
