"""Ids that are made here: by chance, but growing with time, so that new rows lie together in an index."""

from __future__ import annotations

import os
import time
import uuid


def new_id() -> uuid.UUID:
    """A UUIDv7 (RFC 9562 section 5.7): 48 bits of the time in milliseconds, then 74 bits of chance."""
    chance = int.from_bytes(os.urandom(10))
    number = (time.time_ns() // 1_000_000) << 80 | chance
    return uuid.UUID(int=number & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62)
