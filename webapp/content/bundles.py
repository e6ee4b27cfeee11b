"""Bundles: all that one council's app needs, in one language, as one compact JSON named by its hash.

The compressed files are made once, by `flask content build` or when first asked for, and kept by hash in the data
folder; a later start finds them there.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
from flask import Flask, current_app

from ..core.clock import now
from ..core.files import write_whole
from ..core.working_days import england_bank_holidays, london_day
from .inputs import Inputs
from .languages import LANGUAGES
from .languages.speaking import Speaker
from .library import Council, Library

_EXTENSION = "footing-bundles"
HASH_LETTERS = 16
BROTLI_QUALITY = 11
GZIP_LEVEL = 9
# How the files of one bundle end, by the content coding that they are served with.
ENDINGS = {"br": ".json.br", "gzip": ".json.gz", "identity": ".json"}


NOTE = "made-of-"
# What was worked out in this process, by fingerprint: a second app on the same content works nothing out.
_worked_out: dict[str, str] = {}


class Bundles:
    """All bundles, by council and language, and the folder where their files are.

    Beside them a small file for each fingerprint of what a bundle is made of holds its hash, so that a start on built
    content writes no bundle again.
    """

    def __init__(self, library: Library, speaker: Speaker, inputs: Inputs, folder: Path) -> None:
        self._library = library
        self._speaker = speaker
        self._inputs = inputs
        self.folder = folder
        self._hashes: dict[tuple[str, str], str] = {}

    def find(self, slug: str, lang: str) -> str:
        """The hash of a council's bundle. Raises `KeyError` when there is no such council or language."""
        if (slug, lang) not in self._hashes:
            self._hashes[slug, lang] = self._find(self._library.council(slug), lang)
        return self._hashes[slug, lang]

    def read(self, slug: str, lang: str, coding: str) -> bytes:
        """A bundle's bytes in a content coding (`br`, `gzip`, `identity`); its files are made if one is missing."""
        path = self._path(self.find(slug, lang), coding)
        if not path.is_file():
            self._make(slug, lang)
        return path.read_bytes()

    def build(self) -> Iterator[tuple[str, str, str, bool]]:
        """Make the files that are missing: for each bundle its council, language, hash, and whether it was made now."""
        for council in self._library.councils():
            for lang in LANGUAGES:
                hash_ = self.find(council.slug, lang)
                missing = not all(self._path(hash_, coding).is_file() for coding in ENDINGS)
                if missing:
                    self._make(council.slug, lang)
                yield council.slug, lang, hash_, missing

    def _find(self, council: Council, lang: str) -> str:
        if lang not in LANGUAGES:
            raise KeyError(lang)
        fingerprint = self._inputs.fingerprint(council, lang)
        note = self.folder / f"{NOTE}{fingerprint}"
        if fingerprint not in _worked_out:
            _worked_out[fingerprint] = note.read_text("ascii") if note.is_file() else self._bundle(council, lang)[0]
        # Written also for what this process knew already: the next one, on the same folder, works nothing out.
        # A disk that is full must not stop the answer.
        with contextlib.suppress(OSError):
            self._note(council, lang, _worked_out[fingerprint])
        return _worked_out[fingerprint]

    def _bundle(self, council: Council, lang: str) -> tuple[str, bytes]:
        return bundle(self._speaker.say(council, lang), lang, draft=self._speaker.draft(council, lang))

    def _make(self, slug: str, lang: str) -> None:
        """Write the three files of a bundle, each whole or not at all: another process may be reading or writing."""
        council = self._library.council(slug)
        hash_, data = self._bundle(council, lang)
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._path(hash_, "identity"), data)
        write_whole(self._path(hash_, "gzip"), gzip.compress(data, GZIP_LEVEL, mtime=0))
        write_whole(self._path(hash_, "br"), brotli.compress(data, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY))

    def _note(self, council: Council, lang: str, hash_: str) -> None:
        note = self.folder / f"{NOTE}{self._inputs.fingerprint(council, lang)}"
        if not note.is_file():
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(note, hash_.encode("ascii"))

    def _path(self, hash_: str, coding: str) -> Path:
        return self.folder / (hash_ + ENDINGS[coding])


def bundle(council: Council, lang: str, *, draft: bool) -> tuple[str, bytes]:
    """A council's bundle and its hash, which is of the bytes without the `hash` member that is then added."""
    content = {
        "council": {**council.cover, "answer_days": council.answer_days},
        "lang": lang,
        "draft": draft,
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
    return digest, compact({**content, "hash": digest})


def compact(content: Any) -> bytes:
    """JSON without spaces, in UTF-8; the same content always gives the same bytes."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _bank_holidays() -> list[str]:
    """England's, from last year to two years ahead: a phone counts working days of old and coming answers offline."""
    year = london_day(now()).year
    return [day.isoformat() for day in sorted(england_bank_holidays(range(year - 1, year + 3)))]


def install(app: Flask, bundles: Bundles) -> None:
    """Hang the bundles on the app."""
    app.extensions[_EXTENSION] = bundles


def get_bundles() -> Bundles:
    """The bundles of the current app."""
    bundles: Bundles = current_app.extensions[_EXTENSION]
    return bundles
