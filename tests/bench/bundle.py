"""How large each council's bundle is on the wire."""

from __future__ import annotations

from pathlib import Path

from webapp.content.bundles import ENDINGS, Bundles
from webapp.content.library import open_library


def bundle_sizes(content: Path, folder: Path) -> dict[str, dict[str, int]]:
    """Bytes by coding for each council and language; the files are made in `folder`."""
    bundles = Bundles(open_library(content), folder)
    return {
        f"{slug} {lang}": {coding: bundles.size(one, coding) for coding in ENDINGS}
        for slug, lang, one, _ in bundles.build()
    }
