"""The file of a copy, written straight into sealed pieces: no byte of it ever lies open anywhere."""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, select

from ..core.crypto import SealBroken, get_crypto
from ..core.db import Database
from .models import Export, ExportPart

PIECE = 256 * 1024


class Lost(Exception):
    """Another worker has taken this copy over, or it was erased."""


class SealedFile(io.RawIOBase):
    """A file that can only be written, from its beginning to its end; `close` it, then ask for its size and hash."""

    def __init__(self, put: Callable[[int, bytes], None]) -> None:
        super().__init__()
        self._put, self._waiting, self._number = put, bytearray(), 0
        self._hash = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        """The hash of all that was written, in hexadecimal."""
        return self._hash.hexdigest()

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.size

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._hash.update(piece)
        self._waiting += piece
        self.size += len(piece)
        while len(self._waiting) >= PIECE:
            self._put_first(PIECE)
        return len(piece)

    def close(self) -> None:
        if not self.closed and self._waiting:
            self._put_first(len(self._waiting))
        super().close()

    def _put_first(self, count: int) -> None:
        self._put(self._number, bytes(self._waiting[:count]))
        del self._waiting[:count]
        self._number += 1


def putter(
    database: Database, wrapped_key: bytes, export_id: uuid.UUID, claim: uuid.UUID
) -> Callable[[int, bytes], None]:
    """What puts a piece into the table, while the copy is still ours. Raises `Lost`."""

    def put(number: int, data: bytes) -> None:
        sealed = get_crypto().seal_bytes(wrapped_key, place(export_id, number), data)
        with database.write() as db:
            mine = Export.id == export_id, Export.claim == claim
            if db.scalar(select(Export.id).where(*mine).with_for_update()) is None:
                raise Lost
            db.add(ExportPart(export_id=export_id, number=number, sealed=sealed))

    return put


def pieces(database: Database, wrapped_key: bytes, export_id: uuid.UUID) -> Iterator[bytes]:
    """The file again, piece by piece, each in a transaction of its own: a slow phone must hold none open.

    Raises `SealBroken` for a piece that was changed, moved or is missing.
    """
    mine = ExportPart.export_id == export_id
    with database.read() as db:
        count = db.scalar(select(func.count()).where(mine)) or 0
    for number in range(count):
        with database.read() as db:
            sealed = db.scalar(select(ExportPart.sealed).where(mine, ExportPart.number == number))
        if sealed is None:
            raise SealBroken("a piece of a copy is missing")
        yield get_crypto().open_bytes(wrapped_key, place(export_id, number), sealed)


def place(export_id: uuid.UUID, number: int) -> str:
    """Where a piece stands: it opens nowhere else."""
    return f"export_part.sealed:{export_id}/{number}"
