"""The languages that content is written in."""

from __future__ import annotations

# Those that many care leavers in England who came alone as children read; users' facts, section 2.
LANGUAGES = ("en", "ar", "ps", "fa", "ckb", "ti", "sq", "vi")
FALLBACK = "en"


def language(asked: str | None) -> str:
    """The language to answer in: the one asked for, or English when we do not have it. The answer names it."""
    return asked if asked in LANGUAGES else FALLBACK
