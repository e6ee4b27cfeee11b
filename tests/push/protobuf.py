"""As much of Protocol Buffers (https://protobuf.dev/programming-guides/encoding/) as a stand-in for Google needs."""

from __future__ import annotations

import struct


def varint(number: int) -> bytes:
    """A number in groups of seven bits, the last ones first."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def number(field: int, value: int) -> bytes:
    """A whole number as a field."""
    return varint(field << 3) + varint(value)


def fixed64(field: int, value: int) -> bytes:
    """A number of eight bytes as a field."""
    return varint(field << 3 | 1) + struct.pack("<Q", value)


def text(field: int, value: str | bytes) -> bytes:
    """Words, bytes, or a message within a message as a field."""
    raw = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | 2) + varint(len(raw)) + raw
