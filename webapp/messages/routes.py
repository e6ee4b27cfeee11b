"""The routes of files, which come and go apart from the sync, and of the newest messages. All else goes by sync."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import quote

from flask import Response, request
from flask_smorest import Blueprint

from ..core.api import PREFIX
from ..core.db import get_db
from ..core.errors import ErrorCode, Problem
from ..core.guards import Role, current, signed_in
from ..spaces.schemas import ReasonBody
from . import uploads
from .newest import newest
from .rules import MAX_PART_BYTES, FileKind
from .schemas import FileBody, NewestQuery, NewestSchema, ProgressSchema

OFFSET = "Upload-Offset"
MAX_DIGITS = 9
# A file is never a page of ours: whatever is in it may run nothing and fetch nothing.
CSP = "default-src 'none'; sandbox"

blueprint = Blueprint("files", __name__, url_prefix=f"{PREFIX}/spaces/<uuid:space>/files", description="Sent files")
messages = Blueprint("messages", __name__, url_prefix=f"{PREFIX}/spaces/<uuid:space>", description="The conversation")
looked = Blueprint(
    "looked", __name__, url_prefix=f"{PREFIX}/council/spaces/<uuid:space>", description="A file looked at"
)


@messages.route("/messages", methods=["GET"])
@signed_in(Role.YOUNG_PERSON)
@messages.arguments(NewestQuery, location="query")
@messages.response(200, NewestSchema)
def get_newest(asked: dict[str, Any], space: uuid.UUID) -> dict[str, Any]:
    """The newest messages of one's own thread, for a new phone whose sync has not come to them yet."""
    with get_db().read() as db:
        return newest(db, current(), space, before=asked.get("before"), limit=asked["limit"])


@blueprint.route("", methods=["POST"])
@signed_in()
@blueprint.arguments(FileBody)
@blueprint.response(200, ProgressSchema)
def post_file(told: dict[str, Any], space: uuid.UUID) -> uploads.Progress:
    """Announce a file of at most 5 MB, and hear how much of it is here. The same again changes nothing."""
    return uploads.begin(current(), space, told)


@blueprint.route("/<uuid:file>", methods=["PATCH"])
@signed_in()
@blueprint.response(200, ProgressSchema)
def patch_file(space: uuid.UUID, file: uuid.UUID) -> uploads.Progress:
    """Send the piece (16 KiB to 256 KiB; the last may be smaller) that begins at `Upload-Offset`.

    409 says the right offset. 422 with a `reason` (`kind`, `broken`, `pixels`, `changed`) when the whole file is none
    that we take.
    """
    if (request.content_length or 0) > MAX_PART_BYTES:
        raise Problem(ErrorCode.TOO_LARGE)
    offset = request.headers.get(OFFSET, "")
    if not (offset.isascii() and offset.isdigit() and len(offset) <= MAX_DIGITS):
        raise Problem(ErrorCode.NOT_VALID, errors={OFFSET: ["Not a whole number."]})
    data = request.get_data()
    if len(data) > MAX_PART_BYTES:
        raise Problem(ErrorCode.TOO_LARGE)
    return uploads.add(current(), space, file, int(offset), data)


@blueprint.route("/<uuid:file>/offset", methods=["GET"])
@signed_in()
@blueprint.response(200, ProgressSchema)
def get_offset(space: uuid.UUID, file: uuid.UUID) -> uploads.Progress:
    """How much of a file of one's own is here."""
    return uploads.progress_of(current(), space, file)


@blueprint.route("/<uuid:file>", methods=["DELETE"])
@signed_in()
@blueprint.response(204)
def delete_file(space: uuid.UUID, file: uuid.UUID) -> None:
    """Take a file away that was sent with no message."""
    uploads.take_away(current(), space, file)


@blueprint.route("/<uuid:file>", methods=["GET"])
@signed_in()
@blueprint.response(200, content_type="application/octet-stream")
def get_file(space: uuid.UUID, file: uuid.UUID) -> Response:
    """The file itself: a picture to be shown, a PDF to be kept. Never stored on the way."""
    return _answer(uploads.fetch(current(), space, file))


@looked.route("/files/<uuid:file>", methods=["POST"])
@signed_in(Role.MANAGER)
@looked.arguments(ReasonBody)
@looked.response(200, content_type="application/octet-stream")
def post_file_look(form: dict[str, Any], space: uuid.UUID, file: uuid.UUID) -> Response:
    """Open a file of a conversation of the manager's council, and say why. The young person sees that."""
    return _answer(uploads.fetch_as_manager(current(), space, file, form["reason"].strip()))


def _answer(found: uploads.Fetched) -> Response:
    is_pdf = found.kind is FileKind.PDF
    response = Response(found.content, mimetype="application/pdf" if is_pdf else f"image/{found.kind.value}")
    # In the one form that every letter fits in (RFC 6266, section 4.3).
    name = quote(found.name, safe="")
    response.headers["Content-Disposition"] = f"{'attachment' if is_pdf else 'inline'}; filename*=UTF-8''{name}"
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = CSP
    return response
