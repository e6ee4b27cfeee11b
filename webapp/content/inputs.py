"""What a bundle is made of, as a fingerprint: as long as it is the same, the bundle that was made stays right."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from pathlib import Path

from ..core.catalogues import catalogue_path
from .languages import FALLBACK
from .library import Council

# What content is made into is written there, and how its marks and its days look in the core.
_CODE = (Path(__file__).parent, Path(__file__).parent.parent / "core")
LETTERS = 32


class Inputs:
    """The files of a content folder and of its translations, each read once; and the year, for the bank holidays."""

    def __init__(self, content: Path, translations: Path, year: int) -> None:
        self._content = content
        self._translations = translations
        self._year = year
        self._folder = functools.cache(_folder)
        self._file = functools.cache(_file)

    def fingerprint(self, council: Council, lang: str) -> str:
        """Changes with anything that a council's bundle in a language is made of, and with the code that makes it."""
        packs = [council.slug, *([council.extends] if council.extends else [])]
        parts = [council.slug, lang, str(self._year), _code()]
        for pack in packs:
            parts.append(self._folder(self._content / pack))
            if lang != FALLBACK:
                parts.append(self._file(catalogue_path(self._translations, lang, pack)))
        return _digest(part.encode() for part in parts)


def catalogues_fingerprint(paths: Iterable[Path]) -> str:
    """Changes with anything that stands in these catalogues, and with the code that checks them."""
    found = (part for path in paths if path.is_file() for part in (str(path).encode(), path.read_bytes()))
    return _digest([_code().encode(), *found])


def code_files() -> list[Path]:
    """Every file of the code that makes bundles and checks what goes into them."""
    return [path for folder in _CODE for path in sorted(folder.rglob("*.py"))]


@functools.cache
def _code() -> str:
    return _digest(part for path in code_files() for part in (str(path).encode(), path.read_bytes()))


def _folder(folder: Path) -> str:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return _digest(part for path in files for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes()))


def _file(path: Path) -> str:
    return _digest([path.read_bytes()]) if path.is_file() else ""


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        # The length keeps two parts from being read as one.
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()[:LETTERS]
