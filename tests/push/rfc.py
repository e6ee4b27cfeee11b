"""What the standards ask of whoever sends a push: RFC 8030 (the request), 8188 and 8291 (the body), 8292 (who sends).

Both stand-ins for push services refuse what a strict service refuses, so that a test sees it.
"""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

import jwt
from aiohttp import web
from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.asymmetric import ec

MAX_BODY = 4096
URGENCIES = ("very-low", "low", "normal", "high")
TOPIC = re.compile(r"[A-Za-z0-9_-]{1,32}")
CREDENTIALS = re.compile(r"vapid t=(?P<token>[\w.-]+), ?k=(?P<key>[\w-]+)")
# Salt, size of a record, length of the sender's key, and that key (RFC 8188 section 2.1).
HEAD_BYTES, KEY_AT, KEY_BYTES = 86, 20, 65
LONGEST_VALID = 24 * 3600


class Refused(Exception):
    """What a push service answers a request that it does not take."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True)
class Push:
    """A push that was in order. The body is for the browser alone."""

    token: str
    ttl: int
    urgency: str
    topic: str | None
    sender: str
    body: bytes


async def read(request: web.Request, origins: Sequence[str], key: bytes | None) -> Push:
    """Read a push to a service that is known by `origins`; `key` is the one that the browser said it hears pushes from.

    Raises `Refused`.
    """
    body = await request.read()
    ttl = request.headers.get("TTL", "")
    urgency, topic = request.headers.get("Urgency", "normal"), request.headers.get("Topic")
    if len(body) > MAX_BODY:
        raise Refused(413, "too large")
    if not ttl.isascii() or not ttl.isdigit():
        raise Refused(400, "TTL")
    if urgency not in URGENCIES:
        raise Refused(400, "Urgency")
    if topic is not None and not TOPIC.fullmatch(topic):
        raise Refused(400, "Topic")
    if request.headers.get("Content-Encoding") != "aes128gcm" or len(body) < HEAD_BYTES or body[KEY_AT] != KEY_BYTES:
        raise Refused(400, "not encrypted as RFC 8291 says")
    sender = _who(request.headers.get("Authorization", ""), origins, key)
    return Push(request.match_info["token"], int(ttl), urgency, topic, sender, body)


def _who(authorization: str, origins: Sequence[str], wanted: bytes | None) -> str:
    """The address at which the sender can be reached, once it has shown who it is (RFC 8292)."""
    given = CREDENTIALS.fullmatch(authorization)
    if given is None:
        raise Refused(401, "no VAPID")
    try:
        raw = unpadded(given["key"])
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
        claims = jwt.decode(
            given["token"], public, algorithms=["ES256"], audience=origins, options={"require": ["aud", "exp", "sub"]}
        )
    except (jwt.PyJWTError, InvalidKey, ValueError) as error:
        raise Refused(401, f"VAPID: {type(error).__name__}") from error
    if claims["exp"] > time.time() + LONGEST_VALID:
        raise Refused(401, "VAPID: valid for too long")
    if not claims["sub"].startswith(("mailto:", "https://")):
        raise Refused(401, "VAPID: sub")
    if wanted is not None and raw != wanted:
        raise Refused(403, "another key than the browser subscribed with")
    subject: str = claims["sub"]
    return subject


def unpadded(text: str) -> bytes:
    """The bytes of base64url without its padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def base64url(raw: bytes) -> str:
    """The other way round."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
