"""Changes out: what each space has that the device's cursor has not, cut into pages between two numbers."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from ..core.db import get_db
from ..spaces.access import living_spaces
from ..spaces.models import MemberRole
from .models import STATE_ID, ServerState
from .registry import Registry, Row, View, Window, get_registry

PAGE_ROWS = 500
# A worker's new phone asks for many spaces at once; what does not fit into one answer is asked for again.
ANSWER_ROWS = 2000


@dataclass(frozen=True)
class Changes:
    """One space's part of the answer."""

    seq: int
    more: bool
    rows: dict[str, list[Row]]

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(len(rows) for rows in self.rows.values())


def changes_for(
    account_id: uuid.UUID, cursors: Mapping[uuid.UUID, Mapping[str, int]]
) -> tuple[list[dict[str, Any]], list[str]]:
    """What to answer as `spaces` and `ended`, all read at one moment.

    If nothing changed this is one statement: the spaces, their numbers and the epoch come together. What a supporter
    gets a copy of is written down first.
    """
    registry = get_registry()
    epoch_now = select(ServerState.epoch).where(ServerState.id == STATE_ID).scalar_subquery()
    with get_db().read() as db:
        found = db.execute(living_spaces(account_id).add_columns(epoch_now)).all()
        room = ANSWER_ROWS
        spaces, copied = [], {}
        for space, role, epoch in found:
            cursor = cursors.get(space.id)
            reset = cursor is not None and (cursor["epoch"] != epoch or cursor["seq"] > space.seq)
            after = 0 if cursor is None or reset else cursor["seq"]
            changes = read_page(registry, View(db, space, MemberRole(role), account_id), after, min(PAGE_ROWS, room))
            room -= changes.count
            if changes.count and role != MemberRole.YOUNG_PERSON:
                copied[space.id] = MemberRole(role)
            part = {"id": str(space.id), "epoch": epoch, "seq": changes.seq, "more": changes.more}
            spaces.append(part | ({"reset": True} if reset else {}) | {"changes": changes.rows})
        mine = {row[0].id for row in found}
    if copied:
        registry.note_copies(account_id, copied)
    return spaces, [str(space_id) for space_id in cursors if space_id not in mine]


def read_page(registry: Registry, view: View, after: int, room: int) -> Changes:
    """The changes of one space after a number: about `room` rows, never half of one number's rows."""
    last = view.space.seq
    if after == last or room <= 0:
        return Changes(after, after < last, {})
    window = Window(after, last, room + 1)
    rows = {name: registry.collections[name].read(view, window) for name in _touched(registry, view, window)}
    in_order = sorted(row["seq"] for part in rows.values() for row in part)
    if len(in_order) <= room:
        return Changes(last, False, _filled(rows))
    upto = in_order[room - 1]
    for name, part in rows.items():
        # Only a list that was cut exactly at `upto` may miss rows of that number: read it again, whole.
        if len(part) > room and part[-1]["seq"] == upto:
            rows[name] = registry.collections[name].read(view, Window(after, upto, None))
        else:
            rows[name] = [row for row in part if row["seq"] <= upto]
    return Changes(upto, upto < last, _filled(rows))


def _touched(registry: Registry, view: View, window: Window) -> list[str]:
    """The collections that may have something in the window, found out in one statement.

    Mostly one or two have, and asking each of them is what a sync's time goes to. A new device reads all there are.
    """
    if window.after == 0:
        return list(registry.collections)
    probe = registry.probe()
    values = {"space": view.space.id, "after": window.after, "upto": window.upto}
    changed = view.db.execute(probe, values).one()._mapping if probe is not None else {}
    return [name for name in registry.collections if changed.get(name, True)]


def _filled(rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    return {name: part for name, part in rows.items() if part}
