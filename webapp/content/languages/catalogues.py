"""Which catalogues say a council's content in a language: its own, and under it that of its base."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...core.catalogues import RIGHT_TO_LEFT, Catalogue, catalogue_path, read_catalogue
from ..library import Council


@dataclass(frozen=True)
class Finder:
    """Finds a council's texts in a language: its own words before its base's. `checked` when people have read all."""

    catalogues: tuple[Catalogue, ...]
    right_to_left: bool

    @property
    def checked(self) -> bool:
        """Whether no catalogue is a draft."""
        return all(one.checked for one in self.catalogues)

    def __call__(self, context: str, text: str) -> str | None:
        """The translation of a text, or None."""
        return next((one.texts[context, text] for one in self.catalogues if (context, text) in one.texts), None)


def finder(translations: Path, council: Council, lang: str) -> Finder:
    """How a council's texts are said in a language."""
    names = [council.slug, *([council.extends] if council.extends else [])]
    found = tuple(read_catalogue(catalogue_path(translations, lang, name)) for name in names)
    return Finder(found, lang in RIGHT_TO_LEFT)
