"""Which catalogues say a council's content in a language: its own, and under it that of its base."""

from __future__ import annotations

from pathlib import Path

from ...core.catalogues import catalogue_path, read_catalogue
from ..library import Council
from .saying import Find


def finder(translations: Path, council: Council, lang: str) -> tuple[Find, bool]:
    """How a council's texts are said in a language, its own words before its base's; and whether all are checked."""
    names = [council.slug, *([council.extends] if council.extends else [])]
    catalogues = [read_catalogue(catalogue_path(translations, lang, name)) for name in names]

    def find(context: str, text: str) -> str | None:
        return next((one.texts[context, text] for one in catalogues if (context, text) in one.texts), None)

    return find, all(one.checked for one in catalogues)
