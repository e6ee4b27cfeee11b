"""What a notification, a text or an e-mail says. It names no person and no subject, whatever it is about."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..core.catalogues import RIGHT_TO_LEFT
from ..core.i18n import ENGLISH, Screens, bare, screens
from .letters import Letter
from .rules import PLAINEST, SAYS_KIND

PLAINNESS = (PLAINEST, SAYS_KIND)
# How many beginnings of pushes are kept for one round.
MANY = 2000
# The declarative form of a push, which Safari shows without a service worker, is known by this number (RFC 8030).
DECLARATIVE = 8030

_BY_KIND: dict[str, Callable[[Screens], str]] = {
    "review": lambda words: words.t("You have a meeting coming up"),
    "own_date": lambda words: words.t("You have a date coming up"),
    "milestone": lambda words: words.t("Something new for you"),
    "paper": lambda words: words.t("A paper runs out soon"),
    "agreement": lambda words: words.t("Something is due soon"),
    "news": lambda words: words.t("There is news about a meeting"),
    "message": lambda words: words.t("You have a message"),
    "export": lambda words: words.t("Something that you asked for is ready"),
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
        self._starts: dict[tuple[str, str, str, str], str] = {}
        self._screens: dict[str, Screens] = {}

    def of(self, kind: str, plainness: str, lang: str) -> Said:
        """The sentence for a kind of notice, as plain as the person wants it."""
        key = (kind, plainness, lang)
        if key not in self._said:
            self._said[key] = self._say(*key)
        return self._said[key]

    def payload(self, letter: Letter, tag: str) -> bytes:
        """The body of a push: for our service worker, and in the declarative form. The small one says the least."""
        key = (letter.kind, letter.plainness, letter.lang, letter.url)
        if letter.small:
            start = self._start(*key, small=True)
        elif key in self._starts:
            start = self._starts[key]
        else:
            start = self._start(*key, small=False)
            if len(self._starts) < MANY:
                self._starts[key] = start
        # A tag is letters and digits, and so is an id: nothing in them needs to be written in another way.
        rest = f'"tag":"{tag}"}},"id":"{letter.notice_id}","tag":"{tag}"}}'
        return (start + rest).encode()

    def _start(self, kind: str, plainness: str, lang: str, url: str, *, small: bool) -> str:
        """What is the same in many pushes: all of it up to the notification's tag."""
        said = self.of(kind, plainness, lang)
        body: dict[str, Any] = {"web_push": DECLARATIVE}
        shown: dict[str, Any] = {"title": said.text, "navigate": self.origin + url}
        if not small:
            body |= {"title": said.text, "url": url, "lang": said.lang}
            shown |= {"lang": said.lang, "dir": said.direction}
        body["notification"] = shown
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        return f"{text.removesuffix('}}')},"

    def _say(self, kind: str, plainness: str, lang: str) -> Said:
        words = self._screens.setdefault(lang, screens(lang))
        say = _BY_KIND.get(kind) if plainness == SAYS_KIND else None
        text = say(words) if say else words.t("You have a reminder")
        plain = bare(text)
        return Said(plain, lang if plain == text else ENGLISH)
