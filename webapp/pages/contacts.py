"""Ways to reach somebody, as links."""

from __future__ import annotations

from typing import Any

from ..content.packs import Entry
from ..core.i18n import Screens
from .page import Line


def contact_lines(entry: Entry, words: Screens, *, notes: bool) -> list[Line]:
    """Each way to reach them, as a link that a phone can follow; with what is to know about it, or without."""
    return [Line(*_contact(one, words), note=one.get("note", "") if notes else "") for one in entry["contacts"]]


def _contact(one: dict[str, Any], words: Screens) -> tuple[str, str]:
    value = one["value"]
    digits = "".join(sign for sign in value if sign in "0123456789+")
    match one["type"]:
        case "call":
            return words.t("Call {number}", number=value), f"tel:{digits}"
        case "relay":
            return words.t("Text relay {number}", number=value), f"tel:{digits}"
        case "text":
            word = one.get("word")
            if word:
                return words.t("Text {word} to {number}", word=word, number=value), f"sms:{digits}"
            return words.t("Text {number}", number=value), f"sms:{digits}"
        case "email":
            return words.t("Email {address}", address=value), f"mailto:{value}"
        case _:
            return value.removeprefix("https://").removeprefix("www."), value
