"""Web push (RFC 8030, 8291, 8292): encrypted as pywebpush does, sent over connections that stay open, many at a time.

A push service is a stranger: its answer is read no further than its head, it is not followed anywhere, it may take only
so long, and its name must not lead into a private network.
"""

from __future__ import annotations

import base64
import ipaddress
import socket
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Self

import aiohttp
import http_ece
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from cryptography.hazmat.primitives.asymmetric import ec
from yarl import URL

from ...core.clock import now
from ...core.crypto import Crypto
from ..endpoints import Endpoints
from ..letters import SENT, Device, End, Letter, Result
from ..rules import retry_after
from ..words import Sentences
from .vapid import Vapid

IN_FLIGHT = 64
CONNECT_SECONDS, ALL_SECONDS = 5.0, 15.0
TOPIC_CHARACTERS = 32
# A service that failed this often in a row is left alone for a while: others should not wait for it.
TROUBLE_AFTER, LEFT_ALONE_SECONDS = 12, 30.0
# Kinds that somebody waits for; the others may wait until the phone is awake anyway (RFC 8030 section 5.3).
URGENT = ("message",)
_CURVE = ec.SECP256R1()
MAX_TTL = 28 * 24 * 3600


class PrivateAddress(OSError):
    """The name of a push service leads to an address that is not on the public internet."""


class PublicOnly(AbstractResolver):
    """Looks names up, and refuses the answer when any address in it is not public."""

    def __init__(self) -> None:
        self._resolver = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        if any(not ipaddress.ip_address(one["host"].partition("%")[0]).is_global for one in found):
            raise PrivateAddress("not a public address")
        return found

    async def close(self) -> None:
        await self._resolver.close()


@dataclass
class _Trouble:
    """How a push service has done lately."""

    failures: int = 0
    until: float = 0.0


def encrypt(device: Device, plain: bytes) -> bytes:
    """The body of a push that only this browser can read (RFC 8291, aes128gcm).

    By the library that pywebpush encrypts with, without pywebpush's copies of each subscription: see the bench.
    """
    key = ec.generate_private_key(_CURVE)
    body: bytes = http_ece.encrypt(
        plain, private_key=key, dh=device.p256dh, auth_secret=device.auth, version="aes128gcm"
    )
    return body


def tag_of(crypto: Crypto, cause: str) -> str:
    """The one tag of a cause: a newer push of it takes the place of an older one. It tells nobody what the cause is."""
    return _base64(crypto.mac(f"push tag {cause}".encode()))[:TOPIC_CHARACTERS]


class PushSender:
    """Sends pushes within one `async with`."""

    def __init__(self, endpoints: Endpoints, vapid: Vapid | None, crypto: Crypto, sentences: Sentences) -> None:
        self._endpoints, self._vapid, self._crypto, self._sentences = endpoints, vapid, crypto, sentences
        self._trouble: dict[str, _Trouble] = defaultdict(_Trouble)

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=IN_FLIGHT, resolver=PublicOnly(), ttl_dns_cache=60),
            timeout=aiohttp.ClientTimeout(total=ALL_SECONDS, connect=CONNECT_SECONDS),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: Any, trace: TracebackType | None) -> None:
        await self._session.close()

    async def send(self, letter: Letter) -> Result:
        """Try once. Never raises for what a push service does."""
        if letter.device is None:
            return Result(End.GONE, "signed-out")
        if self._vapid is None:
            return Result(End.LATER, "no-push-key")
        where = self._endpoints.split(letter.device.endpoint)
        if where is None:
            return Result(End.GONE, "not-a-push-service")
        origin, path = where
        trouble = self._trouble[origin]
        if trouble.until > time.monotonic():
            return Result(End.UNTRIED, "service-in-trouble", trouble.until - time.monotonic())
        tag = tag_of(self._crypto, letter.cause)
        body = encrypt(letter.device, self._sentences.payload(letter, tag))
        headers = _headers(letter, tag, self._vapid.header(origin))
        result = await self._ask(self._endpoints.sent_to(origin) + path, body, headers)
        self._learn(trouble, result)
        return result

    async def _ask(self, address: str, body: bytes, headers: dict[str, str]) -> Result:
        try:
            request = self._session.post(URL(address, encoded=True), data=body, headers=headers, allow_redirects=False)
            async with request as response:
                if response.status >= 300:
                    response.close()
                return answer_of(response.status, response.headers.get("Retry-After"), now())
        except TimeoutError:
            return Result(End.LATER, "slow")
        except PrivateAddress:
            return Result(End.LATER, "private-address")
        except (aiohttp.ClientError, OSError, ValueError):
            return Result(End.LATER, "unreachable")

    def _learn(self, trouble: _Trouble, result: Result) -> None:
        if result.end is not End.LATER:
            trouble.failures = 0
            return
        trouble.failures += 1
        if trouble.failures >= TROUBLE_AFTER:
            trouble.failures, trouble.until = 0, time.monotonic() + LEFT_ALONE_SECONDS


def answer_of(status: int, wish: str | None, moment: datetime) -> Result:
    """What a push service's answer means (RFC 8030 section 5, RFC 8292 section 4.2)."""
    if 200 <= status < 300:
        return SENT
    if status in (404, 410):
        return Result(End.GONE, "unsubscribed")
    if status == 413:
        return Result(End.TOO_LARGE, "too-large")
    if 300 <= status < 400:
        return Result(End.LATER, "redirected")
    asked = retry_after(wish, moment)
    if status == 429:
        return Result(End.LATER, "too-many", asked)
    return Result(End.LATER, "service-error" if status >= 500 else "refused", asked)


def _headers(letter: Letter, tag: str, authorization: str) -> dict[str, str]:
    left = int((letter.until - now()).total_seconds())
    return {
        "TTL": str(max(0, min(left, MAX_TTL))),
        "Urgency": "high" if letter.kind in URGENT else "normal",
        "Topic": tag,
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "Authorization": authorization,
    }


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
