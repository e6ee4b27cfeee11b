"""What a notification, a text or an e-mail says. It names no person and no subject, whatever it is about."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..core.catalogues import RIGHT_TO_LEFT
from ..core.i18n import ENGLISH, Screens, bare, screens
from .letters import Letter

PLAINEST, SAYS_KIND = "plainest", "says_kind"
PLAINNESS = (PLAINEST, SAYS_KIND)
# The declarative form of a push, which Safari shows without a service worker, is known by this number (RFC 8030).
DECLARATIVE = 8030

_BY_KIND: dict[str, Callable[[Screens], str]] = {
    "review": lambda words: words.t("You have a meeting coming up"),
    "own_date": lambda words: words.t("You have a date coming up"),
    "milestone": lambda words: words.t("Something new for you"),
    "paper": lambda words: words.t("A paper runs out soon"),
    "agreement": lambda words: words.t("Something is due soon"),
    "message": lambda words: words.t("You have a message"),
}


@dataclass(frozen=True)
class Said:
    """One sentence, and the language that it is really in."""

    text: str
    lang: str

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return "rtl" if self.lang in RIGHT_TO_LEFT else "ltr"


class Sentences:
    """The sentences of one round of sending; each is looked up once."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self._said: dict[tuple[str, str, str], Said] = {}
        self._screens: dict[str, Screens] = {}

    def of(self, kind: str, plainness: str, lang: str) -> Said:
        """The sentence for a kind of notice, as plain as the person wants it."""
        key = (kind, plainness, lang)
        if key not in self._said:
            self._said[key] = self._say(*key)
        return self._said[key]

    def payload(self, letter: Letter, tag: str) -> bytes:
        """The body of a push: for our service worker, and in the declarative form. The small one says the least."""
        said = self.of(letter.kind, letter.plainness, letter.lang)
        link = self.origin + letter.url
        shown: dict[str, Any] = {"title": said.text, "navigate": link}
        body: dict[str, Any] = {"web_push": DECLARATIVE, "notification": shown}
        if not letter.small:
            shown |= {"tag": tag, "lang": said.lang, "dir": said.direction}
            body |= {"title": said.text, "url": letter.url, "lang": said.lang}
        body |= {"id": str(letter.notice_id), "tag": tag}
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()

    def _say(self, kind: str, plainness: str, lang: str) -> Said:
        words = self._screens.setdefault(lang, screens(lang))
        say = _BY_KIND.get(kind) if plainness == SAYS_KIND else None
        text = say(words) if say else words.t("You have a reminder")
        plain = bare(text)
        return Said(plain, lang if plain == text else ENGLISH)
