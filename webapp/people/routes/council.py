"""What advisers do for young people, and managers for their council's team."""

from __future__ import annotations

import uuid
from dataclasses import asdict
from typing import Any

from flask_smorest import Blueprint

from ...core.api import PREFIX
from ...core.db import get_db
from ...core.guards import Role, current, signed_in
from .. import ending, leaving, team, young_people
from ..invitations import NewCode
from ..schemas import (
    AssignmentSchema,
    HandedOverSchema,
    HandOverSchema,
    InvitedAdviserSchema,
    InvitedYoungPersonSchema,
    InviteSchema,
    NewCodeSchema,
    TeamSchema,
    YoungPersonSchema,
)
from ..young_people import NewYoungPerson

blueprint = Blueprint("people", __name__, url_prefix=f"{PREFIX}/people", description="Young people, advisers, teams")


def _shown(code: NewCode) -> dict[str, Any]:
    return {**asdict(code), "link": code.link}


@blueprint.route("/young-people", methods=["POST"])
@signed_in(Role.ADVISER)
@blueprint.arguments(YoungPersonSchema)
@blueprint.response(201, InvitedYoungPersonSchema)
def post_young_person(form: dict[str, Any]) -> dict[str, Any]:
    """Add a young person, whom this adviser supports from now on, and make the code to join."""
    with get_db().write() as db:
        space, code = young_people.add(db, current(), NewYoungPerson(**form))
    return {"space": space, **_shown(code)}


@blueprint.route("/young-people/<uuid:space>/code", methods=["POST"])
@signed_in(Role.ADVISER)
@blueprint.response(201, NewCodeSchema)
def post_young_person_code(space: uuid.UUID) -> dict[str, Any]:
    """A new one-time code for a young person who cannot get in."""
    with get_db().write() as db:
        return _shown(young_people.new_code(db, current(), space))


@blueprint.route("/team", methods=["GET"])
@signed_in(Role.MANAGER)
@blueprint.response(200, TeamSchema)
def get_team() -> dict[str, Any]:
    """The advisers and young people of the manager's council."""
    with get_db().read() as db:
        return team.overview(db, current())


@blueprint.route("/advisers", methods=["POST"])
@signed_in(Role.MANAGER)
@blueprint.arguments(InviteSchema)
@blueprint.response(201, InvitedAdviserSchema)
def post_adviser(form: dict[str, Any]) -> dict[str, Any]:
    """Invite an adviser."""
    with get_db().write() as db:
        adviser, code = team.invite_adviser(db, current(), form["name"], form["email"])
    return {"id": adviser.id, **_shown(code)}


@blueprint.route("/advisers/<uuid:adviser_id>/second-factor", methods=["POST"])
@signed_in(Role.MANAGER)
@blueprint.response(201, NewCodeSchema)
def post_second_factor(adviser_id: uuid.UUID) -> dict[str, Any]:
    """Reset an adviser's second factor: they are signed out everywhere, and set up anew with this code."""
    with get_db().write() as db:
        return _shown(team.reset_second_factor(db, current(), adviser_id))


@blueprint.route("/assignments", methods=["POST"])
@signed_in(Role.MANAGER)
@blueprint.arguments(AssignmentSchema)
@blueprint.response(204)
def post_assignment(form: dict[str, Any]) -> None:
    """Say which adviser supports a young person, or none: then they are on the duty list."""
    with get_db().write() as db:
        team.assign(db, current(), form["space"], form["adviser"])


@blueprint.route("/young-people/<uuid:space>/end", methods=["POST"])
@signed_in(Role.MANAGER)
@blueprint.response(204)
def post_end(space: uuid.UUID) -> None:
    """End a young person's account: it is hidden and locked, and the record is kept."""
    with get_db().write() as db:
        ending.end_as_manager(db, current(), space)


@blueprint.route("/young-people/<uuid:space>/open-again", methods=["POST"])
@signed_in(Role.MANAGER)
@blueprint.response(204)
def post_open_again(space: uuid.UUID) -> None:
    """Open an ended account again: the young person is on the duty list until an adviser is named."""
    with get_db().write() as db:
        ending.open_again(db, current(), space)


team_blueprint = Blueprint("team", __name__, url_prefix=f"{PREFIX}/council", description="A council's team")


@team_blueprint.route("/advisers/<uuid:adviser_id>/hand-over", methods=["POST"])
@signed_in(Role.MANAGER)
@team_blueprint.arguments(HandOverSchema)
@team_blueprint.response(200, HandedOverSchema)
def post_hand_over(form: dict[str, Any], adviser_id: uuid.UUID) -> dict[str, Any]:
    """Hand all young people of an adviser over in one step, to a colleague or to the duty list."""
    with get_db().write() as db:
        return {"young_people": leaving.hand_over(db, current(), adviser_id, form["to"], leaves=form["leaves"])}
