"""The push service of the tests refuses what a strict one refuses; otherwise the tests beside it would show little."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from .background import Background
from .mozilla import MozillaPush
from .rfc import base64url

BODY = bytes(16) + (4096).to_bytes(4, "big") + bytes((65,)) + bytes(65) + b"sealed"
SUBJECT = "mailto:us@footing.example"


class Key:
    """The key of a server, and what it shows to a push service (RFC 8292)."""

    def __init__(self) -> None:
        self._private = ec.generate_private_key(ec.SECP256R1())
        form = serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        self.public = base64url(self._private.public_key().public_bytes(*form))

    def authorization(self, **claims: Any) -> str:
        """The header, with these claims."""
        return f"vapid t={jwt.encode(claims, self._private, 'ES256')}, k={self.public}"


@dataclass
class Sender:
    """A server that subscribed a browser, and sends a push that is in order unless a test says other."""

    background: Background
    service: MozillaPush
    key: Key = field(default_factory=Key)

    @property
    def claims(self) -> dict[str, Any]:
        """What is said of the server."""
        return {"aud": self.service.origin, "exp": int(time.time()) + 60, "sub": SUBJECT}

    def subscribe(self) -> str:
        """A browser's address for pushes from this server."""
        return self.background.do(self._subscribe())

    def send(self, endpoint: str, body: bytes = BODY, key: Key | None = None, **changes: Any) -> int:
        """The status that a push is answered with. What is None is left out."""
        shown = (key or self.key).authorization(**self.claims | changes.pop("claims", {}))
        headers: dict[str, Any] = {"TTL": "60", "Content-Encoding": "aes128gcm", "Authorization": shown}
        headers |= {name.replace("_", "-"): value for name, value in changes.items()}
        kept = {name: value for name, value in headers.items() if value is not None}
        return self.background.do(self._send(endpoint, body, kept))

    async def _subscribe(self) -> str:
        async with aiohttp.ClientSession() as session, session.ws_connect(self.service.socket) as line:
            await line.send_json({"messageType": "hello", "use_webpush": True})
            await line.receive_json()
            await line.send_json({"messageType": "register", "channelID": "one", "key": self.key.public})
            return str((await line.receive_json())["pushEndpoint"])

    async def _send(self, endpoint: str, body: bytes, headers: dict[str, str]) -> int:
        async with aiohttp.ClientSession() as session, session.post(endpoint, data=body, headers=headers) as answer:
            return answer.status


@pytest.fixture
def sender(background: Background, mozilla: MozillaPush) -> Sender:
    return Sender(background, mozilla)


def test_a_push_that_is_in_order_is_taken(sender: Sender) -> None:
    assert sender.send(sender.subscribe(), Urgency="high", Topic="a" * 32) == 201
    (push,) = sender.service.taken
    assert dataclasses.astuple(push)[1:5] == (60, "high", "a" * 32, SUBJECT)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"TTL": None}, 400),
        ({"TTL": "soon"}, 400),
        ({"Urgency": "urgent"}, 400),
        ({"Topic": "a" * 33}, 400),
        ({"Topic": "Leo's review"}, 400),
        ({"Content_Encoding": None}, 400),
        ({"body": b"in plain words"}, 400),
        ({"body": BODY + bytes(4096)}, 413),
        ({"Authorization": None}, 401),
        ({"claims": {"aud": "https://elsewhere.example"}}, 401),
        ({"claims": {"exp": int(time.time()) - 5}}, 401),
        ({"claims": {"exp": int(time.time()) + 25 * 3600}}, 401),
        ({"claims": {"sub": "us"}}, 401),
        ({"key": Key()}, 403),
    ],
)
def test_a_push_that_is_not_in_order_is_refused(sender: Sender, changes: dict[str, Any], status: int) -> None:
    assert sender.send(sender.subscribe(), **changes) == status
    assert sender.service.taken == []


def test_a_signature_that_was_tampered_with_is_refused(sender: Sender) -> None:
    before, _, key = sender.key.authorization(**sender.claims).rpartition(",")
    flipped = "A" if before[-10] != "A" else "B"
    forged = f"{before[:-10]}{flipped}{before[-9:]},{key}"
    assert sender.send(sender.subscribe(), Authorization=forged) == 401


def test_an_ended_subscription_and_one_that_never_was(sender: Sender) -> None:
    endpoint = sender.subscribe()
    sender.service.end_subscriptions()
    assert sender.send(endpoint) == 410
    assert sender.send(f"{endpoint}x") == 404
