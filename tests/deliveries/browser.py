"""A browser as a push service and a server know it: an endpoint, two keys, and what it can read."""

from __future__ import annotations

import base64
import json
import os
import uuid
from dataclasses import dataclass, field
from typing import Any

import http_ece
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass(frozen=True)
class Browser:
    """One subscription, with the private half of its keys."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    auth: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def point(self) -> bytes:
        form = serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        return self.key.public_key().public_bytes(*form)

    def subscription(self) -> dict[str, Any]:
        """What it sends to `POST /me/subscriptions`."""
        return {"endpoint": self.endpoint, "keys": {"p256dh": b64(self.point), "auth": b64(self.auth)}}

    def reads(self, body: bytes) -> dict[str, Any]:
        """The payload of a push, decrypted as RFC 8291 says by a library that is not the sender's."""
        plain = http_ece.decrypt(body, private_key=self.key, auth_secret=self.auth, version="aes128gcm")
        read: dict[str, Any] = json.loads(plain)
        return read


def at(origin: str) -> Browser:
    """A new browser of a push service."""
    return Browser(f"{origin}/wpush/v2/{uuid.uuid4().hex}")
