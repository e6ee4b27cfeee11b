"""One pack's folder, looked at by itself: a content folder made of it and of the base packs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .covers import BASE
from .library import read_packs
from .plain.vocabulary import NAME

COVER = "pack.yaml"


@dataclass(frozen=True)
class Gathered:
    """The content folder to read; `only` is the one pack that was asked about, or None for all of them."""

    folder: Path
    only: str | None = None

    def packs(self) -> list[str]:
        """The packs that were asked about."""
        return [self.only] if self.only else sorted(path.name for path in self.folder.iterdir() if path.is_dir())


@contextmanager
def content_of(folder: Path, home: Path) -> Iterator[Gathered]:
    """What to read for `folder`: itself; or, when it is one pack, that one over the base packs of `home`.

    The files are not copied, so that a change is seen at once.
    """
    folder = folder.resolve()
    if not (folder / COVER).is_file():
        yield Gathered(folder)
        return
    with tempfile.TemporaryDirectory(prefix="footing-pack-") as made:
        content = Path(made) / "content"
        content.mkdir()
        bases = [home / slug for slug, pack in read_packs(home).items() if pack.cover_says("state") == BASE]
        words = [home / NAME] if (home / NAME).is_file() else []
        for path in [*bases, *words]:
            if path.name != folder.name:
                (content / path.name).symlink_to(path.resolve())
        (content / folder.name).symlink_to(folder)
        yield Gathered(content, folder.name)
