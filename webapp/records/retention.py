"""How long each kind of record is kept after an account has ended. Without a setting: with the care record.

The care record of a care leaver is kept at least until their 75th birthday (Care Leavers (England) Regulations 2010,
regulation 10), so by default nothing goes by itself. While an account is open nothing goes at all.
"""

from __future__ import annotations

import uuid
from datetime import timedelta

from flask import current_app
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ..core.clock import now
from ..core.db import get_db
from ..settings import Settings, SettingsError
from ..spaces.models import Space
from . import kinds, service
from .kinds import ALL
from .models import By, Why
from .service import Because

BY_RULE = Because(By.RULE, Why.TIME)


def check(settings: Settings) -> None:
    """Raise `SettingsError` when the setting names a kind of record that this Footing does not have."""
    known = {ALL, *kinds.tables_by_kind()}
    for kind, _days in settings.retention:
        if kind not in known:
            raise SettingsError(f"FOOTING_RETENTION names {kind}. It can name: {', '.join(sorted(known))}.")


def apply() -> None:
    """Erase what has been kept for its time: each space and kind in a transaction of its own."""
    database = get_db()
    settings: Settings = current_app.extensions["footing-settings"]
    erased = False
    for kind, days in settings.retention:
        with database.read() as db:
            over = db.scalars(select(Space.id).where(Space.ended_at < now() - timedelta(days=days))).all()
        for space_id in over:
            with database.write() as db:
                erased = _erase_if_over(db, space_id, kind, days) or erased
    if erased:
        service.after_erasing(database)


def _erase_if_over(db: Session, space_id: uuid.UUID, kind: str, days: int) -> bool:
    # Asked again with the row held: a manager may have opened it meanwhile.
    over = Space.id == space_id, Space.ended_at < now() - timedelta(days=days)
    if db.scalar(select(Space.id).where(*over).with_for_update()) is None or not _has(db, space_id, kind):
        return False
    service.erase_within(db, space_id, kind, BY_RULE)
    return True


def _has(db: Session, space_id: uuid.UUID, kind: str) -> bool:
    tables = kinds.tables_by_kind().get(kind, [])
    return kind == ALL or any(db.scalar(select(exists().where(table.c.space_id == space_id))) for table in tables)
