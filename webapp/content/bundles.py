"""Bundles: all that one council's app needs, in one language, as one compact JSON named by its hash.

The compressed files are made once, by `flask content build` or when first asked for, and kept by hash in the data
folder; a later start finds them there.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli
from flask import Flask, current_app

from ..core.clock import now
from ..core.working_days import england_bank_holidays, london_day
from .languages import LANGUAGES
from .library import Council, Library

_EXTENSION = "footing-bundles"
HASH_LETTERS = 16
PUBLIC_MODE = 0o644
BROTLI_QUALITY = 11
GZIP_LEVEL = 9
# How the files of one bundle end, by the content coding that they are served with.
ENDINGS = {"br": ".json.br", "gzip": ".json.gz", "identity": ".json"}


@dataclass(frozen=True)
class Bundle:
    """One council's content in one language. `hash` names exactly these bytes."""

    hash: str
    data: bytes


class Bundles:
    """All bundles, by council and language, and the folder where their files are."""

    def __init__(self, library: Library, folder: Path) -> None:
        self._folder = folder
        self._bundles = {
            (council.slug, lang): bundle(council, lang) for council in library.councils() for lang in LANGUAGES
        }

    def find(self, slug: str, lang: str) -> Bundle:
        """The bundle of a council. Raises `KeyError` when there is no such council or language."""
        return self._bundles[slug, lang]

    def read(self, one: Bundle, coding: str) -> bytes:
        """The bundle's bytes in a content coding (`br`, `gzip`, `identity`); its files are made if one is missing."""
        path = self._path(one, coding)
        if not path.is_file():
            self.make(one)
        return path.read_bytes()

    def build(self) -> list[tuple[str, str, Bundle, bool]]:
        """Make the files that are missing: for each bundle its council, language, and whether it was made now."""
        return [(slug, lang, one, self._made_now(one)) for (slug, lang), one in self._bundles.items()]

    def size(self, one: Bundle, coding: str) -> int:
        """How many bytes travel in this coding."""
        return len(self.read(one, coding))

    def make(self, one: Bundle) -> None:
        """Write the three files of a bundle, each whole or not at all: another process may be reading or writing."""
        self._folder.mkdir(parents=True, exist_ok=True)
        _write(self._path(one, "identity"), one.data)
        _write(self._path(one, "gzip"), gzip.compress(one.data, GZIP_LEVEL, mtime=0))
        _write(self._path(one, "br"), brotli.compress(one.data, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY))

    def _made_now(self, one: Bundle) -> bool:
        if all(self._path(one, coding).is_file() for coding in ENDINGS):
            return False
        self.make(one)
        return True

    def _path(self, one: Bundle, coding: str) -> Path:
        return self._folder / (one.hash + ENDINGS[coding])


def bundle(council: Council, lang: str) -> Bundle:
    """Write a council's bundle. The hash is of the bytes without the `hash` member, which is then added."""
    content = {
        "council": {**council.cover, "answer_days": council.answer_days},
        "lang": lang,
        "entitlements": council.entitlements,
        "offer": council.offer,
        "pledge": council.pledge,
        "passport": {"areas": council.areas, "papers": council.papers, "reviews": council.reviews},
        "help": council.help,
        "contacts": council.contacts,
        "status": {
            "statuses": council.statuses,
            "rules": council.status_rules,
            "flags": council.status_flags,
        },
        "challenges": council.challenges,
        "glossary": council.glossary,
        "bank_holidays": _bank_holidays(),
    }
    digest = hashlib.sha256(compact(content)).hexdigest()[:HASH_LETTERS]
    return Bundle(digest, compact({**content, "hash": digest}))


def compact(content: Any) -> bytes:
    """JSON without spaces, in UTF-8; the same content always gives the same bytes."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _bank_holidays() -> list[str]:
    """England's, from last year to two years ahead: a phone counts working days of old and coming answers offline."""
    year = london_day(now()).year
    return [day.isoformat() for day in sorted(england_bank_holidays(range(year - 1, year + 3)))]


def _write(path: Path, data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".making-", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            # Public content: the server may run as another user than the one who builds.
            os.fchmod(file.fileno(), PUBLIC_MODE)
            os.replace(file.name, path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def install(app: Flask, library: Library, folder: Path) -> None:
    """Work out the bundles of a library and hang them on the app; makes no file yet."""
    app.extensions[_EXTENSION] = Bundles(library, folder)


def get_bundles() -> Bundles:
    """The bundles of the current app."""
    bundles: Bundles = current_app.extensions[_EXTENSION]
    return bundles
