"""Pass phrases: what may be one, and how it is kept (argon2id)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from . import rules
from .problems import field_problem
from .words import read_lines

# RFC 9106, section 4, second recommended option: 64 MiB and three passes, for servers without memory to spare.
_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)


@cache
def common() -> frozenset[str]:
    """Squeezed pass phrases that many people use."""
    return frozenset(rules.squeeze(line) for line in read_lines("common_pass_phrases.txt"))


def check(phrase: str, not_these: Sequence[str | None] = ()) -> None:
    """Raise `Problem(NOT_VALID)`, with the reason in plain words, when the phrase cannot be taken."""
    own = [name for name in not_these if name]
    trouble = rules.pass_phrase_trouble(phrase, common=common(), not_these=own)
    if trouble:
        raise field_problem("pass_phrase", trouble)


def make_hash(phrase: str) -> str:
    """What the database keeps. Takes about a tenth of a second on purpose: call it outside a transaction."""
    return _HASHER.hash(_bytes(phrase))


@cache
def _nobodys_hash() -> str:
    return make_hash("the pass phrase of nobody at all")


def matches(kept: str | None, phrase: str) -> bool:
    """Whether the phrase is the one behind `kept`. An account that is not there (None) costs the same time."""
    try:
        right = _HASHER.verify(kept or _nobodys_hash(), _bytes(phrase))
    except (Argon2Error, InvalidHashError):
        return False
    return right and kept is not None


def is_outdated(kept: str) -> bool:
    """Whether `kept` was made with weaker settings than today's."""
    return _HASHER.check_needs_rehash(kept)


def _bytes(phrase: str) -> bytes:
    # Two keyboards may write the same letter in two ways; NFKC makes them one. Case and spaces count.
    return unicodedata.normalize("NFKC", phrase).encode("utf-8", "surrogatepass")
