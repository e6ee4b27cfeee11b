"""Public files that are written whole or not at all: another process may be reading or writing them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# The server may run as another user than the one who writes.
PUBLIC_MODE = 0o644


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in its place in one step. Raises `OSError`, and then leaves what was there before."""
    # The name starts with a dot, so that a reader of the folder passes over it.
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".making-", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), PUBLIC_MODE)
            os.replace(file.name, path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
