"""Web push (RFC 8030, 8291, 8292): encrypted, signed, and sent over connections that stay open, many at a time.

A push service is a stranger: how its answers are read stands in `wire.py`.
"""

from __future__ import annotations

import asyncio
import base64
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from ...core.clock import now
from ...core.crypto import Crypto
from ..endpoints import Endpoints
from ..letters import SENT, UNSUBSCRIBED, End, Letter, Result
from ..rules import retry_after
from ..words import Sentences
from .encryption import encrypt
from .vapid import Vapid
from .wire import PrivateAddress, Wire

IN_FLIGHT = 64
ALL_SECONDS = 15.0
TOPIC_CHARACTERS = 32
# A service that failed this often in a row is left alone for a while: others should not wait for it.
TROUBLE_AFTER, LEFT_ALONE_SECONDS = 12, 30.0
# Kinds that somebody waits for; the others may wait until the phone is awake anyway (RFC 8030 section 5.3).
URGENT = ("message",)
MAX_TTL = 28 * 24 * 3600


@dataclass
class _Trouble:
    """How a push service has done lately."""

    failures: int = 0
    until: float = 0.0


def tag_of(crypto: Crypto, cause: str) -> str:
    """The one tag of a cause: a newer push of it takes the place of an older one. It tells nobody what the cause is."""
    return _base64(crypto.mac(f"push tag {cause}".encode()))[:TOPIC_CHARACTERS]


class PushSender:
    """Sends pushes within one `async with`."""

    def __init__(self, endpoints: Endpoints, vapid: Vapid | None, crypto: Crypto, sentences: Sentences) -> None:
        self._endpoints, self._vapid, self._crypto, self._sentences = endpoints, vapid, crypto, sentences
        self._trouble: dict[str, _Trouble] = defaultdict(_Trouble)

    async def __aenter__(self) -> Self:
        self._wire = Wire(self._endpoints.test_origin)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: Any, trace: TracebackType | None) -> None:
        self._wire.close()

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
        fields = _fields(letter, tag, self._vapid.header(origin))
        result = await self._ask(self._endpoints.sent_to(origin), path, fields, body)
        self._learn(trouble, result)
        return result

    async def _ask(self, origin: str, path: str, fields: str, body: bytes) -> Result:
        try:
            async with asyncio.timeout(ALL_SECONDS):
                answer = await self._wire.post(origin, path, fields, body)
        except TimeoutError:
            return Result(End.LATER, "slow")
        except PrivateAddress:
            return Result(End.LATER, "private-address")
        except (OSError, ValueError):
            return Result(End.LATER, "unreachable")
        return answer_of(answer.status, answer.retry_after, now())

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
        return Result(End.GONE, UNSUBSCRIBED)
    if status == 413:
        return Result(End.TOO_LARGE, "too-large")
    if 300 <= status < 400:
        return Result(End.LATER, "redirected")
    asked = retry_after(wish, moment)
    if status == 429:
        return Result(End.LATER, "too-many", asked)
    return Result(End.LATER, "service-error" if status >= 500 else "refused", asked)


def _fields(letter: Letter, tag: str, authorization: str) -> str:
    left = int((letter.until - now()).total_seconds())
    return (
        f"TTL: {max(0, min(left, MAX_TTL))}\r\n"
        f"Urgency: {'high' if letter.kind in URGENT else 'normal'}\r\n"
        f"Topic: {tag}\r\n"
        "Content-Encoding: aes128gcm\r\n"
        "Content-Type: application/octet-stream\r\n"
        f"Authorization: {authorization}\r\n"
    )


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
