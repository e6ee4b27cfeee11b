"""The built front end on disk: which hashed file is which, and its compressed forms."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path

import brotli
from flask import current_app

COMPRESSED = (".js", ".css", ".json", ".webmanifest", ".svg", ".html", ".txt", ".map")


class NotBuilt(Exception):
    """The front end has not been built yet."""


@dataclass
class Built:
    """What `static/build.mjs` left in `folder`."""

    folder: Path
    _packed: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def entry(self, name: str) -> str:
        """The hashed file name of an entry such as `main.js`. Raises `NotBuilt`."""
        manifest = self.folder / "manifest.json"
        if not manifest.is_file():
            raise NotBuilt(f"{manifest} is not there: run bin/run, which builds the front end.")
        names: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))
        return names[name]

    def file(self, name: str) -> Path | None:
        """The path of a built file, or None when there is none of that name inside the folder."""
        try:
            path = (self.folder / name).resolve()
            return path if path.is_relative_to(self.folder.resolve()) and path.is_file() else None
        except (OSError, ValueError):
            # A name that no file can have: too long, or with a zero byte in it.
            return None

    def packed(self, path: Path, encoding: str) -> bytes:
        """The file compressed as `br` or `gzip`: as the build packed it, or made once for each process and kept."""
        key = (f"{path}:{path.stat().st_mtime_ns}", encoding)
        if key not in self._packed:
            self._packed[key] = _pack(path, encoding)
        return self._packed[key]


def _pack(path: Path, encoding: str) -> bytes:
    if encoding == "gzip":
        return gzip.compress(path.read_bytes(), 9)
    # The build packs what carries a hash in its name, and that never changes.
    beside = path.with_name(f"{path.name}.br")
    return beside.read_bytes() if beside.is_file() else brotli.compress(path.read_bytes(), quality=9)


def get_built() -> Built:
    """The built front end of the current app."""
    found: Built = current_app.extensions.setdefault(
        "footing-built", Built(current_app.extensions["footing-settings"].static_dir)
    )
    return found
