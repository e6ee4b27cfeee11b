"""Making codes that people copy by hand, and the keyed hashes that are kept of them."""

from __future__ import annotations

import secrets

from ..core.crypto import get_crypto
from . import rules

INVITATION_LETTERS = 12
DEVICE_LETTERS = 8
RECOVERY_LETTERS = 10


def new_code(letters: int) -> str:
    """A code by chance, plain: without the hyphens that it is shown with."""
    return "".join(secrets.choice(rules.CODE_LETTERS) for _ in range(letters))


def code_hash(kind: str, typed: str) -> bytes:
    """What the database keeps. Keyed, because so short a code could be found from a plain hash by trying them all."""
    return get_crypto().mac(f"{kind}:{rules.read_code(typed)}".encode())
