"""`/healthz`: whether this server can read its database and has its content."""

from __future__ import annotations

from flask import Response, jsonify
from sqlalchemy import text

from ..content.library import get_library
from ..core.db import get_db
from ..core.guards import public


@public
def health() -> Response:
    """200 and `{"ok": true, "councils": n}`; any failure is the usual problem answer with 500."""
    with get_db().read() as db:
        db.execute(text("SELECT 1"))
    return jsonify(ok=True, councils=len(get_library().councils()))
