"""`demo.json` in the data folder (mode 0600): when the demo was first loaded, and the secrets of its code apps."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

import pyotp

from ..core.clock import now, to_wire

NAME = "demo.json"


@dataclass(frozen=True)
class DemoFile:
    """`moment` is the first load's; `secrets` are by email; `ready` once everybody has been made."""

    moment: str
    secrets: dict[str, str]
    ready: bool = False

    @property
    def loaded_at(self) -> datetime:
        """The moment of the first load, from which all others are counted."""
        return datetime.fromisoformat(self.moment)


def read(folder: Path) -> DemoFile | None:
    """What was written down, or None when no demo was begun in this folder."""
    path = folder / NAME
    return DemoFile(**json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


def begin(folder: Path, emails: Iterable[str]) -> DemoFile:
    """Write a new file down before anyone is made, so that no secret is ever lost."""
    notes = DemoFile(to_wire(now()), {email: pyotp.random_base32() for email in emails})
    _write(folder, notes)
    return notes


def finish(folder: Path, notes: DemoFile) -> None:
    """Note that everybody has been made."""
    _write(folder, replace(notes, ready=True))


def _write(folder: Path, notes: DemoFile) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{NAME}.new"
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(asdict(notes), file, indent=2)
    unfinished.replace(folder / NAME)
