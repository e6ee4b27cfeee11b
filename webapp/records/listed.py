"""The list of erasures beside the database: a file in the data folder, for the day on which the database is lost.

An old backup still holds what was erased since. Whoever restores it erases that again, by this list and by what the
live database knows. A line is added after the erasure is committed; the worker adds what a killed process did not.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..core.clock import to_wire
from .kinds import remove
from .models import Erasure

NAME = "erased.jsonl"


@dataclass(frozen=True)
class Erased:
    """One line: the row of the table `erasure`."""

    id: uuid.UUID
    space_id: uuid.UUID
    kind: str
    at: datetime
    by_account: uuid.UUID | None
    by_role: str
    why: str

    @classmethod
    def of(cls, row: Erasure) -> Erased:
        """What the table says."""
        return cls(row.id, row.space_id, row.kind, row.at, row.by_account, row.by_role, row.why)

    @classmethod
    def read(cls, line: str) -> Erased:
        """What a line says. Raises `ValueError` or `KeyError` for one that was never finished."""
        said = json.loads(line)
        by = said["by"] and uuid.UUID(said["by"])
        at = datetime.fromisoformat(said["at"])
        return cls(uuid.UUID(said["id"]), uuid.UUID(said["space"]), said["kind"], at, by, said["role"], said["why"])

    def line(self) -> str:
        """How it stands in the file."""
        said = {"id": str(self.id), "space": str(self.space_id), "kind": self.kind, "at": to_wire(self.at)}
        said |= {"by": self.by_account and str(self.by_account), "role": self.by_role, "why": self.why}  # type: ignore[dict-item]
        return json.dumps(said) + "\n"


def read_list(folder: Path) -> list[Erased]:
    """Every line of the file that can be read; none when there is no file."""
    path = folder / NAME
    found = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else []:
        try:
            found.append(Erased.read(line))
        except (ValueError, KeyError, TypeError, AttributeError):
            # A machine went out in the middle of a line. The table has it, and it is written again.
            continue
    return found


def read_table(db: Session) -> list[Erased]:
    """What the database knows."""
    return [Erased.of(row) for row in db.scalars(select(Erasure).order_by(Erasure.at, Erasure.id))]


def add_missing(folder: Path, known: Iterable[Erased]) -> None:
    """Add to the file what it lacks of what is known. Raises `OSError` when it cannot be written."""
    there = {erased.id for erased in read_list(folder)}
    lines = [erased.line() for erased in known if erased.id not in there]
    if not lines:
        return
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        # After a line that was never finished, ours would be lost with it.
        file.seek(0, os.SEEK_END)
        torn = file.tell() > 0 and os.pread(file.fileno(), 1, file.tell() - 1) != b"\n"
        file.write((("\n" if torn else "") + "".join(lines)).encode())
        file.flush()
        os.fsync(file.fileno())


def replay(db: Session, erased: Iterable[Erased]) -> None:
    """Erase again, in restored data, what it does not know to be erased, and let it know."""
    known = set(db.scalars(select(Erasure.id)))
    for one in {one.id: one for one in erased if one.id not in known}.values():
        remove(db, one.space_id, one.kind)
        db.add(Erasure(**vars(one)))
