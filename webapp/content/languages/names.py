"""What each language calls itself: a reader looks for their own word."""

from __future__ import annotations

from babel import Locale

# One text for readers of both.
_OWN = {"fa": "فارسی / دری"}


def own_name(lang: str) -> str:
    """The name of a language in that language."""
    return _OWN.get(lang) or str(Locale.parse(lang).get_display_name())
