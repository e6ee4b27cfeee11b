"""How large each council's bundle is on the wire."""

from __future__ import annotations

from pathlib import Path

from webapp.content.bundles import ENDINGS, Bundles
from webapp.content.inputs import Inputs
from webapp.content.languages.speaking import Speaker
from webapp.content.library import open_library
from webapp.core.clock import now
from webapp.settings import ROOT


def bundle_sizes(content: Path, folder: Path) -> dict[str, dict[str, int]]:
    """Bytes by coding for each council and language; the files are made in `folder`."""
    library = open_library(content)
    speaker = Speaker(library, ROOT / "translations")
    bundles = Bundles(library, speaker, Inputs(content, ROOT / "translations", now().year), folder)
    return {
        f"{slug} {lang}": {coding: len(bundles.read(slug, lang, coding)) for coding in ENDINGS}
        for slug, lang, _, _ in bundles.build()
    }
