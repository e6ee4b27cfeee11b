"""What a page without JavaScript is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from ..content.languages import FALLBACK
from ..content.library import Council


@dataclass(frozen=True)
class Place:
    """Whose content, and in which language: what the query of an address says. England and English go unsaid."""

    council: Council
    lang: str

    def href(self, path: str, lang: str | None = None) -> str:
        """The address of a path, for the same council; in the same language, or in another."""
        lang = lang or self.lang
        asked = {}
        if self.council.extends is not None:
            asked["council"] = self.council.slug
        if lang != FALLBACK:
            asked["lang"] = lang
        return f"{path}?{urlencode(asked)}" if asked else path


@dataclass(frozen=True)
class Line:
    """A line of a list: a text, perhaps a link, perhaps something under it, perhaps more links."""

    text: str
    href: str = ""
    note: str = ""
    more: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of a page under its own heading."""

    title: str = ""
    texts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """One page. `data` is what schema.org calls it; `entry` the entry whose sources are named at its foot."""

    title: str
    description: str
    sections: list[Section]
    parent: Line | None = None
    tag: str = ""
    data: dict[str, Any] | None = None
    entry: dict[str, Any] | None = None
