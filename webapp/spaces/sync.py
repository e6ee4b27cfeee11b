"""What a device hears about the space itself: the collection `profile`, one row."""

from __future__ import annotations

from typing import Any

from flask import Flask

from ..core.clock import to_wire
from ..sync.registry import Collection, Row, View, Window, registry_of
from .names import Covering, covering_in, names_in


def read_profile(view: View, window: Window) -> list[Row]:
    """The space's row if it changed within the window: who it is about, which council answers, who the adviser is.

    `cover` is who covers for them, now and later: each from `since` until just before `until`. `mine`: it is the reader
    themself; colleagues may have one name.
    """
    space = view.space
    if not window.after < space.profile_seq <= window.upto:
        return []
    names = names_in(view.db, space.id)
    return [
        {
            "id": str(space.id),
            "seq": space.profile_seq,
            "name": names.name,
            "sign_in_name": names.sign_in_name,
            "birthday": space.birthday.isoformat(),
            "council": space.council,
            "home_council": space.home_council,
            "adviser": {"name": names.adviser, "mine": names.adviser_id == view.account_id} if names.adviser else None,
            "cover": [_cover(view, one) for one in covering_in(view.db, space.id)],
        }
    ]


def _cover(view: View, one: Covering) -> dict[str, Any]:
    return {
        "name": one.name,
        "mine": one.account_id == view.account_id,
        "since": to_wire(one.since),
        "until": to_wire(one.until) if one.until else None,
    }


def register(app: Flask) -> None:
    """Hand the collection to the sync of this app."""
    registry_of(app).add_collection(Collection("profile", read_profile))
