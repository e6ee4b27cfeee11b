"""The body of a push that only one browser can read (RFC 8291, as aes128gcm of RFC 8188), made by pywebpush."""

from __future__ import annotations

import base64

from pywebpush import WebPusher

from ..letters import Device

# One record holds the whole message; RFC 8291 section 4 lets a push service refuse more than 4096 bytes.
RECORD_BYTES = 4096
# The tag of the cipher, and the byte that ends the last record.
BYTES_BESIDE = 16 + 1


def encrypt(device: Device, plain: bytes) -> bytes:
    """Encrypt a message for a browser, with a key pair and a salt of its own.

    Raises `ValueError` when it does not fit into one record.
    """
    if len(plain) + BYTES_BESIDE > RECORD_BYTES:
        raise ValueError("too long for a push")
    keys = {"p256dh": _base64(device.p256dh), "auth": _base64(device.auth)}
    pusher = WebPusher({"endpoint": device.endpoint, "keys": keys})
    body: bytes = pusher.encode(plain, content_encoding="aes128gcm")["body"]
    return body


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode()
