"""Makes plain text of what a feed holds: no HTML, no Markdown links, no characters that hide or turn round text."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

# Text inside these is for machines.
SILENT = ("script", "style", "template", "iframe", "object", "svg", "math", "noscript")
BLOCKS = (
    "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "section", "hr",
    "article", "blockquote", "dt", "dd", "pre",
)  # fmt: skip
MARKUP = re.compile(r"<[a-zA-Z/!?]|&[#a-zA-Z][a-zA-Z0-9]{0,30};")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*|[!?/])")
MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
SCRIPT_LINK = re.compile(r"\b(?:javascript|vbscript):\S*", re.IGNORECASE)
# Marks that turn round the text after them, and the byte order mark.
TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
# Whoever hides HTML in escaped HTML gets this many turns; what is left of its angles is then taken away.
TURNS = 4
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def paragraphs(text: str) -> tuple[list[str], bool]:
    """The paragraphs of a text as plain words, and whether there was markup in it."""
    # What hides goes first: without it, what is left and right of it could be read together as a tag.
    text = "".join(letter for letter in text if letter.isspace() or not _hides(letter))
    plain = _without_markup(text)
    found = [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", plain)]
    return [words for words in found if words], plain != text


def line(text: str) -> str:
    """A text as one plain line."""
    return " ".join(paragraphs(text)[0])


def shortened(text: str, most: int) -> str | None:
    """As many whole sentences from the start as fit into `most` characters; None when not even the first does."""
    if len(text) <= most:
        return text
    kept = ""
    for sentence in SENTENCE_END.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > most:
            break
        kept = longer
    return kept or None


def _without_markup(text: str) -> str:
    for _ in range(TURNS):
        before = text
        if MARKUP.search(text):
            text = _without_tags(text)
        text = SCRIPT_LINK.sub("", MARKDOWN_LINK.sub(r"\1", text))
        if text == before:
            return text
    return SCRIPT_LINK.sub("", text.replace("<", " "))


def _without_tags(text: str) -> str:
    """One turn: tags and comments gone, blocks apart, entities as letters. Each letter is looked at once.

    The standard library's parser looks again and again at what is left open, which a hostile text can make last.
    """
    parts: list[str] = []
    at = 0
    while (start := text.find("<", at)) >= 0:
        parts.append(text[at:start])
        tag = TAG.match(text, start)
        end = text.find("-->" if text.startswith("<!--", start) else ">", start + 1)
        if tag is None:
            parts.append("<")
            at = start + 1
        elif end < 0:
            # Nothing after this is closed, so none of it is a tag.
            parts.append(text[start:].replace("<", " "))
            at = len(text)
        else:
            name = tag[2].lower()
            parts.append("\n\n" if name in BLOCKS else "")
            at = _after_silent(text, name, end) if name in SILENT and not tag[1] else text.index(">", end) + 1
    return unescape("".join([*parts, text[at:]]))


def _after_silent(text: str, name: str, start: int) -> int:
    """Where the text goes on after an element that is for machines: nowhere, when it is never closed."""
    closing = re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE).search(text, start)
    return closing.end() if closing else len(text)


def _hides(letter: str) -> bool:
    """Control characters, halves of a pair, letters without a meaning, and marks that turn text round."""
    return letter in TURNING or unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn")
