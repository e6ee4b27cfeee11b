"""Pure decisions about people: how codes and names are read, how tries slow down, what a pass phrase must be.

Imports nothing of the app but how ages are counted, so that every rule can be read and tested by itself.
"""

from __future__ import annotations

import ipaddress
import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ..core.ages import age_on

# Crockford's base 32: no I, L, O or U, so that a code read aloud or copied by hand stays the same code.
CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})

PASS_PHRASE_MIN = 10
PASS_PHRASE_MAX = 200
_MIN_DIFFERENT_LETTERS = 4

WINDOW = timedelta(minutes=15)
LONGEST_WAIT = 60
YOUNGEST, OLDEST = 13, 29


def sign_in_key(typed: str) -> str:
    """A sign-in name or email as typed, in the one form in which names are looked up.

    An email keeps its marks; of a sign-in name only letters and digits count, so `Maple Otter 42` is `maple-otter-42`.
    """
    text = unicodedata.normalize("NFKC", typed).casefold().strip()
    return text if "@" in text else re.sub(r"[\W_]+", "", text)


def read_code(typed: str) -> str:
    """A one-time code as typed, with case, spaces, hyphens and the usual misreadings forgiven."""
    plain = re.sub(r"[\s\-\u2010-\u2015_.]+", "", unicodedata.normalize("NFKC", typed))
    return plain.upper().translate(_MISREAD)


def show_code(code: str, group: int = 4) -> str:
    """A code in groups, as people copy it: `ABCD-EFGH-JKMN`."""
    return "-".join(code[start : start + group] for start in range(0, len(code), group))


def squeeze(text: str) -> str:
    """A pass phrase in the form in which common ones are compared: case, width and spaces do not count."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).casefold())


def pass_phrase_trouble(phrase: str, *, common: frozenset[str], not_these: Sequence[str] = ()) -> str | None:
    """Why a pass phrase cannot be taken, as a plain sentence; None when it is good.

    `common` holds squeezed phrases that many people use; `not_these` are the person's own sign-in name and email.
    """
    length = len(unicodedata.normalize("NFKC", phrase))
    if length < PASS_PHRASE_MIN:
        return f"Make it longer: {PASS_PHRASE_MIN} letters or more. Three or four words work well."
    if length > PASS_PHRASE_MAX:
        return f"Make it shorter: {PASS_PHRASE_MAX} letters at most."
    squeezed = squeeze(phrase)
    if len(set(squeezed)) < _MIN_DIFFERENT_LETTERS or squeezed in common:
        return "Many people use this one, so it is easy to guess. Try three or four words of your own."
    if sign_in_key(phrase) in {sign_in_key(name) for name in not_these}:
        return "Pick something that is not your sign-in name."
    return None


def seconds_to_wait(failures: Sequence[datetime], now: datetime, free: int) -> int:
    """How many seconds until the next try, 0 for none. Never a lock: at most a minute.

    `free` failures within a quarter of an hour cost nothing; then the wait after each doubles: 2, 4, 8 … 60 seconds.
    """
    recent = [moment for moment in failures if moment > now - WINDOW]
    if len(recent) < free:
        return 0
    delay = min(2 ** min(len(recent) - free + 1, 10), LONGEST_WAIT)
    left = (max(recent) + timedelta(seconds=delay) - now).total_seconds()
    return max(0, math.ceil(left))


def network_of(address: str) -> str:
    """The part of an address that one household or phone keeps: all of IPv4, the first 64 bits of IPv6."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def birthday_trouble(birthday: date, today: date) -> str | None:
    """A sentence when a birthday is likely a slip of the hand; None otherwise. Support in law ends at 25."""
    if YOUNGEST <= age_on(birthday, today) <= OLDEST:
        return None
    return f"Check the birthday: Footing is for people from {YOUNGEST} to {OLDEST}."


_DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android phone"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows computer"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux computer"),
)


def device_name(user_agent: str) -> str:
    """A name for a device whose owner gave none, plain enough to know it again in a list."""
    return next((name for mark, name in _DEVICES if mark in user_agent), "A device")
