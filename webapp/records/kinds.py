"""Kinds of record: what a council may keep for different times.

A kind is a feature's name, so that a new one is there by itself. Whatever a feature keeps of a space lies in tables
with a `space_id`; those tables are its kind of record.
"""

from __future__ import annotations

import uuid

from sqlalchemy import Table, delete, select
from sqlalchemy.orm import Session

from ..core.db import Base
from ..spaces.models import Member, MemberRole, Space
from ..spaces.names import account_table

# The whole space, with its key and the young person's account.
ALL = "all"
# These go only with the space: who was in it, what was answered to which operation, and copies, which last for days.
WITH_THE_SPACE = frozenset({"member", "operation", "export"})
# Tables of a kind of their own.
OWN_KINDS = {"look": "looks"}


def in_a_space() -> list[Table]:
    """Every table whose rows belong to a space, those that others point at first."""
    return [table for table in Base.metadata.sorted_tables if _points_at_space(table)]


def tables_by_kind() -> dict[str, list[Table]]:
    """The tables of each kind of record."""
    owners = {
        mapper.local_table.name: mapper.class_.__module__.split(".")[1]
        for mapper in Base.registry.mappers
        if isinstance(mapper.local_table, Table)
    }
    kinds: dict[str, list[Table]] = {}
    for table in in_a_space():
        if table.name not in WITH_THE_SPACE:
            kinds.setdefault(OWN_KINDS.get(table.name, owners[table.name]), []).append(table)
    return kinds


def remove(db: Session, space_id: uuid.UUID, kind: str) -> None:
    """Delete a kind of record of a space, or with `ALL` the space, its key and the young person's account.

    Everything else goes with these rows (ON DELETE CASCADE). A kind that this Footing does not have is passed over.
    """
    if kind != ALL:
        for table in reversed(tables_by_kind().get(kind, [])):
            db.execute(delete(table).where(table.c.space_id == space_id))
        return
    owning = Member.space_id == space_id, Member.role == MemberRole.YOUNG_PERSON
    owners = db.scalars(select(Member.account_id).where(*owning)).all()
    account = account_table()
    db.execute(delete(Space.__table__).where(Space.id == space_id))  # type: ignore[arg-type]
    db.execute(delete(account).where(account.c.id.in_(owners)))


def _points_at_space(table: Table) -> bool:
    column = table.columns.get("space_id")
    return column is not None and any(key.column.table.name == Space.__tablename__ for key in column.foreign_keys)
