"""Who stands in for whom is worked out elsewhere (`webapp/cover`); here is where it is asked for, in a transaction.

Access is a row of `member` with its beginning and end, worked out ahead: it begins and ends by itself.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable

from flask import Flask, current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

_EXTENSION = "footing-settle"
# Called with the session, the council (held), and one of its spaces or None for all.
Settler = Callable[[Session, str, uuid.UUID | None], None]


def register_settler(app: Flask, settler: Settler) -> None:
    """Say who works out the covers of this app."""
    app.extensions[_EXTENSION] = settler


def hold(db: Session, council: str) -> None:
    """Let nobody else change who stands where in a council until this transaction ends.

    To be held before any space is locked. Two changes at once, such as a time away and a new young person, would each
    miss what the other did.
    """
    if db.get_bind().dialect.name == "postgresql":
        db.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"footing council {council}"))))


def settle(db: Session, council: str, space_id: uuid.UUID | None = None) -> None:
    """Work out anew who covers one space, or all spaces, of a (held) council from now on."""
    settler: Settler | None = current_app.extensions.get(_EXTENSION)
    if settler is not None:
        db.flush()
        settler(db, council, space_id)
