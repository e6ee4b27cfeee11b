"""The calendar feed: its address, for the person signed in, and the feed itself. All else about dates goes by sync."""

from __future__ import annotations

from typing import Any

from flask import Blueprint as PlainBlueprint
from flask import Response, current_app
from flask_smorest import Blueprint

from ..core.api import PREFIX
from ..core.db import get_db
from ..core.guards import Role, current, public, signed_in
from . import feed as calendar
from .schemas import FeedBody, FeedSchema, FeedUrlSchema

blueprint = Blueprint("calendar", __name__, url_prefix=f"{PREFIX}/me", description="The address for one's own calendar")
feed = PlainBlueprint("calendar_feed", __name__)


@blueprint.route("/calendar", methods=["GET"])
@signed_in(Role.YOUNG_PERSON, Role.ADVISER)
@blueprint.response(200, FeedSchema)
def get_calendar() -> dict[str, Any]:
    """Whether there is an address. It cannot be shown again: only a new one can be made."""
    with get_db().read() as db:
        found = calendar.find(db, current().account_id)
        made_at = found.made_at if found else None
        return {"on": found is not None, "neutral": found is not None and found.neutral, "made_at": made_at}


@blueprint.route("/calendar", methods=["POST"])
@signed_in(Role.YOUNG_PERSON, Role.ADVISER)
@blueprint.arguments(FeedBody)
@blueprint.response(200, FeedUrlSchema)
def post_calendar(body: dict[str, Any]) -> dict[str, str]:
    """Make a new address. The one before ends at once."""
    with get_db().write() as db:
        token = calendar.renew(db, current().account_id, neutral=body["neutral"])
    return {"url": f"{current_app.extensions['footing-settings'].origin}/calendar/{token}.ics"}


@blueprint.route("/calendar", methods=["DELETE"])
@signed_in(Role.YOUNG_PERSON, Role.ADVISER)
@blueprint.response(204)
def delete_calendar() -> None:
    """Take the address away."""
    with get_db().write() as db:
        calendar.end(db, current().account_id)


@feed.get("/calendar/<token>.ics")
@public
def get_feed(token: str) -> Response:
    """The dates of whoever gave their calendar this address: the secret in it is the key."""
    settings = current_app.extensions["footing-settings"]
    with get_db().read() as db:
        data = calendar.read(db, token, origin=settings.origin, product=settings.product_name)
    response = Response(data, mimetype="text/calendar")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Disposition"] = 'inline; filename="dates.ics"'
    # No search engine keeps an address that somebody wrote somewhere.
    response.headers["X-Robots-Tag"] = "noindex"
    return response
