"""What belongs in a person's copy of everything besides the collections that sync shows, whoever keeps it.

A feature that keeps more about a young person than its collections say adds a part; one that keeps files adds those.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, current_app
from sqlalchemy.orm import Session

from .models import Space

_EXTENSION = "footing-copies"
# Each takes the space and the young person's account, within a transaction that reads.
Part = Callable[[Session, Space, uuid.UUID], list[dict[str, Any]]]
Files = Callable[[Session, Space], Iterator["CopiedFile"]]


@dataclass(frozen=True)
class CopiedFile:
    """A file of the space: its id, the name that it was given (no path in it), and how to get its bytes."""

    id: uuid.UUID
    name: str
    read: Callable[[], bytes]


@dataclass
class Copied:
    """What the features of one app have added, by the name that it has in a copy."""

    parts: dict[str, Part] = field(default_factory=dict)
    files: list[Files] = field(default_factory=list)


def copied_of(app: Flask) -> Copied:
    """What is added to the copies of an app, made at the first call."""
    found: Copied = app.extensions.setdefault(_EXTENSION, Copied())
    return found


def get_copied() -> Copied:
    """What is added to the copies of the current app."""
    return copied_of(current_app)
