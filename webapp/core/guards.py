"""Who may call a route. Each route names exactly one guard; a test walks them all and fails when one names none.

`@public` is for anyone. `@signed_in()` is for any live session, `@signed_in(Role.MANAGER)` for one role. Access to a
young person's rows is decided by the door in `spaces/access.py`, after the guard.
"""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask import g

from .errors import ErrorCode, Problem

View = Callable[..., Any]


class Role(StrEnum):
    """What an account is. A manager manages one council."""

    YOUNG_PERSON = "young_person"
    ADVISER = "adviser"
    MANAGER = "manager"


STAFF = (Role.ADVISER, Role.MANAGER)


@dataclass(frozen=True)
class SignedIn:
    """The session behind a request."""

    account_id: uuid.UUID
    role: Role
    council: str
    session_id: uuid.UUID
    name: str


def current() -> SignedIn:
    """The session of this request. Raises `Problem(NOT_SIGNED_IN)` when there is none."""
    who: SignedIn | None = g.get("signed_in")
    if who is None:
        raise Problem(ErrorCode.NOT_SIGNED_IN)
    return who


def set_loader(load: Callable[[], SignedIn | None]) -> None:
    """`people` says how the session is found; `core` knows no tables."""
    _loader.clear()
    _loader.append(load)


_loader: list[Callable[[], SignedIn | None]] = []


def public(view: View) -> View:
    """Anyone, signed in or not; no session is looked up."""
    view.guard = "public"  # type: ignore[attr-defined]
    return view


def signed_in(*roles: Role) -> Callable[[View], View]:
    """A live session, and one of `roles` if any are named; otherwise 401, or 404 as if the page did not exist."""

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            g.signed_in = _loader[0]() if _loader else None
            who = current()
            if roles and who.role not in roles:
                raise Problem(ErrorCode.NOT_FOUND)
            return view(*args, **kwargs)

        guarded.guard = "signed_in:" + ",".join(roles)  # type: ignore[attr-defined]
        return guarded

    return wrap
