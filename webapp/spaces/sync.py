"""What a device hears about the space itself: the collection `profile`, one row."""

from __future__ import annotations

from flask import Flask

from ..sync.registry import Collection, Row, View, Window, registry_of
from .names import names_in


def read_profile(view: View, window: Window) -> list[Row]:
    """The space's row if it changed within the window: who it is about, which council answers, who the adviser is."""
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
            "adviser": {"name": names.adviser} if names.adviser else None,
        }
    ]


def register(app: Flask) -> None:
    """Hand the collection to the sync of this app."""
    registry_of(app).add_collection(Collection("profile", read_profile))
